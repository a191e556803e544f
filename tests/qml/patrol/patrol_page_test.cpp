// The page of the patrol groups, by mouse and keys.
#include "core/wall/wall_codec.h"
#include "tests/qml/patrol/patrol_sample.h"
#include "tests/qml/test_seat.h"

#include "app/link/session.h"
#include "app/patrol/patrol_round.h"
#include "app/patrol/shown_log.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QQuickItem>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

class PatrolPageTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    void begin(Role role = Role::operator_) {
        seat_ = std::make_unique<TestSeat>(false);
        auto& snapshot = seat_->hub.snapshot;
        putPatrolInto(snapshot, {u"rtsp://127.0.0.1:1/1"_s, u"rtsp://127.0.0.1:1/2"_s,
                                 u"rtsp://127.0.0.1:1/3"_s});
        seat_->hub.account.role = role;
        QVERIFY(
            seat_->hall->session().signInWithFile(seat_->hub.sessionFile(seat_->folder.path())));
        QVERIFY(QTest::qWaitFor([this] { return seat_->ready(); }, 60000));
        QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, u"go.patrol"_s),
                                  Q_ARG(QVariant, QVariant()));
        QVERIFY(page());
        QTRY_COMPARE(page()->property("group").toString(), group());
        QTRY_COMPARE(round().count(), 3);
        QMetaObject::invokeMethod(page(), "forceActiveFocus");
        QTRY_VERIFY(page()->property("activeFocus").toBool());
    }
    [[nodiscard]] static QString group() { return QString::fromStdString(patrolGroupId); }
    [[nodiscard]] QObject* page() const { return seat_->part("patrol.page"); }
    [[nodiscard]] QObject* dialog() const { return seat_->part("patrol.page.dialog"); }
    [[nodiscard]] PatrolRound& round() const {
        return *qobject_cast<PatrolRound*>(seat_->part("patrol.page.view.round"));
    }
    [[nodiscard]] QByteArray command() {
        return QTest::qWaitFor([this] { return !seat_->hub.commands.isEmpty(); }, 20000)
                   ? seat_->hub.commands.constLast()
                   : QByteArray();
    }

