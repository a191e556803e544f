#include "core/duty/problems.h"
#include "tests/core/duty/sample.h"

#include <QTest>

using namespace chengyun;
using sample::at;
using sample::id;
using sample::shift;
using Kind = RotaProblemKind;

namespace {

/// "gap desk 02-02 08:00 - 02-02 16:00 missing 1", "double_booking desk zhang 1+2 …"
QByteArray said(const RotaProblem& p) {
    QByteArrayList words{name(p.kind)};
    if (!p.post.empty())
        words << sample::name_of(p.post);
    if (!p.person.empty())
        words << sample::name_of(p.person);
    QByteArrayList shifts;
    for (const auto& shift : p.shifts)
        shifts << sample::name_of(shift);
    if (!shifts.isEmpty())
        words << shifts.join("+");
    words << sample::said(p.from) << "-" << sample::said(p.to);
    if (p.missing)
        words << "missing" << QByteArray::number(qint64(p.missing));
    return words.join(" ");
}

QByteArray said(const std::vector<RotaProblem>& found) {
    QByteArrayList lines;
    for (const auto& problem : found)
        lines << said(problem);
    return lines.join("; ");
}

} // namespace

class ProblemsTest : public QObject {
    Q_OBJECT
    Post desk_;
    Person zhang_, li_;
    std::vector<Shift> shifts_;
    std::vector<Leave> leaves_;

    QByteArray found(const char* from = "2026-02-02 00:00", const char* to = "2026-02-03 00:00") {
        const std::vector posts{desk_};
        const std::vector people{zhang_, li_};
        return said(problems({posts, people, shifts_, leaves_}, Calendar({}, sample::wuhan),
                             at(from), at(to)));
    }

private Q_SLOTS:
    void init() {
        // By day from 8 to 16; one person; 8 hours of rest.
        desk_ = sample::post("desk");
        desk_.from_minute = 8 * 60;
        desk_.until_minute = 16 * 60;
        zhang_ = sample::person("zhang");
        li_ = sample::person("li");
        shifts_ = {shift("1", "desk", "zhang", "2026-02-02 08:00", "2026-02-02 16:00")};
        leaves_.clear();
    }

    void a_good_rota_has_none() { QCOMPARE(found(), ""); }

    void gaps() {
        shifts_.clear();
        QCOMPARE(found(), "gap desk 02-02 08:00 - 02-02 16:00 missing 1");
        shifts_ = {shift("1", "desk", "zhang", "2026-02-02 08:00", "2026-02-02 10:00"),
                   shift("2", "desk", "li", "2026-02-02 12:30", "2026-02-02 15:45")};
        QCOMPARE(found(), "gap desk 02-02 10:00 - 02-02 12:30 missing 1; "
                          "gap desk 02-02 15:45 - 02-02 16:00 missing 1");
        desk_.people = 2;
        QCOMPARE(found(), "gap desk 02-02 08:00 - 02-02 10:00 missing 1; "
                          "gap desk 02-02 10:00 - 02-02 12:30 missing 2; "
                          "gap desk 02-02 12:30 - 02-02 15:45 missing 1; "
                          "gap desk 02-02 15:45 - 02-02 16:00 missing 2");
    }

    void a_shift_without_a_person_or_cancelled_fills_no_gap() {
        shifts_[0].person.clear();
        QCOMPARE(found(), "gap desk 02-02 08:00 - 02-02 16:00 missing 1");
        shifts_[0].person = zhang_.id;
        shifts_[0].state = ShiftState::cancelled;
        QCOMPARE(found(), "gap desk 02-02 08:00 - 02-02 16:00 missing 1");
        shifts_[0].state = ShiftState::closed;
        QCOMPARE(found(), "");
    }

    void a_gap_around_the_clock_is_one() {
        desk_.from_minute = 0;
        desk_.until_minute = 1440;
        shifts_.clear();
        QCOMPARE(found("2026-02-02 00:00", "2026-02-05 00:00"),
                 "gap desk 02-02 00:00 - 02-05 00:00 missing 1");
    }

    void a_post_of_the_night_ends_on_the_next_day() {
        desk_.from_minute = 20 * 60;
        desk_.until_minute = 32 * 60;
        shifts_ = {shift("1", "desk", "zhang", "2026-02-02 20:00", "2026-02-03 08:00")};
        QCOMPARE(found(), "gap desk 02-02 00:00 - 02-02 08:00 missing 1");
    }

    void days_on_which_the_post_is_manned() {
        desk_.days = Days::off;
        shifts_.clear();
        // Saturday and Sunday; the year is unknown to the calendar, so that is said too.
        QCOMPARE(found("2026-02-06 00:00", "2026-02-10 00:00"),
                 "unknown_calendar 02-06 00:00 - 02-10 00:00; "
                 "gap desk 02-07 08:00 - 02-07 16:00 missing 1; "
                 "gap desk 02-08 08:00 - 02-08 16:00 missing 1");
        desk_.closed = true;
        QCOMPARE(found("2026-02-06 00:00", "2026-02-10 00:00"), "");
    }

