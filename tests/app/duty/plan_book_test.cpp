// Patterns and holidays by their forms, and the notice of holidays as it is pasted.
#include "app/duty/holiday_notice.h"
#include "app/duty/plan_book.h"
#include "core/wire/wire_codec.h"
#include "tests/app/duty/duty_desk.h"

#include <QSignalSpy>

using namespace chengyun;
using namespace chengyun::test;
using namespace chengyun::console;

namespace {

struct PlanRoom : DutyDesk {
    PlanBook plans{roster, commands};
};

QVariantMap turn(const char* name, const char* from, const char* until) {
    return {{QStringLiteral("name"), QString::fromUtf8(name)},
            {QStringLiteral("from"), QLatin1String(from)},
            {QStringLiteral("until"), QLatin1String(until)}};
}

// The words of 国办发明电〔2025〕7号 that say days, with its brackets and line breaks.
const auto notice2026 =
    QStringLiteral("国务院办公厅关于2026年\n部分节假日安排的通知\n国办发明电〔2025〕7号\n"
                   "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n"
                   "经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假"
                   "调休日期的具体安排通知如下。\n"
                   "一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n"
                   "二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，"
                   "共9天。2月14日（周六）、2月28日（周六）上班。\n"
                   "三、清明节：4月4日（周六）至6日（周一）放假，共3天。\n"
                   "四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。\n"
                   "五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n"
                   "六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n"
                   "七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月1"
                   "0日（周六）上班。\n"
                   "节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。");

} // namespace

class PlanBookTest : public QObject {
    Q_OBJECT
    std::unique_ptr<PlanRoom> room_;

private Q_SLOTS:
    void init() {
        room_ = std::make_unique<PlanRoom>();
        room_->hub.silent = true;
        QVERIFY(room_->signIn());
    }
    void cleanup() { room_.reset(); }

    void aNoticeIsRead() {
        const auto year = readHolidayNotice(notice2026);
        QVERIFY(year);
        QCOMPARE(year->year, std::string("2026"));
        const std::vector<Holiday> expected{
            {"元旦", "2026-01-01", "2026-01-03", {"2026-01-01"}},
            {"春节", "2026-02-15", "2026-02-23", {}},
            {"清明节", "2026-04-04", "2026-04-06", {}},
            {"劳动节", "2026-05-01", "2026-05-05", {"2026-05-01", "2026-05-02"}},
            {"端午节", "2026-06-19", "2026-06-21", {}},
            {"中秋节", "2026-09-25", "2026-09-27", {}},
            {"国庆节", "2026-10-01", "2026-10-07", {"2026-10-01", "2026-10-02", "2026-10-03"}}};
        QCOMPARE(year->holidays, expected);
        const std::vector<std::string> worked{"2026-01-04", "2026-02-14", "2026-02-28",
                                              "2026-05-09", "2026-09-20", "2026-10-10"};
        QCOMPARE(year->make_up_days, worked);
    }

    void otherFormsOfANotice() {
        // Of one day, into another month, and two holidays in one row.
        const auto year = readHolidayNotice(QStringLiteral(
            "关于2025年部分节假日安排的通知 一、元旦：1月1日（周三）放假1天，不调休。 "
            "二、春节：1月28日（农历除夕、周二）至2月4日（农历初七、周二）放假调休，共8天。"
            "1月26日（周日）、2月8日（周六）上班。 "
            "六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。"));
        QVERIFY(year);
        QCOMPARE(year->holidays.size(), std::size_t(3));
        QCOMPARE(year->holidays[0].last, std::string("2025-01-01"));
        QCOMPARE(year->holidays[1].last, std::string("2025-02-04"));
        QCOMPARE(year->holidays[2].name, std::string("国庆节、中秋节"));
        QCOMPARE(year->holidays[2].statutory.size(), std::size_t(3));
    }

