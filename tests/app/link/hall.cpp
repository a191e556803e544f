#include "tests/app/link/hall.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace chengyun::test {

std::string id(int number) {
    auto digits = std::to_string(number);
    return "0190a000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

Resource resource(int number, Layer layer, std::string kind, std::string name, std::string initials,
                  Place place) {
    Resource r;
    r.id = id(number);
    r.layer = layer;
    r.code = "R-" + std::to_string(number);
    r.name = std::move(name);
    r.kind = std::move(kind);
    r.capacity = number * 10;
    r.area = "420114001000";
    r.address = "新天大道 " + std::to_string(number) + " 号";
    r.place = place;
    r.source_system = "EPSG:4326";
    r.contact = {"李强", "027-6900" + std::to_string(number)};
    r.initials = std::move(initials);
    r.version = 1;
    r.updated = instant_of(hallNow - 24 * 60 * minute);
    return r;
}

Unit unit(int number, UnitKind kind, std::string name, std::string resource) {
    Unit u;
    u.id = resource.empty() ? id(number) : resource;
    u.kind = kind;
    u.name = std::move(name);
    u.area = "420114001000";
    u.contact = {"周红", "1380000" + std::to_string(1000 + number)};
    u.place = Place{114.03 + number * 0.001, 30.58};
    u.resource = std::move(resource);
    u.initials = "dw" + std::to_string(number);
    u.version = 1;
    return u;
}

Order order(int number, Level level, std::string title) {
    Order o;
    o.id = id(number);
    o.number = number;
    o.title = std::move(title);
    o.text = "立即处置";
    o.kind = "waterlogging";
    o.level = level;
    o.area = "420114001000";
    o.place = Place{114.03, 30.58};
    o.address = "汉阳大道";
    o.issued = instant_of(hallNow - number % 100 * minute);
    o.issued_by = id(1);
    o.issuer_name = "王敏";
    o.version = 10;
    return o;
}

Assignment assignment(int number, const Order& order, const Unit& unit) {
    Assignment a;
    a.id = id(number);
    a.order = order.id;
    a.unit = unit.id;
    a.unit_name = unit.name;
    a.unit_area = unit.area;
    a.issued = order.issued;
    a.by = order.issued_by;
    a.acknowledge_due = order.issued + std::chrono::minutes(order.limits.acknowledge);
    a.report_due = order.issued + std::chrono::minutes(order.limits.report);
    a.complete_due = order.issued + std::chrono::minutes(order.limits.complete);
    a.version = 10;
    return a;
}

Snapshot hall() {
    Snapshot s;
    s.seq = 10;
    Area district{
        "420114000000", "蔡甸区", "420100000000", AreaLevel::district, Place{114.03, 30.58}, {}, {},
        "cdq"};
    Area street{
        "420114001000", "蔡甸街道", "420114000000", AreaLevel::street, Place{114.03, 30.58}, {}, {},
        "cdjd"};
    Area community{"420114001001",
                   "张湾社区",
                   "420114001000",
                   AreaLevel::community,
                   Place{114.031, 30.581},
                   {},
                   {},
                   "zwsq"};
    s.values<Area>() = {district, street, community};
    s.values<Resource>() = {
        resource(101, Layer::shelter, "school", "蔡甸一中避难场所", "cdyzbncs", {114.031, 30.581}),
        resource(102, Layer::rescue_force, "fire_station", "消防三中队", "xfszd", {114.05, 30.58}),
        resource(103, Layer::risk, "flood_point", "汉阳大道易涝点", "hydd", {114.10, 30.60})};
    s.values<Resource>()[2].level = Level::II;
    const auto office = unit(201, UnitKind::office, "蔡甸街道办");
    const auto fire = unit(202, UnitKind::team, "消防三中队", s.values<Resource>()[1].id);
    const auto water = unit(203, UnitKind::department, "水务局");
    s.values<Unit>() = {office, fire, water};
    auto flood = order(301, Level::II, "内涝处置");
    auto tree = order(302, Level::III, "树木倒伏");
    s.values<Order>() = {flood, tree};
    s.values<Assignment>() = {assignment(401, flood, fire), assignment(402, flood, office),
                              assignment(403, tree, water)};
    s.values<Assignment>()[0].state = AssignmentState::executing;
    s.values<Assignment>()[0].acknowledged = flood.issued + std::chrono::seconds(30);
    s.values<Assignment>()[0].departed = s.values<Assignment>()[0].acknowledged;
    s.values<Assignment>()[0].last_report = "已到现场";
    s.values<Assignment>()[1].role = RecipientRole::assisting;
    s.values<Assignment>()[2].acknowledge_due = instant_of(hallNow - 2 * minute); // late
    s.values<Assignment>()[2].escalation = Escalation::L1;
    Report report{id(501),    id(401),     flood.id, ReportKind::progress,
                  "已到现场", {},          {},       flood.issued + std::chrono::minutes(1),
                  id(2),      "消防三中队"};
    s.values<Report>() = {report};
    Supervision supervision;
    supervision.id = id(601);
    supervision.order = tree.id;
    supervision.assignment = id(403);
    supervision.unit = water.id;
    supervision.basis = "逾期未签收";
    supervision.issuer = "timer";
    supervision.issued = instant_of(hallNow - minute);
    supervision.deadline = instant_of(hallNow + 119 * minute);
    supervision.receiver = "周红";
    s.values<Supervision>() = {supervision};
    Duty duty;
    duty.commander = "高国栋";
    duty.shift_leader = "周敏";
    duty.version = 1;
    s.values<Duty>() = {duty};
    return s;
}

console::SnapshotPtr shared(Snapshot snapshot) {
    return std::make_shared<const Snapshot>(std::move(snapshot));
}

console::EntriesPtr shared(std::vector<Entry> entries) {
    return std::make_shared<const std::vector<Entry>>(std::move(entries));
}

Entry entry(std::int64_t seq, std::string kind, std::string entity, Change body) {
    Entry e;
    e.seq = seq;
    e.time = instant_of(hallNow);
    e.actor = id(9);
    e.actor_name = "赵磊";
    e.kind = std::move(kind);
    e.id = std::move(entity);
    if (!body.values<Assignment>().empty())
        e.subject = body.values<Assignment>().front().order;
    else if (!body.values<Order>().empty())
        e.subject = body.values<Order>().front().id;
    e.body = std::move(body);
    return e;
}

QByteArray rowsOf(const QAbstractItemModel& model) {
    QByteArray out;
    const auto names = model.roleNames();
    for (int row = 0; row < model.rowCount(); ++row) {
        QJsonObject object; // sorted by name, whatever the order of the hash
        for (auto it = names.cbegin(); it != names.cend(); ++it)
            object.insert(QString::fromLatin1(it.value()),
                          QJsonValue::fromVariant(model.data(model.index(row, 0), it.key())));
        out += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return out;
}

bool matchesGolden(const QByteArray& rows, const QString& name) {
    QFile file(QStringLiteral(CHENGYUN_GOLDEN_DIR "/") + name);
    if (qEnvironmentVariableIsSet("CHENGYUN_WRITE_GOLDEN"))
        return file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size();
    if (!file.open(QIODevice::ReadOnly)) {
        qInfo("no golden file %s", qPrintable(file.fileName()));
        return false;
    }
    const auto wanted = file.readAll();
    if (wanted == rows)
        return true;
    const auto is = rows.split('\n'), should = wanted.split('\n');
    for (qsizetype i = 0; i < std::max(is.size(), should.size()); ++i)
        if (is.value(i) != should.value(i)) {
            qInfo("row %d is\n%s\nand should be\n%s", int(i), is.value(i).constData(),
                  should.value(i).constData());
            break;
        }
    return false;
}

} // namespace chengyun::test
