// A unit is called into a consultation, on a real phone-sized browser, through the real hub and the
// real Janus: it rings, one tap joins, two see and hear each other, and what breaks mends itself.
#include "tests/flows/consult_phone.h"
#include "tests/flows/field_hall.h"
#include "tests/flows/live_seat.h"
#include "tests/support/janus_under_test.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace chengyun::test;

namespace {

constexpr int patience = 30'000; // ms

} // namespace

class FieldConsultTest : public QObject {
    Q_OBJECT

    JanusUnderTest janus_;
    FieldHall hall{janus_.flags()};
    HubUnderTest& hub = hall.hub;
    WebDriver& phone = hall.phone;
    WebDriver other_;
    ConsultPhone one_{phone}, two_{other_};
    QString room_, neighbour_;
    QStringList members_;

    bool has_janus() const { return JanusUnderTest::is_there(); }
    int act(const QByteArray& who, const QString& what, const QJsonObject& body = {}) {
        return hub.command("POST", u"/api/v1/consults/%1/%2"_s.arg(room_, what), who, body).status;
    }
    QString state_of(const QString& member) {
        const auto room = hub.get(u"/api/v1/consults/"_s + room_, hall.operatorToken).json();
        for (const auto& one : room["members"_L1].toArray())
            if (one["id"_L1] == member)
                return one["state"_L1].toString();
        return {};
    }
    int call(const QString& unit) {
        return act(
            hall.operatorToken, u"call"_s,
            {{"call"_L1, QJsonArray{QJsonObject{
                             {"id"_L1, unit}, {"kind"_L1, "unit"_L1}, {"post"_L1, ""_L1}}}}});
    }
    bool media() {
        return hub.get(u"/api/v1/consult_media"_s, hall.operatorToken)
            .json()["available"_L1]
            .toBool();
    }
    QJsonArray called(const QString& unit) {
        return {QJsonObject{{"id"_L1, unit}, {"kind"_L1, "unit"_L1}, {"post"_L1, ""_L1}}};
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start(WebDriver::media());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(hall.makeNeighbour());
        QVERIFY(hall.signIn());
        one_.spy();
    }

    void the_page_allows_what_it_needs_and_no_more() {
        const auto page = hub.get(u"/field"_s);
        const auto policy = page.header("content-security-policy");
        QVERIFY2(policy.contains(QByteArray("connect-src 'self' ws://127.0.0.1:%1;")
                                     .replace("%1", QByteArray::number(janus_.seats))),
                 policy);
        QCOMPARE(page.header("permissions-policy"),
                 QByteArray("camera=(self), geolocation=(self), microphone=(self)"));
        const auto manage = hub.get(u"/manage"_s);
        QVERIFY(manage.header("content-security-policy").contains("connect-src 'self';"));
        QCOMPARE(manage.header("permissions-policy"),
                 QByteArray("camera=(), geolocation=(), microphone=()"));
    }

