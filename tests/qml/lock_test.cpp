// A seat that is locked: nothing of the hall is seen or can be done, and nothing of it is lost.
#include "tests/qml/test_seat.h"

#include "app/alarm/alarm_bell.h"
#include "app/link/session.h"
#include "app/orders/order_draft.h"
#include "app/shell/screen_lock.h"

#include <QApplication>
#include <QQuickItem>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace chengyun::console;

namespace {

/// Whether anything that is seen below the item has these words.
bool says(const QQuickItem* root, const QString& words) {
    if (!root->isVisible())
        return false;
    if (root->property("text").toString().contains(words))
        return true;
    const auto children = root->childItems();
    return std::ranges::any_of(children,
                               [&](const QQuickItem* child) { return says(child, words); });
}

struct LockedSeat : TestSeat {
    ScreenLock& lock = *qobject_cast<ScreenLock*>(made("screenLock"));

    bool isReady() { return ready() && QTest::qWaitForWindowActive(&window()); }
    bool shows(const QString& words) { return says(window().contentItem(), words); }
    /// By its key, and all that is seen is the page that asks for the password.
    bool locks() {
        key(Qt::Key_L, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return lock.isLocked() && shows(u"坐席已锁定"_s); });
    }
};

} // namespace

class LockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHallIsHiddenUntilThePasswordIsTyped() {
        LockedSeat seat;
        QVERIFY(seat.isReady());
        QVERIFY(seat.item("QueuePanel"));
        QVERIFY(seat.shows(u"内涝"_s));
        QVERIFY(seat.locks());
        QVERIFY(!seat.item("QueuePanel"));
        QVERIFY(!seat.item("MapScreen"));
        QVERIFY(!seat.shows(u"内涝"_s));
        // No key reaches what is hidden.
        auto& draft = *qobject_cast<OrderDraft*>(seat.made("orders.draft"));
        for (const auto key : {Qt::Key_F4, Qt::Key_F9, Qt::Key_Escape})
            seat.key(key);
        seat.key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!draft.isActive());
        QVERIFY(!seat.part("search")->property("paletteOpened").toBool());
        QVERIFY(seat.lock.isLocked());

        seat.type(u"not it"_s);
        seat.key(Qt::Key_Return);
        QTRY_VERIFY(seat.shows(u"密码错误"_s));
        QVERIFY(seat.lock.isLocked());
        seat.type(seat.hub.password); // in the place of what was wrong
        seat.key(Qt::Key_Return);
        QTRY_VERIFY(!seat.lock.isLocked());
        QTRY_VERIFY(seat.item("QueuePanel"));
        QVERIFY(!seat.shows(u"坐席已锁定"_s));
        // And keys work again.
        seat.key(Qt::Key_F4);
        QTRY_VERIFY(draft.isActive());
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void itLocksOverWhatIsOpen_data() {
        QTest::addColumn<QByteArray>("open"); // a key, or nothing: the list of alarms
        QTest::newRow("the command bar") << QByteArray("K");
        QTest::newRow("the list of alarms") << QByteArray();
    }
    void itLocksOverWhatIsOpen() {
        QFETCH(QByteArray, open);
        LockedSeat seat;
        QVERIFY(seat.isReady());
        if (open.isEmpty()) {
            auto* bell = seat.item("BellButton");
            QVERIFY(bell);
            QMetaObject::invokeMethod(bell, "clicked");
            QTRY_VERIFY(seat.item("AlarmRow") || seat.shows(u"提醒"_s));
        } else {
            seat.key(Qt::Key_K, Qt::ControlModifier);
            QTRY_VERIFY(seat.part("search")->property("paletteOpened").toBool());
        }
        seat.key(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(seat.lock.isLocked());
        seat.type(seat.hub.password);
        seat.key(Qt::Key_Return);
        QTRY_VERIFY(!seat.lock.isLocked());
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void anAlarmIsCountedAndNotTold() {
        LockedSeat seat;
        QVERIFY(seat.isReady());
        auto& bell = *qobject_cast<AlarmBell*>(seat.made("alarm.bell"));
        const int before = bell.unacknowledged();
        QVERIFY(seat.locks());
        QCOMPARE(seat.shows(u"提醒"_s), before > 0);
        seat.hub.vanish(); // after a while that is one
        QTRY_COMPARE_WITH_TIMEOUT(bell.unacknowledged(), before + 1, 60000);
        QTRY_VERIFY(seat.shows(u"%1 条提醒"_s.arg(before + 1)));
        QVERIFY(bell.isRinging());
        QVERIFY(seat.shows(u"未连接"_s));
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void whatIsWrittenWaitsBeneath() {
        LockedSeat seat;
        QVERIFY(seat.isReady());
        auto& draft = *qobject_cast<OrderDraft*>(seat.made("orders.draft"));
        seat.key(Qt::Key_F4);
        QTRY_VERIFY(draft.isActive());
        draft.setTitle(u"写到一半的指令"_s);
        QVERIFY(seat.locks());
        seat.type(seat.hub.password);
        seat.key(Qt::Key_Enter);
        QTRY_VERIFY(!seat.lock.isLocked());
        QTRY_VERIFY(seat.item("OrderForm"));
        QCOMPARE(draft.title(), u"写到一半的指令"_s);
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void somebodyElseSitsDown() {
        LockedSeat seat;
        QVERIFY(seat.isReady());
        QVERIFY(seat.locks());
        seat.type(u"x"_s);
        seat.key(Qt::Key_Tab); // past what unlocks
        seat.key(Qt::Key_Tab);
        seat.key(Qt::Key_Space);
        QTRY_VERIFY(seat.item("SignInPage"));
        QVERIFY(!seat.lock.isLocked());
        QVERIFY(!seat.hall->session().isSignedIn());
        QVERIFY(!seat.shows(u"坐席已锁定"_s));
        QCOMPARE(seat.warnings.lines(), QStringList());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    LockTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "lock_test.moc"
