// What the phone's outbox promises: commands do not wait for photos, the acts on one order keep
// their order, and nothing goes out under another account's name.
#include "tests/flows/field_hall.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

class FieldQueueTest : public QObject {
    Q_OBJECT

    FieldHall hall;
    chengyun::test::WebDriver& phone = hall.phone;

    int queued() {
        return phone.run(u"return document.querySelectorAll('.queued').length"_s).toInt();
    }
    /// From now on no photo gets through, until releasePhotos(); a network that takes its time.
    void holdPhotos() {
        phone.run(
            u"window.heldPhotos = []; window.reallySend = XMLHttpRequest.prototype.send;"
            "XMLHttpRequest.prototype.send = function (body) {"
            "    window.heldPhotos.push(other => window.reallySend.call(this, other ?? body)); };"_s);
    }
    void releasePhotos() {
        phone.run(u"XMLHttpRequest.prototype.send = window.reallySend;"
                  "for (const send of window.heldPhotos) send();"_s);
    }
    int heldPhotos() { return phone.run(u"return window.heldPhotos.length"_s).toInt(); }
    [[nodiscard]] bool acknowledge(const FieldHall::Issued& order) {
        return hall.openOrder(order) && phone.click(u"[data-act=acknowledge]"_s) &&
               QTest::qWaitFor([&] { return hall.state(order) == "acknowledged"_L1; });
    }
    [[nodiscard]] bool report(const QString& text, const QString& photo = {}) {
        return QTest::qWaitFor([&] { return phone.has(u"[data-act=report]"_s); }) &&
               phone.click(u"[data-act=report]"_s) && phone.type(u"#text"_s, text) &&
               (photo.isEmpty() || (phone.type(u"#photo"_s, photo) &&
                                    QTest::qWaitFor([&] { return phone.has(u".thumb"_s); }))) &&
               phone.click(u"#send"_s) && QTest::qWaitFor([&] { return !phone.has(u".sheet"_s); });
    }

    /// From now on this page's commands get no answer, and do not get out.
    void swallowCommands() {
        phone.run(u"const real = window.fetch; window.fetch = (path, how) => "
                  "String(path).includes('/assignments/') ? new Promise(() => {}) : "
                  "real(path, how);"_s);
    }
    /// The place is not found before window.found is called with it.
    void searchForever() {
        phone.run(u"navigator.geolocation.getCurrentPosition ="
                  "    found => { window.found = found; };"_s);
    }
    QString whose() { return phone.text(u"#unit"_s); }
    /// How many acts the hub has been asked for, by whomever.
    qsizetype actsAsked() {
        const auto lines = hall.hub.get(u"/metrics"_s).body.split('\n');
        double sum = 0;
        for (const auto& line : lines)
            if (line.startsWith("chengyun_requests_total") &&
                line.contains("/api/v1/assignments/{id}/{act}"))
                sum += line.mid(line.lastIndexOf(' ')).toDouble();
        return qsizetype(sum);
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(hall.makeNeighbour());
        QVERIFY(hall.signIn());
    }

