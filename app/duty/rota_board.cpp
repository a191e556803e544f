#include "app/duty/rota_board.h"

#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/local/local.h"
#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace chengyun::console {
namespace {

Day monthOf(Day day) {
    const std::chrono::year_month_day date(day);
    return Day(date.year() / date.month() / 1);
}

Day monthLater(Day first, int months) {
    const std::chrono::year_month_day date(first);
    return Day((date.year() / date.month() + std::chrono::months(months)) / 1);
}

int weekdayOf(Day day) {
    return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1;
}

/// A shift and the rest after it may reach so far into the period.
constexpr std::chrono::days reach{14};

} // namespace

RotaBoard::RotaBoard(DutyRoster& roster, RotaDraft& draft, HubClock& clock, QObject* parent)
    : QObject(parent), roster_(roster), draft_(draft), clock_(clock) {
    connect(&draft_, &RotaDraft::changed, this, &RotaBoard::refresh);
    for (const auto signal : {&DutyRoster::postsChanged, &DutyRoster::peopleChanged,
                              &DutyRoster::holidaysChanged, &DutyRoster::requestsChanged})
        connect(&roster_, signal, this, &RotaBoard::refresh);
    connect(&clock_, &HubClock::ticked, this, [this] {
        // People become late, and a day ends.
        if (const auto minute = clock_.now() / 60'000; minute != minute_) {
            minute_ = minute;
            tell();
        }
    });
    onLanguageChange(this, [this] { tell(); });
    connect(&Local::instance(), &Local::changed, this, [this] {
        if (atToday_)
            go(0);
        look(); // the same days are other hours
    });
    go(0);
}

void RotaBoard::setSpan(const QString& span) {
    const bool week = span == QLatin1String("week");
    if (week == week_)
        return;
    // The same days stay in sight: today when it is among them.
    const auto today = roster_.calendar().day(clock_.exact());
    const bool hasToday = today >= first_ && today < first_ + std::chrono::days(dayCount_);
    week_ = week;
    dayCount_ = 0;
    setFirst(hasToday ? today : first_);
}

void RotaBoard::go(int steps) {
    atToday_ = steps == 0;
    if (steps == 0)
        setFirst(roster_.calendar().day(clock_.exact()));
    else
        setFirst(week_ ? first_ + std::chrono::days(7 * steps) : monthLater(first_, steps));
}

void RotaBoard::goTo(qint64 moment) {
    atToday_ = false;
    setFirst(roster_.calendar().day(instant_of(moment)));
}

void RotaBoard::setFirst(Day day) {
    const auto first = week_ ? day - std::chrono::days(weekdayOf(day)) : monthOf(day);
    const int count = week_ ? 7 : static_cast<int>((monthLater(first, 1) - first).count());
    if (first == first_ && count == dayCount_)
        return;
    first_ = first;
    dayCount_ = count;
    look();
    refresh();
    Q_EMIT periodChanged();
}

void RotaBoard::look() {
    if (shown_)
        roster_.look(from() - reach, to() + reach);
}

void RotaBoard::setShown(bool shown) {
    if (shown == shown_)
        return;
    shown_ = shown;
    look();
    Q_EMIT shownChanged();
}

Instant RotaBoard::now() const {
    return clock_.exact();
}
Instant RotaBoard::from() const {
    return roster_.calendar().at(first_, 0);
}
Instant RotaBoard::to() const {
    return roster_.calendar().at(first_ + std::chrono::days(dayCount_), 0);
}
int RotaBoard::columnOf(Instant instant) const {
    return static_cast<int>((roster_.calendar().day(instant) - first_).count());
}

QString RotaBoard::dateAt(int column) const {
    return qs(text_of(first_ + std::chrono::days(column)));
}
int RotaBoard::columnAt(qint64 moment) const {
    return std::clamp(columnOf(instant_of(moment)), 0, dayCount_ - 1);
}

QString RotaBoard::firstText() const {
    return qs(text_of(first_));
}
QString RotaBoard::lastText() const {
    return qs(text_of(first_ + std::chrono::days(dayCount_ - 1)));
}
QString RotaBoard::title() const {
    return week_ ? firstText() + QStringLiteral(" – ") + lastText().mid(5) : firstText().left(7);
}

void RotaBoard::setUnit(const QString& unit) {
    if (unit == unit_)
        return;
    unit_ = unit;
    Q_EMIT unitChanged();
    Q_EMIT refreshed();
}

bool RotaBoard::shows(std::string_view unit) const {
    return unit_ == QLatin1String("all") || qs(unit) == unit_;
}

QVariantList RotaBoard::units() const {
    std::set<std::string> ids;
    for (const auto& post : roster_.posts())
        ids.insert(post.unit);
    for (const auto& person : roster_.people())
        ids.insert(person.unit);
    QVariantList units{QVariantMap{{QStringLiteral("unit"), QStringLiteral("all")},
                                   {QStringLiteral("name"), tr("All units")}}};
    for (const auto& id : ids)
        units.append(QVariantMap{{QStringLiteral("unit"), qs(id)},
                                 {QStringLiteral("name"), roster_.unitName(qs(id))}});
    return units;
}

