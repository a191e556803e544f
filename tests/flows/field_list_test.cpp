// What the recipients' page asks the hub for, and when it shows what has come: the list at once,
// all of it, and of the rest only what changed.
#include "tests/flows/field_hall.h"

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

class FieldListTest : public QObject {
    Q_OBJECT

    FieldHall hall;
    chengyun::test::WebDriver& phone = hall.phone;

    int count(const QString& selector) {
        return phone.run(u"return document.querySelectorAll(arguments[0]).length"_s, {selector})
            .toInt();
    }
    /// From now on the page's requests for details wait in window.held; window.asked has the ids.
    void holdDetails() {
        phone.run(
            u"window.held = []; window.asked = []; window.real = window.fetch;"
            "window.fetch = (path, how) => {"
            "    const id = /\\/orders\\/([0-9a-f-]{36})$/.exec(path)?.[1];"
            "    if (!id) return window.real(path, how);"
            "    window.asked.push(id);"
            "    return new Promise(go => window.held.push(() => go(window.real(path, how)))); }"_s);
    }
    QStringList asked() { return phone.run(u"return window.asked"_s).toVariant().toStringList(); }
    /// Paths of the page's requests since window.paths was made.
    void notePaths() {
        phone.run(u"window.paths = []; window.real = window.real || window.fetch; window.fetch = "
                  u"(path, how) => {"
                  "    window.paths.push(String(path)); return window.real(path, how); }"_s);
    }
    QStringList paths() { return phone.run(u"return window.paths"_s).toVariant().toStringList(); }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void the_list_does_not_wait_for_details() {
        QList<FieldHall::Issued> orders;
        for (int i = 0; i < 7; ++i)
            orders.append(hall.issue(u"第 %1 条"_s.arg(i)));
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));
        holdDetails();
        QVERIFY(hall.signInHere(u"unit"_s, hall.hub.password(u"unit"_s)));
        for (const auto& order : orders)
            QTRY_VERIFY(phone.has(order.card()));
        // Several at once, and no more than that.
        QTRY_COMPARE(asked().size(), 4);
        const auto first = asked();
        // What is on the page comes next; until it has come nobody says that there is nothing.
        FieldHall::Issued last;
        for (const auto& order : orders)
            if (!first.contains(order.order))
                last = order;
        QVERIFY(!last.order.isEmpty());
        QVERIFY(phone.click(last.card()));
        QTRY_VERIFY(phone.text(u"#detail"_s).contains(u"正在读取"_s));
        QVERIFY(!phone.text(u"#detail"_s).contains(u"尚无反馈"_s));
        phone.run(u"window.held.shift()()"_s);
        QTRY_COMPARE(asked().size(), 5);
        QCOMPARE(asked().last(), last.order);
        phone.run(u"window.fetch = window.real; window.held.forEach(go => go())"_s);
        QTRY_VERIFY(phone.text(u"#detail"_s).contains(u"尚无反馈"_s));
        QVERIFY(hall.backToList());
    }

    void a_poll_asks_what_changed_and_nothing_else() {
        const auto order = hall.issue(u"没有实时更新"_s);
        const auto other = hall.issue(u"另一条"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(other.card()), 10000);
        // Everything passes but the stream.
        phone.run(u"window.WebSocket = class {"
                  "    constructor() { setTimeout(() => this.onclose({ code: 1006 }), 50); }"
                  "    send() {} close() {} }; window.WebSocket.OPEN = 1;"_s);
        hall.hub.kill();
        QVERIFY2(hall.hub.start(), hall.hub.log().constData());
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"无实时更新"_s), 40000);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u"#barred"_s), 40000);
        // The list is asked for when the network comes back, and then not for minutes.
        notePaths();
        phone.run(u"window.dispatchEvent(new Event('online'))"_s);
        QTRY_COMPARE(paths().filter(u"/api/v1/orders?"_s).size(), 1);
        phone.run(u"window.paths = []"_s);
        const auto entries = [&] { return paths().filter(u"/stream/entries?from="_s).size(); };
        QTRY_VERIFY_WITH_TIMEOUT(entries() >= 2, 60000);
        for (const auto& path : paths())
            QVERIFY2(path.contains(u"/stream/"_s), qPrintable(path));

        QCOMPARE(hall.hub
                     .command("POST", u"/api/v1/assignments/%1/acknowledge"_s.arg(order.assignment),
                              hall.unitToken, {})
                     .status,
                 200);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(order.card() + u" .state-acknowledged"_s), 40000);
        QTRY_COMPARE(paths().filter(u"/api/v1/orders/"_s).size(), 1);
        QVERIFY(paths().filter(u"/api/v1/orders/"_s)[0].endsWith(order.order));
        QCOMPARE(paths().filter(u"/api/v1/orders?"_s).size(), 1);
    }

    void an_opened_page_asks_for_what_changed_only() {
        // The phone knows all orders and where the journal was.
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_VERIFY_WITH_TIMEOUT(phone.text(u"#net"_s).startsWith(u"已连接"_s), 20000);
        const auto known = phone
                               .run(u"return performance.getEntriesByType('resource')"
                                    "    .map(request => request.name)"_s)
                               .toVariant()
                               .toStringList();
        QCOMPARE(known.filter(u"/api/v1/orders/"_s), QStringList());
        const auto asked = known.filter(u"/stream/entries?from="_s);
        QVERIFY(!asked.isEmpty());
        QVERIFY(asked[0].contains(u"&hash="_s));
    }

    void all_orders_can_be_reached() {
        const auto before = phone.text(u"#orders .count"_s).toInt();
        QVERIFY(before > 0);
        const auto oldest = hall.issue(u"最早的一条"_s);
        constexpr int more = 220; // more than one answer of the hub holds
        for (int i = 1; i < more; ++i)
            QVERIFY(!hall.issue(u"第 %1 条"_s.arg(i)).order.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(phone.text(u"#orders .count"_s), QString::number(before + more),
                                  30000);
        QVERIFY(!phone.has(oldest.card()));
        for (int shown = 100; shown < before + more; shown += 100) {
            QTRY_COMPARE(count(u".order"_s), shown);
            QVERIFY2(phone.text(u"#more"_s).contains(QString::number(before + more - shown)),
                     qPrintable(phone.text(u"#more"_s)));
            QVERIFY2(phone.click(u"#more"_s), qPrintable(phone.problem()));
        }
        QTRY_COMPARE(count(u".order"_s), before + more);
        QTRY_VERIFY(!phone.has(u"#more"_s));
        QVERIFY(phone.has(oldest.card()));
        QVERIFY(phone.click(oldest.card()));
        QTRY_VERIFY(phone.has(u"#detail [data-act=acknowledge]"_s));
    }

    void a_map_is_told_which_coordinates_these_are() {
        QVERIFY(phone.click(u"#map"_s));
        QVERIFY(phone.has(u".sheet:modal"_s));
        QVERIFY(phone.text(u".sheet"_s).contains(u"30.500000"_s));
        const auto address = [&](const QString& map) {
            return QUrl::fromPercentEncoding(
                phone
                    .run(u"return document.querySelector(arguments[0]).href"_s,
                         {u"[data-map=%1]"_s.arg(map)})
                    .toString()
                    .toUtf8());
        };
        QVERIFY(address(u"amap"_s).contains(u"position=114.3,30.5&"_s));
        QVERIFY(address(u"amap"_s).contains(u"coordinate=wgs84"_s));
        QVERIFY(address(u"baidu"_s).contains(u"location=30.5,114.3&"_s));
        QVERIFY(address(u"baidu"_s).contains(u"coord_type=wgs84"_s));
        QVERIFY(address(u"tencent"_s).contains(u"coord:30.5,114.3;"_s));
        QVERIFY(address(u"tencent"_s).contains(u"coord_type=1"_s));
        QVERIFY(address(u"other"_s).startsWith(u"geo:30.5,114.3"_s));
        // What the order says is nobody's but ours.
        for (const auto* map : {"amap", "baidu", "tencent", "other"})
            QVERIFY2(!address(QLatin1String(map)).contains(u"最早"_s), map);
        phone.run(u"history.back()"_s);
        QTRY_VERIFY(!phone.has(u".sheet"_s));
    }
};

QTEST_GUILESS_MAIN(FieldListTest)
#include "field_list_test.moc"
