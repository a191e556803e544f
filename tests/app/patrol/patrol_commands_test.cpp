// What is done to patrol groups: judged at once by the hub's rules, and then in the outbox. And how
// they are found.
#include "app/orders/orders_capability.h"
#include "app/patrol/patrol_capability.h"
#include "app/resources/resources_capability.h"
#include "app/video/video_capability.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/patrol/patrol_hall.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::Outbox;

namespace {

struct Desk {
    QTemporaryDir folder;
    SharedDesk shared_{folder.path()};
    console::ResourcesCapability resources{shared_.shared};
    console::OrdersCapability orders{shared_.shared, resources};
    console::VideoCapability video{shared_.shared, resources};
    console::PatrolCapability patrol{shared_.shared, resources, orders, video};
    console::PatrolCommands& commands = *patrol.commands();
    QString group = QString::fromStdString(groupId);

    Desk() {
        shared_.link.become(QUrl(u"http://127.0.0.1:9"_s), u"wang"_s, "t");
        Q_EMIT shared_.feed.loaded(shared(patrolHall()));
    }
    /// Waits for the command on disk; its body.
    QByteArray kept() {
        Outbox& outbox = shared_.outbox;
        if (!QTest::qWaitFor([&] { return outbox.rowCount() == 1; }))
            return "nothing";
        return outbox.bodyOf(outbox.data(outbox.index(0), Outbox::KeyRole).toString());
    }
    QVariantMap written(std::initializer_list<std::pair<QString, QVariant>> changes) {
        auto form = commands.form(group);
        for (const auto& [key, value] : changes)
            form.insert(key, value);
        return form;
    }
};

} // namespace

class PatrolCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_group_is_kept_as_it_was_written() {
        Desk desk;
        QVERIFY(desk.commands.save(desk.written({{u"name"_s, u" 城区夜巡 "_s}, {u"dwell"_s, 30}})));
        const auto sent = json::read<PatrolGroup>(desk.kept().toStdString());
        QVERIFY(sent.has_value());
        auto expected = threeCameras();
        expected.name = "城区夜巡";
        expected.dwell_s = 30;
        expected.started = {};
        QVERIFY(*sent == expected);
    }

    void a_new_one_is_of_a_rule() {
        Desk desk;
        auto form = desk.commands.form({});
        QCOMPARE(form.value(u"id"_s).toString(), QString());
        form.insert(u"name"_s, u"在办指令周边"_s);
        form.insert(u"choice"_s, u"rule"_s);
        form.insert(u"ruleArea"_s, u"420114001000"_s);
        form.insert(u"ruleKind"_s, u"other"_s);
        QCOMPARE(desk.commands.countOf(form), cameraCount);
        form.insert(u"nearKm"_s, 3.0);
        QCOMPARE(desk.commands.countOf(form), 0);
        QVERIFY(desk.commands.save(form));
        const auto sent = json::read<PatrolGroup>(desk.kept().toStdString());
        QVERIFY(sent.has_value() && check(*sent).has_value());
        QVERIFY(sent->rule == (PatrolRule{"420114001000", "other", 3000}));
        QCOMPARE(sent->version, std::int64_t{0});
    }

    void refuses_at_once_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("field");
        QTest::newRow("no name") << u"name"_s << QVariant(u" "_s) << u"name"_s;
        QTest::newRow("too short") << u"dwell"_s << QVariant(1) << u"dwell_s"_s;
        QTest::newRow("no camera") << u"cameras"_s << QVariant(QStringList()) << u"cameras"_s;
    }
    void refuses_at_once() {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        Desk desk;
        QVERIFY(!desk.commands.save(desk.written({{key, value}})));
        QTEST(desk.commands.failureField(), "field");
        QVERIFY(!desk.commands.failureText().isEmpty());
        QCOMPARE(desk.shared_.outbox.rowCount(), 0);
        QVERIFY(desk.commands.save(desk.written({})));
        QVERIFY(desk.commands.failureText().isEmpty());
    }

    void what_is_not_there_is_not_removed() {
        Desk desk;
        QVERIFY(!desk.commands.remove(u"0"_s));
        QVERIFY(desk.commands.remove(desk.group));
        QVERIFY(desk.kept() != "nothing");
    }

    void groups_are_listed_and_found() {
        Desk desk;
        const auto listed = desk.patrol.store()->groups();
        QCOMPARE(listed.size(), 1);
        const auto row = listed.constFirst().toMap();
        QCOMPARE(row.value(u"name"_s).toString(), u"汉江沿线"_s);
        QCOMPARE(row.value(u"count"_s).toInt(), 3);
        QCOMPARE(row.value(u"areaName"_s).toString(), u"蔡甸区"_s);
        for (const auto& typed : {u"汉江"_s, u"hjyx"_s, u"HANJIANG"_s, u" "_s})
            QCOMPARE(desk.patrol.store()->matching(typed).size(), 1);
        QVERIFY(desk.patrol.store()->matching(u"cj"_s).isEmpty());
        const auto found = desk.patrol.findables();
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().kind, std::string("patrol"));
        QCOMPARE(found.front().id, groupId);
        QVERIFY(desk.patrol.lookOf(found.front()).subtitle.contains(u'3'));
    }
};

QTEST_GUILESS_MAIN(PatrolCommandsTest)
#include "patrol_commands_test.moc"
