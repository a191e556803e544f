// The page before anybody is signed in.
#include "tests/qml/test_seat.h"

#include "app/link/session.h"

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

private Q_SLOTS:
    void a_refusal_is_said_in_words_and_the_name_stays() {
        TestSeat seat(false);
        QVERIFY(QTest::qWaitForWindowExposed(&seat.window()));
        auto* page = seat.item("SignInPage");
        QVERIFY(page);
        seat.hall->session().signIn(seat.hub.url().toString(), QStringLiteral("zhang"),
                                    QStringLiteral("wrong"));
        QTRY_COMPARE(seat.hall->session().failureKind(), QStringLiteral("unauthenticated"));
        QVERIFY(!seat.hall->session().failureText().isEmpty());
        QVERIFY(!seat.hall->session().isSignedIn());
        QVERIFY(seat.item("SignInPage"));
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
