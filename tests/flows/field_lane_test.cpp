// One page of a phone sends at a time; a page that the phone has frozen holds up nobody, and what
// it was sending is carried out once.
#include "tests/flows/field_hall.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

class FieldLaneTest : public QObject {
    Q_OBJECT

    FieldHall hall;
    chengyun::test::WebDriver& phone = hall.phone;

    bool has(const QString& what) {
        return phone.run(u"return window.happened.includes(arguments[0])"_s, {what}).toBool();
    }
    /// Two lanes of one name, as of two pages: rounds of the first end when window.open_ is called.
    /// What happens is told in window.happened.
    void makeTwoLanes() {
        phone.run(uR"(window.ready = false; window.happened = [];
        import('/field/lane.js').then(({ Lane }) => {
            const happened = window.happened, gate = new Promise(open => { window.open_ = open; });
            let answers = 0;
            window.first = new Lane('two lanes', async still => {
                happened.push('first begins');
                await gate;
                happened.push(still() ? 'first ends' : 'first has lost it');
                return false;
            }, 50);
            window.second = new Lane('two lanes', async () => { happened.push('second'); return false; }, 50);
            new BroadcastChannel('two lanes').onmessage = ({ data }) => {
                if (data === 'here' && ++answers === 12) happened.push('twelve answers');
            };
            window.ready = true;
        }))"_s);
        QTRY_VERIFY(phone.run(u"return window.ready"_s).toBool());
        phone.run(u"window.first.kick()"_s);
        QTRY_VERIFY(has(u"first begins"_s));
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(hall.signIn());
    }

    void a_page_that_answers_keeps_its_turn() {
        makeTwoLanes();
        phone.run(u"window.second.kick()"_s);
        // Three times as long as a page that does not answer would have it.
        QTRY_VERIFY(has(u"twelve answers"_s));
        QVERIFY(!has(u"second"_s));
        phone.run(u"window.open_()"_s);
        QTRY_VERIFY(has(u"second"_s));
        QVERIFY(has(u"first ends"_s));
    }

    void a_page_that_wakes_ends_its_round() {
        makeTwoLanes();
        phone.run(u"window.first.channel.onmessage = null; window.second.kick()"_s);
        QTRY_VERIFY(has(u"second"_s));
        // What it was at comes to its end before it begins anew.
        phone.run(u"window.first.kick()"_s);
        QCOMPARE(
            phone.run(u"return window.happened.filter(what => what === 'first begins').length"_s)
                .toInt(),
            1);
        phone.run(u"window.open_()"_s);
        QTRY_VERIFY(has(u"first has lost it"_s));
        QTRY_VERIFY(has(u"first ends"_s)); // the new round, which has the lock
    }

    void what_a_frozen_page_was_sending_is_carried_out_once() {
        const auto order = hall.issue(u"冻结的页面"_s);
        QVERIFY(hall.openOrder(order));
        QVERIFY(phone.click(u"[data-act=acknowledge]"_s));
        QTRY_COMPARE(hall.state(order), u"acknowledged"_s);
        QTRY_VERIFY(phone.has(u"[data-act=depart]"_s) && !phone.has(u".queued"_s));
        // The departure reaches the hub; the answer never reaches the page, which says nothing any
        // more.
        const auto frozen = phone.tab();
        phone.run(u"const real = window.fetch; window.fetch = (path, how) =>"
                  "    String(path).includes('/assignments/') ?"
                  "    (real(path, how), new Promise(wake => { window.wake = () => wake(real(path, "
                  "how)); })) :"
                  "    real(path, how);"
                  "BroadcastChannel.prototype.postMessage = () => {};"_s);
        QVERIFY(phone.click(u"[data-act=depart]"_s));
        QTRY_COMPARE(hall.reports(order).size(), 1);
        QTRY_VERIFY(phone.has(u".queued.sending"_s));

        const auto other = phone.openTab(hall.hub.url(u"/field"_s));
        QTRY_VERIFY(phone.has(u".queued"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u".queued"_s), 30000);
        QCOMPARE(hall.reports(order).size(), 1);
        // And what is done now is not held up either.
        QVERIFY(hall.openOrder(order));
        QTRY_VERIFY(phone.has(u"[data-act=arrive]"_s));
        QVERIFY(phone.click(u"[data-act=arrive]"_s));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(order).size(), 2, 20000);

        // The page wakes up and hears its answer.
        phone.switchTo(frozen);
        phone.run(u"window.wake()"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!phone.has(u".queued"_s), 15000);
        QCOMPARE(hall.reports(order).size(), 2);
        phone.switchTo(other);
        phone.closeTab();
        phone.switchTo(frozen);
    }
};

QTEST_GUILESS_MAIN(FieldLaneTest)
#include "field_lane_test.moc"
