// Who sees and who does what: area scopes and units.
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

class OrderScopeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_operator_orders_within_its_area() {
        Hall hall;
        hall.add_areas();
        VERIFY_OK(hall.issue(hall.east_operator, hall.command({hall.east_unit})));
        const auto refused = hall.issue(hall.east_operator, hall.command({hall.west_unit}));
        QVERIFY(refused.has_error());
        QVERIFY(refused.error().kind == FailureKind::not_found);
        QCOMPARE(refused.error().field, std::string("recipients[0].unit"));
        auto elsewhere = hall.command({hall.east_unit});
        elsewhere.area = Hall::west;
        VERIFY_REFUSED(hall.issue(hall.east_operator, elsewhere), not_found);
        elsewhere.area.reset();
        elsewhere.place = Place{114.05, 30.05};
        VERIFY_REFUSED(hall.issue(hall.east_operator, elsewhere), not_found);
    }

    void who_sees_an_order() {
        Hall hall;
        hall.add_areas();
        const auto command = hall.command({hall.east_unit});
        const auto issued = hall.issue(hall.commander, command);
        VERIFY_OK(issued);
        const std::vector<std::pair<Account, bool>> cases = {
            {hall.commander, true},
            {hall.auditor, true},
            {hall.east_operator, true},
            {hall.west_operator, false},
            {hall.east_phone, true},
            {hall.west_phone, false},
            {Hall::account(Role::unit), false},
        };
        const auto entries = must(read_timeline(*hall.reader, hall.writer->kinds(), command.id));
        for (const auto& [account, sees] : cases) {
            const auto detail = hall.orders.detail(*hall.reader, account, command.id);
            const auto timeline =
                hall.orders.timeline(*hall.reader, hall.writer->kinds(), account, command.id);
            QCOMPARE(detail.has_value(), sees);
            QCOMPARE(timeline.has_value(), sees);
            if (!sees)
                QVERIFY(detail.error().kind == FailureKind::not_found);
            const auto list = must(hall.orders.list(*hall.reader, account, {}));
            QCOMPARE(list.find(command.id) != std::string::npos, sees);
            const auto snapshot = must(hall.snapshots.make(*hall.reader, account, hall.clock()));
            QCOMPARE(snapshot.find(command.id) != std::string::npos, sees);
            for (const auto& entry : entries)
                QCOMPARE(may_see(account, *entry), sees);
        }
    }

    void a_recipients_street_sees_the_order_too() {
        Hall hall;
        hall.add_areas();
        const auto command = hall.command({hall.east_unit, hall.west_unit});
        const auto issued = hall.issue(hall.commander, command);
        VERIFY_OK(hall.orders.detail(*hall.reader, hall.west_operator, command.id));
        const auto east = issued->change.values<Assignment>()[0].id;
        const auto west = issued->change.values<Assignment>()[1].id;
        // Seeing is not commanding: the order is the east's.
        VERIFY_REFUSED(hall.act(hall.west_operator, west, Act::remind), forbidden);
        VERIFY_OK(hall.act(hall.east_operator, west, Act::remind));
        // But what its own unit said on the telephone it may enter.
        ActOnAssignment phoned;
        phoned.on_behalf = true;
        VERIFY_OK(hall.act(hall.west_operator, west, Act::acknowledge, phoned));
        VERIFY_REFUSED(hall.act(hall.west_operator, east, Act::acknowledge, phoned), forbidden);
    }

    void on_behalf_is_for_what_the_unit_does_data() {
        QTest::addColumn<int>("act");
        for (const auto act : {Act::remind, Act::verify, Act::withdraw, Act::reassign,
                               Act::force_return, Act::supervise})
            QTest::addRow("%s", std::string(json::name_of(act)).c_str()) << static_cast<int>(act);
    }
    void on_behalf_is_for_what_the_unit_does() {
        QFETCH(int, act);
        Hall hall;
        hall.add_areas();
        const auto issued =
            hall.issue(hall.commander, hall.command({hall.east_unit, hall.west_unit}));
        VERIFY_OK(issued);
        const auto west = issued->change.values<Assignment>()[1].id;
        const auto which = static_cast<Act>(act);
        if (which == Act::verify) {
            VERIFY_OK(hall.act(hall.west_phone, west, Act::acknowledge));
            VERIFY_OK(hall.act(hall.west_phone, west, Act::complete));
        } else if (which == Act::force_return) {
            VERIFY_OK(hall.act(hall.west_phone, west, Act::request_return, Hall::saying("Why.")));
        }
        auto body = Hall::saying("Because.");
        if (which == Act::reassign)
            body.unit = office_unit_id("420114000000");
        body.on_behalf = true;
        // The order is the east's; a flag does not make it the west's.
        VERIFY_REFUSED(hall.act(hall.west_operator, west, which, body), forbidden);
        // Who commands it says so in its own name.
        const auto refused = hall.act(hall.commander, west, which, body);
        QVERIFY(refused.has_error());
        QVERIFY(refused.error().kind == FailureKind::invalid_field);
        QCOMPARE(refused.error().field, std::string("on_behalf"));
        body.on_behalf = false;
        VERIFY_OK(hall.act(hall.commander, west, which, body));
    }

    /// Those who see the order for the first time have nothing but this entry to show it from.
    void a_reassignment_tells_newcomers_everything() {
        Hall hall;
        hall.add_areas();
        const auto district_unit = office_unit_id("420114000000");
        const auto command = hall.command({hall.east_unit, district_unit});
        const auto issued = hall.issue(hall.commander, command);
        VERIFY_OK(issued);
        const auto east = issued->change.values<Assignment>()[0].id;
        const auto district = issued->change.values<Assignment>()[1].id;
        VERIFY_OK(hall.act(hall.east_phone, east, Act::acknowledge));
        VERIFY_OK(hall.act(hall.east_phone, east, Act::report, Hall::saying("On our way.")));
        VERIFY_OK(hall.act(hall.commander, east, Act::supervise, Hall::saying("Too slow.")));
        const auto head = hall.writer->head();
        QVERIFY(hall.orders.detail(*hall.reader, hall.west_operator, command.id).has_error());

        auto body = Hall::saying("The west is nearer.");
        body.unit = hall.west_unit;
        const auto done = hall.act(hall.commander, east, Act::reassign, body);
        VERIFY_OK(done);
        const auto entries = must(read_journal(*hall.reader, hall.writer->kinds(), head, 10));
        QCOMPARE(entries.size(), 1U);
        QVERIFY(may_see(hall.west_operator, *entries[0]));
        const auto change = must(json::read<Entry>(entries[0]->json)).body;
        QVERIFY(change == done->change);
        QCOMPARE(change.values<Order>().size(), 1U);
        QVERIFY(change.values<Order>()[0] == hall.order(command.id));
        QCOMPARE(change.values<Assignment>().size(), 3U);
        QCOMPARE(change.values<Assignment>()[0].id, east);
        QCOMPARE(change.values<Assignment>()[1].reassigned_from, east);
        QCOMPARE(change.values<Assignment>()[2].id, district);
        for (const auto& assignment : change.values<Assignment>())
            QVERIFY(hall.assignment(assignment.id) == assignment);
        QCOMPARE(change.values<Report>().size(), 1U);
        QCOMPARE(change.values<Report>()[0].text, std::string("On our way."));
        QCOMPARE(change.values<Supervision>().size(), 1U);

        // Back to a unit that had it before: everybody knows the rest already.
        body.unit = hall.east_unit;
        const auto back =
            hall.act(hall.commander, change.values<Assignment>()[1].id, Act::reassign, body);
        VERIFY_OK(back);
        QCOMPARE(back->change.values<Order>().size(), 1U);
        QCOMPARE(back->change.values<Assignment>().size(), 2U);
        QVERIFY(back->change.values<Report>().empty());
        QVERIFY(hall.chain_intact());
    }

    void a_unit_acts_for_itself() {
        Hall hall;
        hall.add_areas();
        const auto issued =
            hall.issue(hall.commander, hall.command({hall.east_unit, hall.west_unit}));
        const auto east = issued->change.values<Assignment>()[0].id;
        VERIFY_REFUSED(hall.act(hall.west_phone, east, Act::acknowledge), forbidden);
        VERIFY_REFUSED(hall.act(hall.auditor, east, Act::acknowledge), forbidden);
        VERIFY_OK(hall.act(hall.east_phone, east, Act::acknowledge));
        VERIFY_REFUSED(hall.act(hall.east_phone, east, Act::verify), wrong_state);
    }

    void attachments_follow_their_order() {
        Hall hall;
        hall.add_areas();
        const auto issued = hall.issue(hall.commander, hall.command({hall.east_unit}));
        const auto id = issued->change.values<Assignment>()[0].id;
        VERIFY_OK(hall.act(hall.east_phone, id, Act::acknowledge));
        ActOnAssignment body;
        body.attachments = {std::string(64, 'b')};
        VERIFY_OK(hall.act(hall.east_phone, id, Act::report, body));
        const auto may = [&](const Account& account, char c) {
            return must(hall.orders.may_fetch(*hall.reader, account, std::string(64, c)));
        };
        QVERIFY(may(hall.commander, 'b'));
        QVERIFY(may(hall.east_operator, 'b'));
        QVERIFY(may(hall.east_phone, 'b'));
        QVERIFY(!may(hall.west_phone, 'b'));
        QVERIFY(!may(hall.west_operator, 'b'));
        QVERIFY(!may(hall.commander, 'c'));
    }

    void the_snapshot_is_cores() {
        Hall hall;
        hall.add_areas();
        const auto command = hall.command({hall.east_unit});
        const auto issued = hall.issue(hall.commander, command);
        const auto snapshot = json::read<Snapshot>(
            must(hall.snapshots.make(*hall.reader, hall.commander, hall.clock())));
        VERIFY_OK(snapshot);
        QCOMPARE(snapshot->seq, hall.writer->head());
        QCOMPARE(snapshot->values<Area>().size(), 3U);
        QVERIFY(snapshot->values<Area>()[0].rings.empty());
        QCOMPARE(snapshot->values<Unit>().size(), 3U);
        QVERIFY(snapshot->values<Order>() == issued->change.values<Order>());
        QVERIFY(snapshot->values<Assignment>() == issued->change.values<Assignment>());
        // What was closed is shown for a day.
        VERIFY_OK(hall.run([&](Transaction& tx) {
            return hall.orders.withdraw(tx, hall.commander, command.id, "Not needed.");
        }));
        const auto count = [&](const Account& account) {
            return must(json::read<Snapshot>(
                            must(hall.snapshots.make(*hall.reader, account, hall.clock()))))
                .values<Order>()
                .size();
        };
        QCOMPARE(count(hall.commander), 1U);
        hall.later(24 * 60 + 1);
        QCOMPARE(count(hall.commander), 0U);
        // A telephone in the field has its own unit and nothing else of the map.
        const auto phone = must(json::read<Snapshot>(
            must(hall.snapshots.make(*hall.reader, hall.east_phone, hall.clock()))));
        QCOMPARE(phone.values<Unit>().size(), 1U);
        QCOMPARE(phone.values<Unit>()[0].id, hall.east_unit);
        QVERIFY(phone.values<Area>().empty());
    }
};

QTEST_GUILESS_MAIN(OrderScopeTest)
#include "order_scope_test.moc"
