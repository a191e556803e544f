// Whose phone it is: sessions that end, accounts that change, and words of the network that are not
// the hub's.
#include "tests/flows/field_hall.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

class FieldSessionTest : public QObject {
    Q_OBJECT

    FieldHall hall;
    chengyun::test::WebDriver& phone = hall.phone;

    /// Runs what makes a promise, and waits until it is kept.
    [[nodiscard]] bool runToItsEnd(const QString& promise, const QJsonArray& arguments = {}) {
        phone.run(
            u"window.ended = false; (%1).then(() => { window.ended = true; });"_s.arg(promise),
            arguments);
        return QTest::qWaitFor([&] { return phone.run(u"return window.ended"_s).toBool(); });
    }
    /// The browser's session ends at the hub, and no page of ours learns of it.
    void endTheSession() {
        phone.open(hall.hub.url(u"/setup"_s));
        QVERIFY(runToItsEnd(u"fetch('/api/v1/sessions/current', {method: 'DELETE',"
                            "    headers: {'X-Chengyun': '1'}})"_s));
    }
    QString value(const QString& id) {
        return phone.run(u"return document.getElementById(arguments[0]).value"_s, {id}).toString();
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(hall.makeNeighbour());
    }

    void init() {
        endTheSession();
        QVERIFY(hall.signIn());
    }

    void who_signs_in_anew_is_left_to_type() {
        endTheSession();
        // The page knows who it was, and learns that it is over.
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_VERIFY(phone.text(u".sign-in .hint"_s).contains(u"登录已失效"_s));
        QVERIFY(phone.type(u"#name"_s, u"unit"_s) && phone.type(u"#password"_s, u"half a pass"_s));
        // Whatever the network does, nothing is taken from who types, and no stream is asked for.
        phone.run(u"window.sockets = 0; window.WebSocket = class { constructor() {"
                  "    ++window.sockets; } };"
                  "for (const word of ['offline', 'online'])"
                  "    window.dispatchEvent(new Event(word));"_s);
        QCOMPARE(value(u"name"_s), u"unit"_s);
        QCOMPARE(value(u"password"_s), u"half a pass"_s);
        QCOMPARE(phone.run(u"return window.sockets"_s).toInt(), 0);
        // A wrong password is told each time, and the form can be used again.
        for (int i = 0; i < 2; ++i) {
            QVERIFY(phone.click(u"#sign-in"_s));
            QTRY_COMPARE(phone.text(u".problem"_s), u"账号或密码错误。"_s);
            QTRY_VERIFY(
                phone.run(u"return !document.querySelector('#sign-in').disabled"_s).toBool());
            QCOMPARE(value(u"password"_s), u""_s);
            QVERIFY(phone.type(u"#password"_s, u"wrong again"_s));
        }
    }

    void an_answer_for_the_last_one_is_not_shown_to_the_next() {
        const auto order = hall.issue(u"上一位的指令"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(order.card()), 10000);
        // The answer with the orders takes its time, and from the second on no end.
        phone.run(u"const real = window.fetch; window.asked = 0;"
                  "const gate = new Promise(open => { window.open_ = open; });"
                  "window.fetch = async (path, how) => {"
                  "    if (!String(path).includes('/orders?')) return real(path, how);"
                  "    const first = ++window.asked === 1, answer = await real(path, how);"
                  "    await (first ? gate : new Promise(() => {}));"
                  "    return answer; }; window.dispatchEvent(new Event('online'))"_s);
        const auto asked = [&] { return phone.run(u"return window.asked"_s).toInt(); };
        QTRY_COMPARE(asked(), 1);
        QVERIFY(phone.click(u"#out"_s));
        QVERIFY(hall.signInHere(u"neighbour"_s, FieldHall::neighbourPassword));
        phone.run(u"window.open_()"_s);
        QTRY_COMPARE(asked(), 2);
        QVERIFY(phone.has(u"#orders"_s));
        QVERIFY(!phone.has(order.card()));
    }