    void whatIsNoNotice_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << QStringLiteral("明天开会");
        QTest::newRow("a title alone") << QStringLiteral("关于2026年部分节假日安排的通知");
        QTest::newRow("a day that does not exist")
            << QStringLiteral("关于2026年部分节假日安排的通知 一、元旦：1月32日放假1天。");
        QTest::newRow("worked on a Wednesday") << QStringLiteral(
            "关于2026年部分节假日安排的通知 一、元旦：1月1日放假1天。1月7日上班。");
        QTest::newRow("too long") << notice2026.repeated(100);
    }
    void whatIsNoNotice() {
        QFETCH(QString, text);
        QVERIFY(!readHolidayNotice(text));
        QVERIFY(room_->plans.noticeCard(text).isEmpty());
    }

    void aYearIsWrittenByItsForm() {
        QCOMPARE(room_->plans.missingYear(), QStringLiteral("2027"));
        auto card = room_->plans.yearCard({});
        QCOMPARE(card.value(QStringLiteral("year")).toString(), QStringLiteral("2027"));
        QVERIFY(card.value(QStringLiteral("fresh")).toBool());
        QVERIFY(card.value(QStringLiteral("editable")).toBool());
        card[QStringLiteral("holidays")] = QVariantList{
            QVariantMap{{QStringLiteral("name"), QStringLiteral("劳动节")},
                        {QStringLiteral("first"), QStringLiteral("5-1")},
                        {QStringLiteral("last"), QStringLiteral("5月3日")},
                        {QStringLiteral("statutory"), QStringLiteral("5-1，2027-05-02")}},
            QVariantMap{{QStringLiteral("name"), QStringLiteral("元旦")},
                        {QStringLiteral("first"), QStringLiteral("2027-01-01")},
                        {QStringLiteral("last"), QString()},
                        {QStringLiteral("statutory"), QString()}}};
        card[QStringLiteral("make_up")] = QStringLiteral("5-8");
        QVERIFY2(room_->plans.writeYear(card), qPrintable(room_->commands.failureText()));
        QTRY_COMPARE(room_->outbox.rowCount(), 1);
        const auto sent = json::read<HolidayYear>(room_->sent().toStdString());
        QVERIFY(sent);
        QCOMPARE(sent->holidays[0],
                 (Holiday{"劳动节", "2027-05-01", "2027-05-03", {"2027-05-01", "2027-05-02"}}));
        QCOMPARE(sent->holidays[1], (Holiday{"元旦", "2027-01-01", "2027-01-01", {}}));
        QCOMPARE(sent->make_up_days, std::vector<std::string>{"2027-05-08"});

        card[QStringLiteral("make_up")] = QStringLiteral("5-10"); // a Monday
        QVERIFY(!room_->plans.writeYear(card));
        QCOMPARE(room_->commands.failureField(), QStringLiteral("make_up_days[0]"));
        QCOMPARE(room_->outbox.rowCount(), 1);
    }

    void aYearOfTheHubIsKnown() {
        QSignalSpy changed(&room_->plans, &PlanBook::yearsChanged);
        Change body;
        body.values<HolidayYear>() = {
            {"2027", "", {{"元旦", "2027-01-01", "2027-01-03", {"2027-01-01"}}}, {}}};
        room_->send(900, "duty.holidays_written", std::move(body));
        QVERIFY(!changed.isEmpty());
        QCOMPARE(room_->plans.missingYear(), QString());
        QCOMPARE(room_->plans.years().value(0).toMap().value(QStringLiteral("year")).toString(),
                 QStringLiteral("2027"));
        QVERIFY(
            !room_->plans.yearCard(QStringLiteral("2027")).value(QStringLiteral("fresh")).toBool());
    }

    void aPatternIsWrittenByItsForm_data() {
        QTest::addColumn<QString>("order");
        QTest::addColumn<int>("stagger");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("field"); ///< that is refused; empty: sent
        QTest::addColumn<int>("crews");
        QTest::newRow("day and night") << "1 2 - -" << 1 << "20:30" << "" << 4;
        QTest::newRow("commas, two days behind") << "1，1,2，2,-,-" << 2 << "2030" << "" << 3;
        QTest::newRow("a shift that is never worked") << "1 - - -" << 1 << "20:30" << "cycle" << 0;
        QTest::newRow("no such shift") << "1 2 3 -" << 1 << "20:30" << "cycle[2]" << 0;
        QTest::newRow("no cycle") << "day night" << 1 << "20:30" << "cycle" << 0;
        QTest::newRow("crews that do not fit") << "1 2 - -" << 3 << "20:30" << "stagger" << 0;
        QTest::newRow("no time") << "1 2 - -" << 1 << "evening" << "turns[0].minutes" << 0;
    }
    void aPatternIsWrittenByItsForm() {
        QFETCH(QString, order);
        QFETCH(int, stagger);
        QFETCH(QString, until);
        QFETCH(QString, field);
        QFETCH(int, crews);
        auto card = room_->plans.patternCard({});
        card[QStringLiteral("name")] = QStringLiteral("两班倒");
        card[QStringLiteral("turns")] =
            QVariantList{turn("白班", "08:30", "x"), turn("夜班", "20:30", "08:30")};
        auto turns = card[QStringLiteral("turns")].toList();
        turns[0] = turn("白班", "08:30", until.toLatin1().constData());
        card[QStringLiteral("turns")] = turns;
        card[QStringLiteral("order")] = order;
        card[QStringLiteral("stagger")] = stagger;
        QCOMPARE(room_->plans.writePattern(card), field.isEmpty());
        QCOMPARE(room_->commands.failureField(), field);
        if (!field.isEmpty())
            return;
        QTRY_COMPARE(room_->outbox.rowCount(), 1);
        const auto sent = json::read<Pattern>(room_->sent().toStdString());
        QVERIFY(sent);
        QCOMPARE(sent->turns, (std::vector<Turn>{{"白班", 510, 720}, {"夜班", 1230, 720}}));
        QCOMPARE(int(crews_of(*sent)), crews);
        QVERIFY(room_->plans.cycleText(card).contains(QStringLiteral("白班")));
    }
};

QTEST_GUILESS_MAIN(PlanBookTest)
#include "plan_book_test.moc"
