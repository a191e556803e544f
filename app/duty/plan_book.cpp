#include "app/duty/plan_book.h"

#include "app/duty/duty_commands.h"
#include "app/duty/holiday_notice.h"
#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/language.h"
#include "core/duty/pattern.h"
#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <QRegularExpression>

#include <algorithm>

namespace chengyun::console {
namespace {

const QString dayOff = QStringLiteral("-");

QStringList partsOf(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[\\s,，、;；]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

std::string textOf(const QVariantMap& card, const char* field) {
    return card.value(QLatin1String(field)).toString().trimmed().toStdString();
}

/// "08:30" or "0830" as a minute of the day; −1 for anything else, which the check refuses.
std::int64_t minuteOf(const QString& text) {
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,2})[:：]?(\\d{2})$"));
    const auto match = clock.match(text.trimmed());
    return match.hasMatch() && match.captured(2).toInt() < 60
               ? match.captured(1).toInt() * 60 + match.captured(2).toInt()
               : -1;
}

/// The cycle as people type it: "1 1 2 - -". Nothing where a part is neither.
std::optional<std::vector<std::int64_t>> cycleOf(const QString& order) {
    std::vector<std::int64_t> cycle;
    for (const auto& part : partsOf(order)) {
        bool isNumber = false;
        const auto number = part.toInt(&isNumber);
        if (!isNumber && part != dayOff)
            return std::nullopt;
        if (isNumber && number < 1)
            return std::nullopt;
        cycle.push_back(isNumber ? number - 1 : rest_day);
    }
    return cycle;
}

QString orderOf(const std::vector<std::int64_t>& cycle) {
    QStringList parts;
    for (const auto turn : cycle)
        parts.append(turn == rest_day ? dayOff : QString::number(turn + 1));
    return parts.join(QLatin1Char(' '));
}

Pattern patternOf(const QVariantMap& card) {
    Pattern pattern;
    pattern.key = textOf(card, "key");
    pattern.name = textOf(card, "name");
    pattern.days = json::enum_of<Days>(textOf(card, "days")).value_or(Days::every);
    const auto turns = card.value(QStringLiteral("turns")).toList();
    for (const auto& value : turns) {
        const auto fields = value.toMap();
        const auto from = minuteOf(fields.value(QStringLiteral("from")).toString());
        const auto until = minuteOf(fields.value(QStringLiteral("until")).toString());
        // Until the same time of the next day is a whole day.
        const auto length = from < 0 || until < 0 ? 0
                            : until > from        ? until - from
                                                  : until - from + 1440;
        pattern.turns.push_back({textOf(fields, "name"), from, length});
    }
    pattern.cycle = cycleOf(card.value(QStringLiteral("order")).toString())
                        .value_or(std::vector<std::int64_t>());
    pattern.stagger = card.value(QStringLiteral("stagger")).toLongLong();
    return pattern;
}

/// A day of that year where the text has none: "5-1". What is no day stays as it is typed, and is
/// refused by its field.
std::string dayIn(const std::string& year, const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?$"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return text.trimmed().toStdString();
    return QStringLiteral("%1-%2-%3")
        .arg(match.captured(1).isEmpty() ? qs(year) : match.captured(1),
             match.captured(2).rightJustified(2, QLatin1Char('0')),
             match.captured(3).rightJustified(2, QLatin1Char('0')))
        .toStdString();
}

std::vector<std::string> daysIn(const std::string& year, const QString& text) {
    std::vector<std::string> days;
    for (const auto& part : partsOf(text))
        days.push_back(dayIn(year, part));
    return days;
}

QString joinedDays(const std::vector<std::string>& days) {
    QStringList parts;
    for (const auto& day : days)
        parts.append(qs(day));
    return parts.join(QStringLiteral(", "));
}

QVariantMap cardOf(const HolidayYear& year, bool fresh, bool editable) {
    QVariantList holidays;
    for (const auto& holiday : year.holidays)
        holidays.append(QVariantMap{{QStringLiteral("name"), qs(holiday.name)},
                                    {QStringLiteral("first"), qs(holiday.first)},
                                    {QStringLiteral("last"), qs(holiday.last)},
                                    {QStringLiteral("statutory"), joinedDays(holiday.statutory)}});
    return {{QStringLiteral("year"), qs(year.year)},
            {QStringLiteral("source"), qs(year.source)},
            {QStringLiteral("holidays"), holidays},
            {QStringLiteral("make_up"), joinedDays(year.make_up_days)},
            {QStringLiteral("fresh"), fresh},
            {QStringLiteral("editable"), editable}};
}

} // namespace

PlanBook::PlanBook(DutyRoster& roster, DutyCommands& commands, QObject* parent)
    : QObject(parent), roster_(roster), commands_(commands) {
    connect(&roster_, &DutyRoster::patternsChanged, this, &PlanBook::patternsChanged);
    connect(&roster_, &DutyRoster::holidaysChanged, this, &PlanBook::yearsChanged);
    onLanguageChange(this, [this] { Q_EMIT patternsChanged(); });
}

