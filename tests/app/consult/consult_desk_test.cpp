// Consultations at a seat: the lists of rooms and members, what rings, what is asked of the hub,
// and this seat's place in a room.
#include "app/consult/consult_capability.h"
#include "app/consult/consult_words.h"
#include "app/duty/duty_capability.h"
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "core/consult/consult_codec.h"
#include "core/consult/entry_kinds.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/link/hall.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::MemberListModel;
using console::Outbox;
using console::RoomListModel;

namespace {

const std::string self = "0190b000-0000-7000-8000-000000000001";
const std::string other = "0190b000-0000-7000-8000-000000000002";
const std::string third = "0190b000-0000-7000-8000-000000000003";

std::string roomId(int number) {
    return "0190a000-0000-7000-8000-0000000000" + std::to_string(10 + number);
}

ConsultMember member(const std::string& id, const std::string& name, MemberState state) {
    return {id, MemberKind::person, name, {}, state, instant_of(hallNow)};
}

Consult room(int number, const std::string& title, std::vector<ConsultMember> members = {}) {
    Consult room;
    room.id = roomId(number);
    room.title = title;
    room.members = std::move(members);
    room.made = instant_of(hallNow);
    room.version = 1;
    return room;
}

struct Desk {
    QTemporaryDir folder;
    SharedDesk shared_{folder.path()};
    console::ResourcesCapability resources{shared_.shared};
    console::OrdersCapability orders{shared_.shared, resources};
    console::DutyCapability duty{shared_.shared, resources};
    console::ConsultCapability consult{shared_.shared, resources, orders, duty};

    explicit Desk(std::vector<Consult> rooms) {
        shared_.link.become(QUrl(u"http://127.0.0.1:9"_s), u"wang"_s, "t");
        for (auto* list : {consult.members(), consult.seats()})
            list->setSelf(self);
        consult.rooms()->setSelf(self);
        auto snapshot = hall();
        snapshot.values<Consult>() = std::move(rooms);
        Q_EMIT shared_.feed.loaded(shared(std::move(snapshot)));
    }
    void arrive(std::string_view kind, Consult room) {
        room.version = ++seq_ + 100;
        Change body;
        body.values<Consult>() = {room};
        auto one = entry(seq_, std::string(kind), "consult", std::move(body));
        one.id = one.subject = room.id;
        Q_EMIT shared_.feed.arrived(shared(std::vector{one}));
    }
    [[nodiscard]] QStringList titles() {
        QStringList list;
        for (int row = 0; row < consult.rooms()->count(); ++row)
            list << consult.rooms()
                        ->data(consult.rooms()->index(row), RoomListModel::TitleRole)
                        .toString();
        return list;
    }
    [[nodiscard]] QStringList names(MemberListModel* list) {
        QStringList names;
        for (int row = 0; row < list->count(); ++row)
            names << list->data(list->index(row), MemberListModel::NameRole).toString();
        return names;
    }

private:
    std::int64_t seq_ = 20;
};

} // namespace

class ConsultDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rooms_stand_by_what_waits() {
        auto over = room(1, "over");
        over.ended = instant_of(hallNow);
        auto planned = room(2, "planned");
        planned.kind = ConsultKind::planned;
        planned.starts = instant_of(hallNow + 3'600'000);
        Desk desk({over, room(3, "standing"), planned,
                   room(4, "runs", {member(other, "李", MemberState::in)}),
                   room(5, "calls", {member(self, "王", MemberState::called)})});
        const QAbstractItemModelTester tester(desk.consult.rooms());
        QCOMPARE(desk.titles(),
                 QStringList({u"calls"_s, u"runs"_s, u"planned"_s, u"standing"_s, u"over"_s}));
        QCOMPARE(desk.consult.rooms()->calls(), 1);
        QCOMPARE(desk.consult.rooms()->call()[u"room"_s].toString().toStdString(), roomId(5));

