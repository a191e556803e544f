// The page for recipients, in a real browser at the size of a telephone: with a network, without
// one, and again with one.
#include "tests/flows/field_hall.h"

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;
using chengyun::test::HubUnderTest;
using chengyun::test::WebDriver;

class FieldPageTest : public QObject {
    Q_OBJECT

    FieldHall hall;
    HubUnderTest& hub = hall.hub;
    WebDriver& phone = hall.phone;
    FieldHall::Issued issued_;

    /// Where pictures go when somebody wants to look at them.
    void shot(const char* name) {
        const auto dir = qEnvironmentVariable("CHENGYUN_SHOTS");
        if (dir.isEmpty())
            return;
        QFile file(dir + u'/' + QLatin1String(name) + ".png"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(phone.screenshot());
    }
    void issue(const QString& title) {
        issued_ = hall.issue(title);
        QVERIFY(!issued_.assignment.isEmpty());
    }
    QJsonObject detail() { return hall.detail(issued_); }
    QString state() { return hall.state(issued_); }
    QString card() const { return issued_.card(); }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void a_wrong_password_is_told() {
        phone.open(hub.url(u"/field"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        shot("1-sign-in");
        phone.type(u"#name"_s, u"unit"_s);
        phone.type(u"#password"_s, u"not the password"_s);
        QVERIFY(phone.click(u"#sign-in"_s));
        QTRY_COMPARE(phone.text(u".problem"_s), u"账号或密码错误。"_s);
    }

    void an_order_appears_and_is_acknowledged() {
        QVERIFY(hall.signIn());
        issue(u"临江路路口积水处置"_s);
        // By itself, over the stream.
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(card()), 10000);
        shot("2-orders");
        QVERIFY2(phone.click(card()), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"#detail [data-act=acknowledge]"_s));
        shot("3-detail");
        QVERIFY2(phone.click(u"[data-act=acknowledge]"_s), qPrintable(phone.problem()));
        QTRY_COMPARE(state(), u"acknowledged"_s);
        QTRY_VERIFY(phone.has(u"#detail[data-state=acknowledged]"_s));
        QTRY_VERIFY(!phone.has(u".queued"_s));
    }

    void a_supervision_shows_though_the_order_is_the_same() {
        const auto version = detail()["order"_L1]["version"_L1].toInteger();
        const auto issued =
            hub.command("POST", u"/api/v1/assignments/%1/supervise"_s.arg(issued_.assignment),
                        hall.operatorToken, {{"text"_L1, u"逾期未到场"_s}});
        QCOMPARE(issued.status, 200);
        QCOMPARE(detail()["order"_L1]["version"_L1].toInteger(), version);
        QTRY_COMPARE_WITH_TIMEOUT(phone.text(u"#detail .supervision p"_s), u"逾期未到场"_s, 10000);
        const auto supervision = detail()["supervisions"_L1][0]["id"_L1].toString();
        const auto replied =
            hub.command("POST", u"/api/v1/supervisions/%1/reply"_s.arg(supervision), hall.unitToken,
                        {{"text"_L1, u"道路积水，正在绕行"_s}});
        QCOMPARE(replied.status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u"#detail .supervision"_s), 10000);
    }

