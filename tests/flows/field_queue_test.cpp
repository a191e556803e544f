// What the phone's outbox promises: commands do not wait for photos, the acts on one order keep
// their order, and nothing goes out under another account's name.
#include "tests/flows/field_hall.h"

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
        phone.run(u"window.heldPhotos = []; const f = window.fetch; window.fetch = (u, o) => "
                  u"o?.body instanceof Blob ? new Promise(r => window.heldPhotos.push(() => r(f(u, "
                  u"o)))) : f(u, o); window.reallySend = XMLHttpRequest.prototype.send;"
                  "XMLHttpRequest.prototype.send = function (body) {"
                  "    body instanceof Blob ? window.heldPhotos.push(() => "
                  "window.reallySend.call(this, body)) : window.reallySend.call(this, body); };"_s);
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

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(hall.signIn());
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
};

QTEST_GUILESS_MAIN(FieldQueueTest)
#include "field_queue_test.moc"