Rota RotaBoard::rota() const {
    return {roster_.posts(), roster_.people(), draft_.shifts(), roster_.leaves()};
}

void RotaBoard::refresh() {
    shifts_.clear();
    for (const auto& shift : draft_.shifts())
        if (shift.start < to() && from() < shift.end)
            shifts_.push_back(&shift);
    std::ranges::sort(shifts_, {}, [](const Shift* s) { return std::tie(s->start, s->id); });
    problems_ = chengyun::problems(rota(), roster_.calendar(), from(), to());
    byShift_.clear();
    gaps_.clear();
    for (std::size_t i = 0; i < problems_.size(); ++i) {
        const auto& problem = problems_[i];
        // Of two shifts that are too near one another both are shown.
        for (const auto& shift : problem.shifts)
            byShift_[shift].push_back(i);
        if (problem.kind == RotaProblemKind::gap)
            gaps_[problem.post].push_back(i);
    }
    tell();
}

void RotaBoard::tell() {
    const auto& calendar = roster_.calendar();
    const auto today = calendar.day(clock_.exact());
    std::vector<int> counts(static_cast<std::size_t>(dayCount_));
    for (const auto& problem : problems_) {
        const auto column = std::clamp(columnOf(problem.from), 0, dayCount_ - 1);
        ++counts[static_cast<std::size_t>(column)];
    }
    days_.clear();
    for (int i = 0; i < dayCount_; ++i) {
        const auto day = first_ + std::chrono::days(i);
        const auto text = text_of(day);
        QString holiday;
        bool makeUp = false;
        for (const auto& year : roster_.holidayYears()) {
            for (const auto& one : year.holidays)
                if (text >= one.first && text <= one.last)
                    holiday = qs(one.name);
            makeUp = makeUp || std::ranges::count(year.make_up_days, text) > 0;
        }
        days_.append(QVariantMap{
            {QStringLiteral("day"),
             static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).day()))},
            {QStringLiteral("weekday"), weekdayOf(day)},
            {QStringLiteral("date"), qs(text).mid(5)},
            {QStringLiteral("kind"), qs(json::name_of(calendar.kind(day)))},
            {QStringLiteral("makeUp"), makeUp},
            {QStringLiteral("statutory"), calendar.is_statutory(day)},
            {QStringLiteral("holiday"), holiday},
            {QStringLiteral("today"), day == today},
            {QStringLiteral("problems"), counts[static_cast<std::size_t>(i)]}});
    }
    Q_EMIT refreshed();
}

QString RotaBoard::problemsOf(std::string_view shift) const {
    QStringList lines;
    if (const auto found = byShift_.find(std::string(shift)); found != byShift_.end())
        for (const auto at : found->second)
            lines.append(sentence(problems_[at]));
    return lines.join(QLatin1Char('\n'));
}

bool RotaBoard::hasGap(std::string_view post, Instant from, Instant to) const {
    const auto found = gaps_.find(std::string(post));
    return found != gaps_.end() && std::ranges::any_of(found->second, [&](std::size_t at) {
               return problems_[at].from < to && from < problems_[at].to;
           });
}

QString RotaBoard::sentence(const RotaProblem& problem) const {
    const auto post = isolated(roster_.postName(qs(problem.post)));
    const auto person = isolated(roster_.personName(qs(problem.person)));
    const auto span = problem.to - problem.from;
    const auto minutes = span / std::chrono::minutes(1);
    switch (problem.kind) {
    case RotaProblemKind::gap:
        return tr("%1: %n person(s) missing for %2", "", static_cast<int>(problem.missing))
            .arg(post, minutesText(minutes));
    case RotaProblemKind::double_booking:
        return tr("%1 has two shifts at the same time, for %2").arg(person, minutesText(minutes));
    case RotaProblemKind::too_little_rest:
        return tr("%1 has rested only %2").arg(person, minutesText(minutes));
    case RotaProblemKind::missing_qualification:
        return tr("%1 is not qualified for %2").arg(person, post);
    case RotaProblemKind::inactive_person:
        return tr("%1 does no duty any more").arg(person);
    case RotaProblemKind::unknown_person:
        return tr("A person who is not in the list");
    case RotaProblemKind::unknown_post:
        return tr("%1 is closed").arg(post);
    case RotaProblemKind::same_backup:
        return tr("%1 is the own backup").arg(person);
    case RotaProblemKind::busy_backup:
        return tr("%1 is backup and has a shift then").arg(person);
    case RotaProblemKind::on_leave:
        return tr("%1 is on leave").arg(person);
    case RotaProblemKind::unknown_calendar:
        return tr("The holidays of this year are not entered");
    }
    return {};
}

QString RotaBoard::stateOf(const Shift& shift) const {
    const auto now = clock_.exact();
    if (shift.state != ShiftState::planned || draft_.isChanged(shift.id))
        return qs(json::name_of(shift.state));
    if (!shift.person.empty() && now >= shift.end)
        return QStringLiteral("missed");
    return is_late(shift, now) ? QStringLiteral("late") : QStringLiteral("planned");
}

