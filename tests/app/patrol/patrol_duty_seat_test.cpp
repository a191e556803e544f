// Going through a group at a seat: what is said of each camera goes into the outbox, once.
#include "app/orders/orders_capability.h"
#include "app/patrol/patrol_capability.h"
#include "app/resources/resources_capability.h"
#include "app/video/video_capability.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/patrol/patrol_hall.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::Outbox;
using console::PatrolDuty;

namespace {

struct Desk {
    QTemporaryDir folder;
    SharedDesk shared_{folder.path()};
    console::ResourcesCapability resources{shared_.shared};
    console::OrdersCapability orders{shared_.shared, resources};
    console::VideoCapability video{shared_.shared, resources};
    console::PatrolCapability patrol{shared_.shared, resources, orders, video};
    PatrolDuty& duty = *patrol.duty();
    QSignalSpy completed{&duty, &PatrolDuty::completed};

    Desk() {
        shared_.link.become(QUrl(u"http://127.0.0.1:9"_s), u"wang"_s, "t");
        Q_EMIT shared_.feed.loaded(shared(patrolHall()));
    }
    bool begin() { return duty.begin(QString::fromStdString(groupId)); }
    /// Waits for so many commands on disk; the looks among them.
    std::vector<LookAtCamera> kept(int count) {
        Outbox& outbox = shared_.outbox;
        std::vector<LookAtCamera> looks;
        if (!QTest::qWaitFor([&] { return outbox.rowCount() == count; }))
            return looks;
        for (int row = 0; row < count; ++row) {
            const auto body =
                outbox.bodyOf(outbox.data(outbox.index(row), Outbox::KeyRole).toString());
            if (const auto look = json::read<LookAtCamera>(body.toStdString()))
                looks.push_back(*look);
        }
        return looks;
    }
};

} // namespace

class PatrolDutySeatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goes_through_all_and_ends() {
        Desk desk;
        QVERIFY(desk.begin());
        QCOMPARE(desk.duty.count(), 3);
        for (int number = 1; number <= 3; ++number) {
            QCOMPARE(desk.duty.number(), number);
            QCOMPARE(desk.duty.camera(), QString::fromStdString(cameraId(number)));
            QCOMPARE(desk.duty.seen(), number - 1);
            QVERIFY(desk.duty.seenNothing());
        }
        QCOMPARE(desk.completed.size(), 1);
        QVERIFY(desk.duty.group().isEmpty());
        const auto looks = desk.kept(3);
        QCOMPARE(looks.size(), std::size_t{3});
        for (std::size_t i = 0; i < looks.size(); ++i) {
            QVERIFY(check(looks[i]).has_value());
            QCOMPARE(looks[i].camera, cameraId(int(i) + 1));
            QCOMPARE(looks[i].round, looks[0].round);
            QCOMPARE(looks[i].of, std::int64_t{3});
            QVERIFY(looks[i].finding == PatrolFinding::nothing);
        }
    }

    /// What was left out comes again after the last one.
    void one_that_was_left_out_comes_again() {
        Desk desk;
        QVERIFY(desk.begin());
        desk.duty.step(1);
        QVERIFY(desk.duty.seenNothing());
        QVERIFY(desk.duty.seenNothing());
        QCOMPARE(desk.duty.number(), 1);
        QCOMPARE(desk.completed.size(), 0);
        desk.duty.step(1);
        QVERIFY(desk.duty.isSaid());
        QVERIFY(desk.duty.seenNothing()); // no second word of it
        QCOMPARE(desk.duty.number(), 1);
        QCOMPARE(desk.kept(2).size(), std::size_t{2});
    }

    /// A round has the cameras that the group had when it began.
    void a_group_that_changes_leaves_the_round_as_it_is() {
        Desk desk;
        QVERIFY(desk.begin());
        auto group = threeCameras();
        group.cameras = {cameraId(4)};
        group.version = 60;
        Change body;
        body.values<PatrolGroup>() = {group};
        Q_EMIT desk.shared_.feed.arrived(
            shared({entry(50, "patrol.changed", "patrol_group", body)}));
        QCOMPARE(desk.duty.count(), 3);
        QCOMPARE(desk.duty.camera(), QString::fromStdString(cameraId(1)));
    }

    /// Only an order that is issued counts, and for the camera it was begun at.
    void an_order_is_found_when_it_is_issued() {
        Desk desk;
        QVERIFY(desk.begin());
        auto& draft = *desk.orders.draft();
        draft.startFromResource(desk.duty.camera());
        desk.duty.orderBegun();
        const auto order = draft.orderId();
        QVERIFY(!order.isEmpty());
        desk.duty.step(1);
        Q_EMIT draft.issued(u"another"_s);
        QCOMPARE(desk.duty.seen(), 0);
        Q_EMIT draft.issued(order);
        QCOMPARE(desk.duty.seen(), 1);
        QCOMPARE(desk.duty.number(), 2); // where the person is by now
        Q_EMIT draft.issued(order);
        const auto looks = desk.kept(1);
        QCOMPARE(looks.size(), std::size_t{1});
        QCOMPARE(looks.front().camera, cameraId(1));
        QVERIFY(looks.front().finding == PatrolFinding::order);
        QCOMPARE(looks.front().order, order.toStdString());
    }

    void nothing_is_begun_without_cameras() {
        Desk desk;
        QVERIFY(!desk.duty.begin(u"0"_s));
        QVERIFY(!desk.duty.seenNothing());
        QVERIFY(desk.duty.group().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PatrolDutySeatTest)
#include "patrol_duty_seat_test.moc"
