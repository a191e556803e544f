// A hub without its network for tests: a real database file, the writer, all capabilities, and a
// clock that the test moves.
#pragma once

#include "core/area/area.h"
#include "core/id/uuid.h"
#include "core/order/commands.h"
#include "core/order/order.h"
#include "core/result.h"
#include "core/wire/answers.h"
#include "hub/capabilities.h"
#include "hub/capability/snapshot.h"
#include "hub/deadlines/deadlines_capability.h"
#include "hub/orders/orders_capability.h"
#include "hub/resources/resources_capability.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <QTemporaryDir>

#include <atomic>
#include <filesystem>
#include <functional>

namespace chengyun::hub::test {

/// Ends the test program saying why.
[[noreturn]] void give_up(const Failure& failure);
/// The value of what cannot fail in a sound test; ends the test program saying why otherwise.
template <class T>
T must(Result<T> result) {
    if (!result)
        give_up(result.error());
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

    Config config;
    Capabilities capabilities{config, dir.path().toStdString()}; ///< not opened
    SnapshotMaker snapshots{capabilities.all()};

    // What most tests speak with.
    Resources& map = capabilities.get<ResourcesCapability>().all();
    AreaStore* area_store = map.area_store.get();
    UnitStore* unit_store = map.unit_store.get();
    ResourceStore* resource_store = map.resource_store.get();
    OrderStore* order_store = &capabilities.get<OrdersCapability>().store();
    AreaService& areas = map.areas;
    Reach& reach = map.reach;
    UnitService& units = map.units;
    ResourceService& resources = map.resources;
    DeadlineStore* deadline_store = &capabilities.get<DeadlinesCapability>().deadlines().store();
    const Deadlines& deadlines = capabilities.get<DeadlinesCapability>().deadlines();
    OrderService& orders = capabilities.get<OrdersCapability>().service();

    std::unique_ptr<Writer> writer;
    std::unique_ptr<Database> reader;

    static constexpr const char* district = "420100000000";
    static constexpr const char* east = "420114001000";
    static constexpr const char* west = "420114002000";
    const std::string east_unit = office_unit_id(east);
    const std::string west_unit = office_unit_id(west);

    explicit Hall(const Config& settings = {});
    ~Hall();

    void open(WriterOptions options = {});
    void close();
    void later(std::int64_t minutes) { now_ms += minutes * 60'000; }

    /// A square of 0.1° with its south-west corner there.
    static Area area(const std::string& code, const std::string& name, double lon, double lat,
                     double size = 0.1);
    void add_areas();

    static Account account(Role role, const std::string& area = {}, const std::string& unit = {});
    Account commander = account(Role::commander);
    Account east_operator = account(Role::operator_, east);
    Account west_operator = account(Role::operator_, west);
    Account east_phone = account(Role::unit, {}, east_unit);
    Account west_phone = account(Role::unit, {}, west_unit);
    Account auditor = account(Role::auditor);

    [[nodiscard]] IssueOrder command(const std::vector<std::string>& to) const;

    using Work = std::function<Result<Answer>(Transaction&)>;
    /// The Done that a command leaves, or its failure.
    Result<Done> run(const Work& work);
    Result<Done> issue(const Account& by, const IssueOrder& command);
    Result<Done> act(const Account& by, const std::string& assignment, Act act,
                     const ActOnAssignment& body = {});
    static ActOnAssignment saying(const std::string& text);

    Assignment assignment(const std::string& id);
    Order order(const std::string& id);
    std::vector<std::string> kinds(std::int64_t after = 0);
    bool chain_intact();
};

} // namespace chengyun::hub::test
