// Links and rules in the hub: who may, what follows from the journal exactly once, and what is said
// of it.
#include "core/linkage/entry_kinds.h"
#include "core/order/order_codec.h"
#include "core/resource/resource_codec.h"
#include "hub/linkage/linkage_capability.h"
#include "hub/ops/verify.h"
#include "tests/hub/ops/data_folder.h"
#include "tests/hub/wall/wall_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;
using chengyun::hub::test::says;
using chengyun::hub::test::WallHall;

namespace {

constexpr Place pumps{114.15, 30.05};

/// With a wall of two screens, and cameras beside the place of its orders.
struct LinkageHall : WallHall {
    LinkageService& linkage = capabilities.get<LinkageCapability>().service();

    void fill(const std::string& area = {}) {
        add_areas();
        must(put(commander, wall(area)));
        must(up(li, "map"));
        for (int i = 0; i < 3; ++i) {
            Resource camera;
            camera.id = new_id(clock());
            camera.layer = Layer::camera;
            camera.code = "c" + std::to_string(i);
            camera.name = "camera " + std::to_string(i);
            camera.kind = "camera";
            camera.area = east;
            camera.place = {pumps.lon + 0.001 * (i + 1), pumps.lat};
            camera.stream = "rtsp://10.0.0.1/" + camera.code;
            must(writer->run([&](Transaction& tx) -> Result<Answer> {
                auto put = resource_store->put(tx.database(), camera, json::write(camera));
                return put ? Result<Answer>(Answer{}) : put.error();
            }));
        }
    }
    std::string issued(Level level = Level::II) {
        auto order = command({east_unit});
        order.level = level;
        order.place = pumps;
        must(issue(commander, order));
        return order.id;
    }
    void withdraw(const std::string& id) {
        must(run([&](Transaction& tx) { return orders.withdraw(tx, commander, id, "over"); }));
    }
    Result<Done> link(const Account& by, const std::string& about, std::int64_t minutes = 0,
                      const std::string& thing = "order") {
        return run([&](Transaction& tx) {
            return linkage.put_up(tx, by, wall().id, {"1", thing, about, minutes});
        });
    }
    Result<Done> back(const Account& by) {
        return run([&](Transaction& tx) { return linkage.give_back(tx, by, wall().id, {"1"}); });
    }
    static LinkageRule rule(std::int64_t minutes = 0, std::int64_t priority = 5, int number = 1) {
        LinkageRule rule;
        rule.id = "0190a000-0000-7000-8000-00000000c00" + std::to_string(number);
        rule.name = "rule " + std::to_string(number);
        rule.on = true;
        rule.wall = wall().id;
        rule.screen = "1";
        rule.minutes = minutes;
        rule.priority = priority;
        return rule;
    }
    Result<Done> keep(const Account& by, const LinkageRule& rule) {
        return run([&](Transaction& tx) { return linkage.put_rule(tx, by, rule); });
    }
    /// As the follower does; whether there may be more.
    bool follow() {
        bool more = false;
        must(writer->run([&](Transaction& tx) -> Result<Answer> {
            more = must(linkage.follow(tx, writer->kinds()));
            return Answer{};
        }));
        return more;
    }
    [[nodiscard]] WallLinks links() {
        return must(json::read<WallLinks>(must(linkage.links(*reader, commander, wall().id))));
    }
    /// The contents of the first screen: "map camera camera camera order".
    [[nodiscard]] QByteArray screen() {
        const auto board = must(json::read<WallBoard>(must(walls.board(*reader, li, wall().id))));
        QByteArrayList kinds;
        for (const auto& pane : board.screens.front().panes)
            kinds << QByteArray::fromStdString(pane.content.kind);
        return kinds.join(' ');
    }
    /// Entries of linkage: "linkage.shown operator" …
    [[nodiscard]] QByteArrayList told() {
        QByteArrayList out;
        for (const auto& stored : must(read_journal(*reader, writer->kinds(), 0, 1'000'000))) {
            auto entry = must(json::read<Entry>(stored->json));
            if (entry.kind.starts_with("linkage."))
                out << QByteArray::fromStdString(entry.kind + ' ' + entry.actor_name);
        }
        return out;
    }
};

const QByteArray group = "map camera camera camera order";

} // namespace