    void who_signs_out_is_told_when_it_did_not_happen() {
        // A proxy's word, a sign-in page's yes, and no network.
        const QStringList words{
            u"Promise.resolve(new Response('<h1>Bad gateway', {status: 502}))"_s,
            u"Promise.resolve(new Response('<h1>Who?', {status: 401}))"_s,
            u"Promise.resolve(new Response('{\"login\": true}'))"_s,
            u"Promise.reject(new TypeError('no network'))"_s};
        for (const auto& word : words) {
            phone.run(u"window.real = window.real || window.fetch; window.fetch = (path, how) =>"
                      "    how.method === 'DELETE' ? %1 : window.real(path, how);"
                      "document.querySelector('#toast').textContent = '';"_s.arg(word));
            QVERIFY(phone.click(u"#out"_s));
            QTRY_VERIFY(phone.text(u"#toast"_s).contains(u"仍处于登录状态"_s));
            QVERIFY(phone.has(u"#orders"_s));
        }
        phone.run(u"window.fetch = window.real"_s);
        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
    }

    void a_proxy_that_asks_for_a_password_signs_nobody_out() {
        const auto order = hall.issue(u"代理要求登录"_s);
        QVERIFY(hall.openOrder(order));
        phone.run(u"window.asked = 0; window.real = window.fetch; window.fetch = () => {"
                  "    ++window.asked;"
                  "    return Promise.resolve(new Response('<h1>Who?', {status: 401})); }"_s);
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.run(u"return window.asked"_s).toInt() > 0);
        phone.run(u"window.dispatchEvent(new Event('online'))"_s);
        QTRY_VERIFY(phone.run(u"return window.asked"_s).toInt() > 1);
        QTRY_VERIFY(phone.has(u".queued.waiting"_s));
        phone.run(u"window.fetch = window.real; window.dispatchEvent(new Event('online'))"_s);
        QTRY_COMPARE(hall.state(order), u"acknowledged"_s);
        QTRY_VERIFY(!phone.has(u".queued"_s));
        QVERIFY(hall.backToList());
    }

    void what_waits_is_nobody_elses_to_see() {
        const auto order = hall.issue(u"只有本单位看得见"_s);
        QVERIFY(hall.openOrder(order));
        phone.run(u"const real = window.fetch; window.fetch = (path, how) =>"
                  "    String(path).includes('/assignments/') ? new Promise(() => {}) :"
                  "    real(path, how);"_s);
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.has(u".queued"_s));
        QVERIFY(hall.backToList());
        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        QVERIFY(phone.type(u"#name"_s, u"operator"_s));
        QVERIFY(phone.type(u"#password"_s, hall.hub.password(u"operator"_s)));
        QVERIFY(phone.click(u"#sign-in"_s));
        QTRY_VERIFY(phone.text(u"#view"_s).contains(u"不属于任何单位"_s));
        QVERIFY(!phone.has(u".queued"_s));
        QVERIFY(!phone.text(u"#net"_s).contains(u"待发送"_s));
        // Its owner finds it, and it is sent.
        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        QVERIFY(hall.signIn());
        QTRY_COMPARE(hall.state(order), u"acknowledged"_s);
    }

    void a_phone_that_slept_keeps_on_keeping() {
        const auto order = hall.issue(u"手机睡过一觉"_s);
        QVERIFY(hall.openOrder(order));
        // The system has taken the page's storage from it.
        QVERIFY(runToItsEnd(uR"((async () => {
            const { kept } = await import('/field/store.js');
            const real = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function (...how) {
                window.database = this;
                return real.apply(this, how);
            };
            await kept('me');
            IDBDatabase.prototype.transaction = real;
            window.database.close();
        })())"_s));
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_COMPARE(hall.state(order), u"acknowledged"_s);
        QTRY_VERIFY(!phone.has(u".queued"_s));
        QVERIFY(hall.backToList());
    }

    void a_slow_network_mends_a_clock_that_is_wrong() {
        // Eight seconds for an answer; half an hour is more than that. Twenty, and a
        // clock that is off by fifteen: which of the two is right cannot be told.
        QVERIFY(runToItsEnd(uR"((async () => {
            const { heardDate, hubNow } = await import('/field/clock.js');
            const lacks = () => Math.round((hubNow() - Date.now()) / 60000);
            heardDate(Date.now() - 8000, Date.now() + 1800000);
            window.lacks = [lacks()];
            heardDate(Date.now() - 8000, Date.now() - 60000);
            window.lacks.push(lacks());
            heardDate(Date.now(), Date.now());
            const right = hubNow() - Date.now();
            heardDate(Date.now() - 20000, Date.now() + 15000);
            window.lacks.push(hubNow() - Date.now() - right);
        })())"_s));
        const auto lacks = phone.run(u"return window.lacks"_s).toArray();
        QCOMPARE(lacks[0].toInt(), 30);
        QCOMPARE(lacks[1].toInt(), -1);
        QVERIFY(lacks[2].toDouble() < 1000);
    }

    void what_was_asked_in_vain_is_asked_again() {
        const auto order = hall.issue(u"短暂失联"_s);
        QVERIFY(hall.openOrder(order));
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"已连接"_s));
        // Whose session it is cannot be asked at the moment in which the page is looked at again.
        phone.run(u"window.asked = 0; const real = window.fetch; window.fetch = (path, how) =>"
                  "    String(path).endsWith('/me') && !window.asked++ ?"
                  "    Promise.reject(new TypeError('no network')) : real(path, how);"
                  "document.dispatchEvent(new Event('visibilitychange'))"_s);
        QTRY_VERIFY(phone.run(u"return window.asked"_s).toInt() > 0);
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_COMPARE_WITH_TIMEOUT(hall.state(order), u"acknowledged"_s, 25000);
        QTRY_VERIFY(!phone.has(u".queued"_s));
        QVERIFY(hall.backToList());
    }

    void connected_is_what_was_heard_lately() {
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"已连接"_s));
        hall.hub.freeze();
        const auto thaw = qScopeGuard([&] { hall.hub.thaw(); });
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"离线"_s), 40000);
        QVERIFY(phone.has(u".stale"_s));
        hall.hub.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"已连接"_s), 40000);
        QVERIFY(!phone.has(u".stale"_s));
    }

    void a_stream_that_the_network_bars_is_not_called_connected_data() {
        QTest::addColumn<QString>("what_comes_of_it");
        QTest::addColumn<bool>("is_refused");
        QTest::newRow("it is refused")
            << u"setTimeout(() => this.onclose({ code: 1006 }), 50);"_s << true;
        QTest::newRow("it opens and brings nothing")
            << u"this.readyState = 1; setTimeout(() => this.onopen(), 50);"_s << false;
    }
    void a_stream_that_the_network_bars_is_not_called_connected() {
        QFETCH(QString, what_comes_of_it);
        QFETCH(bool, is_refused);
        // Everything passes but the stream.
        phone.run(u"window.real = window.WebSocket; window.WebSocket = class {"
                  "    constructor() { %1 }"
                  "    send() {}"
                  "    close() {} }; window.WebSocket.OPEN = 1;"_s.arg(what_comes_of_it));
        hall.hub.kill();
        QVERIFY2(hall.hub.start(), hall.hub.log().constData());
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"无实时更新"_s), 40000);
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#barred"_s).contains(u"不放行"_s), 40000);
        phone.run(u"window.realFetch = window.fetch"_s);
        if (is_refused) {
            // Where it is the hub that does not take this page for one of its own, it says why.
            phone.run(u"window.fetch = (path, how) => window.realFetch("
                      "    String(path).replace(/origin=.*/, 'origin=https://other.example:8443'),"
                      "    how);"_s);
            QTRY_VERIFY_WITH_TIMEOUT(
                phone.text(u"#barred"_s).contains(u"https://other.example:8443"_s), 40000);
            // What is issued comes all the same, a little later.
            const auto order = hall.issue(u"没有实时更新"_s);
            QTRY_VERIFY_WITH_TIMEOUT(phone.has(order.card()), 40000);
        }
        phone.run(u"window.WebSocket = window.real; window.fetch = window.realFetch"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"已连接"_s), 40000);
        QVERIFY(!phone.has(u"#barred"_s));
    }

    void between_two_accounts_nothing_is_sent() {
        QVERIFY(runToItsEnd(uR"((async () => {
            const { Queue } = await import('/field/queue.js');
            const nothing = () => {};
            const queue = new Queue({ changed: nothing, done: nothing, unauthenticated: nothing });
            await queue.load({ id: 'one' });
            await queue.add({ path: '/none', body: {}, assignment: 'a' });
            queue.confirmed = true;
            const loaded = queue.load({ id: 'another' });
            window.between = [queue.confirmed, queue.items.length];
            await loaded;
            await queue.load({ id: 'one' });
            await queue.discard(queue.items[0].id);
        })())"_s));
        QCOMPARE(phone.run(u"return window.between"_s).toArray(), (QJsonArray{false, 0}));
    }
};

QTEST_GUILESS_MAIN(FieldSessionTest)
#include "field_session_test.moc"
