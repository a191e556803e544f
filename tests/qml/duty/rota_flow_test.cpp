// Planning by keys: a shift is given to somebody, written, and comes back from the hub.
#include "tests/qml/duty/rota_sample.h"
#include "tests/qml/test_seat.h"

#include "core/duty/commands.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <QtQuickTest/quicktest.h>

using namespace chengyun;
using namespace chengyun::console;

class RotaFlowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestSeat> seat_;
    RotaSample sample_;
    PlanShifts planned_;

    QObject* view() const { return seat_->item("RotaView"); }
    QObject* table() const { return view()->property("table").value<QObject*>(); }
    QAbstractItemModel* grid() const {
        return qobject_cast<QAbstractItemModel*>(seat_->made("duty.rota.posts"));
    }
    QString cell(int row, int column, const char* role) const {
        const auto key = grid()->roleNames().key(role);
        return grid()->data(grid()->index(row, column), key).toString();
    }

private Q_SLOTS:
    void init() {
        planned_ = {};
        seat_ = std::make_unique<TestSeat>();
        auto& hub = seat_->hub;
        sample_ = rotaSample(hub.account.id, system_now());
        put(sample_, hub.snapshot);
        hub.page = [this](const QByteArray& path) {
            if (!path.startsWith("/api/v1/duty/roster?"))
                return QByteArray();
            Snapshot answer;
            answer.seq = seat_->hub.snapshot.seq;
            answer.values<Shift>() = sample_.shifts;
            return QByteArray::fromStdString(json::write(answer));
        };
        hub.carriesOut = [this](const QByteArray&, const QByteArray& body) {
            const auto plan = json::read<PlanShifts>(body.toStdString());
            Done done{++seat_->hub.snapshot.seq, {}};
            if (!plan)
                return done;
            planned_ = *plan;
            for (const auto& planned : plan->shifts) {
                auto shift = *written(planned, nullptr, sample_.posts.front());
                shift.version = done.seq;
                done.change.values<Shift>().push_back(shift);
            }
            return done;
        };
        QVERIFY(seat_->ready());
        QMetaObject::invokeMethod(seat_->seat(), "go", Q_ARG(QString, QStringLiteral("duty")));
        QTRY_VERIFY(view());
        QTRY_VERIFY(grid()->rowCount() > 0);
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void a_shift_is_planned_by_keys_and_arrives() {
        auto* board = seat_->made("duty.rota.board");
        QMetaObject::invokeMethod(board, "go", Q_ARG(int, 1)); // a month that nobody has planned
        QTRY_COMPARE(cell(0, 2, "shift"), QString());
        QMetaObject::invokeMethod(table(), "forceActiveFocus");
        seat_->key(Qt::Key_Home);
        seat_->key(Qt::Key_Right);
        seat_->key(Qt::Key_Right);
        seat_->type(QStringLiteral("zw")); // 张伟
        auto* chooser = seat_->made("duty.rota.choices");
        QTRY_COMPARE(chooser->property("count").toInt(), 1);
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(cell(0, 2, "text"), QStringLiteral("张伟"));
        QCOMPARE(cell(0, 2, "changed"), QStringLiteral("true"));
        QVERIFY(seat_->hub.commands.isEmpty());

        // Taken back and done again: it is the same.
        seat_->key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(cell(0, 2, "text"), QString());
        seat_->key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(cell(0, 2, "text"), QStringLiteral("张伟"));

        QSignalSpy commanded(&seat_->hub, &SmallHub::commanded);
        seat_->key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(commanded.count(), 1);
        QCOMPARE(commanded[0][0].toByteArray(), QByteArray("POST /api/v1/duty/shifts"));
        QCOMPARE(planned_.shifts.size(), 1u);
        QCOMPARE(planned_.shifts[0].person, sample_.people[2].id);
        // The hub has it: nothing is left to be written.
        QTRY_COMPARE(cell(0, 2, "changed"), QStringLiteral("false"));
        QCOMPARE(cell(0, 2, "text"), QStringLiteral("张伟"));
        QCOMPARE(seat_->made("duty.rota.draft")->property("count").toInt(), 0);
    }

    void delete_takes_a_shift_out() {
        const int column = std::min(27, grid()->columnCount() - 1);
        QMetaObject::invokeMethod(seat_->made("duty.rota.board"), "go", Q_ARG(int, 1));
        QMetaObject::invokeMethod(seat_->made("duty.rota.posts"), "assign", Q_ARG(int, 0),
                                  Q_ARG(int, column),
                                  Q_ARG(QString, QString::fromStdString(sample_.people[4].id)));
        QTRY_COMPARE(cell(0, column, "text"), QStringLiteral("王强"));
        QMetaObject::invokeMethod(table(), "forceActiveFocus");
        QMetaObject::invokeMethod(table(), "show", Q_ARG(int, 0), Q_ARG(int, column));
        seat_->key(Qt::Key_Delete);
        QTRY_COMPARE(cell(0, column, "shift"), QString());
        QCOMPARE(seat_->made("duty.rota.draft")->property("count").toInt(), 0);
    }

    void a_week_is_fetched_and_people_have_lines() {
        auto* roster = seat_->made("duty.roster");
        for (const auto& mode :
             {QStringLiteral("week"), QStringLiteral("people"), QStringLiteral("month")}) {
            QMetaObject::invokeMethod(view(), "pick", Q_ARG(QString, mode));
            QTRY_VERIFY(!roster->property("fetching").toBool());
            QVERIFY(!roster->property("incomplete").toBool());
            QCOMPARE(seat_->made("duty.rota.board")->property("span").toString(),
                     mode == QLatin1String("week") ? mode : QStringLiteral("month"));
        }
    }

    void who_is_on_duty_opens_behind_the_button() {
        auto* panel = seat_->part("duty.onDutyPanel");
        QVERIFY(panel);
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, Qt::NoModifier,
                          seat_->item("DutyButton")
                              ->mapToScene(QPointF(20, seat_->item("DutyButton")->height() / 2))
                              .toPoint());
        QTRY_VERIFY(panel->property("opened").toBool());
        seat_->key(Qt::Key_Escape);
        QTRY_VERIFY(!panel->property("opened").toBool());
    }
};

QTEST_MAIN(RotaFlowTest)
#include "rota_flow_test.moc"