QVariantMap RotaBoard::shiftCard(const QString& id) const {
    const auto* shift = draft_.shift(id.toStdString());
    if (!shift)
        return {};
    const auto& calendar = roster_.calendar();
    const auto day = calendar.day(shift->start);
    const auto minuteOf = [&](Instant instant) {
        return static_cast<int>(calendar.minute(day, instant));
    };
    const auto* post = roster_.post(shift->post);
    QString theirs;
    if (draft_.isConflict(shift->id))
        if (const auto* other = roster_.shift(shift->id))
            theirs = counts(*other)
                         ? joined({roster_.personName(qs(other->person)),
                                   roster_.momentText(other->start) + QStringLiteral("–") +
                                       roster_.clockText(other->end)})
                         : tr("cancelled");
    return {{QStringLiteral("shift"), id},
            {QStringLiteral("post"), qs(shift->post)},
            {QStringLiteral("postName"), roster_.postName(qs(shift->post))},
            {QStringLiteral("person"), qs(shift->person)},
            {QStringLiteral("personName"), roster_.personName(qs(shift->person))},
            {QStringLiteral("backup"), qs(shift->backup)},
            {QStringLiteral("backupName"), roster_.personName(qs(shift->backup))},
            {QStringLiteral("from"), qint64(ms_of(shift->start))},
            {QStringLiteral("to"), qint64(ms_of(shift->end))},
            {QStringLiteral("date"), qs(text_of(day))},
            {QStringLiteral("start"), minuteOf(shift->start)},
            {QStringLiteral("end"), minuteOf(shift->end)},
            {QStringLiteral("time"),
             roster_.clockText(shift->start) + QStringLiteral("–") + roster_.clockText(shift->end)},
            {QStringLiteral("state"), stateOf(*shift)},
            {QStringLiteral("changed"), draft_.isChanged(shift->id)},
            {QStringLiteral("conflict"), draft_.isConflict(shift->id)},
            {QStringLiteral("theirs"), theirs},
            {QStringLiteral("problems"), problemsOf(shift->id)},
            {QStringLiteral("editable"), shift->state == ShiftState::planned && post &&
                                             roster_.may(DutyRight::plan, post->unit)}};
}

bool RotaBoard::edit(const QString& id, const std::function<void(Shift&)>& change) {
    const auto* known = draft_.shift(id.toStdString());
    if (!known)
        return false;
    auto shift = *known;
    change(shift);
    return draft_.apply({{std::move(shift)}});
}

bool RotaBoard::assign(const QString& id, const QString& person) {
    return edit(id, [&](Shift& shift) {
        shift.person = person.toStdString();
        if (shift.backup == shift.person)
            shift.backup.clear();
    });
}

bool RotaBoard::setBackup(const QString& id, const QString& person) {
    return edit(id, [&](Shift& shift) { shift.backup = person.toStdString(); });
}

bool RotaBoard::setTimes(const QString& id, qint64 from, qint64 to) {
    return edit(id, [&](Shift& shift) {
        shift.start = instant_of(from);
        shift.end = instant_of(to);
    });
}

QString RotaBoard::create(const QString& post, const QString& date, int start, int minutes,
                          const QString& person) {
    const auto day = day_of(date.toStdString());
    const auto* manned = roster_.post(post.toStdString());
    if (!day || !manned)
        return {};
    Shift shift;
    shift.id = new_id(clock_.exact());
    shift.post = manned->id;
    shift.person = person.toStdString();
    shift.start = roster_.calendar().at(*day, start);
    shift.end = shift.start + std::chrono::minutes(minutes);
    shift.grace_minutes = manned->grace_minutes;
    auto id = qs(shift.id);
    return draft_.apply({{std::move(shift)}}) ? id : QString();
}

QString RotaBoard::createAt(const QString& post, qint64 from, int minutes) {
    const auto& calendar = roster_.calendar();
    const auto day = calendar.day(instant_of(from));
    const auto minute = calendar.minute(day, instant_of(from));
    return create(post, qs(text_of(day)), static_cast<int>(minute), minutes, {});
}

bool RotaBoard::remove(const QString& id) {
    const auto* shift = draft_.shift(id.toStdString());
    return shift && draft_.apply({{*shift, true}});
}

bool RotaBoard::move(const QString& id, const QString& post, qint64 from) {
    return edit(id, [&](Shift& shift) {
        const auto length = shift.end - shift.start;
        shift.post = post.toStdString();
        shift.start = instant_of(from);
        shift.end = shift.start + length;
    });
}

bool RotaBoard::swap(const QString& one, const QString& other) {
    const auto* first = draft_.shift(one.toStdString());
    const auto* second = draft_.shift(other.toStdString());
    if (!first || !second || first == second)
        return false;
    auto a = *first, b = *second;
    std::swap(a.person, b.person);
    for (auto* shift : {&a, &b})
        if (shift->backup == shift->person)
            shift->backup.clear();
    return draft_.apply({{std::move(a)}, {std::move(b)}});
}

} // namespace chengyun::console
