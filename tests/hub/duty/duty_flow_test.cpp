// Duty from outside, through a real hub that is killed in between: planned, late, stood in for,
// exchanged, on leave, handed over.
#include "tests/support/hub_under_test.h"

#include <QDateTime>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using chengyun::test::HttpAnswer;
using chengyun::test::HubUnderTest;
using chengyun::test::newKey;

class DutyFlowTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;
    QByteArray commander_, ann_, bob_;
    QString post_, annId_, bobId_;
    QStringList shifts_;

    static QString freshId() { return QString::fromLatin1(newKey()); }
    static qint64 minutes(int from_now) {
        return QDateTime::currentMSecsSinceEpoch() + from_now * 60'000LL;
    }
    HttpAnswer post(const QString& path, const QByteArray& token, const QJsonObject& body = {}) {
        return hub.command("POST", u"/api/v1/duty/"_s + path, token, body);
    }
    /// The first after-image of that kind.
    static QJsonObject image(const HttpAnswer& answer, const char* kind) {
        return answer.json()["change"_L1][QLatin1StringView(kind)][0].toObject();
    }
    QByteArray makeAccount(const QString& name, QString& id) {
        const QJsonObject account{{"name"_L1, name},
                                  {"display_name"_L1, name},
                                  {"role"_L1, "operator"_L1},
                                  {"password"_L1, "a long enough word"_L1}};
        if (hub.command("POST", u"/api/v1/accounts"_s, hub.signIn(u"admin"_s), account).status !=
            200)
            return {};
        const auto session =
            hub.command("POST", u"/api/v1/sessions"_s, {},
                        {{"name"_L1, name}, {"password"_L1, "a long enough word"_L1}});
        const auto token = session.json()["token"_L1].toString().toLatin1();
        id = hub.get(u"/api/v1/me"_s, token).json()["id"_L1].toString();
        return token;
    }
    QString makePerson(const QString& name, const QString& account) {
        const auto id = freshId();
        const auto put = hub.command("PUT", u"/api/v1/duty/people/"_s + id, commander_,
                                     {{"id"_L1, id},
                                      {"name"_L1, name},
                                      {"unit"_L1, QString()},
                                      {"account"_L1, account},
                                      {"active"_L1, true},
                                      {"version"_L1, 0}});
        return put.status == 200 ? id : QString();
    }
    QJsonObject shift(int index, const QString& person, int from, int to) {
        shifts_ << freshId();
        Q_ASSERT(shifts_.size() == index + 1);
        return {{"id"_L1, shifts_[index]},   {"post"_L1, post_},      {"person"_L1, person},
                {"start"_L1, minutes(from)}, {"end"_L1, minutes(to)}, {"version"_L1, 0}};
    }
    QStringList timeline(const QString& subject, QJsonObject* sheet = nullptr) {
        QStringList kinds;
        const auto answer = hub.get(u"/api/v1/timeline?subject="_s + subject, commander_).json();
        for (const auto& entry : answer["items"_L1].toArray()) {
            kinds << entry["kind"_L1].toString();
            if (sheet && entry["body"_L1]["handovers"_L1].isArray())
                *sheet = entry["body"_L1]["handovers"_L1][0].toObject();
        }
        return kinds;
    }
    void killed() {
        hub.kill();
        QVERIFY2(hub.start(), hub.log().constData());
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub.start(), hub.log().constData());
        commander_ = hub.signIn(u"commander"_s);
        QString annAccount, bobAccount;
        ann_ = makeAccount(u"ann"_s, annAccount);
        bob_ = makeAccount(u"bob"_s, bobAccount);
        annId_ = makePerson(u"ann"_s, annAccount);
        // At a seat it is the name that people know.
        QVERIFY(makePerson(u"bob"_s, u"bop"_s).isEmpty());
        bobId_ = makePerson(u"bob"_s, u"bob"_s);
        QVERIFY(!annId_.isEmpty() && !bobId_.isEmpty());
        post_ = freshId();
        QCOMPARE(hub.command("PUT", u"/api/v1/duty/posts/"_s + post_, commander_,
                             {{"id"_L1, post_},
                              {"kind"_L1, "dispatcher"_L1},
                              {"name"_L1, u"夜间调度"_s},
                              {"unit"_L1, QString()},
                              {"qualification"_L1, QString()},
                              {"people"_L1, 1},
                              {"days"_L1, "every"_L1},
                              {"from_minute"_L1, 0},
                              {"until_minute"_L1, 1440},
                              {"rest_minutes"_L1, 0},
                              {"grace_minutes"_L1, 10},
                              {"hands_over"_L1, true},
                              {"closed"_L1, false},
                              {"version"_L1, 0}})
                     .status,
                 200);
    }

    void hostile_bodies_change_nothing_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char* path, const char* body, int status) {
            QTest::addRow("%s %s", path, body)
                << QString::fromLatin1(path) << QByteArray(body) << status;
        };
        row("shifts", "", 400);
        row("shifts", "{", 400);
        row("shifts", "[]", 422);
        row("shifts", R"({"shifts":[],"cancelled":[]})", 422);
        row("shifts", R"({"shifts":[],"more":1})", 422);
        row("shifts", R"({"cancelled":["x"]})", 422);
        row("shifts/x/check_in", R"({"from":"moon"})", 422);
        row("shifts/x/check_in", R"({"from":"seat"})", 404);
        row("shifts/x/close", R"({"force":true})", 422);
        row("exchanges/x/steal", "{}", 404);
        row("leaves/x/approve", "{}", 404);
        row("handovers/x/accept", R"({"item":"y"})", 404);
        row("log", R"({"id":"x","kind":"note","text":"x"})", 422);
        row("log/x/settle", "{}", 404);
    }
    void hostile_bodies_change_nothing() {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        const auto head = hub.get(u"/api/v1/snapshot"_s, commander_).json()["seq"_L1].toInteger();
        const auto answer =
            hub.request("POST", u"/api/v1/duty/"_s + path, commander_, body,
                        {{"Idempotency-Key", newKey()}, {"Content-Type", "application/json"}});
        QTEST(answer.status, "status");
        QCOMPARE(hub.get(u"/api/v1/snapshot"_s, commander_).json()["seq"_L1].toInteger(), head);
    }

    void planned_and_late() {
        QJsonArray planned{shift(0, annId_, -20, 25), shift(1, bobId_, 25, 500),
                           shift(2, annId_, 1440, 1900), shift(3, bobId_, 2880, 3300)};
        QCOMPARE(post(u"shifts"_s, ann_, {{"shifts"_L1, planned}}).status, 403);
        const auto key = newKey();
        const auto path = u"/api/v1/duty/shifts"_s;
        const auto done = hub.command("POST", path, commander_, {{"shifts"_L1, planned}}, key);
        QCOMPARE(done.status, 200);
        // Repeated, also by a hub that has died: the same answer, and nothing twice.
        killed();
        QCOMPARE(hub.command("POST", path, commander_, {{"shifts"_L1, planned}}, key).body,
                 done.body);
        QTRY_VERIFY(timeline(shifts_[0]).contains("shift.late"_L1));
        const auto roster =
            hub.get(u"/api/v1/duty/roster?from=%1&to=%2"_s.arg(minutes(2000)).arg(minutes(3400)),
                    ann_)
                .json();
        bool found = false;
        for (const auto& there : roster["shifts"_L1].toArray())
            found = found || there["id"_L1].toString() == shifts_[3];
        QVERIFY(found);
    }

    void stood_in_for() {
        const auto path = u"shifts/%1/stand_in"_s.arg(shifts_[0]);
        QCOMPARE(post(path, bob_, {{"person"_L1, bobId_}}).status, 403);
        const auto given = post(path, commander_, {{"person"_L1, bobId_}});
        QCOMPARE(image(given, "shifts")["stands_in_for"_L1].toString(), annId_);
        // She has come after all.
        const auto back = post(path, commander_, {{"person"_L1, annId_}});
        QCOMPARE(image(back, "shifts")["stands_in_for"_L1].toString(), QString());
    }

    void exchanged() {
        const auto id = freshId();
        const auto asked = post(u"exchanges"_s, ann_,
                                {{"id"_L1, id},
                                 {"shift"_L1, shifts_[2]},
                                 {"other"_L1, bobId_},
                                 {"in_return"_L1, shifts_[3]},
                                 {"reason"_L1, u"家中有事"_s}});
        QCOMPARE(asked.status, 200);
        QCOMPARE(post(u"exchanges/%1/agree"_s.arg(id), bob_).status, 200);
        killed();
        const auto approved = post(u"exchanges/%1/approve"_s.arg(id), commander_);
        QCOMPARE(approved.status, 200);
        QCOMPARE(approved.json()["change"_L1]["shifts"_L1].toArray().size(), 2);
        QCOMPARE(post(u"exchanges/%1/approve"_s.arg(id), commander_).status, 409);
    }

    void on_leave() {
        const auto id = freshId();
        QCOMPARE(post(u"leaves"_s, bob_,
                      {{"id"_L1, id},
                       {"start"_L1, minutes(5000)},
                       {"end"_L1, minutes(6000)},
                       {"reason"_L1, u"体检"_s}})
                     .status,
                 200);
        QCOMPARE(post(u"leaves/%1/approve"_s.arg(id), ann_).status, 403);
        QCOMPARE(post(u"leaves/%1/approve"_s.arg(id), commander_).status, 200);
    }

    void shown_from_a_sheet() {
        const auto head = hub.get(u"/api/v1/snapshot"_s, commander_).json()["seq"_L1].toInteger();
        const auto answer = hub.request(
            "POST", u"/api/v1/duty/import?name=rota.csv"_s, commander_,
            u"日期,岗位,值班人\n2030-01-01,夜间调度,ann\n2030-01-02,夜间调度,谁\n"_s.toUtf8(),
            {{"Content-Type", "text/csv"}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()["shifts"_L1][0]["person"_L1].toString(), annId_);
        QCOMPARE(answer.json()["refused"_L1][0]["line"_L1].toInt(), 3);
        QCOMPARE(hub.get(u"/api/v1/snapshot"_s, commander_).json()["seq"_L1].toInteger(), head);
    }

    void handed_over() {
        const auto close = u"shifts/%1/close"_s.arg(shifts_[0]);
        QCOMPARE(
            post(u"shifts/%1/check_in"_s.arg(shifts_[0]), ann_, {{"from"_L1, "seat"_L1}}).status,
            200);
        QJsonObject sheet;
        QTRY_VERIFY(timeline(shifts_[0], &sheet).contains("handover.drafted"_L1));
        const auto path = u"handovers/%1/"_s.arg(sheet["id"_L1].toString());
        QCOMPARE(post(u"log"_s, ann_,
                      {{"id"_L1, freshId()}, {"kind"_L1, "event"_L1}, {"text"_L1, u"水位回落"_s}})
                     .status,
                 200);
        QCOMPARE(
            post(path + "remark"_L1, ann_, {{"id"_L1, freshId()}, {"title"_L1, u"钥匙在抽屉里"_s}})
                .status,
            200);
        QCOMPARE(post(close, ann_).status, 409);
        QCOMPARE(post(path + "hand_over"_L1, ann_).status, 200);
        killed();
        QCOMPARE(post(path + "accept"_L1, bob_).status, 409);
        QCOMPARE(post(close, ann_).status, 409);
        bool accepted = false;
        while (!accepted) {
            timeline(shifts_[0], &sheet);
            for (const auto& item : sheet["items"_L1].toArray())
                if (!item.toObject().contains("acknowledged"_L1))
                    QCOMPARE(
                        post(path + "acknowledge"_L1, bob_, {{"item"_L1, item["id"_L1]}}).status,
                        200);
            const auto answer = post(path + "accept"_L1, bob_);
            QVERIFY(answer.status == 200 || answer.problem() == "wrong_state"_L1);
            accepted = image(answer, "handovers")["state"_L1] == "accepted"_L1;
        }
        killed();
        const auto kinds = timeline(shifts_[0], &sheet);
        QCOMPARE(kinds.last(), u"shift.closed"_s);
        QCOMPARE(kinds.count("handover.accepted"_L1), 1);
        QStringList titles;
        for (const auto& item : sheet["items"_L1].toArray())
            titles << item["title"_L1].toString();
        QVERIFY(titles.contains(u"水位回落"_s) && titles.contains(u"钥匙在抽屉里"_s));
        QCOMPARE(hub.get(u"/api/v1/duty/log?q=%E6%B0%B4%E4%BD%8D%E5%9B%9E"_s, bob_)
                     .json()["duty_log"_L1]
                     .toArray()
                     .size(),
                 1);
    }

    void cleanupTestCase() {
        QCOMPARE(hub.stop(), 0);
        QProcess verify;
        verify.start(HubUnderTest::program(u"chengyun-hub"_s),
                     {u"verify"_s, u"--data-dir"_s, hub.dataDir()});
        QVERIFY(verify.waitForFinished(60'000));
        QVERIFY2(verify.exitCode() == 0, verify.readAllStandardOutput().constData());
    }
};

QTEST_GUILESS_MAIN(DutyFlowTest)
#include "duty_flow_test.moc"
