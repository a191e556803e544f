// The page before anybody is signed in.
#include "tests/qml/test_seat.h"

#include "app/link/outbox.h"
#include "app/link/session.h"

#include <QAccessible>
#include <QApplication>
#include <QQuickItem>
#include <QTest>

#include <algorithm>

using namespace chengyun::console;

class SignInTest : public QObject {
    Q_OBJECT

    static bool says(const QQuickItem* root, const QString& words) {
        if (!root->isVisible())
            return false;
        if (root->property("text").toString().contains(words))
            return true;
        const auto children = root->childItems();
        return std::ranges::any_of(children,
                                   [&](const QQuickItem* child) { return says(child, words); });
    }

    /// What stands in the field of that name.
    static QString typed(const QQuickItem* root, const QString& field) {
        if (root->inherits("QQuickTextInput") && accessibleName(root) == field)
            return root->property("text").toString();
        for (const auto* child : root->childItems())
            if (const auto text = typed(child, field); !text.isNull())
                return text;
        return {};
    }
    static QString accessibleName(const QQuickItem* item) {
        auto* of = QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(item));
        return of ? of->text(QAccessible::Name) : QString();
    }
    static bool shows(TestSeat& seat) {
        return QTest::qWaitForWindowExposed(&seat.window()) &&
               QTest::qWaitFor([&] { return seat.item("SignInPage"); });
    }

private Q_SLOTS:
    void who_types_hub_name_and_password_is_in() {
        TestSeat seat(false);
        QVERIFY(shows(seat));
        seat.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&seat.window()));
        // The name has the focus; the hub stands before it.
        seat.key(Qt::Key_Tab, Qt::ShiftModifier);
        seat.type(seat.hub.url().toString());
        seat.key(Qt::Key_Tab);
        seat.type(QStringLiteral("zhang"));
        seat.key(Qt::Key_Tab);
        seat.type(QStringLiteral("correct horsf"));
        seat.key(Qt::Key_Return);
        auto& session = seat.hall->session();
        QTRY_COMPARE(session.failureKind(), QStringLiteral("unauthenticated"));
        auto* page = seat.item("SignInPage");
        QVERIFY(page);
        QVERIFY(says(page, QStringLiteral("账号或密码错误")));
        QCOMPARE(typed(page, QStringLiteral("账号")), QStringLiteral("zhang"));
        // What was typed is still there, to be put right at its end.
        seat.key(Qt::Key_Backspace);
        seat.type(QStringLiteral("e"));
        seat.key(Qt::Key_Enter);
        QVERIFY(seat.ready());
        QCOMPARE(session.displayName(), QStringLiteral("张伟"));
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void a_session_that_is_over_is_said_once_with_what_waits() {
        TestSeat seat;
        QVERIFY(seat.ready());
        auto& outbox = *qobject_cast<Outbox*>(seat.made("outbox"));
        seat.hub.refusal = "unavailable"; // so it waits
        OutboxRequest request;
        request.kind = QStringLiteral("order.issue");
        request.title = QStringLiteral("内涝 · 知音大道");
        request.path = QStringLiteral("/orders");
        request.body = "{}";
        QVERIFY(outbox.submit({request}, &outbox, [](const chengyun::Result<>&) {}));
        QTRY_COMPARE(outbox.waiting(), 1);
        seat.hub.endSessions();
        auto& session = seat.hall->session();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Expired, 20000);
        QTRY_VERIFY(seat.item("SignInPage"));
        auto* page = seat.item("SignInPage");
        QVERIFY(says(page, QStringLiteral("登录已失效")));
        QVERIFY(says(page, QStringLiteral("有 1 条")));
        QVERIFY(!says(page, QStringLiteral("密码错误")));
        QCOMPARE(session.failureText(), QString());
        QCOMPARE(typed(page, QStringLiteral("账号")), QStringLiteral("zhang"));
        // Only the password is missing.
        seat.hub.refusal.clear();
        QVERIFY(QTest::qWaitForWindowActive(&seat.window()));
        seat.type(QStringLiteral("correct horse"));
        seat.key(Qt::Key_Return);
        QVERIFY(seat.ready());
        QTRY_COMPARE(outbox.waiting(), 0);
        QCOMPARE(seat.hub.commands.constLast(), QByteArray("POST /api/v1/orders"));
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void a_session_that_the_hub_has_not_ended_is_said_to_be_open() {
        TestSeat seat;
        QVERIFY(seat.ready());
        const auto said = [&] {
            auto* page = seat.item("SignInPage");
            return page && says(page, QStringLiteral("会话仍未结束"));
        };
        seat.hub.vanish();
        seat.hall->session().signOut();
        QTRY_VERIFY(seat.hall->session().isUnended());
        QTRY_VERIFY(said());
        QCOMPARE(seat.warnings.lines(), QStringList());
    }

    void a_first_start_is_explained() {
        TestSeat seat(false);
        QVERIFY(QTest::qWaitForWindowExposed(&seat.window()));
        auto* page = seat.item("SignInPage");
        QVERIFY(page);
        QVERIFY(page->property("firstRun").toBool());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    SignInTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sign_in_test.moc"
