// Consultations: who makes them, who sees them, whom they are proposed, and what the journal says.
#include "tests/hub/consult/consult_hall.h"

#include "core/duty/roster_codec.h"
#include "hub/duty/duty_capability.h"
#include "tests/hub/ops/data_folder.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::ConsultHall;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;
using chengyun::hub::test::says;

class ConsultHubTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ConsultHall> hall_;

    const Account& called(const QByteArray& who) const {
        return who == "commander"  ? hall_->commander
               : who == "operator" ? hall_->li
               : who == "east"     ? hall_->east_operator
               : who == "west"     ? hall_->west_operator
               : who == "phone"    ? hall_->east_phone
               : who == "other"    ? hall_->west_phone
               : who == "admin"    ? hall_->admin
               : who == "device"   ? hall_->device
                                   : hall_->auditor;
    }
    /// The room of an order to the east's unit, which is called.
    std::string order_room() {
        const auto order = hall_->command({hall_->east_unit});
        must(hall_->issue(hall_->li, order));
        auto command = hall_->standing();
        command.kind = ConsultKind::order;
        command.order = order.id;
        command.call = {{hall_->east_unit, MemberKind::unit, {}}};
        must(hall_->make(hall_->li, command));
        return command.id;
    }
    Consult room(const std::string& id) {
        return must(json::read<Consult>(must(hall_->rooms.get(*hall_->reader, hall_->li, id))));
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<ConsultHall>();
        hall_->add_areas();
    }

    void who_makes_rooms_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* who, const char* area, const char* refused) {
            QTest::addRow("%s in '%s'", who, area)
                << QByteArray(who) << QByteArray(area) << QByteArray(refused);
        };
        row("commander", "", "");
        row("operator", "", "");
        row("operator", Hall::east, "");
        row("east", Hall::east, "");
        row("east", "", "not_found area");
        row("west", Hall::east, "not_found area");
        row("phone", "", "forbidden");
        row("admin", "", "forbidden");
        row("auditor", "", "forbidden");
        row("device", "", "forbidden");
    }
    void who_makes_rooms() {
        QFETCH(QByteArray, who);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, refused);
        const auto command = hall_->standing(area.toStdString());
        QCOMPARE(refusal(hall_->make(called(who), command)), refused);
        QCOMPARE(int(hall_->seen_by(hall_->commander).values<Consult>().size()),
                 refused.isEmpty() ? 1 : 0);
        if (refused.isEmpty())
            QCOMPARE(refusal(hall_->make(called(who), command)), QByteArray("conflict id"));
    }

    void who_sees_an_orders_room_data() {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<bool>("sees");
        QTest::newRow("commander") << QByteArray("commander") << true;
        QTest::newRow("operator") << QByteArray("operator") << true;
        QTest::newRow("east") << QByteArray("east") << true;
        QTest::newRow("west") << QByteArray("west") << false;
        QTest::newRow("the unit that was called") << QByteArray("phone") << true;
        QTest::newRow("another unit") << QByteArray("other") << false;
    }
    void who_sees_an_orders_room() {
        QFETCH(QByteArray, who);
        QFETCH(bool, sees);
        const auto id = order_room();
        const auto& account = called(who);
        QCOMPARE(refusal(hall_->rooms.get(*hall_->reader, account, id)),
                 QByteArray(sees ? "" : "not_found consult"));
        QCOMPARE(int(hall_->seen_by(account).values<Consult>().size()), int(sees));
        const auto entry = hall_->entries().back();
        QCOMPARE(may_see(account, Viewers::by_place, entry.areas, entry.units), sees);
    }

    void an_orders_timeline_tells_of_its_room() {
        const auto id = order_room();
        const auto consult =
            must(json::read<Consult>(must(hall_->rooms.get(*hall_->reader, hall_->li, id))));
        QVERIFY(!consult.order.empty());
        QCOMPARE(hall_->entries().back().subject, consult.order);
        QCOMPARE(hall_->entries().back().id, id);
        // Of what is about no order the room itself is the subject.
        must(hall_->make(hall_->li, hall_->standing({}, 7)));
        QCOMPARE(hall_->entries().back().subject, hall_->entries().back().id);
    }
    void an_order_has_one_room() {
        order_room();
        auto second = hall_->standing({}, 2);
        second.kind = ConsultKind::order;
        second.order = room(hall_->standing().id).order;
        QCOMPARE(refusal(hall_->make(hall_->commander, second)), QByteArray("conflict order"));
        must(hall_->act(hall_->li, &ConsultService::end, hall_->standing().id));
        must(hall_->make(hall_->commander, second));
        QCOMPARE(room(second.id).area, std::string(Hall::east));
    }

    void an_order_that_one_does_not_see_has_no_room() {
        const auto order = hall_->command({hall_->east_unit});
        must(hall_->issue(hall_->li, order));
        auto command = hall_->standing();
        command.kind = ConsultKind::order;
        command.order = order.id;
        QCOMPARE(refusal(hall_->make(hall_->west_operator, command)),
                 QByteArray("not_found order"));
    }

    void a_unit_comes_and_goes() {
        const auto id = order_room();
        const auto& phone = hall_->east_phone;
        QCOMPARE(refusal(hall_->rooms.entered(*hall_->reader, phone, id)),
                 QByteArray("wrong_state member"));
        must(hall_->act(phone, &ConsultService::accept, id));
        must(hall_->act(phone, &ConsultService::enter, id));
        QVERIFY(hall_->rooms.entered(*hall_->reader, phone, id).has_value());
        QVERIFY(is_in(room(id), hall_->east_unit));
        must(hall_->act(phone, &ConsultService::leave, id));
        QCOMPARE(refusal(hall_->rooms.entered(*hall_->reader, phone, id)),
                 QByteArray("wrong_state member"));
        must(hall_->act(phone, &ConsultService::enter, id));
        must(hall_->run([&](Transaction& tx) {
            return hall_->rooms.remove(tx, hall_->li, id, {hall_->east_unit});
        }));
        // It is told, and sees no more of it.
        QVERIFY(std::ranges::find(hall_->entries().back().units, hall_->east_unit) !=
                hall_->entries().back().units.end());
        QCOMPARE(refusal(hall_->rooms.get(*hall_->reader, phone, id)),
                 QByteArray("not_found consult"));
        QCOMPARE(refusal(hall_->act(phone, &ConsultService::enter, id)),
                 QByteArray("not_found consult"));
        QByteArrayList told;
        for (const auto& entry : hall_->entries())
            told << QByteArray::fromStdString(entry.kind);
        QCOMPARE(told, (QByteArrayList{"consult.made", "consult.accepted", "consult.entered",
                                       "consult.left", "consult.entered", "consult.removed"}));
    }

    void who_was_not_called_waits() {
        const auto id = order_room();
        must(hall_->act(hall_->east_operator, &ConsultService::enter, id));
        QCOMPARE(hall_->entries().back().kind, std::string("consult.waiting"));
        QCOMPARE(refusal(hall_->rooms.entered(*hall_->reader, hall_->east_operator, id)),
                 QByteArray("wrong_state member"));
        must(hall_->run([&](Transaction& tx) {
            return hall_->rooms.let_in(tx, hall_->li, id, {hall_->east_operator.id});
        }));
        QVERIFY(hall_->rooms.entered(*hall_->reader, hall_->east_operator, id).has_value());
        // Those who only look have no business in it.
        QCOMPARE(refusal(hall_->act(hall_->auditor, &ConsultService::enter, id)),
                 QByteArray("forbidden"));
        QCOMPARE(refusal(hall_->act(hall_->admin, &ConsultService::enter, id)),
                 QByteArray("forbidden"));
    }

    void who_ends_a_room() {
        const auto id = order_room();
        QCOMPARE(refusal(hall_->act(hall_->east_operator, &ConsultService::end, id)),
                 QByteArray("forbidden"));
        QCOMPARE(refusal(hall_->act(hall_->east_phone, &ConsultService::end, id)),
                 QByteArray("forbidden"));
        must(hall_->act(hall_->commander, &ConsultService::end, id)); // who leads
        QVERIFY(room(id).ended.has_value());
        QCOMPARE(refusal(hall_->rooms.entered(*hall_->reader, hall_->li, id)),
                 QByteArray("wrong_state ended"));
        hall_->later(25 * 60);
        QVERIFY(hall_->seen_by(hall_->commander).values<Consult>().empty());
    }

    void nobody_calls_whom_he_cannot_reach() {
        auto command = hall_->standing(Hall::east);
        command.call = {{hall_->west_unit, MemberKind::unit, {}}};
        QCOMPARE(refusal(hall_->make(hall_->east_operator, command)),
                 QByteArray("not_found call[0].id"));
        command.call = {{hall_->li.id, MemberKind::person, {}}}; // has no account at this hub
        QCOMPARE(refusal(hall_->make(hall_->east_operator, command)),
                 QByteArray("not_found call[0].id"));
    }

    void the_recipients_are_proposed() {
        const auto order = hall_->command({hall_->east_unit, hall_->west_unit});
        must(hall_->issue(hall_->li, order));
        const auto proposal =
            must(hall_->rooms.proposal(*hall_->reader, hall_->li, order.id, hall_->clock()));
        const auto at_east = proposal.find(hall_->east_unit);
        const auto at_west = proposal.find(hall_->west_unit);
        QVERIFY(at_east != std::string::npos && at_east < at_west && at_west != std::string::npos);
        // All of them may be called, also by somebody whose area holds only one.
        auto command = hall_->standing();
        command.kind = ConsultKind::order;
        command.order = order.id;
        command.call = {{hall_->east_unit, MemberKind::unit, {}},
                        {hall_->west_unit, MemberKind::unit, {}}};
        must(hall_->make(hall_->east_operator, command));
        QCOMPARE(
            refusal(hall_->rooms.proposal(*hall_->reader, hall_->li, "nothing", hall_->clock())),
            QByteArray("not_found order"));
    }

    void rooms_outlive_the_hub() {
        const auto id = order_room();
        const auto before = room(id);
        hall_->close();
        hall_->open();
        QVERIFY(room(id) == before);
        QVERIFY(hall_->chain_intact());
    }

    void verify_names_what_was_edited_data() {
        QTest::addColumn<QByteArray>("edit");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("title") << QByteArray("UPDATE consult SET json = "
                                             "replace(json, '联席会商室', '别的')")
                               << QByteArray("title");
        QTest::newRow("gone") << QByteArray("DELETE FROM consult") << QByteArray("missing");
        QTest::newRow("ended") << QByteArray("UPDATE consult SET ended = 5")
                               << QByteArray("is found as another than it is");
        QTest::newRow("unreadable")
            << QByteArray("UPDATE consult SET json = '{'") << QByteArray("cannot be read");
    }
    void verify_names_what_was_edited() {
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, what);
        hall_.reset();
        DataFolderOf<ConsultHall> data;
        data.hall.add_areas();
        must(data.hall.make(data.hall.li, data.hall.standing()));
        data.hall.close();
        QVERIFY(must(verify(data.folder)).findings.told().empty());
        data.tamper(edit.constData());
        QVERIFY(says(must(verify(data.folder)), "consult", what.toStdString()));
        data.hall.open();
    }
};

QTEST_GUILESS_MAIN(ConsultHubTest)
#include "consult_test.moc"