    void a_call_rings_and_can_be_declined() {
        room_ = QString::fromLatin1(newKey());
        const auto made = hub.command("POST", u"/api/v1/consults"_s, hall.operatorToken,
                                      {{"id"_L1, room_},
                                       {"kind"_L1, "standing"_L1},
                                       {"title"_L1, u"临江路积水处置会商 <b>"_s},
                                       {"order"_L1, ""_L1},
                                       {"area"_L1, ""_L1},
                                       {"call"_L1, called(hall.unit)}});
        QVERIFY2(made.status == 200, made.body);
        // By itself, over the stream.
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u"#ring"_s), patience);
        QVERIFY(phone.text(u"#ring h1"_s).contains(u"<b>"_s)); // text, not markup
        QTRY_VERIFY(phone.run(u"return spied.shakes > 0"_s).toBool());
        one_.shot(u"1-ringing"_s);
        QVERIFY2(phone.click(u"[data-ring=decline]"_s), qPrintable(phone.problem()));
        QTRY_VERIFY(!phone.has(u"#ring"_s));
        QTRY_COMPARE(state_of(hall.unit), u"declined"_s);
        QTRY_VERIFY(phone.has(u"[data-consult-card][data-state=declined]"_s));
        one_.shot(u"2-declined"_s);
    }

    void a_call_stands_above_a_sheet_and_ends_when_it_is_taken_back() {
        const auto issued = hall.issue(u"临江路路口积水处置"_s);
        QVERIFY(hall.openOrder(issued));
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.has(u"[data-act=report]"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QTRY_VERIFY(phone.has(u".sheet:modal"_s));
        QCOMPARE(call(hall.unit), 200);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u"#ring"_s), patience);
        QVERIFY(phone
                    .run(u"const at = document.elementFromPoint(195, 300);"
                         "return !!at.closest('#ring')"_s)
                    .toBool());
        QCOMPARE(act(hall.operatorToken, u"remove"_s, {{"member"_L1, hall.unit}}), 200);
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u"#ring"_s), patience);
        QVERIFY(phone.has(u".sheet:modal"_s)); // with what was being written
        phone.run(u"document.querySelector('.sheet').close()"_s);
        QVERIFY(hall.backToList());
    }

    void without_the_media_server_one_waits_and_is_told() {
        QCOMPARE(call(hall.unit), 200);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u"#ring"_s), patience);
        QVERIFY2(phone.click(u"[data-ring=accept]"_s), qPrintable(phone.problem()));
        QTRY_COMPARE_WITH_TIMEOUT(state_of(hall.unit), u"in"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u".note.busy"_s).contains(u"音视频服务"_s), patience);
        QCOMPARE(one_.phase(), u"connecting"_s);
        one_.shot(u"3-no-media-server"_s);
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        janus_.start();
        QTRY_COMPARE_WITH_TIMEOUT(one_.phase(), u"in"_s, patience); // by itself
        QTRY_VERIFY(phone.text(u".alone"_s).contains(u"尚未加入"_s));
        one_.shot(u"4-alone"_s);
    }

    void two_see_and_hear_each_other() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        QVERIFY2(other_.start({390, 844}, u"en-GB"_s, WebDriver::media()),
                 qPrintable(other_.problem()));
        other_.open(hub.url(u"/field"_s));
        QTRY_VERIFY_WITH_TIMEOUT(other_.has(u"#sign-in"_s), patience);
        QVERIFY(other_.type(u"#name"_s, u"neighbour"_s));
        QVERIFY(other_.type(u"#password"_s, FieldHall::neighbourPassword));
        QVERIFY(other_.click(u"#sign-in"_s));
        QTRY_VERIFY_WITH_TIMEOUT(other_.has(u"#orders"_s), patience);
        two_.spy();
        neighbour_ =
            hub.get(u"/api/v1/me"_s,
                    hub.request(
                           "POST", u"/api/v1/sessions"_s, {},
                           QJsonDocument(QJsonObject{{"name"_L1, "neighbour"_L1},
                                                     {"password"_L1, FieldHall::neighbourPassword}})
                               .toJson())
                        .json()["token"_L1]
                        .toString()
                        .toLatin1())
                .json()["unit"_L1]
                .toString();
        QVERIFY(!neighbour_.isEmpty());
        QCOMPARE(call(neighbour_), 200);
        QTRY_VERIFY_WITH_TIMEOUT(other_.has(u"#ring"_s), patience);
        two_.shot(u"1-ringing-en"_s);
        QElapsedTimer joining;
        joining.start();
        QVERIFY2(other_.click(u"[data-ring=accept]"_s), qPrintable(other_.problem()));
        QTRY_COMPARE_WITH_TIMEOUT(two_.phase(), u"in"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.moving(), 1, patience);
        qInfo("from the tap to the other's moving picture: %lld ms", joining.elapsed());
        QTRY_COMPARE_WITH_TIMEOUT(one_.moving(), 1, patience);
        for (auto* each : {&one_, &two_}) {
            QTRY_VERIFY_WITH_TIMEOUT(each->heard() > 0, patience);
            const auto before = each->heard();
            QTRY_VERIFY_WITH_TIMEOUT(each->heard() > before, patience);
            QTRY_VERIFY_WITH_TIMEOUT(!each->sends().isEmpty(), patience);
            qInfo() << "sends" << each->sends();
        }
        // Who speaks can be told, by which the page knows whom to make large.
        // A browser's fake microphone beeps for a moment each second: the page looks often.
        phone.run(u"spied.loudest = 0;"
                  "spied.listening = setInterval(() => {"
                  "    for (const each of spied.connections.flatMap(one => one.getReceivers()))"
                  "        if (each.track.kind === 'audio')"
                  "            spied.loudest = Math.max(spied.loudest,"
                  "                each.getSynchronizationSources()[0]?.audioLevel ?? 0);"
                  "}, 10)"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.run(u"return spied.loudest > 0.02"_s).toBool(), patience);
        phone.run(u"clearInterval(spied.listening)"_s);
        QVERIFY(phone.text(u".consult-room header"_s).contains(u"2 人"_s));
        one_.shot(u"5-two"_s);
        two_.shot(u"5-two-en"_s);
    }

    void what_is_muted_is_not_sent() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        const auto enabled = [&](const char* kind) {
            return other_
                .run(u"return spied.tracks.filter(track => track.kind === arguments[0] &&"
                     "    track.readyState === 'live').every(track => track.enabled)"_s,
                     {QLatin1StringView(kind)})
                .toBool();
        };
        QVERIFY(enabled("audio") && enabled("video"));
        QVERIFY2(other_.click(u"[data-consult=mute]"_s), qPrintable(other_.problem()));
        QTRY_VERIFY(!enabled("audio"));
        QVERIFY(other_.click(u"[data-consult=dark]"_s));
        QTRY_VERIFY(!enabled("video"));
        two_.shot(u"6-muted-en"_s);
        QVERIFY(other_.click(u"[data-consult=mute]"_s));
        QVERIFY(other_.click(u"[data-consult=dark]"_s));
        QTRY_VERIFY(enabled("audio") && enabled("video"));
    }

    void the_other_camera_takes_its_place() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        const auto camera = [&] {
            return other_
                .run(
                    u"return document.querySelector('.own video').srcObject.getVideoTracks()[0].id"_s)
                .toString();
        };
        const auto before = camera();
        QVERIFY2(other_.click(u"[data-consult=turn]"_s), qPrintable(other_.problem()));
        QTRY_VERIFY_WITH_TIMEOUT(!camera().isEmpty() && camera() != before, patience);
        QTRY_COMPARE_WITH_TIMEOUT(one_.moving(), 1, patience); // by the same connection
        QCOMPARE(two_.held(), 2);                              // the first camera is let go
    }

    void eight_are_in_the_room() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        const QStringList names{u"王建国"_s, u"区应急管理局 李海峰"_s,
                                u"陈晓"_s,   u"市水务局防汛抗旱指挥部办公室 欧阳文静"_s,
                                u"赵敏"_s,   u"孙立"_s};
        const auto admin = hub.signIn(u"admin"_s);
        for (const auto& name : names) {
            const auto number = names.indexOf(name);
            const auto account = u"guest.of.hall.%1"_s.arg(number);
            const auto password = u"a long password for %1"_s.arg(number);
            const auto made = hub.command("POST", u"/api/v1/accounts"_s, admin,
                                          {{"name"_L1, account},
                                           {"display_name"_L1, name},
                                           {"role"_L1, "operator"_L1},
                                           {"password"_L1, password}});
            QVERIFY2(made.status == 200, made.body);
            const auto session = hub.request("POST", u"/api/v1/sessions"_s, {},
                                             QJsonDocument(QJsonObject{{"name"_L1, account},
                                                                       {"password"_L1, password}})
                                                 .toJson())
                                     .json();
            const auto token = session["token"_L1].toString().toLatin1();
            QCOMPARE(act(token, u"enter"_s), 200); // into the lobby
            QCOMPARE(act(hall.operatorToken, u"let_in"_s,
                         {{"member"_L1, session["account"_L1]["id"_L1]}}),
                     200);
            members_ << session["account"_L1]["id"_L1].toString();
        }
        QTRY_COMPARE_WITH_TIMEOUT(one_.tiles(), 7, patience);
        QVERIFY(phone.text(u".consult-room header"_s).contains(u"8 人"_s));
        one_.shot(u"11-eight"_s);
        two_.shot(u"11-eight-en"_s);
        for (const auto& member : std::as_const(members_))
            QCOMPARE(act(hall.operatorToken, u"remove"_s, {{"member"_L1, member}}), 200);
        QTRY_COMPARE_WITH_TIMEOUT(one_.tiles(), 1, patience);
    }

    void the_media_server_is_killed_and_all_come_back() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        QCOMPARE(one_.phase(), u"in"_s);
        QElapsedTimer since;
        since.start();
        janus_.kill();
        QTRY_COMPARE_WITH_TIMEOUT(one_.phase(), u"lost"_s, patience);
        one_.shot(u"7-lost"_s);
        QTRY_COMPARE_WITH_TIMEOUT(one_.phase(), u"in"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.phase(), u"in"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(one_.moving(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.moving(), 1, patience);
        qInfo("from the kill to moving pictures at both: %lld ms", since.elapsed());
        QCOMPARE(one_.tiles(), 1);
        QCOMPARE(state_of(hall.unit), u"in"_s);
    }

    void a_path_that_is_dead_without_a_word_is_noticed() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        QCOMPARE(one_.phase(), u"in"_s);
        janus_.freeze();
        QTRY_COMPARE_WITH_TIMEOUT(one_.phase(), u"lost"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.phase(), u"lost"_s, patience);
        QElapsedTimer since;
        since.start();
        janus_.thaw();
        QTRY_COMPARE_WITH_TIMEOUT(one_.phase(), u"in"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.phase(), u"in"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(one_.moving(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.moving(), 1, patience);
        qInfo("from the thaw to moving pictures at both: %lld ms", since.elapsed());
        // What it kept of those before is gone: nobody is seen twice.
        QTRY_COMPARE_WITH_TIMEOUT(one_.tiles(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.tiles(), 1, patience);
    }

    void the_hub_is_killed_and_nobody_notices() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        hub.kill();
        QVERIFY2(hub.start(), hub.log().constData());
        QTRY_VERIFY_WITH_TIMEOUT(media(), patience);
        QCOMPARE(one_.phase(), u"in"_s);
        QTRY_COMPARE_WITH_TIMEOUT(one_.moving(), 1, patience);
        hall.operatorToken = hub.signIn(u"operator"_s);
    }

    void who_is_removed_goes_dark() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        QCOMPARE(act(hall.operatorToken, u"remove"_s, {{"member"_L1, neighbour_}}), 200);
        QTRY_VERIFY_WITH_TIMEOUT(!other_.has(u".consult-room"_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(two_.held(), 0, patience); // camera and microphone are let go
        QTRY_COMPARE_WITH_TIMEOUT(one_.tiles(), 0, patience);
        QTRY_VERIFY(!other_.has(u"[data-consult-card]"_s));
        two_.shot(u"8-removed-en"_s);
    }

    void who_may_not_use_a_camera_takes_part_and_is_told() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        // The browser asks, and the person says no.
        other_.run(u"navigator.mediaDevices.getUserMedia = async () => {"
                   "    throw new DOMException('no', 'NotAllowedError');"
                   "};"_s);
        QCOMPARE(call(neighbour_), 200);
        QTRY_VERIFY_WITH_TIMEOUT(other_.has(u"#ring"_s), patience);
        QVERIFY(other_.click(u"[data-ring=accept]"_s));
        QTRY_COMPARE_WITH_TIMEOUT(two_.phase(), u"in"_s, patience);
        QTRY_VERIFY(other_.has(u"[data-missing=no_both]"_s));
        QTRY_COMPARE_WITH_TIMEOUT(two_.moving(), 1, patience); // sees
        QTRY_COMPARE_WITH_TIMEOUT(one_.tiles(), 1, patience);  // is seen to be there
        two_.shot(u"9-no-camera-en"_s);
        one_.shot(u"9-other-has-no-camera"_s);
    }

    void a_chair_that_is_not_seen_passes_on() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        // Has the chair, and is in, but not at the media server.
        QCOMPARE(act(hall.operatorToken, u"enter"_s), 200);
        const auto chair = [&] {
            return hub.get(u"/api/v1/consults/"_s + room_, hall.operatorToken)
                .json()["chair"_L1]
                .toString();
        };
        const auto self = hub.get(u"/api/v1/me"_s, hall.operatorToken).json()["id"_L1].toString();
        QCOMPARE(chair(), self);
        LiveSeat seat(hub, hall.operatorToken);
        QTRY_VERIFY(seat.isOpen());
        seat.watch(1, u"consults.away"_s, {});
        QTRY_COMPARE_WITH_TIMEOUT(chair(), hall.unit, patience); // who was called first
        QTRY_COMPARE_WITH_TIMEOUT(seat.keys(1), QStringList{room_ + u'/' + self}, patience);
        QTRY_VERIFY(phone.text(u".own"_s).contains(u"主持"_s));
        QCOMPARE(state_of(self), u"in"_s);
        QCOMPARE(act(hall.operatorToken, u"leave"_s), 200);
        QTRY_COMPARE_WITH_TIMEOUT(seat.keys(1), QStringList(), patience);
    }

    void who_leaves_lets_go_of_everything() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        QVERIFY(one_.held() > 0);
        QVERIFY2(phone.click(u"[data-consult=leave]"_s), qPrintable(phone.problem()));
        QTRY_VERIFY(!phone.has(u".consult-room"_s));
        QTRY_COMPARE(one_.held(), 0);
        QTRY_COMPARE(state_of(hall.unit), u"left"_s);
        // And may come back.
        QTRY_VERIFY(phone.has(u"[data-join]"_s));
        one_.shot(u"10-left"_s);
        QVERIFY2(phone.click(u"[data-join]"_s), qPrintable(phone.problem()));
        QTRY_COMPARE_WITH_TIMEOUT(one_.phase(), u"in"_s, patience);
        QCOMPARE(act(hub.signIn(u"commander"_s), u"end"_s), 200);
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u".consult-room"_s), patience);
        QTRY_COMPARE(one_.held(), 0);
    }

    void nothing_secret_is_in_a_console_or_log() {
        QStringList said = phone.messages();
        if (has_janus())
            said << other_.messages();
        for (const auto& line : std::as_const(said)) {
            QVERIFY2(!line.contains(room_ + u'.'), qPrintable(line)); // as a token begins
            QVERIFY2(!line.contains("a=candidate"_L1) && !line.contains("v=0"_L1),
                     qPrintable(line));
            QVERIFY2(!line.contains("Content Security Policy"_L1), qPrintable(line));
        }
        QVERIFY(!hub.log().contains(room_.toLatin1() + '.'));
    }
};

QTEST_GUILESS_MAIN(FieldConsultTest)
#include "field_consult_test.moc"