        desk.arrive(entry_kind::consult_accepted,
                    room(5, "calls", {member(self, "王", MemberState::accepted)}));
        desk.arrive(entry_kind::consult_made,
                    room(6, "a new one", {member(other, "李", MemberState::in)}));
        QCOMPARE(desk.titles(), QStringList({u"a new one"_s, u"runs"_s, u"planned"_s, u"calls"_s,
                                             u"standing"_s, u"over"_s}));
        QCOMPARE(desk.consult.rooms()->calls(), 0);
        QVERIFY(desk.consult.rooms()->call().isEmpty());
    }

    void members_stand_by_their_state() {
        auto meeting =
            room(1, "r",
                 {member(third, "third", MemberState::waiting),
                  member("0190b000-0000-7000-8000-000000000004", "fourth", MemberState::declined),
                  member(self, "self", MemberState::in), member(other, "other", MemberState::in)});
        meeting.chair = other;
        Desk desk({meeting});
        desk.consult.setRoom(QString::fromStdString(meeting.id));
        auto* all = desk.consult.members();
        auto* in = desk.consult.seats();
        const QAbstractItemModelTester one(all), two(in);
        QCOMPARE(desk.names(all), QStringList({u"other"_s, u"self"_s, u"third"_s, u"fourth"_s}));
        QCOMPARE(desk.names(in), QStringList({u"other"_s, u"self"_s}));
        QVERIFY(all->data(all->index(0), MemberListModel::ChairRole).toBool());
        QVERIFY(all->data(all->index(1), MemberListModel::OwnRole).toBool());

        const QPersistentModelIndex kept(in->index(1));
        meeting.chair = self;
        meeting.members[0].state = MemberState::in;
        desk.arrive(entry_kind::consult_let_in, meeting);
        QCOMPARE(desk.names(in), QStringList({u"self"_s, u"third"_s, u"other"_s}));
        QCOMPARE(kept.row(), 0); // a picture goes on where its member stands now
        QVERIFY(desk.consult.card()[u"isChair"_s].toBool() == false); // nobody is signed in
    }

    void a_call_rings_and_is_over_with_the_answer() {
        Desk desk({});
        Account account;
        const auto made = room(1, "内涝会商", {member({}, "nobody", MemberState::called)});
        // Without an account the seat's member has an empty id: that is who is called here.
        Change body;
        body.values<Consult>() = {made};
        auto called = entry(30, std::string(entry_kind::consult_made), "consult", body);
        called.id = called.subject = made.id;
        Q_EMIT desk.shared_.feed.arrived(shared(std::vector{called}));
        auto news = desk.consult.alarms({called}, account);
        QCOMPARE(int(news.alarms.size()), 1);
        QCOMPARE(news.alarms[0].name.kind, std::string("call"));
        QVERIFY(news.alarms[0].urgent);
        QVERIFY(news.alarms[0].saidTitle().contains(u"内涝会商"_s));
        QCOMPARE(int(desk.consult.standingAlarms(Snapshot{}, account).size()), 1);

        auto answered = made;
        answered.members[0].state = MemberState::accepted;
        answered.version = 2;
        Change later;
        later.values<Consult>() = {answered};
        auto entry2 = entry(31, std::string(entry_kind::consult_accepted), "consult", later);
        entry2.id = entry2.subject = made.id;
        Q_EMIT desk.shared_.feed.arrived(shared(std::vector{entry2}));
        news = desk.consult.alarms({entry2}, account);
        QVERIFY(news.alarms.empty());
        QCOMPARE(int(news.whole.size()), 1);
    }

    void a_room_is_kept_in_the_outbox() {
        Desk desk({});
        const auto id = desk.consult.commands()->make(
            u"standing"_s, u" 联席会商室 "_s, {}, {}, 0,
            {QVariantMap{{u"id"_s, QString::fromStdString(other)}, {u"kind"_s, u"person"_s}}});
        QVERIFY(!id.isEmpty());
        Outbox& outbox = desk.shared_.outbox;
        QVERIFY(QTest::qWaitFor([&] { return outbox.rowCount() == 1; }));
        const auto body = outbox.bodyOf(outbox.data(outbox.index(0), Outbox::KeyRole).toString());
        const auto command = json::read<MakeConsult>(body.toStdString());
        QVERIFY(command);
        QCOMPARE(command->title, std::string("联席会商室"));
        QCOMPARE(command->call.size(), std::size_t(1));
        QCOMPARE(command->call[0].id, other);
    }

    void what_is_refused_is_said_data() {
        QTest::addColumn<QString>("act");
        QTest::newRow("letting in without the chair") << u"letIn"_s;
        QTest::newRow("removing") << u"remove"_s;
        QTest::newRow("handing over") << u"handOver"_s;
        QTest::newRow("ending") << u"end"_s;
        QTest::newRow("locking") << u"lock"_s;
        QTest::newRow("an unknown room") << u"unknown"_s;
        QTest::newRow("a room without a title") << u"make"_s;
    }
    void what_is_refused_is_said() {
        QFETCH(QString, act);
        auto meeting = room(1, "r",
                            {member(other, "other", MemberState::in),
                             member(third, "third", MemberState::waiting)});
        meeting.chair = other;
        Desk desk({meeting});
        auto& commands = *desk.consult.commands();
        const auto id = QString::fromStdString(meeting.id);
        const auto whom = QString::fromStdString(third);
        const bool taken = act == u"letIn"      ? commands.letIn(id, whom)
                           : act == u"remove"   ? commands.remove(id, whom)
                           : act == u"handOver" ? commands.handOver(id, whom)
                           : act == u"end"      ? commands.end(id)
                           : act == u"lock"     ? commands.setLocked(id, true)
                           : act == u"unknown"
                               ? commands.accept(u"none"_s)
                               : !commands.make(u"standing"_s, {}, {}, {}, 0, {}).isEmpty();
        QVERIFY(!taken);
        QVERIFY(!commands.failureText().isEmpty());
        QCOMPARE(desk.shared_.outbox.rowCount(), 0);
    }

    void times_to_come_are_read_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        QTest::newRow("time") << u"14:30"_s << true;
        QTest::newRow("short") << u"9:05"_s << true;
        QTest::newRow("date") << u"2999-12-24 14:30"_s << true;
        QTest::newRow("over") << u"2001-12-24 14:30"_s << false;
        QTest::newRow("words") << u"soon"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("no such time") << u"25:00"_s << false;
    }
    void times_to_come_are_read() {
        QFETCH(QString, text);
        QFETCH(bool, is);
        Desk desk({});
        const auto at = desk.consult.commands()->momentOf(text);
        QCOMPARE(at > ms_of(desk.shared_.clock.exact()), is);
    }

    void initials_stand_for_a_picture_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two") << u"张三"_s << u"张三"_s;
        QTest::newRow("three") << u"王建国"_s << u"建国"_s;
        QTest::newRow("a unit") << u"蔡甸街道应急队"_s << u"蔡甸"_s;
        QTest::newRow("latin") << u"Ada Byron Lovelace"_s << u"AB"_s;
        QTest::newRow("nothing") << u"  "_s << u"?"_s;
    }
    void initials_stand_for_a_picture() {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QCOMPARE(console::initialsOf(name), initials);
    }

    void entries_are_told_in_words() {
        for (const auto kind : entry_kind::of_consultations) {
            Entry one;
            one.kind = kind;
            const auto words = console::consultEntryWords(one);
            QVERIFY2(!words.title.isEmpty() &&
                         words.title != QString::fromUtf8(kind.data(), kind.size()),
                     std::string(kind).c_str());
        }
    }

    /// Later on one call shows the next one; one that is called anew is shown again.
    void a_call_that_is_put_off_makes_place() {
        Desk desk({room(1, "甲", {member(self, "李", MemberState::called)}),
                   room(2, "乙", {member(self, "李", MemberState::called)})});
        auto& rooms = *desk.consult.rooms();
        const auto first = rooms.call()[u"room"_s].toString();
        rooms.putOff(first);
        const auto second = rooms.call();
        QVERIFY(second[u"room"_s].toString() != first);
        QVERIFY(!second[u"later"_s].toBool());
        rooms.putOff(second[u"room"_s].toString());
        QVERIFY(rooms.call()[u"later"_s].toBool());
        QCOMPARE(rooms.calls(), 2);
        rooms.putOff(u"no such room"_s);
        QCOMPARE(rooms.calls(), 2);
    }
};

QTEST_GUILESS_MAIN(ConsultDeskTest)
#include "consult_desk_test.moc"
