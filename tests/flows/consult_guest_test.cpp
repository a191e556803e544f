// A guest of a consultation: the chair makes a link, somebody without an account opens it in a
// browser, waits in the lobby, is let in, sees the others, and is put out; and what such a link
// does not open.
#include "tests/flows/consult_phone.h"
#include "tests/flows/field_hall.h"
#include "tests/support/janus_under_test.h"

using namespace Qt::StringLiterals;
using namespace chengyun::test;

namespace {

constexpr int patience = 30'000; // ms

} // namespace

class ConsultGuestTest : public QObject {
    Q_OBJECT

    JanusUnderTest janus_;
    FieldHall hall{janus_.flags() + QStringList{u"--accounts.lock_after_address"_s, u"8"_s}};
    HubUnderTest& hub = hall.hub;
    WebDriver guest_;
    ConsultPhone unit_{hall.phone}, visitor_{guest_};
    QString room_;

    bool has_janus() const { return JanusUnderTest::is_there(); }
    int act(const QString& what, const QJsonObject& body = {}) {
        return hub
            .command("POST", u"/api/v1/consults/%1/%2"_s.arg(room_, what), hall.operatorToken, body)
            .status;
    }
    HttpAnswer invite(const QByteArray& by, const QString& name = u"刘工"_s) {
        return hub.request("POST", u"/api/v1/consults/%1/guests"_s.arg(room_), by,
                           QJsonDocument(QJsonObject{{"name"_L1, name}}).toJson());
    }
    /// A link's address.
    QString link(const QString& name = u"刘工"_s) {
        return invite(hall.operatorToken, name).json()["url"_L1].toString();
    }
    static QString secret_of(const QString& url) { return url.section(u'#', 1); }
    HttpAnswer post(const QString& path, const QJsonObject& body, const QByteArray& cookie = {},
                    bool has_header = true) {
        QList<QPair<QByteArray, QByteArray>> headers;
        if (has_header)
            headers << QPair<QByteArray, QByteArray>("X-Chengyun", "1");
        if (!cookie.isEmpty())
            headers << QPair<QByteArray, QByteArray>("Cookie", cookie);
        return hub.request("POST", u"/api/v1/guest/"_s + path, {}, QJsonDocument(body).toJson(),
                           headers);
    }
    HttpAnswer get(const QString& path, const QByteArray& cookie) {
        return hub.request("GET", path, {}, {}, {{"Cookie", cookie}});
    }
    /// "chengyun_guest=…"
    static QByteArray cookie_of(const HttpAnswer& answer) {
        return answer.header("set-cookie").split(';').first();
    }
    QJsonObject member(const QString& name) {
        const auto room = hub.get(u"/api/v1/consults/"_s + room_, hall.operatorToken).json();
        for (const auto& one : room["members"_L1].toArray())
            if (one["name"_L1] == name)
                return one.toObject();
        return {};
    }
    QString at() {
        return guest_.run(u"return document.querySelector('.guest-card')?.dataset.at ?? ''"_s)
            .toString();
    }
    void open(const QString& url) {
        guest_.open(QUrl(u"about:blank"_s)); // the same page with another '#' is not opened anew
        guest_.open(QUrl(url));
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start(WebDriver::media());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY2(guest_.start({390, 844}, u"zh-CN"_s, WebDriver::media()),
                 qPrintable(guest_.problem()));
        if (has_janus())
            janus_.start();
        room_ = QString::fromLatin1(newKey());
        const auto made = hub.command(
            "POST", u"/api/v1/consults"_s, hall.operatorToken,
            {{"id"_L1, room_},
             {"kind"_L1, "standing"_L1},
             {"title"_L1, u"防汛联合会商"_s},
             {"order"_L1, ""_L1},
             {"area"_L1, ""_L1},
             {"call"_L1, QJsonArray{QJsonObject{
                             {"id"_L1, hall.unit}, {"kind"_L1, "unit"_L1}, {"post"_L1, ""_L1}}}}});
        QVERIFY2(made.status == 200, made.body);
    }

    void a_link_is_made_by_the_chair_alone() {
        QCOMPARE(invite(hall.unitToken).status, 403);
        QCOMPARE(invite(hub.signIn(u"commander"_s)).problem(), u"forbidden"_s);
        QCOMPARE(invite({}).status, 401);
        const auto made = invite(hall.operatorToken);
        QCOMPARE(made.status, 200);
        QVERIFY(made.json()["url"_L1].toString().startsWith(hub.url(u"/consult#"_s).toString()));
        QCOMPARE(secret_of(made.json()["url"_L1].toString()).size(), 43);
        // The journal tells of it, and not the secret.
        const auto journal = hub.get(u"/api/v1/timeline?subject="_s + room_, hall.operatorToken);
        QVERIFY(journal.body.contains("consult.invited"));
        QVERIFY(!journal.body.contains(secret_of(made.json()["url"_L1].toString()).toLatin1()));
    }

