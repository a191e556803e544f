// What somebody is writing on a phone: kept for its writer, out of sight for anybody else, and sent
// without what its writer cannot see.
#include "tests/flows/field_hall.h"

using namespace Qt::StringLiterals;
using chengyun::test::FieldHall;

class FieldDraftTest : public QObject {
    Q_OBJECT

    FieldHall hall;
    chengyun::test::WebDriver& phone = hall.phone;

    /// Where pictures go when somebody wants to look at them.
    void shot(const char* name) {
        const auto dir = qEnvironmentVariable("CHENGYUN_SHOTS");
        if (dir.isEmpty())
            return;
        QFile file(dir + u'/' + QLatin1String(name) + ".png"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(phone.screenshot());
    }
    /// Runs what makes a promise, and waits until it is kept.
    [[nodiscard]] bool runToItsEnd(const QString& promise) {
        phone.run(
            u"window.ended = false; (%1).then(() => { window.ended = true; });"_s.arg(promise));
        return QTest::qWaitFor([&] { return phone.run(u"return window.ended"_s).toBool(); });
    }
    [[nodiscard]] bool openReport() {
        return QTest::qWaitFor([&] { return phone.has(u"[data-act=report]"_s); }) &&
               phone.click(u"[data-act=report]"_s);
    }
    /// An order that has been acknowledged, and its sheet for a report.
    [[nodiscard]] bool write(const FieldHall::Issued& order, const QString& words) {
        return hall.openOrder(order) && phone.click(u"[data-act=acknowledge]"_s) &&
               QTest::qWaitFor([&] { return hall.state(order) == "acknowledged"_L1; }) &&
               openReport() && phone.type(u"#text"_s, words);
    }
    [[nodiscard]] bool addPhoto() {
        return phone.type(u"#photo"_s, hall.photo(400, 300)) &&
               QTest::qWaitFor([&] { return phone.has(u".sheet .thumb"_s); });
    }
    QString words() {
        return phone.run(u"return document.querySelector('#text')?.value"_s).toString();
    }
    /// Whatever the page shows, and what stands in its fields.
    bool showsAnywhere(const QString& words) {
        return phone
            .run(u"return document.body.innerText.includes(arguments[0]) ||"
                 "    [...document.querySelectorAll('input, textarea')]"
                 "        .some(field => field.value.includes(arguments[0]))"_s,
                 {words})
            .toBool();
    }

private Q_SLOTS:
    void initTestCase() {
        const auto problem = hall.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(hall.makeNeighbour());
    }
    void init() {
        phone.open(hall.hub.url(u"/setup"_s));
        QVERIFY(runToItsEnd(u"fetch('/api/v1/sessions/current', {method: 'DELETE',"
                            "    headers: {'X-Chengyun': '1'}})"_s));
        QVERIFY(hall.signIn());
    }

    void a_sheet_goes_with_its_writer_and_comes_back_data() {
        QTest::addColumn<bool>("another");
        QTest::newRow("the session ends") << false;
        QTest::newRow("another tab signs the neighbour in") << true;
    }
    void a_sheet_goes_with_its_writer_and_comes_back() {
        QFETCH(bool, another);
        const auto order = hall.issue(u"写到一半 %1"_s.arg(another));
        QVERIFY(write(order, u"水深三十厘米"_s) && addPhoto());
        if (another) {
            QVERIFY(hall.takeTheNeighboursCookie());
            phone.run(u"window.dispatchEvent(new Event('online'))"_s);
            QTRY_COMPARE(phone.text(u"#unit"_s), u"邻近队伍"_s);
        } else {
            QVERIFY(runToItsEnd(u"fetch('/api/v1/sessions/current', {method: 'DELETE',"
                                "    headers: {'X-Chengyun': '1'}})"_s));
            QTRY_VERIFY(phone.has(u".sign-in"_s));
        }
        QVERIFY(!phone.has(u".sheet"_s));
        QVERIFY(!showsAnywhere(u"水深"_s));
        shot(another ? "draft-neighbour" : "draft-signed-out");

        // The neighbour sees nothing of it either.
        if (!another)
            QVERIFY(hall.signInHere(u"neighbour"_s, FieldHall::neighbourPassword));
        QTRY_VERIFY(phone.text(u"#net"_s).startsWith(u"已连接"_s));
        QVERIFY(!phone.has(u".sheet"_s));
        QVERIFY(phone.click(u"#out"_s));
        QTRY_VERIFY(phone.has(u"#sign-in"_s));

        // The writer goes on where it was, also when the page has been opened anew.
        QVERIFY(hall.signIn());
        QTRY_VERIFY(phone.has(u".sheet:modal"_s));
        QCOMPARE(words(), u"水深三十厘米"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u".sheet .thumb"_s), 15000);
        shot("draft-back");
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(order).size(), 1, 10000);
        const auto report = hall.reports(order)[0].toObject();
        QCOMPARE(report["text"_L1].toString(), u"水深三十厘米"_s);
        QCOMPARE(report["attachments"_L1].toArray().size(), 1);

