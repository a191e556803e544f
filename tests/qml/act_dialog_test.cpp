// The dialog of acts while what it has sent is on its way to the disk, and where the disk takes
// nothing.
#include "tests/qml/test_seat.h"

#include "app/orders/draft_texts.h"
#include "app/orders/order_actions.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QQuickItem>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>

using namespace chengyun::console;

class ActDialogTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    [[nodiscard]] QObject* dialog() const { return seat_->part("orders.actDialog"); }
    [[nodiscard]] OrderActions& actions() const {
        return *qobject_cast<OrderActions*>(seat_->made("orders.actions"));
    }
    [[nodiscard]] DraftTexts& texts() const {
        return *qobject_cast<DraftTexts*>(seat_->made("orders.texts"));
    }
    [[nodiscard]] QString assignment(std::size_t at) const {
        return QString::fromStdString(seat_->hub.snapshot.values<chengyun::Assignment>()[at].id);
    }
    [[nodiscard]] qsizetype pictures() const {
        return dialog()->property("pictures").toList().size();
    }
    /// Nothing that is under way comes to its end meanwhile.
    bool askAtOnce(const QString& act, const QString& subject) {
        return QMetaObject::invokeMethod(dialog(), "ask", Q_ARG(QString, act),
                                         Q_ARG(QString, subject), Q_ARG(QString, QString()),
                                         Q_ARG(bool, false));
    }
    bool ask(const QString& act, const QString& subject) {
        return askAtOnce(act, subject) &&
               QTest::qWaitFor([this] { return dialog()->property("opened").toBool(); });
    }
    bool submit() { return QMetaObject::invokeMethod(dialog(), "submit"); }
    bool add(const QList<QUrl>& files) {
        return QMetaObject::invokeMethod(dialog(), "addPictures", Q_ARG(QList<QUrl>, files));
    }
    [[nodiscard]] QUrl picture(const QString& name) const {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        const auto path = seat_->folder.filePath(name);
        return image.save(path) ? QUrl::fromLocalFile(path) : QUrl();
    }
    [[nodiscard]] int said(const QString& words) const {
        const auto* news = seat_->item("SeatNews");
        if (!news)
            return 0;
        const auto toasts = news->childItems();
        return static_cast<int>(std::ranges::count_if(toasts, [&](const QQuickItem* toast) {
            return toast->property("words").toString().contains(words);
        }));
    }
    /// From now on nothing can be kept in the outbox.
    bool fillTheDisk() {
        bool full = false;
        {
            auto other =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("full"));
            other.setDatabaseName(seat_->folder.filePath(QStringLiteral("outbox.sqlite")));
            full = other.open() && QSqlQuery(other).exec(QStringLiteral("DROP TABLE command"));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("full"));
        return full;
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>();
        for (auto& assignment : seat_->hub.snapshot.values<chengyun::Assignment>())
            assignment.state = chengyun::AssignmentState::acknowledged; // reports can be made
        QVERIFY(seat_->ready());
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void what_was_sent_behind_a_closed_dialog_is_not_offered_again() {
        const QSignalSpy settled(&actions(), &OrderActions::settled);
        QVERIFY(ask(QStringLiteral("report"), assignment(0)));
        seat_->type(QStringLiteral("abc"));
        QVERIFY(add({picture(QStringLiteral("a.png")), picture(QStringLiteral("b.png"))}));
        QCOMPARE(pictures(), 2);
        QVERIFY(submit());
        QMetaObject::invokeMethod(dialog(), "close"); // while the pictures are made ready
        QVERIFY(askAtOnce(QStringLiteral("remind"), assignment(1)));
        QVERIFY(submit());
        QCOMPARE(settled.count(), 0);
        QTRY_COMPARE(settled.count(), 2);
        QVERIFY(settled[0][1].toBool() && settled[1][1].toBool());
        QTRY_VERIFY(!dialog()->property("visible").toBool());
        QVERIFY(ask(QStringLiteral("report"), assignment(0)));
        QCOMPARE(pictures(), 0);
        QVERIFY(texts().text(assignment(0) + QStringLiteral("/report")).isEmpty());
    }

    void what_is_typed_while_it_is_sent_is_not_lost() {
        const auto key = assignment(0) + QStringLiteral("/report");
        const QSignalSpy settled(&actions(), &OrderActions::settled);
        QVERIFY(ask(QStringLiteral("report"), assignment(0)));
        seat_->type(QStringLiteral("abc"));
        QVERIFY(add({picture(QStringLiteral("a.png"))}));
        const auto other = picture(QStringLiteral("b.png"));
        QVERIFY(submit());
        // Nothing takes more, until it is known what became of this.
        QVERIFY(dialog()->property("busy").toBool());
        const auto* words = seat_->window().activeFocusItem();
        QVERIFY(words && words->property("readOnly").toBool());
        QVERIFY(add({other}));
        QCOMPARE(pictures(), 1);
        QCOMPARE(texts().text(key), QStringLiteral("abc"));
        QTRY_COMPARE(settled.count(), 1);
        QVERIFY(texts().text(key).isEmpty());
        QTRY_VERIFY(!dialog()->property("visible").toBool());
    }

    void what_cannot_be_kept_is_said_once_data() {
        QTest::addColumn<bool>("shown");
        QTest::newRow("in the dialog that shows it") << true;
        QTest::newRow("in the news when no dialog does") << false;
    }
    void what_cannot_be_kept_is_said_once() {
        QFETCH(bool, shown);
        const auto words = QStringLiteral("也未保存");
        QVERIFY(fillTheDisk());
        const QSignalSpy settled(&actions(), &OrderActions::settled);
        if (shown) {
            QVERIFY(ask(QStringLiteral("remind"), assignment(0)));
            seat_->type(QStringLiteral("abc"));
            QVERIFY(submit());
        } else {
            QVERIFY(actions().act(assignment(0), QStringLiteral("remind")));
        }
        QTRY_COMPARE(settled.count(), 1);
        QVERIFY(!settled[0][1].toBool());
        if (shown) {
            QTRY_VERIFY(!dialog()->property("problem").toString().isEmpty());
            QVERIFY(dialog()->property("visible").toBool());
            QVERIFY(!dialog()->property("busy").toBool());
            QCOMPARE(texts().text(assignment(0) + QStringLiteral("/remind")),
                     QStringLiteral("abc"));
        } else {
            QTRY_COMPARE(said(words), 1);
        }
    }

    void the_first_of_two_that_fails_is_said_too() {
        const QSignalSpy settled(&actions(), &OrderActions::settled);
        QVERIFY(fillTheDisk());
        QVERIFY(ask(QStringLiteral("report"), assignment(0)));
        seat_->type(QStringLiteral("abc"));
        QVERIFY(add({picture(QStringLiteral("a.png"))}));
        QVERIFY(submit());
        QMetaObject::invokeMethod(dialog(), "close");
        QVERIFY(askAtOnce(QStringLiteral("remind"), assignment(1)));
        QVERIFY(submit());
        QCOMPARE(settled.count(), 0);
        QTRY_COMPARE(settled.count(), 2);
        QTRY_COMPARE(said(QStringLiteral("也未保存")), 1);
        // It can be sent again as it was.
        QMetaObject::invokeMethod(dialog(), "close");
        QVERIFY(ask(QStringLiteral("report"), assignment(0)));
        QCOMPARE(pictures(), 1);
        QCOMPARE(texts().text(assignment(0) + QStringLiteral("/report")), QStringLiteral("abc"));
    }

    void a_file_that_is_no_picture_is_left_out_and_named() {
        QFile text(seat_->folder.filePath(QStringLiteral("words.jpg")));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        text.close();
        QVERIFY(ask(QStringLiteral("report"), assignment(0)));
        QVERIFY(add({picture(QStringLiteral("a.png")), QUrl::fromLocalFile(text.fileName())}));
        QTRY_COMPARE(pictures(), 1);
        QVERIFY(dialog()->property("problem").toString().contains(QStringLiteral("words.jpg")));
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ActDialogTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "act_dialog_test.moc"