    void a_guest_reaches_nothing_else() {
        const auto secret = secret_of(link());
        const auto opened = post(u"open"_s, {{"secret"_L1, secret}, {"name"_L1, u"刘工"_s}});
        QVERIFY2(opened.status == 200, opened.body);
        const auto set = opened.header("set-cookie");
        QVERIFY2(set.contains("; Path=/api/v1/guest;") && set.contains("HttpOnly") &&
                     set.contains("SameSite=Strict"),
                 set);
        const auto cookie = cookie_of(opened);
        const auto token = cookie.split('=').last();
        QCOMPARE(get(u"/api/v1/guest/room"_s, cookie).status, 200);
        for (const auto* path :
             {"/api/v1/me", "/api/v1/consults", "/api/v1/snapshot", "/api/v1/orders",
              "/api/v1/units", "/api/v1/stream/entries", "/api/v1/consult_media"}) {
            const auto at = QString::fromLatin1(path);
            QCOMPARE(get(at, cookie).status, 401);
            QCOMPARE(get(at, "chengyun_session=" + token).status, 401);
            QCOMPARE(hub.get(at, token).status, 401);
            QCOMPARE(hub.get(at, secret.toLatin1()).status, 401);
        }
        // What opens it once does not open it twice, nor is it a sign-in's.
        QCOMPARE(post(u"open"_s, {{"secret"_L1, secret}, {"name"_L1, "x"_L1}}).status, 404);
        QCOMPARE(hub.request("POST", u"/api/v1/links"_s, {},
                             QJsonDocument(QJsonObject{{"token"_L1, secret_of(link())}}).toJson())
                     .status,
                 404);
        // In the lobby there is no way to the media server, and nobody's name.
        QCOMPARE(post(u"ticket"_s, {}, cookie).problem(), u"wrong_state"_s);
        const auto lobby = get(u"/api/v1/guest/room"_s, cookie).json();
        QCOMPARE(lobby["state"_L1].toString(), u"waiting"_s);
        QVERIFY(lobby["members"_L1].toArray().isEmpty());
        // Another site's page has the cookie, and not the header.
        QCOMPARE(post(u"leave"_s, {}, cookie, false).status, 403);
        QCOMPARE(act(u"remove"_s, {{"member"_L1, member(u"刘工"_s)["id"_L1]}}), 200);
        QCOMPARE(get(u"/api/v1/guest/room"_s, cookie).status, 401);
        QCOMPARE(post(u"ticket"_s, {}, cookie).status, 401);
    }

    void a_dead_link_says_so() {
        open(hub.url(u"/consult"_s).toString());
        QTRY_COMPARE_WITH_TIMEOUT(at(), u"dead"_s, patience);
        visitor_.shot(u"guest-1-dead"_s);
        QVERIFY(guest_.click(u"#language"_s));
        QTRY_VERIFY(guest_.text(u"h1"_s).contains(u"does not work"_s));
        visitor_.shot(u"guest-1-dead-en"_s);
        QVERIFY(guest_.click(u"#language"_s));
    }

