// A photo on a slow network: given up when nothing moves, not when it takes long. Clock and network
// are the test's own, in a real browser.
#include "tests/flows/field_hall.h"

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;
using chengyun::test::WebDriver;

class FieldUploadTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;
    WebDriver phone;

    QString outcome() { return phone.run(u"return window.outcome"_s).toString(); }
    /// Lets time pass in the page.
    void pass(int seconds) { phone.run(u"window.clock.pass(arguments[0] * 1000)"_s, {seconds}); }
    /// The network has taken that many bytes so far.
    void move(int bytes) {
        phone.run(u"window.network.upload.onprogress({loaded: arguments[0]})"_s, {bytes});
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub.start(), hub.log().constData());
        QVERIFY2(phone.start(), qPrintable(phone.problem()));
    }

    void init() {
        phone.open(hub.url(u"/setup"_s)); // a page without timers of its own
        phone.run(uR"(
            window.clock = {
                now: 0, timers: new Map(), last: 0,
                pass(ms) {
                    for (const end = this.now + ms; ; ) {
                        const next = [...this.timers].sort((a, b) => a[1].at - b[1].at)[0];
                        if (!next || next[1].at > end) { this.now = end; return; }
                        this.now = next[1].at;
                        this.timers.delete(next[0]);
                        next[1].work();
                    }
                },
            };
            window.setTimeout = (work, ms) => {
                clock.timers.set(++clock.last, { work, at: clock.now + ms });
                return clock.last;
            };
            window.clearTimeout = timer => clock.timers.delete(timer);
            window.XMLHttpRequest = class {
                upload = {};
                open() {}
                setRequestHeader() {}
                send() { window.network = this; }
                abort() { this.onabort(); this.onloadend(); }
                answer(status, responseText) { Object.assign(this, { status, responseText }); this.onload(); this.onloadend(); }
            };
            window.outcome = 'loading';
            import('/field/upload.js').then(({ upload }) => {
                const sent = upload('/attachments', new Blob(['x'.repeat(1000)], { type: 'image/jpeg' }), { mark: 'id' });
                window.outcome = 'sending';
                return sent;
            }).then(({ id }) => { window.outcome = id; }, error => { window.outcome = error.name; });
        )"_s);
        QTRY_COMPARE(outcome(), u"sending"_s);
    }

    void it_may_take_as_long_as_it_takes() {
        for (int bytes = 1; bytes <= 200; ++bytes) {
            pass(50);
            move(bytes);
        }
        QCOMPARE(outcome(), u"sending"_s); // after nearly three hours
        phone.run(u"window.network.upload.onload()"_s);
        pass(170);
        phone.run(u"window.network.answer(200, '{\"id\": \"kept\"}')"_s);
        QTRY_COMPARE(outcome(), u"kept"_s);
        QCOMPARE(phone.run(u"return window.clock.timers.size"_s).toInt(), 0);
    }

    void it_is_given_up_when_nothing_moves() {
        pass(50);
        move(100);
        pass(50);
        move(100); // the same byte again
        QCOMPARE(outcome(), u"sending"_s);
        pass(11);
        QTRY_COMPARE(outcome(), u"TypeError"_s);
    }

    void it_is_given_up_when_no_answer_comes() {
        phone.run(u"window.network.upload.onload()"_s);
        pass(179);
        QCOMPARE(outcome(), u"sending"_s);
        pass(2);
        QTRY_COMPARE(outcome(), u"TypeError"_s);
    }

    void a_refusal_is_the_hubs() {
        phone.run(
            u"window.network.answer(413, '{\"type\": \"urn:chengyun:problem:too_large\"}')"_s);
        QTRY_COMPARE(outcome(), u"Error"_s);
    }
};

QTEST_GUILESS_MAIN(FieldUploadTest)
#include "field_upload_test.moc"
