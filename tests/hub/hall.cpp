#include "tests/hub/hall.h"

#include "core/json/codec.h"

namespace chengyun::hub::test {

void give_up(const Failure& failure) {
    qFatal("%s %s %s", std::string(json::name_of(failure.kind)).c_str(), failure.field.c_str(),
           failure.detail.c_str());
}

Hall::Hall(const Config& settings) : config(settings) {
    open();
}

Hall::~Hall() {
    close();
}

void Hall::open(WriterOptions options) {
    options.clock = clock;
    options.kinds = capabilities.journal_kinds();
    writer = must(open_writer(file, options));
    reader = must(Database::open(file, Database::Mode::read_only));
}

void Hall::close() {
    reader.reset();
    writer.reset();
}

Area Hall::area(const std::string& code, const std::string& name, double lon, double lat,
                double size) {
    Area area;
    area.code = code;
    area.name = name;
    area.level = area_level(code);
    area.parent = parent_area(code);
    area.centre = Place{lon + size / 2, lat + size / 2};
    area.rings = {
        {{lon, lat}, {lon + size, lat}, {lon + size, lat + size}, {lon, lat + size}, {lon, lat}}};
    return area;
}

void Hall::add_areas() {
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

Account Hall::account(Role role, const std::string& area, const std::string& unit) {
    Account account;
    account.id = "00000000-0000-4000-8000-00000000000" + std::to_string(static_cast<int>(role));
    account.name = std::string(json::name_of(role));
    account.display_name = account.name;
    account.role = role;
    account.area = area;
    account.unit = unit;
    return account;
}

IssueOrder Hall::command(const std::vector<std::string>& to) const {
    IssueOrder command;
    command.id = new_id(clock());
    command.title = "Check the pumps";
    command.text = "Water stands at the underpass.";
    command.kind = "flood";
    command.area = east;
    command.limits = {10, 60, 240};
    for (const auto& unit : to)
        command.recipients.push_back(
            {unit, command.recipients.empty() ? RecipientRole::lead : RecipientRole::assisting});
    return command;
}

Result<Done> Hall::run(const Work& work) {
    auto answer = writer->run([&](Transaction& tx) -> Result<Answer> { return work(tx); });
    if (!answer)
        return answer.error();
    return json::read<Done>(answer->body);
}

Result<Done> Hall::issue(const Account& by, const IssueOrder& command) {
    return run([&](Transaction& tx) { return orders.issue(tx, by, command); });
}

Result<Done> Hall::act(const Account& by, const std::string& assignment, Act act,
                       const ActOnAssignment& body) {
    return run([&](Transaction& tx) { return orders.act(tx, by, assignment, act, body); });
}

ActOnAssignment Hall::saying(const std::string& text) {
    ActOnAssignment body;
    body.text = text;
    return body;
}

Assignment Hall::assignment(const std::string& id) {
    return must(order_store->assignment(*reader, id));
}

Order Hall::order(const std::string& id) {
    return must(order_store->order(*reader, id));
}

std::vector<std::string> Hall::kinds(std::int64_t after) {
    std::vector<std::string> kinds;
    const auto entries = must(read_journal(*reader, writer->kinds(), after, 1'000'000));
    for (const auto& entry : entries)
        kinds.push_back(entry->kind);
    return kinds;
}

bool Hall::chain_intact() {
    auto report = must(verify_chain(*reader));
    return !report.broken_at && report.entries == writer->head();
}

} // namespace chengyun::hub::test
