// A hub without its network for tests: a real database file, the writer, all services, and a clock
// that the test moves.
#pragma once

#include "core/id/uuid.h"
#include "core/json/codec.h"
#include "core/wire/commands.h"
#include "hub/duty/duty_service.h"
#include "hub/orders/order_service.h"
#include "hub/orders/snapshot.h"
#include "hub/orders/sqlite_order_store.h"
#include "hub/resources/area_service.h"
#include "hub/resources/reach.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/resources/unit_service.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <QTemporaryDir>

#include <atomic>
#include <filesystem>

namespace chengyun::hub::test {

/// The value of what cannot fail in a sound test; ends the test program saying why otherwise.
template <class T>
T must(Result<T> result) {
    if (!result)
        qFatal("%s %s %s", std::string(json::name_of(result.error().kind)).c_str(),
               result.error().field.c_str(), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline constexpr std::int64_t start_ms = 1'790'000'000'000;

/// Two streets of one district; the unit ids of their offices; accounts of every role.
struct Hall {
    QTemporaryDir dir;
    std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "hub.db";
    std::atomic<std::int64_t> now_ms{start_ms};
    Clock clock = [this] { return instant_of(now_ms.load()); };

    std::unique_ptr<AreaStore> area_store = make_sqlite_area_store();
    std::unique_ptr<UnitStore> unit_store = make_sqlite_unit_store();
    std::unique_ptr<ResourceStore> resource_store = make_sqlite_resource_store();
    std::unique_ptr<OrderStore> order_store = make_sqlite_order_store();
    std::unique_ptr<DutyStore> duty_store = make_sqlite_duty_store();
    AreaService areas{*area_store, *unit_store};
    Reach reach{areas, *resource_store, *unit_store};
    UnitService units{*unit_store, reach};
    ResourceService resources{*resource_store, *unit_store, areas, reach};
    OrderService orders{*order_store, *unit_store, reach};
    DutyService duty{*duty_store};
    SnapshotMaker snapshots{*area_store, *unit_store, *resource_store, *order_store, *duty_store};
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Database> reader;

    static constexpr const char* district = "420100000000";
    static constexpr const char* east = "420114001000";
    static constexpr const char* west = "420114002000";
    const std::string east_unit = office_unit_id(east);
    const std::string west_unit = office_unit_id(west);

    Hall() { open(); }
    ~Hall() { close(); }

    void open(WriterOptions options = {}) {
        options.clock = clock;
        writer = must(open_writer(file, options));
        reader = must(Database::open(file, Database::Mode::read_only));
    }
    void close() {
        reader.reset();
        writer.reset();
    }
    void later(std::int64_t minutes) { now_ms += minutes * 60'000; }

    /// A square of 0.1° with its south-west corner there.
    static Area area(const std::string& code, const std::string& name, double lon, double lat,
                     double size = 0.1) {
        Area area;
        area.code = code;
        area.name = name;
        area.level = area_level(code);
        area.parent = parent_area(code);
        area.centre = Place{lon + size / 2, lat + size / 2};
        area.rings = {{{lon, lat},
                       {lon + size, lat},
                       {lon + size, lat + size},
                       {lon, lat + size},
                       {lon, lat}}};
        return area;
    }
    void add_areas() {
        const std::vector<Area> list = {area("420114000000", "临江区", 114.0, 30.0, 0.3),
                                        area(east, "东街街道", 114.1, 30.0),
                                        area(west, "西街街道", 114.0, 30.0)};
        must(writer->run([&](Transaction& tx) -> Result<Answer> {
            auto put = areas.put(tx, {"system", "system"}, list, false);
            if (!put)
                return put.error();
            return Answer{};
        }));
    }

    static Account account(Role role, const std::string& area = {}, const std::string& unit = {}) {
        Account account;
        account.id = "00000000-0000-4000-8000-00000000000" + std::to_string(static_cast<int>(role));
        account.name = std::string(json::name_of(role));
        account.display_name = account.name;
        account.role = role;
        account.area = area;
        account.unit = unit;
        return account;
    }
    Account commander = account(Role::commander);
    Account east_operator = account(Role::operator_, east);
    Account west_operator = account(Role::operator_, west);
    Account east_phone = account(Role::unit, {}, east_unit);
    Account west_phone = account(Role::unit, {}, west_unit);
    Account auditor = account(Role::auditor);

    IssueOrder command(const std::vector<std::string>& to) const {
        IssueOrder command;
        command.id = new_id(clock());
        command.title = "Check the pumps";
        command.text = "Water stands at the underpass.";
        command.kind = "flood";
        command.area = east;
        command.limits = {10, 60, 240};
        for (const auto& unit : to)
            command.recipients.push_back({unit, command.recipients.empty()
                                                    ? RecipientRole::lead
                                                    : RecipientRole::assisting});
        return command;
    }

    /// The Done a command leaves, or its failure.
    template <class Work>
    Result<Done> run(Work work) {
        auto answer = writer->run([&](Transaction& tx) -> Result<Answer> { return work(tx); });
        if (!answer)
            return answer.error();
        return json::read<Done>(answer->body);
    }
    Result<Done> issue(const Account& by, const IssueOrder& command) {
        return run([&](Transaction& tx) { return orders.issue(tx, by, command); });
    }
    Result<Done> act(const Account& by, const std::string& assignment, Act act,
                     const ActOnAssignment& body = {}) {
        return run([&](Transaction& tx) { return orders.act(tx, by, assignment, act, body); });
    }
    static ActOnAssignment saying(const std::string& text) {
        ActOnAssignment body;
        body.text = text;
        return body;
    }

    Assignment assignment(const std::string& id) {
        return must(order_store->assignment(*reader, id));
    }
    Order order(const std::string& id) { return must(order_store->order(*reader, id)); }
    std::vector<std::string> kinds(std::int64_t after = 0) {
        std::vector<std::string> kinds;
        const auto entries = must(read_journal(*reader, after, 1'000'000));
        for (const auto& entry : entries)
            kinds.push_back(entry->kind);
        return kinds;
    }
    bool chain_intact() {
        auto report = must(verify_chain(*reader));
        return !report.broken_at && report.entries == writer->head();
    }
};

} // namespace chengyun::hub::test