    void it_works_without_a_network() {
        phone.setOffline(true);
        QVERIFY2(phone.click(u"[data-act=depart]"_s), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u".queued"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QTRY_VERIFY(phone.has(u"#text"_s));
        QVERIFY(phone.type(u"#text"_s, u"已到场，水深约二十厘米"_s));
        QVERIFY(phone.type(u"#photo"_s, hall.photo(3000, 2000)));
        QTRY_VERIFY(phone.has(u".thumb"_s));
        shot("4-report");
        QVERIFY2(phone.click(u"#send"_s), qPrintable(phone.problem()));
        QTRY_COMPARE(phone.run(u"return document.querySelectorAll('.queued').length"_s).toInt(), 2);
        shot("5-offline");
        // What is read out is not made anew, and read again, when nothing has changed.
        QVERIFY(phone
                    .run(u"const one = document.querySelector('.queued');"
                         "window.dispatchEvent(new Event('offline')); return one.isConnected"_s)
                    .toBool());
        QCOMPARE(state(), u"acknowledged"_s);
        QCOMPARE(detail()["reports"_L1].toArray().size(), 0);
    }

    void the_page_opens_without_a_network_and_has_lost_nothing() {
        QTRY_VERIFY(phone.run(u"return !!navigator.serviceWorker.controller"_s).toBool());
        phone.open(hub.url(u"/field"_s));
        QTRY_VERIFY(phone.has(u"#detail"_s)); // where one was
        QCOMPARE(phone.run(u"return document.querySelectorAll('.queued').length"_s).toInt(), 2);
        shot("6-reopened");
        QVERIFY(hall.backToList());
        QVERIFY(phone.has(card()));
    }

    void everything_is_sent_exactly_once() {
        phone.setOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(detail()["reports"_L1].toArray().size(), 2, 40000);
        QTRY_VERIFY(!phone.has(u".queued"_s));
        const auto reports = detail()["reports"_L1].toArray();
        QCOMPARE(reports[0]["kind"_L1].toString(), u"departed"_s);
        QCOMPARE(reports[1]["kind"_L1].toString(), u"progress"_s);
        QCOMPARE(reports[1]["text"_L1].toString(), u"已到场，水深约二十厘米"_s);
        const auto attachments = reports[1]["attachments"_L1].toArray();
        QCOMPARE(attachments.size(), 1);
        const auto kept =
            hub.get(u"/api/v1/attachments/"_s + attachments[0].toString(), hall.operatorToken);
        QImage image;
        QVERIFY(image.loadFromData(kept.body, "JPEG"));
        QCOMPARE(image.width(), 1600); // made small on the phone
    }

    void a_hub_that_dies_costs_time_only() {
        hub.kill();
        QVERIFY2(phone.click(card()), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"[data-act=report]"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"水位下降"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_VERIFY(phone.has(u".queued"_s));
        QVERIFY2(hub.start(), hub.log().constData());
        QTRY_COMPARE_WITH_TIMEOUT(detail()["reports"_L1].toArray().size(), 3, 60000);
        QTRY_VERIFY(!phone.has(u".queued"_s));
        QCOMPARE(detail()["reports"_L1].toArray().size(), 3);
    }

    void a_refusal_is_shown_until_it_is_read() {
        // Meanwhile the centre has taken it away; the phone does not know yet.
        phone.setOffline(true);
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"继续排水"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_VERIFY(phone.has(u".queued"_s));
        const auto units =
            hub.get(u"/api/v1/units?limit=20"_s, hall.operatorToken).json()["items"_L1].toArray();
        QString other;
        for (const auto& unit : units)
            if (unit["id"_L1].toString() != hall.unit)
                other = unit["id"_L1].toString();
        const auto moved =
            hub.command("POST", u"/api/v1/assignments/%1/reassign"_s.arg(issued_.assignment),
                        hall.operatorToken, {{"unit"_L1, other}, {"text"_L1, u"改派邻近队伍"_s}});
        QCOMPARE(moved.status, 200);
        phone.setOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u".queued.failed"_s), 40000);
        shot("7-refused");
        QVERIFY2(phone.click(u".queued.failed [data-read]"_s), qPrintable(phone.problem()));
        QTRY_VERIFY(!phone.has(u".queued"_s));
    }