    void a_guest_comes_through_the_lobby() {
        open(link(u"水务局 刘工"_s));
        QTRY_COMPARE_WITH_TIMEOUT(at(), u"form"_s, patience);
        QTRY_VERIFY(guest_.run(u"return document.querySelector('.look video').videoWidth > 0"_s)
                        .toBool()); // sees himself
        QCOMPARE(guest_.run(u"return document.querySelector('#name').value"_s).toString(),
                 u"水务局 刘工"_s);
        visitor_.shot(u"guest-2-form"_s);
        visitor_.spy();
        QVERIFY2(guest_.click(u"#enter"_s), qPrintable(guest_.problem()));
        QTRY_COMPARE_WITH_TIMEOUT(at(), u"waiting"_s, patience);
        QCOMPARE(guest_.run(u"return location.hash"_s).toString(), QString());
        visitor_.shot(u"guest-3-lobby"_s);
        const auto waits = member(u"水务局 刘工"_s);
        QCOMPARE(waits["state"_L1].toString(), u"waiting"_s);
        QVERIFY(waits["guest"_L1].toBool());
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");

        // Somebody is in already.
        QVERIFY(hall.signIn());
        unit_.spy();
        QTRY_VERIFY_WITH_TIMEOUT(hall.phone.has(u"#ring"_s), patience);
        QVERIFY(hall.phone.click(u"[data-ring=accept]"_s));
        QTRY_COMPARE_WITH_TIMEOUT(unit_.phase(), u"in"_s, patience);

        QCOMPARE(act(u"let_in"_s, {{"member"_L1, waits["id"_L1]}}), 200);
        QTRY_COMPARE_WITH_TIMEOUT(visitor_.phase(), u"in"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(visitor_.moving(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(unit_.moving(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(visitor_.heard() > 0, patience);
        QTRY_VERIFY(hall.phone.text(u".tile.large"_s).contains(u"来宾"_s));
        visitor_.shot(u"guest-4-in"_s);
        unit_.shot(u"guest-4-at-the-unit"_s);
    }

    void a_page_that_was_loaded_again_goes_back_in() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        guest_.open(hub.url(u"/consult"_s));
        QTRY_COMPARE_WITH_TIMEOUT(at(), u"resume"_s, patience);
        visitor_.shot(u"guest-5-resume"_s);
        visitor_.spy();
        QVERIFY(guest_.click(u"#resume"_s));
        QTRY_COMPARE_WITH_TIMEOUT(visitor_.moving(), 1, patience);
    }

    void who_is_removed_is_out_for_good() {
        if (!has_janus())
            QSKIP("./dev has fetched no Janus for this machine");
        QCOMPARE(act(u"remove"_s, {{"member"_L1, member(u"水务局 刘工"_s)["id"_L1]}}), 200);
        QTRY_COMPARE_WITH_TIMEOUT(at(), u"over"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(visitor_.held(), 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(unit_.tiles(), 0, patience);
        visitor_.shot(u"guest-6-over"_s);
        guest_.open(hub.url(u"/consult"_s));
        QTRY_COMPARE_WITH_TIMEOUT(at(), u"dead"_s, patience);
    }

    void a_guest_whose_browser_allows_no_camera_is_told() {
        WebDriver browser;
        QVERIFY2(browser.start({390, 844}, u"en-GB"_s, WebDriver::media(false)),
                 qPrintable(browser.problem()));
        const ConsultPhone denied(browser);
        browser.open(QUrl(link(u"Expert"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(browser.text(u".look"_s).contains(u"does not allow"_s), patience);
        denied.shot(u"guest-7-refused-en"_s);
        QVERIFY2(browser.click(u"#enter"_s), qPrintable(browser.problem()));
        QTRY_VERIFY_WITH_TIMEOUT(!member(u"Expert"_s).isEmpty(), patience);
        denied.shot(u"guest-7-lobby-en"_s);
        QVERIFY(browser.click(u"#leave"_s));
        QTRY_VERIFY_WITH_TIMEOUT(member(u"Expert"_s).isEmpty(), patience);
        QTRY_VERIFY(browser.text(u"h1"_s).contains(u"You have left"_s));
        // The journal says that a guest gave this name.
        const auto journal = hub.get(u"/api/v1/timeline?subject="_s + room_, hall.operatorToken);
        QVERIFY(journal.body.contains(R"("by":"guest")"));
    }

    void no_secret_is_in_a_console_or_log() {
        for (const auto& line : guest_.messages()) {
            QVERIFY2(!line.contains(room_ + u'.'), qPrintable(line));
            QVERIFY2(!line.contains("Content Security Policy"_L1), qPrintable(line));
        }
        QVERIFY(!hub.log().contains("chengyun_guest"));
    }

    void who_guesses_waits() {
        const auto good = secret_of(link());
        int tries = 0;
        QString problem;
        while (problem != "locked_out"_L1 && tries < 30) {
            problem = post(u"link"_s, {{"secret"_L1, u"guess %1"_s.arg(++tries)}}).problem();
            QVERIFY(problem == "not_found"_L1 || problem == "locked_out"_L1);
        }
        QCOMPARE(problem, u"locked_out"_s);
        // The right one does not help meanwhile, and other doors know it, too.
        const auto refused = post(u"link"_s, {{"secret"_L1, good}});
        QCOMPARE(refused.status, 429);
        QVERIFY(!refused.header("retry-after").isEmpty());
        QCOMPARE(post(u"open"_s, {{"secret"_L1, good}, {"name"_L1, "x"_L1}}).status, 429);
        QCOMPARE(hub.request("POST", u"/api/v1/links"_s, {}, R"({"token": "x"})").status, 429);
    }
};

QTEST_GUILESS_MAIN(ConsultGuestTest)
#include "consult_guest_test.moc"