    void double_bookings_and_rest() {
        shifts_.push_back(shift("2", "desk", "zhang", "2026-02-02 15:00", "2026-02-02 23:00"));
        QCOMPARE(found(), "double_booking desk zhang 1+2 02-02 15:00 - 02-02 16:00");
        shifts_[1].start = at("2026-02-02 16:00");
        QCOMPARE(found(), "too_little_rest desk zhang 1+2 02-02 16:00 - 02-02 16:00");
        shifts_[1] = shift("2", "desk", "zhang", "2026-02-02 23:59", "2026-02-03 03:00");
        QCOMPARE(found(), "too_little_rest desk zhang 1+2 02-02 16:00 - 02-02 23:59");
        desk_.rest_minutes = 479;
        QCOMPARE(found(), "");
    }

    void the_shift_that_ends_last_is_the_one_to_rest_from() {
        desk_.from_minute = 0;
        desk_.until_minute = 1;
        shifts_ = {shift("1", "desk", "zhang", "2026-02-02 00:00", "2026-02-02 20:00"),
                   shift("2", "desk", "zhang", "2026-02-02 01:00", "2026-02-02 02:00"),
                   shift("3", "desk", "zhang", "2026-02-02 21:00", "2026-02-02 22:00")};
        QCOMPARE(found(), "double_booking desk zhang 1+2 02-02 01:00 - 02-02 02:00; "
                          "too_little_rest desk zhang 1+3 02-02 20:00 - 02-02 21:00");
    }

    void rest_counts_from_before_the_period() {
        shifts_.push_back(shift("0", "desk", "zhang", "2026-02-01 18:00", "2026-02-02 00:00"));
        QCOMPARE(found("2026-02-02 01:00"), ""); // exactly eight hours
        desk_.rest_minutes = 481;
        QCOMPARE(found("2026-02-02 01:00"),
                 "too_little_rest desk zhang 0+1 02-02 00:00 - 02-02 08:00");
    }

    void people() {
        zhang_.active = false;
        QCOMPARE(found(), "inactive_person desk zhang 1 02-02 08:00 - 02-02 16:00");
        zhang_.active = true;
        desk_.qualification = "radio";
        QCOMPARE(found(), "missing_qualification desk zhang 1 02-02 08:00 - 02-02 16:00");
        zhang_.qualifications = {"english", "radio"};
        QCOMPARE(found(), "");
        shifts_[0].person = id("nobody");
        QCOMPARE(found(), "unknown_person desk nobody 1 02-02 08:00 - 02-02 16:00");
    }

    void backups() {
        shifts_[0].backup = zhang_.id;
        QCOMPARE(found(), "same_backup desk zhang 1 02-02 08:00 - 02-02 16:00");
        shifts_[0].backup = li_.id;
        QCOMPARE(found(), "");
        li_.active = false;
        QCOMPARE(found(), "inactive_person desk li 1 02-02 08:00 - 02-02 16:00");
        li_.active = true;
        shifts_.push_back(shift("2", "desk", "li", "2026-02-02 15:00", "2026-02-02 23:00"));
        QCOMPARE(found(), "busy_backup desk li 2+1 02-02 15:00 - 02-02 16:00");
    }

    void leave() {
        leaves_ = {sample::leave("zhang", "2026-02-02 14:00", "2026-02-04 00:00")};
        QCOMPARE(found(), "on_leave desk zhang 1 02-02 14:00 - 02-02 16:00");
        leaves_[0].state = RequestState::asked;
        QCOMPARE(found(), "");
        leaves_[0] = sample::leave("zhang", "2026-02-02 16:00", "2026-02-04 00:00");
        QCOMPARE(found(), "");
    }

    void posts() {
        shifts_.push_back(shift("2", "other", "li", "2026-02-02 08:00", "2026-02-02 16:00"));
        QCOMPARE(found(), "unknown_post other 2 02-02 08:00 - 02-02 16:00");
    }

    void nothing_is_told_of_another_month() {
        shifts_.push_back(shift("2", "other", "zhang", "2026-02-02 08:00", "2026-02-02 16:00"));
        desk_.days = Days::off;
        QCOMPARE(found("2026-03-02 00:00", "2026-03-03 00:00"),
                 "unknown_calendar 03-02 00:00 - 03-03 00:00");
        QCOMPARE(found("2026-02-02 16:00", "2026-02-02 16:00"), "");
    }
};

QTEST_APPLESS_MAIN(ProblemsTest)
#include "problems_test.moc"