    void what_was_typed_survives_back_and_a_full_phone() {
        issue(u"五里街积水"_s);
        phone.open(hub.url(u"/field"_s));
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(card()), 10000);
        QVERIFY2(phone.click(card()), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"[data-act=acknowledge]"_s));
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(!phone.has(u".queued"_s) && phone.has(u"[data-act=report]"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"写到一半"_s));
        phone.run(u"history.back()"_s);
        QTRY_VERIFY(!phone.has(u".sheet"_s));
        QTRY_VERIFY(phone.has(card()));
        QVERIFY2(phone.click(card()), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"[data-act=report]"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        const auto typed = [&] {
            return phone.run(u"return document.querySelector('#text').value"_s).toString();
        };
        QTRY_COMPARE(typed(), u"写到一半"_s);
        // Nothing can be kept any more, nor sent: it is said, and the sheet with the words stays.
        phone.setOffline(true);
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"离线"_s));
        phone.run(
            u"window.put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = () => "
            "{ throw new DOMException('full', 'QuotaExceededError'); }"_s);
        QVERIFY(phone.click(u"#send"_s));
        QTRY_VERIFY(phone.text(u".sheet .problem"_s).contains(u"未能保存"_s));
        QCOMPARE(typed(), u"写到一半"_s);
        phone.run(u"IDBObjectStore.prototype.put = window.put"_s);
        QVERIFY(phone.click(u"#send"_s));
        QTRY_VERIFY(!phone.has(u".sheet"_s));
        phone.setOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(detail()["reports"_L1].toArray().size(), 1, 40000);
        QCOMPARE(detail()["reports"_L1].toArray()[0]["text"_L1].toString(), u"写到一半"_s);
    }

    void a_sign_in_page_of_the_network_is_not_the_hubs_yes() {
        QTRY_VERIFY(phone.has(u"[data-act=report]"_s));
        phone.run(u"window.real = window.fetch; window.fetch = () => Promise.resolve(new Response("
                  "'{\"login\": true}', {status: 200}))"_s);
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"经过登录页"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_VERIFY(phone.has(u".queued.waiting"_s));
        phone.run(u"window.fetch = window.real; window.dispatchEvent(new Event('online'))"_s);
        QTRY_COMPARE_WITH_TIMEOUT(detail()["reports"_L1].toArray().size(), 2, 20000);
        QCOMPARE(detail()["reports"_L1].toArray()[1]["text"_L1].toString(), u"经过登录页"_s);
        QTRY_VERIFY(!phone.has(u".queued"_s));
    }

    void a_file_that_is_no_picture_is_refused_at_once() {
        QTRY_VERIFY(phone.has(u"[data-act=report]"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"照片坏了"_s));
        // Sent as it is, it would carry whatever the camera wrote into it.
        phone.run(
            u"const box = new DataTransfer(); box.items.add(new File(['not a picture at all'], "
            "'a.jpg', {type: 'image/jpeg'})); const pick = document.querySelector('#photo'); "
            "pick.files = box.files; pick.dispatchEvent(new Event('change'))"_s);
        QTRY_VERIFY(phone.text(u".sheet .problem"_s).contains(u"a.jpg"_s));
        QVERIFY(!phone.has(u".sheet .thumb"_s));
        QCOMPARE(phone.run(u"return document.querySelector('#text').value"_s).toString(),
                 u"照片坏了"_s);
        QVERIFY(phone.click(u"#send"_s)); // the words go without it
        QTRY_COMPARE_WITH_TIMEOUT(detail()["reports"_L1].toArray().size(), 3, 10000);
        QVERIFY(detail()["reports"_L1][2]["attachments"_L1].toArray().isEmpty());
    }

    void a_photo_that_the_hub_refuses_stays_on_the_card() {
        QTRY_VERIFY(!phone.has(u".queued"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"照片坏了，文字没坏"_s));
        QVERIFY(phone.type(u"#photo"_s, hall.photo(400, 300)));
        QTRY_VERIFY(phone.has(u".sheet .thumb"_s));
        // Damaged on the way: the hub looks at the content.
        phone.run(u"const send = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = "
                  "function () { XMLHttpRequest.prototype.send = send; send.call(this, new "
                  "Blob(['not a picture at all'])); }"_s);
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE_WITH_TIMEOUT(detail()["reports"_L1].toArray().size(), 4, 10000);
        const auto report = detail()["reports"_L1].toArray()[3].toObject();
        QCOMPARE(report["text"_L1].toString(), u"照片坏了，文字没坏"_s);
        QVERIFY(report["attachments"_L1].toArray().isEmpty());
        QTRY_VERIFY(phone.text(u"#detail .reports"_s).contains(u"照片未被接收"_s));
        QVERIFY(phone.has(u"#detail[data-state=executing]"_s));
        // Also in the list, and after the page has been opened again; until somebody has read it.
        QVERIFY(hall.openList());
        QTRY_VERIFY(phone.text(card() + u" .problem"_s).contains(u"照片未被接收"_s));
        QVERIFY2(phone.click(u".queued.partial [data-read]"_s), qPrintable(phone.problem()));
        QTRY_VERIFY(!phone.has(u".queued"_s));
        QTRY_VERIFY(!phone.has(card() + u" .problem"_s));
    }

    void an_act_that_cannot_be_kept_is_said_on_the_page() {
        issue(u"手机已满"_s);
        QVERIFY(hall.openList());
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(card()), 10000);
        QVERIFY2(phone.click(card()), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"[data-act=acknowledge]"_s));
        phone.setOffline(true);
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"离线"_s));
        phone.run(
            u"window.put = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = () => "
            "{ throw new DOMException('full', 'QuotaExceededError'); }"_s);
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.text(u"#detail #unkept"_s).contains(u"未能保存"_s));
        QVERIFY(phone.text(u"#detail #unkept"_s).contains(u"手机已满"_s));
        QVERIFY(!phone.has(u".queued"_s));

        // Where the hub is reached it goes all the same, under a key, and that it is not kept is
        // said.
        phone.setOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"已连接"_s), 40000);
        phone.run(
            u"window.real = window.fetch; window.keys = []; window.fetch = (path, how) => {"
            "    if (!String(path).endsWith('/acknowledge')) return window.real(path, how);"
            "    window.keys.push(how.headers['Idempotency-Key']);"
            "    return Promise.resolve(new Response('<h1>Bad gateway', {status: 502})); }"_s);
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.has(u".queued.waiting"_s));
        QVERIFY(phone.text(u"#detail #unkept"_s).contains(u"未能保存"_s));
        const auto keys = [&] { return phone.run(u"return window.keys"_s).toArray(); };
        QTRY_VERIFY(keys().size() > 1);
        QVERIFY(!keys()[0].toString().isEmpty());
        QCOMPARE(keys()[1], keys()[0]);
        QCOMPARE(state(), u"issued"_s);
        phone.run(u"window.fetch = window.real; window.dispatchEvent(new Event('online'))"_s);
        QTRY_COMPARE(state(), u"acknowledged"_s);
        QTRY_VERIFY(!phone.has(u"#unkept"_s) && !phone.has(u".queued"_s));
        phone.run(u"IDBObjectStore.prototype.put = window.put"_s);
    }

    void completing_closes_it_for_the_phone() {
        issue(u"三元街树木倒伏"_s);
        QVERIFY(hall.openList());
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(card()), 10000);
        QVERIFY2(phone.click(card()), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"[data-act=acknowledge]"_s));
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_COMPARE(state(), u"acknowledged"_s);
        QTRY_VERIFY(phone.has(u"[data-act=complete]"_s));
        QVERIFY2(phone.click(u"[data-act=complete]"_s), qPrintable(phone.problem()));
        QVERIFY(phone.type(u"#text"_s, u"已清理，恢复通行"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE(state(), u"completed"_s);
        QTRY_VERIFY(phone.has(u"#detail[data-state=completed]"_s));
        const auto verified =
            hub.command("POST", u"/api/v1/assignments/%1/verify"_s.arg(issued_.assignment),
                        hall.operatorToken, {});
        QCOMPARE(verified.status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(card()) && phone.has(u"#orders"_s), 10000);
    }

    void returning_needs_a_reason() {
        issue(u"不属本单位的任务"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(card()), 10000);
        QVERIFY2(phone.click(card()), qPrintable(phone.problem()));
        QTRY_VERIFY(phone.has(u"[data-act=request-return]"_s));
        QVERIFY(phone.click(u"[data-act=request-return]"_s));
        QVERIFY(phone.has(u".sheet:modal"_s));
        QVERIFY(phone.type(u"#text"_s, u"\uE00C"_s)); // Escape
        QTRY_VERIFY(!phone.has(u".sheet"_s));
        QCOMPARE(phone.run(u"return document.activeElement.dataset.act"_s).toString(),
                 u"request-return"_s);
        QVERIFY(phone.click(u"[data-act=request-return]"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE(phone.text(u".sheet .problem"_s), u"请填写内容。"_s);
        QVERIFY(phone.type(u"#text"_s, u"不在辖区内"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE(state(), u"return_requested"_s);
    }

    void in_the_other_language() {
        QVERIFY(phone.click(u"#language"_s));
        QTRY_COMPARE(phone.text(u"#language"_s), u"中文"_s);
        QCOMPARE(phone.run(u"return document.querySelector('#back').ariaLabel"_s).toString(),
                 u"Back"_s);
        shot("8-english");
        QVERIFY(phone.click(u"#language"_s));
        QTRY_COMPARE(phone.run(u"return document.querySelector('#back').ariaLabel"_s).toString(),
                     u"返回"_s);
    }

    void a_one_time_link_signs_in() {
        const auto made =
            hub.request("POST", u"/api/v1/units/%1/link"_s.arg(hall.unit), hall.operatorToken);
        QCOMPARE(made.status, 200);
        WebDriver other;
        QVERIFY2(other.start({390, 844}, u"en-GB"_s), qPrintable(other.problem()));
        other.open(QUrl(made.json()["url"_L1].toString()));
        QTRY_COMPARE(other.text(u"#open"_s), u"Open the field page"_s);
        QVERIFY(other.click(u"#open"_s));
        QTRY_VERIFY(other.has(u"#orders"_s));
    }

    void the_page_has_no_errors() {
        // What the browser itself says of requests without a network is expected.
        for (const auto& error : phone.errors())
            QVERIFY2(error.contains("net::ERR_"_L1) || error.contains("status of 4"_L1) ||
                         error.contains("WebSocket"_L1) || error.contains("Network location"_L1),
                     qPrintable(error));
    }
};

QTEST_GUILESS_MAIN(FieldPageTest)
#include "field_page_test.moc"