        // What has been sent is no draft any more.
        QVERIFY(openReport());
        QCOMPARE(words(), QString());
        QVERIFY(!phone.has(u".sheet .thumb"_s));
        phone.run(u"document.querySelector('.sheet').close()"_s);
        QTRY_VERIFY(!phone.has(u".sheet"_s));
        QVERIFY(hall.backToList());
    }

    void words_and_photos_outlive_the_page() {
        const auto order = hall.issue(u"页面被关掉"_s);
        QVERIFY(write(order, u"先写着"_s) && addPhoto());
        phone.open(hall.hub.url(u"/field"_s));
        QTRY_VERIFY(phone.has(u"#detail"_s));
        QVERIFY(!phone.has(u".sheet"_s)); // nobody had taken it from its writer
        QVERIFY(openReport());
        QCOMPARE(words(), u"先写着"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(u".sheet .thumb"_s), 15000);
        // Taken out is taken out.
        QVERIFY(phone.click(u".sheet .thumb button"_s));
        phone.run(u"document.querySelector('.sheet').close()"_s);
        QTRY_VERIFY(!phone.has(u".sheet"_s));
        QVERIFY(openReport());
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(order).size(), 1, 10000);
        QCOMPARE(hall.reports(order)[0]["attachments"_L1].toArray().size(), 0);
        QVERIFY(hall.backToList());
    }

    void what_its_writer_cannot_see_is_not_sent() {
        const auto order = hall.issue(u"粘贴来的字符"_s);
        QVERIFY(write(order, u"x"_s));
        phone.run(u"const text = document.querySelector('#text');"
                  "text.value = '\\ufeff到\\u200b场\\u202e了\\u2028👩‍🚒 \\ufffc';"
                  "text.dispatchEvent(new Event('input'));"_s);
        QVERIFY(phone.click(u"#send"_s));
        QTRY_COMPARE_WITH_TIMEOUT(hall.reports(order).size(), 1, 10000);
        QCOMPARE(hall.reports(order)[0]["text"_L1].toString(), u"到场了\n👩‍🚒"_s);
        QVERIFY(hall.backToList());
    }

    /// Of a hub whose texts are older than the rule.
    void others_words_turn_nothing_round() {
        QVERIFY(runToItsEnd(uR"((async () => {
            const { el } = await import('/field/el.js');
            const { t } = await import('/field/text.js');
            window.seen = [
                el('p', {}, '消防\u202e队').textContent, el('p', {}, '排\u200b水').textContent,
                el('p', {}, '关山：“排水” 👩🏽‍🚒').textContent,
                t('q_failed', { w: 'ئۈرۈمچى\u202e' }), t('q_failed', { w: '水' }),
                el('p', {}, t('q_failed', { w: 'ئۈرۈمچى' })).textContent,
            ];
        })())"_s));
        QCOMPARE(phone.run(u"return window.seen"_s).toArray(),
                 (QJsonArray{u"消防\ufffd队"_s, u"排\ufffd水"_s,
                             u"关山：“排水” 👩🏽‍🚒"_s,
                             u"被拒绝：\u2068ئۈرۈمچى\ufffd\u2069"_s, u"被拒绝：水"_s,
                             u"被拒绝：\u2068ئۈرۈمچى\u2069"_s}));
        const auto order = hall.issue(u"ئۈرۈمچى 3 路"_s);
        QTRY_VERIFY_WITH_TIMEOUT(phone.has(order.card()), 10000);
        QCOMPARE(phone
                     .run(u"return getComputedStyle(document.querySelector(arguments[0]))"
                          ".unicodeBidi"_s,
                          {order.card() + u" strong"_s})
                     .toString(),
                 u"plaintext"_s);
    }
};

QTEST_GUILESS_MAIN(FieldDraftTest)
#include "field_draft_test.moc"