private Q_SLOTS:
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void keys_hold_it_and_go_from_camera_to_camera() {
        begin();
        QTRY_COMPARE(round().count(), 3);
        QVERIFY(round().number() > 0);
        QVERIFY(!round().isHeld());
        seat_->key(Qt::Key_P);
        QVERIFY(round().isHeld());
        const int at = round().number();
        seat_->key(Qt::Key_Right);
        QTRY_COMPARE(round().number(), at % 3 + 1);
        seat_->key(Qt::Key_P);
        QVERIFY(!round().isHeld());
    }

    void a_click_holds_it() {
        begin();
        auto* view = seat_->item("PatrolView");
        QVERIFY(view);
        const auto middle = view->mapToScene({view->width() / 2, view->height() / 2}).toPoint();
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, {}, middle);
        QTRY_VERIFY(round().isHeld());
    }

    void a_group_is_made_by_keys_alone() {
        begin();
        seat_->key(Qt::Key_N);
        QTRY_VERIFY(dialog()->property("opened").toBool());
        auto* chooser = seat_->part("patrol.page.dialog.chooser");
        QVERIFY(!dialog()->property("acceptEnabled").toBool());
        seat_->type(u"夜巡"_s);
        // Name, scope, time, by hand or by rule, search; then the list.
        for (int stop = 0; stop < 12 && chooser->property("chosen").toList().isEmpty(); ++stop) {
            seat_->key(Qt::Key_Tab);
            auto* focus = seat_->window().activeFocusItem();
            if (focus && focus->property("resourceId").isValid()) {
                seat_->key(Qt::Key_Return);
                seat_->key(Qt::Key_Down);
                seat_->key(Qt::Key_Return);
            }
        }
        QCOMPARE(chooser->property("chosen").toList().size(), 2);
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(command().startsWith("PUT /api/v1/patrol_groups/"));
        QTRY_VERIFY(!dialog()->property("opened").toBool());
        const auto sent = json::read<PatrolGroup>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent.has_value() && check(*sent).has_value());
        QCOMPARE(sent->name, std::string("夜巡"));
        const auto& known = seat_->hub.snapshot.values<PatrolGroup>().front().cameras;
        QVERIFY(sent->cameras == (std::vector<std::string>{known[0], known[1]}));
    }

    /// Others' changes stay as they are where nothing else is said.
    void an_edited_one_is_of_its_version() {
        begin();
        seat_->key(Qt::Key_E);
        QTRY_VERIFY(dialog()->property("opened").toBool());
        dialog()->setProperty("choice", u"rule"_s);
        QTRY_COMPARE(dialog()->property("found").toInt(), 3);
        // Somebody else changes it meanwhile: the hub has to see which one this was.
        auto others = seat_->hub.snapshot.values<PatrolGroup>().front();
        others.name = "others";
        others.version = 7;
        Entry entry;
        entry.kind = "patrol.changed";
        entry.entity = "patrol";
        entry.id = entry.subject = others.id;
        entry.body.values<PatrolGroup>() = {others};
        seat_->hub.push(entry);
        QTRY_COMPARE(page()
                         ->property("patrol")
                         .value<QObject*>()
                         ->property("store")
                         .value<QObject*>()
                         ->property("groups")
                         .toList()
                         .constFirst()
                         .toMap()[u"name"_s]
                         .toString(),
                     u"others"_s);
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(command(), QByteArray("PUT /api/v1/patrol_groups/").append(patrolGroupId.c_str()));
        const auto sent = json::read<PatrolGroup>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent.has_value() && check(*sent).has_value());
        QVERIFY(sent->choice == PatrolChoice::rule);
        QCOMPARE(sent->version, std::int64_t{1});
    }

    void one_is_removed_after_a_question() {
        begin();
        seat_->key(Qt::Key_Delete);
        auto* removal = seat_->part("patrol.page.removal");
        QTRY_VERIFY(removal->property("opened").toBool());
        QVERIFY(seat_->hub.commands.isEmpty());
        seat_->key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(command(),
                 QByteArray("DELETE /api/v1/patrol_groups/").append(patrolGroupId.c_str()));
    }

    void who_may_not_edit_looks() {
        begin(Role::auditor);
        seat_->key(Qt::Key_N);
        seat_->key(Qt::Key_E);
        seat_->key(Qt::Key_Delete);
        QVERIFY(!dialog()->property("visible").toBool());
        QVERIFY(!seat_->part("patrol.page.removal")->property("visible").toBool());
        seat_->key(Qt::Key_P);
        QVERIFY(round().isHeld());
    }

    /// Without a picture nothing is confirmed; an order can be raised, and Esc ends the round.
    void duty_goes_by_keys() {
        begin();
        seat_->key(Qt::Key_D);
        QVERIFY(page()->property("serving").toBool());
        auto* duty = seat_->part("patrol.page.duty");
        seat_->key(Qt::Key_Return);
        QCOMPARE(duty->property("seen").toInt(), 0);
        seat_->key(Qt::Key_Right);
        QCOMPARE(duty->property("number").toInt(), 2);
        seat_->key(Qt::Key_O);
        QCOMPARE(seat_->seat()->property("screen").toString(), u"map"_s);
        QVERIFY(seat_->part("orders")->property("formShown").toBool());
        QCOMPARE(seat_->part("orders.draft")->property("resource").toString(),
                 duty->property("camera").toString());
        seat_->seat()->setProperty("screen", u"patrol"_s);
        QMetaObject::invokeMethod(page(), "forceActiveFocus");
        seat_->key(Qt::Key_Escape);
        QVERIFY(!page()->property("serving").toBool());
        QCOMPARE(seat_->seat()->property("screen").toString(), u"patrol"_s);
    }

    void what_was_confirmed_is_shown() {
        begin();
        const auto round = [](const char* group, std::int64_t of, std::int64_t seen) {
            return json::write(PatrolShare{chengyun::new_id(), group, "王调度", system_now(),
                                           system_now(), of, seen, 1});
        };
        seat_->hub.page = [&](const QByteArray& path) {
            return path.startsWith("/api/v1/patrol_rounds")
                       ? QByteArray::fromStdString("{\"items\":[" + round("一", 10, 9) + "," +
                                                   round("二", 30, 30) + "]}")
                       : QByteArray();
        };
        auto* records = seat_->part("patrol.page.records");
        QMetaObject::invokeMethod(records, "begin");
        QTRY_COMPARE(records->property("rows").toList().size(), 1);
        const auto month = records->property("rows").toList().constFirst().toMap();
        QCOMPARE(month.value(u"percent"_s).toInt(), 97);
        QCOMPARE(month.value(u"rounds"_s).toInt(), 2);
        records->setProperty("shown", u"rounds"_s);
        QTRY_COMPARE(records->property("rows").toList().size(), 2);
        QCOMPARE(records->property("rows").toList().constFirst().toMap().value(u"percent"_s), 90);
    }

    /// Page after page, and nothing in it runs as a formula.
    void what_was_shown_goes_into_a_file() {
        begin();
        ShownCamera shown;
        shown.group = shown.camera = patrolGroupId;
        shown.from = instant_of(1'790'000'000'000);
        shown.to = shown.from + std::chrono::seconds(15);
        shown.machine = "wall-1";
        shown.by_name = "=cmd()";
        shown.group_name = "汉江, \"沿线\"";
        shown.camera_name = "摄像机 1";
        seat_->hub.page = [shown](const QByteArray& path) mutable {
            if (!path.startsWith("/api/v1/patrol_shown"))
                return QByteArray();
            const auto after = path.mid(path.indexOf("after=") + 6).toInt();
            shown.number = after + 1;
            return QByteArray::fromStdString(after < 2 ? "{\"items\":[" + json::write(shown) + "]}"
                                                       : "{\"items\":[]}");
        };
        const auto file = seat_->folder.filePath(u"shown.csv"_s);
        auto& log = *qobject_cast<ShownLog*>(seat_->made("patrol.shownLog"));
        QString said;
        connect(&log, &ShownLog::exported, &log, [&](const QString& text) { said = text; });
        log.exportCsv(QUrl::fromLocalFile(file), 0, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), 20000);
        QVERIFY(said.contains(u'2'));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const auto lines = read.readAll().split('\n');
        QCOMPARE(lines.size(), 4); // a heading, two rows, and the end of the last line
        QVERIFY(lines[1].startsWith("\"wall-1\",\"'=cmd()\",\"汉江, \"\"沿线\"\"\","));
        QVERIFY(lines[1].endsWith(",\"15\"\r"));
    }

    /// From the command bar, by its name.
    void a_found_one_is_shown() {
        begin();
        seat_->seat()->setProperty("screen", u"map"_s);
        auto other = seat_->hub.snapshot.values<PatrolGroup>().front();
        other.id = "0192f1a0-0000-7000-8000-00000000d002";
        other.name = "城区夜巡";
        Entry entry;
        entry.kind = "patrol.changed";
        entry.entity = "patrol_group";
        entry.id = entry.subject = other.id;
        entry.body.values<PatrolGroup>() = {other};
        seat_->hub.push(entry);
        auto* store = qobject_cast<PatrolStore*>(seat_->made("patrol.store"));
        QTRY_COMPARE(store->groups().size(), 2);
        QMetaObject::invokeMethod(seat_->seat(), "show", Q_ARG(QString, u"patrol"_s),
                                  Q_ARG(QString, QString::fromStdString(other.id)));
        QCOMPARE(seat_->seat()->property("screen").toString(), u"patrol"_s);
        QCOMPARE(page()->property("group").toString(), QString::fromStdString(other.id));
    }

    void what_is_shown_is_told_to_a_reader() {
        QAccessible::setActive(true);
        begin();
        auto* picture = qobject_cast<QQuickItem*>(seat_->part("patrol.page.view.picture"));
        QVERIFY(picture);
        const auto* read = QAccessible::queryAccessibleInterface(picture);
        QVERIFY(read);
        const auto name = read->text(QAccessible::Name);
        QVERIFY2(name.contains(u"/3"_s) && name.contains(u"摄像机 "_s), qPrintable(name));
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    PatrolPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "patrol_page_test.moc"
