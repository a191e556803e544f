#include "core/duty/figures.h"
#include "tests/core/duty/sample.h"

#include <QTest>

using namespace chengyun;
using sample::at;
using sample::id;

class FiguresTest : public QObject {
    Q_OBJECT
    const std::vector<HolidayYear> years_{{"2026",
                                           "",
                                           {{"春节", "2026-02-15", "2026-02-23", {"2026-02-17"}}},
                                           {"2026-02-14", "2026-02-28"}}};
    const Calendar calendar_{years_, sample::wuhan};
    std::vector<Shift> shifts_;
    std::vector<ShiftExchange> exchanges_;

    Shift& add(const char* person, const char* from, const char* to, const char* checked_in) {
        shifts_.push_back(sample::shift("s", "desk", person, from, to));
        if (*checked_in) {
            shifts_.back().checked_in = at(checked_in);
            shifts_.back().state = ShiftState::closed;
        }
        return shifts_.back();
    }
    /// "planned 1 shifts 1 minutes 480": what is not nought.
    QByteArray of(const char* person, const char* now = "2026-03-01 00:00") {
        const std::vector people{sample::person("zhang"), sample::person("li")};
        const auto all = figures(people, shifts_, exchanges_, calendar_, at("2026-02-01 00:00"),
                                 at("2026-03-01 00:00"), at(now));
        if (all.size() != 2)
            return "not everybody";
        const auto object = json::encode(all[all[0].person == id(person) ? 0 : 1]).as_object();
        QByteArrayList words;
        for (const auto& [key, value] : object)
            if (value.is_int64() && value.as_int64() != 0)
                words << QByteArray(key.data(), qsizetype(key.size())) + " " +
                             QByteArray::number(qint64(value.as_int64()));
        return words.join(" ");
    }

private Q_SLOTS:
    void init() {
        shifts_.clear();
        exchanges_.clear();
    }

    void kinds_of_shifts_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* what, const char* from, const char* to,
                            const char* expected) {
            QTest::newRow(what) << QByteArray(from) << QByteArray(to) << QByteArray(expected);
        };
        row("day", "2026-02-03 08:00", "2026-02-03 16:00", "minutes 480");
        row("night", "2026-02-03 20:30", "2026-02-04 08:30", "minutes 720 nights 1");
        row("until one", "2026-02-03 17:00", "2026-02-04 01:00", "minutes 480 nights 1");
        row("until almost one", "2026-02-03 17:00", "2026-02-04 00:59", "minutes 479");
        row("from five", "2026-02-03 05:00", "2026-02-03 13:00", "minutes 480 nights 1");
        row("from after five", "2026-02-03 05:01", "2026-02-03 13:00", "minutes 479");
        row("two nights are one shift", "2026-02-03 08:00", "2026-02-05 08:00",
            "minutes 2880 nights 1");
        row("Sunday", "2026-02-08 08:00", "2026-02-08 16:00", "minutes 480 weekends 1");
        row("made up Saturday", "2026-02-14 08:00", "2026-02-14 16:00", "minutes 480");
        row("holiday", "2026-02-15 08:00", "2026-02-15 16:00", "minutes 480 holidays 1");
        row("statutory", "2026-02-17 08:00", "2026-02-17 16:00",
            "minutes 480 holidays 1 statutory 1");
    }
    void kinds_of_shifts() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, expected);
        add("zhang", from.constData(), to.constData(), from.constData());
        QCOMPARE(of("zhang"), "planned 1 shifts 1 " + expected);
        QCOMPARE(of("li"), "");
    }

    void a_shift_counts_where_it_begins() {
        add("zhang", "2026-01-31 20:00", "2026-02-01 08:00", "2026-01-31 20:00");
        QCOMPARE(of("zhang"), "");
        add("zhang", "2026-02-28 20:00", "2026-03-01 08:00", "2026-02-28 20:00");
        QCOMPARE(of("zhang"), "planned 1 shifts 1 minutes 720 nights 1");
    }

    void late_and_missed() {
        add("zhang", "2026-02-03 08:00", "2026-02-03 16:00", "2026-02-03 08:11");
        QCOMPARE(of("zhang"), "planned 1 shifts 1 minutes 480 late 1");
        add("zhang", "2026-02-04 08:00", "2026-02-04 16:00", "");
        QCOMPARE(of("zhang"), "planned 2 shifts 1 minutes 480 late 1 missed 1");
        QCOMPARE(of("zhang", "2026-02-04 15:00"), "planned 2 shifts 1 minutes 480 late 1");
        shifts_.back().state = ShiftState::cancelled;
        QCOMPARE(of("zhang"), "planned 1 shifts 1 minutes 480 late 1");
    }

    void stand_ins() {
        add("li", "2026-02-03 08:00", "2026-02-03 16:00", "2026-02-03 08:05").stands_in_for =
            id("zhang");
        QCOMPARE(of("zhang"), "planned 1 missed 1");
        QCOMPARE(of("li"), "planned 1 shifts 1 minutes 480 stood_in 1");
    }

    void exchanges() {
        ShiftExchange exchange;
        exchange.person = id("zhang");
        exchange.other = id("li");
        exchange.state = RequestState::approved;
        exchange.decided = at("2026-02-05 10:00");
        exchanges_ = {exchange, exchange, exchange};
        exchanges_[1].state = RequestState::refused;
        exchanges_[2].decided = at("2026-03-01 00:00");
        QCOMPARE(of("zhang"), "exchanges 1");
        QCOMPARE(of("li"), "");
    }
};

QTEST_APPLESS_MAIN(FiguresTest)
#include "figures_test.moc"