    void what_is_done_is_not_offered_again() {
        const auto order = hall.issue(u"做一次就够"_s);
        QVERIFY(hall.openOrder(order));
        QTRY_VERIFY(phone.has(u"[data-act=acknowledge]"_s));
        const auto asked = actsAsked();
        // The hub takes what is done, and the orders are not read anew.
        phone.run(u"const real = window.fetch; window.fetch = (path, how) => "
                  "String(path).includes('/orders') ? new Promise(() => {}) : real(path, how);"_s);
        phone.run(u"const button = document.querySelector('[data-act=acknowledge]');"
                  "button.click(); button.click();"_s);
        QTRY_VERIFY(phone.has(u"#detail[data-state=acknowledged]"_s) && queued() == 0);
        QVERIFY(phone.has(u"[data-act=depart]"_s));
        QVERIFY(phone.click(u"[data-act=depart]"_s));
        QTRY_VERIFY(phone.has(u"#detail[data-state=executing]"_s) && queued() == 0);
        QVERIFY(!phone.has(u"[data-act=depart]"_s));
        QVERIFY(report(u"看得见的反馈"_s));
        QTRY_COMPARE(queued(), 0);
        QVERIFY(phone.text(u"#detail .reports"_s).contains(u"看得见的反馈"_s));
        QCOMPARE(hall.reports(order).size(), 2);
        QCOMPARE(actsAsked(), asked + 3);
        QVERIFY(hall.openList());
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"已连接"_s));
    }

    void commands_do_not_wait_for_photos() {
        const auto slow = hall.issue(u"照片传得慢"_s);
        const auto other = hall.issue(u"另一条指令"_s);
        QVERIFY(acknowledge(slow));
        holdPhotos();
        QVERIFY(report(u"见照片"_s, hall.photo(800, 600)));
        QTRY_COMPARE(heldPhotos(), 1);
        QVERIFY(hall.backToList());

        QVERIFY(acknowledge(other)); // while the photo is on its way
        QVERIFY(hall.reports(slow).isEmpty());

        // What is done to the same order afterwards comes after the report.
        QVERIFY(hall.backToList());
        QVERIFY(hall.openOrder(slow));
        QVERIFY(report(u"照片之后"_s));
        QVERIFY(hall.backToList());
        QVERIFY(hall.openOrder(other));
        QVERIFY(report(u"另一条的反馈"_s));
        QTRY_COMPARE(hall.reports(other).size(), 1);
        QVERIFY(hall.reports(slow).isEmpty());
        QTRY_COMPARE(queued(), 2);

        releasePhotos();
        QTRY_COMPARE(hall.reports(slow).size(), 2);
        QCOMPARE(hall.reports(slow)[0]["text"_L1].toString(), u"见照片"_s);
        QCOMPARE(hall.reports(slow)[0]["attachments"_L1].toArray().size(), 1);
        QCOMPARE(hall.reports(slow)[1]["text"_L1].toString(), u"照片之后"_s);
        QTRY_COMPARE(queued(), 0);
    }

    void words_can_go_without_their_photos() {
        const auto order = hall.issue(u"照片传不出去"_s);
        QVERIFY(hall.backToList());
        QVERIFY(acknowledge(order));
        holdPhotos();
        QVERIFY(report(u"只有文字"_s, hall.photo(800, 600)));
        QTRY_COMPARE(heldPhotos(), 1);
        QTRY_VERIFY(phone.has(u"[data-drop]"_s));
        QVERIFY2(phone.click(u"[data-drop]"_s), qPrintable(phone.problem()));
        QVERIFY(hall.reports(order).isEmpty()); // it asks first
        // A tap that comes too soon is the second half of a double tap.
        QVERIFY(QTest::qWaitFor([&] {
            return !phone.has(u"[data-drop]"_s) || (phone.click(u"[data-drop]"_s), false);
        }));
        QTRY_COMPARE(hall.reports(order).size(), 1);
        QCOMPARE(hall.reports(order)[0]["text"_L1].toString(), u"只有文字"_s);
        QTRY_COMPARE(queued(), 0);
        // The next one does not wait for what is not wanted any more; and should that come up after
        // all, and be refused, nothing comes back.
        QVERIFY(report(u"之后的照片照传"_s, hall.photo(400, 300)));
        QTRY_COMPARE(heldPhotos(), 2);
        phone.run(u"window.heldPhotos.shift()(new Blob(['not a picture at all']))"_s);
        releasePhotos();
        QTRY_COMPARE(hall.reports(order).size(), 2);
        QCOMPARE(hall.reports(order)[1]["attachments"_L1].toArray().size(), 1);
        QTRY_COMPARE(queued(), 0);
    }

    void two_pages_of_a_phone_do_it_once() {
        const auto order = hall.issue(u"同时打开两个页面"_s);
        QVERIFY(hall.backToList());
        QVERIFY(acknowledge(order));
        const auto asked = actsAsked();
        holdPhotos();
        QVERIFY(report(u"照片会被拒绝"_s, hall.photo(800, 600)));
        QTRY_COMPARE(heldPhotos(), 1);
        const auto first = phone.tab();
        const auto second = phone.openTab(hall.hub.url(u"/field"_s));
        QTRY_COMPARE(queued(), 1);
        phone.switchTo(first);
        phone.run(u"window.heldPhotos.shift()(new Blob(['not a picture at all']))"_s);
        QTRY_COMPARE(hall.reports(order).size(), 1);
        releasePhotos();
        // The other page sees what became of it, and sends nothing itself.
        phone.switchTo(second);
        QTRY_VERIFY(phone.has(u".queued.partial"_s));
        QCOMPARE(actsAsked(), asked + 1);
        QVERIFY(phone.click(u"[data-read]"_s));
        QTRY_COMPARE(queued(), 0);
        phone.closeTab();
        phone.switchTo(first);
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_VERIFY(phone.has(u"#detail"_s));
        QCOMPARE(queued(), 0);
    }

    void what_another_page_left_is_sent() {
        const auto order = hall.issue(u"另一个页面留下的"_s);
        QVERIFY(phone.has(u"#orders"_s) || hall.backToList());
        const auto first = phone.tab();
        const auto second = phone.openTab(hall.hub.url(u"/field"_s));
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"已连接"_s));
        phone.switchTo(first);
        QVERIFY(hall.openOrder(order));
        swallowCommands();
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.has(u".queued.sending"_s));
        phone.closeTab();
        phone.switchTo(second);
        phone.run(u"window.dispatchEvent(new Event('online'))"_s);
        QTRY_COMPARE(hall.state(order), u"acknowledged"_s);
        QTRY_COMPARE(queued(), 0);
        QVERIFY(hall.openOrder(order));
    }

    void who_taps_often_does_not_wait_longer() {
        // A lane in which everything has to wait, kicked by five taps, one after the other.
        phone.run(uR"(import('/field/lane.js').then(async ({ Lane }) => {
            window.rounds = 0;
            window.lane = new Lane('test', async () => { ++window.rounds; return true; });
            for (let i = 1; i <= 5; ++i) {
                window.lane.kick();
                while (window.rounds < i || window.lane.running)
                    await new Promise(resolve => setTimeout(resolve));
            }
        }))"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.run(u"return window.rounds"_s).toInt() > 5, 5000);
        phone.run(u"window.lane.stop()"_s);
    }

    void who_has_arrived_has_arrived_without_a_place() {
        const auto order = hall.issue(u"到场定位慢"_s);
        QVERIFY(hall.backToList());
        QVERIFY(acknowledge(order));
        QTRY_VERIFY(phone.has(u"[data-act=arrive]"_s));
        searchForever();
        QVERIFY(phone.click(u"[data-act=arrive]"_s));
        QTRY_COMPARE(queued(), 1); // kept while the place is looked for
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(order).size(), 1, 15000);
        QVERIFY(hall.reports(order)[0]["place"_L1].isNull() ||
                hall.reports(order)[0]["place"_L1].isUndefined());
        QTRY_COMPARE(queued(), 0);

        // And with one, when it is found in time.
        const auto other = hall.issue(u"到场定位快"_s);
        QVERIFY(hall.backToList()); // loaded again, the page shows what it showed
        QVERIFY(acknowledge(other));
        QTRY_VERIFY(phone.has(u"[data-act=arrive]"_s));
        searchForever();
        QVERIFY(phone.click(u"[data-act=arrive]"_s));
        QTRY_COMPARE(queued(), 1);
        phone.run(u"window.found({ coords: { longitude: 114.3, latitude: 30.6, accuracy: 9 } })"_s);
        QTRY_COMPARE(hall.reports(other).size(), 1);
        QCOMPARE(hall.reports(other)[0]["place"_L1]["lon"_L1].toDouble(), 114.3);
        QTRY_COMPARE(queued(), 0);
    }

    void a_key_made_by_a_wrong_clock_loses_nothing() {
        const auto order = hall.issue(u"时钟错过"_s);
        QVERIFY(hall.backToList());
        QVERIFY(hall.openOrder(order));
        // The phone's clock was put right by 90 days while the page was closed, and the page is
        // opened without a network: until it hears the hub it goes by what it last knew.
        phone.run(u"localStorage.setItem('clock offset', String(-90 * 86400e3))"_s);
        phone.setOffline(true);
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_VERIFY(phone.has(u"[data-act=acknowledge]"_s));
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_COMPARE(queued(), 1);
        phone.setOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(hall.state(order), u"acknowledged"_s, 40000);
        QTRY_COMPARE(queued(), 0);
    }

    void what_was_done_without_a_network_says_when() {
        const auto order = hall.issue(u"离线签收"_s);
        QVERIFY(hall.backToList());
        QVERIFY(hall.openOrder(order));
        phone.setOffline(true);
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_COMPARE(queued(), 1);
        const auto done = QDateTime::currentMSecsSinceEpoch();
        phone.run(u"const real = window.fetch; window.bodies = []; window.fetch = (path, how) => {"
                  "    if (String(path).includes('/assignments/')) window.bodies.push(how.body);"
                  "    return real(path, how); };"_s);
        phone.setOffline(false);
        QTRY_COMPARE_WITH_TIMEOUT(hall.state(order), u"acknowledged"_s, 40000);
        // When it was tapped, not when it was sent; each time the same, for it goes under one key.
        const auto bodies = phone.run(u"return window.bodies"_s).toArray();
        QVERIFY(!bodies.isEmpty());
        for (const auto& body : bodies)
            QCOMPARE(body, bodies[0]);
        const auto said = QJsonDocument::fromJson(bodies[0].toString().toUtf8())
                              .object()["done_at"_L1]
                              .toInteger();
        QVERIFY(said > 0 && said <= done + 2500); // the hub's clock, known to half an answer's time
        QTRY_COMPARE(queued(), 0);
        // And what the hub says of it is shown.
        phone.run(uR"(import('/field/views.js').then(({ orderDetail }) => {
            const assignment = { id: 'a', role: 'lead', state: 'executing', report_due: 0, complete_due: 0 };
            window.shown = orderDetail({ order: { level: 'I', title: '', issued: 0 }, assignment,
                queue: { of: () => [] }, now: 0, troubles: [], detail: { reports: [{ assignment: 'a',
                kind: 'progress', done_at: 60000, time: 600000 }] } }).querySelector('.reports').textContent;
        }))"_s);
        QTRY_VERIFY(phone.run(u"return window.shown"_s).toString().contains(u"完成，"_s));
        QVERIFY(phone.run(u"return window.shown"_s).toString().contains(u"送达"_s));
    }

    void what_one_did_is_not_sent_by_the_next() {
        const auto order = hall.issue(u"换人之前"_s);
        QVERIFY(hall.backToList());
        QVERIFY(acknowledge(order));
        swallowCommands();
        QVERIFY(report(u"换人之前做的"_s));
        QTRY_COMPARE(queued(), 1);
        phone.open(hall.hub.url(u"/setup"_s)); // a page of the same browser that sends nothing
        QVERIFY(hall.takeTheNeighboursCookie());
        const auto asked = actsAsked();

        // The page knows its last account; the hub says that it is another's session now.
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_COMPARE(whose(), u"邻近队伍"_s);
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"已连接"_s));
        QCOMPARE(queued(), 0);
        QCOMPARE(actsAsked(), asked);
        // And it works: nothing of the first one's stands in the way.
        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        QCOMPARE(hall.reports(order).size(), 0);

        QVERIFY(hall.signIn());
        QTRY_COMPARE(hall.reports(order).size(), 1);
        QCOMPARE(hall.reports(order)[0]["text"_L1].toString(), u"换人之前做的"_s);
        QTRY_COMPARE(queued(), 0);
    }

    void a_cookie_that_changes_on_the_way_sends_nothing_by_another() {
        const auto order = hall.issue(u"发送途中换人"_s);
        QVERIFY(hall.openOrder(order));
        // The command is under way in this page when another one signs in.
        phone.run(
            u"const real = window.fetch; const gate = new Promise(open => { window.open_ = "
            "open; }); window.fetch = async (path, how) => {"
            "    if (String(path).includes('/assignments/')) { window.asked = true; await gate; }"
            "    return real(path, how); };"_s);
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.run(u"return !!window.asked"_s).toBool());
        QVERIFY(hall.takeTheNeighboursCookie());
        phone.run(u"window.open_()"_s);
        QTRY_COMPARE(whose(), u"邻近队伍"_s);
        QCOMPARE(hall.state(order), u"issued"_s);
        QTRY_VERIFY(phone.has(u"#orders"_s));
        QTRY_COMPARE(queued(), 0);

        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        QVERIFY(hall.signIn());
        QTRY_COMPARE(hall.state(order), u"acknowledged"_s);
        QTRY_COMPARE(queued(), 0);
    }
};

QTEST_GUILESS_MAIN(FieldQueueTest)
#include "field_queue_test.moc"
