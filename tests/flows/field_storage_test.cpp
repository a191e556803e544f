// The recipients' page on a phone that keeps nothing, or not everything: what is lost is said, and
// with a network all works.
#include "tests/flows/field_hall.h"

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

class FieldStorageTest : public QObject {
    Q_OBJECT

    FieldHall hall;
    chengyun::test::WebDriver& phone = hall.phone;

    QUrl page() { return hall.hub.url(u"/field"_s); }
    /// Of the hub's own origin and nothing of the page.
    QUrl beside() { return hall.hub.url(u"/field/icon.svg"_s); }
    /// Runs a script that sets window.done at its end.
    [[nodiscard]] bool runToItsEnd(const QString& script) {
        phone.run(u"window.done = false; "_s + script);
        return QTest::qWaitFor([&] { return phone.run(u"return window.done"_s).toBool(); }, 20000);
    }
    /// The order is acknowledged on the page, which has it in its list, and the hub knows.
    [[nodiscard]] bool acknowledge(const FieldHall::Issued& order) {
        return hall.openOrder(order) && phone.click(u"[data-act=acknowledge]"_s) &&
               QTest::qWaitFor([&] { return hall.state(order) == "acknowledged"_L1; }, 20000) &&
               QTest::qWaitFor([&] { return !phone.has(u".queued"_s); }, 20000);
    }
    /// Makes the page keep what it knows.
    void refresh() { phone.run(u"window.dispatchEvent(new Event('online'))"_s); }
    /// The phone has no room any more, and the page has noticed.
    [[nodiscard]] bool fill() {
        phone.setQuota(page(), 1);
        return QTest::qWaitFor(
            [&] {
                refresh();
                return phone.text(u"#storage"_s).contains(u"已满"_s);
            },
            60000);
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    void init() {
        // A phone that has not been here before.
        phone.setQuota(page(), {});
        phone.open(beside());
        QVERIFY(runToItsEnd(uR"((async () => {
            localStorage.clear();
            for (const name of await caches.keys()) await caches.delete(name);
            for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
            await new Promise(done => { indexedDB.deleteDatabase('chengyun-field').onsuccess = done; });
            window.done = true;
        })())"_s));
    }
    void cleanup() {
        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
    }