QVariantList PlanBook::patterns() const {
    QVariantList list;
    for (const auto& pattern : roster_.patterns()) {
        if (!check(pattern))
            continue; // of a newer hub
        QVariantList turns;
        for (const auto& turn : pattern.turns)
            turns.append(QVariantMap{{QStringLiteral("name"), qs(turn.name)},
                                     {QStringLiteral("start_minute"), int(turn.start_minute)},
                                     {QStringLiteral("minutes"), int(turn.minutes)},
                                     {QStringLiteral("time"),
                                      minuteText(turn.start_minute) + QStringLiteral("–") +
                                          minuteText((turn.start_minute + turn.minutes) % 1440)}});
        list.append(QVariantMap{{QStringLiteral("key"), qs(pattern.key)},
                                {QStringLiteral("name"), qs(pattern.name)},
                                {QStringLiteral("days"), qs(json::name_of(pattern.days))},
                                {QStringLiteral("daysName"), daysName(pattern.days)},
                                {QStringLiteral("crews"), int(crews_of(pattern))},
                                {QStringLiteral("cycle"), int(pattern.cycle.size())},
                                {QStringLiteral("turns"), turns}});
    }
    return list;
}

QVariantList PlanBook::years() const {
    QVariantList list;
    for (const auto& year : roster_.holidayYears())
        list.append(QVariantMap{{QStringLiteral("year"), qs(year.year)},
                                {QStringLiteral("source"), qs(year.source)},
                                {QStringLiteral("holidays"), int(year.holidays.size())}});
    std::ranges::sort(list, [](const QVariant& a, const QVariant& b) {
        return a.toMap().value(QStringLiteral("year")).toString() >
               b.toMap().value(QStringLiteral("year")).toString();
    });
    return list;
}

QString PlanBook::missingYear() const {
    const auto now = roster_.dayText(0).left(4).toInt();
    for (const int year : {now, now + 1}) {
        const auto text = QString::number(year);
        if (std::ranges::none_of(roster_.holidayYears(),
                                 [&](const HolidayYear& known) { return qs(known.year) == text; }))
            return text;
    }
    return {};
}

QVariantMap PlanBook::patternCard(const QString& key) const {
    const auto* known = roster_.pattern(key.toStdString());
    Pattern fresh;
    // A key is for programs; people go by the name.
    fresh.key = "p" + new_id(system_now()).substr(0, 18);
    fresh.turns = {{{}, 510, 720}};
    const auto& pattern = known ? *known : fresh;
    QVariantList turns;
    for (const auto& turn : pattern.turns)
        turns.append(QVariantMap{
            {QStringLiteral("name"), qs(turn.name)},
            {QStringLiteral("from"), minuteText(turn.start_minute)},
            {QStringLiteral("until"), minuteText((turn.start_minute + turn.minutes) % 1440)}});
    return {{QStringLiteral("key"), qs(pattern.key)},
            {QStringLiteral("fresh"), !known},
            {QStringLiteral("name"), qs(pattern.name)},
            {QStringLiteral("days"), qs(json::name_of(pattern.days))},
            {QStringLiteral("turns"), turns},
            {QStringLiteral("order"), orderOf(pattern.cycle)},
            {QStringLiteral("stagger"), int(pattern.stagger)},
            {QStringLiteral("editable"), roster_.may(DutyRight::plan, {})}};
}

QVariantMap PlanBook::yearCard(const QString& year) const {
    const bool editable = roster_.may(DutyRight::plan, {});
    for (const auto& known : roster_.holidayYears())
        if (qs(known.year) == year)
            return cardOf(known, false, editable);
    HolidayYear fresh;
    fresh.year = (year.isEmpty() ? missingYear() : year).toStdString();
    if (fresh.year.empty())
        fresh.year = std::to_string(roster_.dayText(0).left(4).toInt() + 2);
    fresh.holidays = {{tr("New Year").toStdString(),
                       fresh.year + "-01-01",
                       fresh.year + "-01-01",
                       {fresh.year + "-01-01"}}};
    return cardOf(fresh, true, editable);
}

QVariantMap PlanBook::noticeCard(const QString& text) const {
    const auto read = readHolidayNotice(text);
    if (!read)
        return {};
    const bool known = std::ranges::any_of(
        roster_.holidayYears(), [&](const HolidayYear& year) { return year.year == read->year; });
    return cardOf(*read, !known, roster_.may(DutyRight::plan, {}));
}

QString PlanBook::cycleText(const QVariantMap& card) const {
    const auto pattern = patternOf(card);
    QStringList days;
    for (const auto turn : pattern.cycle) {
        if (turn >= std::int64_t(pattern.turns.size()))
            return {};
        days.append(turn == rest_day ? tr("off")
                                     : qs(pattern.turns[static_cast<std::size_t>(turn)].name));
    }
    const auto length = std::int64_t(pattern.cycle.size());
    if (days.isEmpty() || pattern.stagger < 1 || length % pattern.stagger != 0)
        return {};
    return days.join(tr(", ")) + QStringLiteral(" · ") +
           tr("%n crew(s)", "", int(crews_of(pattern)));
}

bool PlanBook::writePattern(const QVariantMap& card) {
    return commands_.write(patternOf(card));
}

bool PlanBook::writeYear(const QVariantMap& card) {
    HolidayYear year;
    year.year = textOf(card, "year");
    year.source = textOf(card, "source");
    const auto holidays = card.value(QStringLiteral("holidays")).toList();
    for (const auto& value : holidays) {
        const auto fields = value.toMap();
        const auto first = dayIn(year.year, fields.value(QStringLiteral("first")).toString());
        const auto last = fields.value(QStringLiteral("last")).toString().trimmed();
        year.holidays.push_back(
            {textOf(fields, "name"), first, last.isEmpty() ? first : dayIn(year.year, last),
             daysIn(year.year, fields.value(QStringLiteral("statutory")).toString())});
    }
    year.make_up_days = daysIn(year.year, card.value(QStringLiteral("make_up")).toString());
    return commands_.write(year);
}

} // namespace chengyun::console