class LinkageTest : public QObject {
    Q_OBJECT
    std::unique_ptr<LinkageHall> hall_;

    const Account& called(const QByteArray& who) const {
        static const Account street_commander = Hall::account(Role::commander, Hall::east);
        return who == "commander"          ? hall_->commander
               : who == "street commander" ? street_commander
               : who == "operator"         ? hall_->li
               : who == "east"             ? hall_->east_operator
               : who == "west"             ? hall_->west_operator
               : who == "phone"            ? hall_->east_phone
               : who == "admin"            ? hall_->admin
               : who == "device"           ? hall_->device
                                           : hall_->auditor;
    }

private Q_SLOTS:
    void init() { hall_ = std::make_unique<LinkageHall>(); }

    void who_puts_up_and_gives_back_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("area"); // the wall's
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* who, const char* area, const char* refused) {
            QTest::addRow("%s in '%s'", who, area)
                << QByteArray(who) << QByteArray(area) << QByteArray(refused);
        };
        row("operator", "", "");
        row("commander", "", "");
        row("east", Hall::east, "");
        row("east", "", "not_found wall");
        row("west", Hall::west, "not_found about"); // sees the wall, and not the order
        row("admin", "", "forbidden");
        row("phone", "", "forbidden");
        row("device", "", "forbidden");
    }
    void who_puts_up_and_gives_back() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, refused);
        hall_->fill(area.toStdString());
        const auto order = hall_->issued();
        QCOMPARE(refusal(hall_->link(called(who), order)), refused);
        if (!refused.isEmpty())
            return;
        QCOMPARE(hall_->screen(), group);
        QCOMPARE(refusal(hall_->back(called(who))), QByteArray());
        QCOMPARE(hall_->screen(), QByteArray("map"));
        QCOMPARE(refusal(hall_->back(called(who))), QByteArray("not_found screen"));
        const auto name = QByteArray::fromStdString(called(who).display_name);
        QCOMPARE(hall_->told(), (QByteArrayList{"linkage.shown " + name, "linkage.back " + name}));
    }

    void what_is_refused() {
        hall_->fill();
        const auto order = hall_->issued();
        QCOMPARE(refusal(hall_->link(hall_->li, new_id(hall_->clock()))),
                 QByteArray("not_found about"));
        QCOMPARE(refusal(hall_->link(hall_->li, new_id(hall_->clock()), 0, "resource")),
                 QByteArray("not_found about"));
        QCOMPARE(refusal(hall_->run([&](Transaction& tx) {
                     return hall_->linkage.put_up(tx, hall_->li, WallHall::wall().id,
                                                  {"9", "order", order, 0});
                 })),
                 QByteArray("not_found screen"));
        must(hall_->lock(hall_->li, true));
        QCOMPARE(refusal(hall_->link(hall_->li, order)), QByteArray("wrong_state locked"));
        must(hall_->lock(hall_->li, false));
        hall_->withdraw(order);
        QCOMPARE(refusal(hall_->link(hall_->li, order)), QByteArray("wrong_state about"));
        QCOMPARE(hall_->screen(), QByteArray("map"));
    }

    void all_goes_back_when_the_order_is_over() {
        hall_->fill();
        const auto order = hall_->issued();
        must(hall_->link(hall_->li, order));
        hall_->withdraw(order);
        hall_->restart(); // the hub died before it followed
        QCOMPARE(hall_->screen(), group);
        hall_->follow();
        QCOMPARE(hall_->screen(), QByteArray("map"));
        hall_->follow();
        QCOMPARE(hall_->told(), (QByteArrayList{"linkage.shown operator", "linkage.back system"}));
        QVERIFY(hall_->links().screens.empty());
    }

    void a_link_for_some_minutes() {
        hall_->fill();
        must(hall_->link(hall_->li, hall_->issued(), 5));
        hall_->later(4);
        hall_->fire();
        QCOMPARE(hall_->screen(), group);
        hall_->later(1);
        hall_->restart();
        hall_->fire();
        QCOMPARE(hall_->screen(), QByteArray("map"));
    }

    void undo_takes_the_group_away() {
        hall_->fill();
        must(hall_->link(hall_->li, hall_->issued()));
        must(hall_->undo(hall_->li));
        QCOMPARE(hall_->screen(), QByteArray("map"));
        hall_->follow();
        QVERIFY(hall_->links().screens.empty());
        QCOMPARE(hall_->told(), (QByteArrayList{"linkage.shown operator", "linkage.ended system"}));
    }

    void a_screen_taken_over_is_linked_anew() {
        hall_->fill();
        const auto order = hall_->issued();
        must(hall_->link(hall_->li, order));
        must(hall_->run([&](Transaction& tx) {
            return hall_->walls.set_layout(tx, hall_->li, WallHall::wall().id, {"1", "1", {}});
        }));
        must(hall_->up(hall_->li, "load"));
        must(hall_->link(hall_->li, order));
        QCOMPARE(hall_->screen(), group);
        must(hall_->back(hall_->li));
        QCOMPARE(hall_->screen(), QByteArray("load"));
    }

    void a_rule_puts_up_once_and_gives_back() {
        hall_->fill();
        QVERIFY(must(hall_->keep(hall_->commander, LinkageHall::rule())).seq > 0);
        const auto order = hall_->issued();
        QVERIFY(hall_->linkage.awaits("order.issued"));
        hall_->restart();
        hall_->follow();
        hall_->restart();
        hall_->follow();
        QCOMPARE(hall_->screen(), group);
        hall_->withdraw(order);
        hall_->follow();
        QCOMPARE(hall_->screen(), QByteArray("map"));
        QCOMPARE(hall_->told(), (QByteArrayList{"linkage.rule_changed commander",
                                                "linkage.shown system", "linkage.back system"}));
    }

    void what_a_person_gave_back_stays_back() {
        hall_->fill();
        must(hall_->keep(hall_->commander, LinkageHall::rule()));
        hall_->issued();
        hall_->follow();
        QCOMPARE(hall_->screen(), group);
        must(hall_->back(hall_->li));
        hall_->restart();
        hall_->follow();
        QCOMPARE(hall_->screen(), QByteArray("map"));
    }

    void what_a_rule_leaves_alone_data() {
        QTest::addColumn<QByteArray>("because");
        for (const auto* because : {"off", "before it was on", "another level", "over already",
                                    "its time is past", "another wall's area", "no such screen"})
            QTest::newRow(because) << QByteArray(because);
    }
    void what_a_rule_leaves_alone() {
        QFETCH(QByteArray, because);
        hall_->fill(because == "another wall's area" ? Hall::west : "");
        auto rule = LinkageHall::rule(because == "its time is past" ? 10 : 0);
        rule.on = because != "off";
        // Another one is on, so that the journal is followed.
        auto other = LinkageHall::rule(0, 5, 2);
        other.level = Level::I;
        must(hall_->keep(hall_->commander, other));
        if (because == "before it was on")
            hall_->issued();
        must(hall_->keep(hall_->commander, rule));
        std::string order;
        if (because != "before it was on")
            order = hall_->issued(because == "another level" ? Level::III : Level::II);
        if (because == "over already")
            hall_->withdraw(order);
        if (because == "its time is past")
            hall_->later(10);
        if (because == "no such screen") {
            auto wall = WallHall::wall();
            wall.version = must(json::read<Wall>(must(
                                    hall_->walls.get(*hall_->reader, hall_->commander, wall.id))))
                               .version;
            wall.screens = {wall.screens[1]};
            must(hall_->put(hall_->commander, wall));
        }
        hall_->follow();
        QVERIFY(hall_->links().screens.empty());
    }

    void nothing_moves_on_a_locked_wall() {
        hall_->fill();
        must(hall_->keep(hall_->commander, LinkageHall::rule()));
        must(hall_->lock(hall_->li, true));
        const auto order = hall_->issued();
        hall_->follow();
        QCOMPARE(hall_->screen(), QByteArray("map"));
        QCOMPARE(hall_->told().constLast(), QByteArray("linkage.waits system"));
        QCOMPARE(refusal(hall_->back(hall_->li)), QByteArray("wrong_state locked"));
        must(hall_->lock(hall_->li, false));
        hall_->follow();
        QCOMPARE(hall_->screen(), group);
        must(hall_->lock(hall_->li, true));
        hall_->withdraw(order);
        hall_->follow();
        QCOMPARE(hall_->screen(), group);
        must(hall_->lock(hall_->li, false));
        hall_->follow();
        QCOMPARE(hall_->screen(), QByteArray("map"));
    }

    void nothing_is_followed_while_nothing_is_linked() {
        hall_->fill();
        hall_->issued();
        hall_->follow();
        QVERIFY(!hall_->linkage.awaits("order.issued"));
        must(hall_->keep(hall_->commander, LinkageHall::rule()));
        QVERIFY(hall_->linkage.awaits("order.issued"));
        QVERIFY(!hall_->linkage.awaits("assignment.arrived"));
        hall_->follow();
        QCOMPARE(hall_->screen(), QByteArray("map"));
    }

    void who_keeps_rules_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("refused");
        QTest::newRow("commander") << QByteArray("commander") << QByteArray();
        QTest::newRow("admin") << QByteArray("admin") << QByteArray();
        QTest::newRow("street") << QByteArray("street commander") << QByteArray("not_found wall");
        for (const auto* who : {"operator", "phone", "auditor", "device"})
            QTest::newRow(who) << QByteArray(who) << QByteArray("forbidden");
    }
    void who_keeps_rules() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, refused);
        hall_->fill();
        auto rule = LinkageHall::rule();
        QCOMPARE(refusal(hall_->keep(called(who), rule)), refused);
        if (!refused.isEmpty())
            return;
        QCOMPARE(refusal(hall_->keep(called(who), rule)), QByteArray("conflict version"));
        rule.version = hall_->writer->head();
        rule.area = "420114009000";
        QCOMPARE(refusal(hall_->keep(called(who), rule)), QByteArray("not_found area"));
        rule.area.clear();
        rule.screen = "9";
        QCOMPARE(refusal(hall_->keep(called(who), rule)), QByteArray("not_found screen"));
        const auto remove = [&] {
            return refusal(hall_->run([&](Transaction& tx) {
                return hall_->linkage.remove_rule(tx, called(who), rule.id);
            }));
        };
        QCOMPARE(remove(), QByteArray());
        QCOMPARE(remove(), QByteArray("not_found rule"));
    }

    /// Who saw it at the wall of before must not keep it as it was.
    void a_rule_that_goes_to_another_wall_is_told_at_both() {
        hall_->fill(Hall::east);
        must(hall_->put(hall_->commander, WallHall::wall(Hall::west, 2)));
        auto rule = LinkageHall::rule();
        must(hall_->keep(hall_->commander, rule));
        rule.version = hall_->writer->head();
        rule.wall = WallHall::wall({}, 2).id;
        must(hall_->keep(hall_->commander, rule));
        const auto last =
            must(read_journal(*hall_->reader, hall_->writer->kinds(), rule.version, 10)).back();
        const auto areas = must(json::read<Entry>(last->json)).areas;
        for (const auto* area : {Hall::east, Hall::west})
            QVERIFY(std::ranges::find(areas, std::string(area)) != areas.end());
    }

    /// An order that is not there any more holds up none that come after it.
    void an_entry_that_cannot_be_read_holds_up_no_other() {
        hall_->fill();
        must(hall_->keep(hall_->commander, LinkageHall::rule()));
        const auto gone = hall_->issued();
        must(hall_->writer->run([&](Transaction& tx) -> Result<Answer> {
            auto done = chengyun::hub::run(
                tx.database(), "UPDATE orders SET json = '{' WHERE id = ?", std::string_view(gone));
            return done ? Result<Answer>(Answer{}) : done.error();
        }));
        hall_->issued();
        hall_->follow();
        QCOMPARE(hall_->screen(), QByteArray("map camera camera camera order"));
    }

    void a_seat_is_told() {
        hall_->fill(Hall::west);
        must(hall_->keep(hall_->commander, LinkageHall::rule()));
        QCOMPARE(hall_->seen_by(hall_->west_operator).values<LinkageRule>().size(), std::size_t(1));
        QVERIFY(hall_->seen_by(hall_->east_operator).values<LinkageRule>().empty());
        QVERIFY(hall_->seen_by(hall_->east_phone).values<LinkageRule>().empty());
    }

    void a_trial_tells_what_would_have_been() {
        hall_->fill();
        hall_->issued(); // too long ago
        hall_->later(8 * 24 * 60);
        const auto first = hall_->issued();
        hall_->later(10);
        const auto second = hall_->issued(Level::I);
        hall_->issued(Level::III);
        hall_->later(10);
        hall_->withdraw(first);
        hall_->later(10);
        auto rule = LinkageHall::rule();
        rule.on = false;
        const auto answer = must(hall_->linkage.trial(*hall_->reader, hall_->writer->kinds(),
                                                      hall_->commander, rule, hall_->clock()));
        QCOMPARE(answer.items.size(), std::size_t(2));
        QCOMPARE(answer.items[0].order, first);
        QCOMPARE(answer.items[0].seconds, 1200);
        QCOMPARE(answer.items[1].order, second);
        QCOMPARE(answer.items[1].seconds, 600);
        QVERIFY(answer.items[1].gave_way_to.find("(rule 1)") != std::string::npos);
        QVERIFY(!answer.cut);
        QVERIFY(hall_->told().isEmpty());
        QCOMPARE(refusal(hall_->linkage.trial(*hall_->reader, hall_->writer->kinds(),
                                              hall_->east_operator, rule, hall_->clock())),
                 QByteArray("not_found wall"));
    }

    void with_a_wall_goes_what_is_its() {
        hall_->fill();
        must(hall_->keep(hall_->commander, LinkageHall::rule()));
        must(hall_->link(hall_->li, hall_->issued(), 5));
        must(hall_->remove(hall_->commander, WallHall::wall().id));
        QCOMPARE(must(hall_->linkage.rules(*hall_->reader, hall_->commander)),
                 std::string("{\"items\":[]}"));
        hall_->later(10);
        hall_->fire();
        hall_->follow();
        QVERIFY(hall_->chain_intact());
    }

    void verify_names_what_was_edited_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* sql, const char* table, const char* what) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(table) << QByteArray(what);
        };
        row("", "", "");
        row("UPDATE linkage_rule SET json = replace(json, 'rule 1', 'rule 9')", "linkage_rule",
            "in name");
        row("DELETE FROM linkage_rule", "linkage_rule", "is missing");
        row("UPDATE wall_links SET json = replace(json, 'camera 1', 'other')", "wall_links",
            "in screens");
        row("UPDATE wall_links SET json = '{'", "wall_links", "cannot be read");
        row("DELETE FROM wall_links", "wall_links", "is missing");
        row("DELETE FROM deadline WHERE kind = 40", "deadline", "is missing");
        row("INSERT INTO deadline (subject, kind, due, level, fire_at) VALUES ('x', 40, 1, 0, 1)",
            "deadline", "where no link runs out");
    }
    void verify_names_what_was_edited() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, what);
        DataFolderOf<LinkageHall> data;
        auto& hall = data.hall;
        hall.fill();
        must(hall.put(hall.commander, WallHall::wall({}, 2)));
        auto gone = LinkageHall::rule(0, 5, 2);
        gone.wall = WallHall::wall({}, 2).id;
        must(hall.keep(hall.commander, gone));
        must(hall.remove(hall.commander, gone.wall));
        must(hall.keep(hall.commander, LinkageHall::rule()));
        must(hall.link(hall.li, hall.issued(), 5));
        hall.close();
        // The cameras are put there without the journal: only its own tables are looked at.
        if (!sql.isEmpty())
            data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        if (sql.isEmpty())
            for (const auto& found : report.findings.told())
                QVERIFY2(found.table == "resource", text_of(report).c_str());
        else
            QVERIFY2(says(report, table.toStdString(), what.toStdString()),
                     text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(LinkageTest)
#include "linkage_test.moc"