    void what_a_newer_page_keeps_is_left_alone() {
        QVERIFY(runToItsEnd(uR"((() => {
            const open = indexedDB.open('chengyun-field', 7);
            open.onupgradeneeded = () => open.result.createObjectStore('of the future').put('kept', 'key');
            open.onsuccess = () => { open.result.close(); window.done = true; };
        })())"_s));
        const auto order = hall.issue(u"来自新版本的数据"_s);
        QVERIFY(hall.signIn());
        QTRY_VERIFY(phone.text(u"#storage"_s).contains(u"更新版本"_s));
        QVERIFY(acknowledge(order));
        QVERIFY(phone.text(u"#detail #storage"_s).contains(u"更新版本"_s));
        QVERIFY(hall.backToList());
        QVERIFY(runToItsEnd(uR"((() => {
            const open = indexedDB.open('chengyun-field');
            open.onsuccess = () => {
                const found = open.result;
                found.transaction('of the future').objectStore('of the future').get('key').onsuccess =
                    ({ target }) => { window.left = [found.version, target.result]; found.close(); window.done = true; };
            };
        })())"_s));
        QCOMPARE(phone.run(u"return window.left"_s).toArray(), (QJsonArray{7, "kept"_L1}));
    }

    void a_page_lets_go_for_a_newer_one() {
        const auto order = hall.issue(u"新版页面打开"_s);
        QVERIFY(hall.signIn());
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(order.card()), 10000);
        QVERIFY(!phone.has(u"#storage"_s));
        QVERIFY(runToItsEnd(uR"((() => {
            window.blocked = false;
            const open = indexedDB.open('chengyun-field', 7);
            open.onblocked = () => { window.blocked = true; };
            open.onsuccess = () => { open.result.close(); window.done = true; };
        })())"_s));
        QVERIFY(!phone.run(u"return window.blocked"_s).toBool());
        QVERIFY(acknowledge(order));
        QTRY_VERIFY(phone.text(u"#detail #storage"_s).contains(u"更新版本"_s));
        QVERIFY(hall.backToList());
    }

    void a_storage_that_does_not_open_is_not_waited_for() {
        // Another page does not let go of a storage that is to be deleted.
        QVERIFY(runToItsEnd(uR"((() => {
            const open = indexedDB.open('chengyun-field', 1);
            open.onsuccess = () => {
                window.holder = open.result;
                indexedDB.deleteDatabase('chengyun-field').onblocked = () => { window.done = true; };
            };
        })())"_s));
        const auto holder = phone.tab();
        const auto order = hall.issue(u"存储没有响应"_s);
        const auto tab = phone.openTab(page());
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u"#sign-in"_s), 20000);
        QTRY_VERIFY(phone.text(u".sign-in .hint"_s).contains(u"没有响应"_s));
        QVERIFY(hall.signInHere(u"unit"_s, hall.hub.password(u"unit"_s)));
        QVERIFY(acknowledge(order));
        QVERIFY(hall.backToList());
        QVERIFY(phone.has(u"#storage"_s));
        phone.switchTo(holder);
        phone.run(u"window.holder.close()"_s);
        phone.closeTab();
        phone.switchTo(tab);
        refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u"#storage"_s), 20000);
    }

    void a_full_phone_sends_what_it_had_kept() {
        const auto order = hall.issue(u"手机存储已满"_s);
        QVERIFY(hall.signIn());
        QVERIFY(hall.openOrder(order));
        // Kept while there was room.
        phone.setOffline(true);
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"离线"_s));
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_VERIFY(phone.has(u".queued"_s));
        QVERIFY(!phone.has(u"#unkept"_s));
        phone.run(u"window.real = window.fetch; window.fetch = (path, how) =>"
                  "    String(path).includes('/assignments/') ?"
                  "    Promise.reject(new TypeError('no network')) : window.real(path, how)"_s);
        phone.setOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"已连接"_s), 40000);
        // The network lets everything pass but what is done; meanwhile the phone fills up.
        QVERIFY(fill());
        QCOMPARE(hall.state(order), u"issued"_s);
        phone.run(u"window.fetch = window.real"_s);
        refresh();
        QTRY_COMPARE_WITH_TIMEOUT(hall.state(order), u"acknowledged"_s, 40000);
        QTRY_VERIFY(!phone.has(u".queued"_s));

        // Without a network nothing new is taken, and that is said; with one it goes.
        phone.setOffline(true);
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"离线"_s));
        QVERIFY(phone.click(u"[data-act=depart]"_s));
        QTRY_VERIFY(phone.text(u"#detail #unkept"_s).contains(u"未能保存"_s));
        QVERIFY(!phone.has(u".queued"_s));
        phone.setOffline(false);
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"已连接"_s), 40000);
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"存储满了也能反馈"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_VERIFY(!phone.has(u".sheet"_s));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(order).size(), 1, 20000);
        QCOMPARE(hall.reports(order)[0]["text"_L1].toString(), u"存储满了也能反馈"_s);
        QTRY_VERIFY(!phone.has(u".queued"_s));

        phone.setQuota(page(), {});
        refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u"#storage"_s), 20000);
        QVERIFY(hall.backToList());
    }

    void words_that_are_not_kept_are_said() {
        const auto order = hall.issue(u"文字存不下"_s);
        QVERIFY(hall.signIn());
        QVERIFY(acknowledge(order));
        QTRY_VERIFY(phone.has(u"[data-act=report]"_s));
        QVERIFY(phone.click(u"[data-act=report]"_s));
        QVERIFY(phone.type(u"#text"_s, u"前半"_s));
        QVERIFY(!phone.has(u".sheet .problem"_s));
        phone.run(
            u"for (let size = 1 << 24; size >= 1; size = size >> 1)"
            "    for (let i = 0; i < 8; ++i)"
            "        try { localStorage.setItem(`fill ${size} ${i}`, 'x'.repeat(size)); } catch {}"_s);
        QVERIFY(phone.type(u"#text"_s, u"后半"_s));
        QTRY_VERIFY(phone.text(u".sheet .problem"_s).contains(u"未能保存这些文字"_s));
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE(hall.reports(order).size(), 1);
        QCOMPARE(hall.reports(order)[0]["text"_L1].toString(), u"前半后半"_s);
        QTRY_VERIFY(!phone.has(u".sheet"_s));
        QVERIFY(hall.backToList());
    }

    void a_page_that_finds_no_room_for_itself_says_so() {
        phone.setQuota(page(), 1);
        QVERIFY(hall.signIn());
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#shelf"_s).contains(u"没有网络时"_s), 20000);
        phone.setQuota(page(), {});
        phone.open(page());
        QTRY_VERIFY_WITH_TIMEOUT(
            phone.run(u"return !!navigator.serviceWorker.controller"_s).toBool(), 20000);
        QTRY_VERIFY(phone.has(u"#orders"_s)); // its session is a cookie's
        QVERIFY(!phone.has(u"#shelf"_s));
    }
};

QTEST_GUILESS_MAIN(FieldStorageTest)
#include "field_storage_test.moc"
