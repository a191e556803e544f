#include "app/duty/print/rota_table.h"

#include "app/duty/print/print_text.h"
#include "app/link/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <map>
#include <unordered_map>

namespace chengyun::console {
namespace {

struct RotaWords {
    Q_DECLARE_TR_FUNCTIONS(RotaTable)
};

QString holidayOn(Day day, std::span<const HolidayYear> years) {
    for (const auto& year : years)
        for (const auto& holiday : year.holidays) {
            const auto first = day_of(holiday.first), last = day_of(holiday.last);
            if (first && last && *first <= day && day <= *last)
                return qs(holiday.name);
        }
    return {};
}

std::vector<RotaDay> daysOf(std::chrono::year_month month, const Calendar& calendar,
                            std::span<const HolidayYear> years) {
    std::vector<RotaDay> days;
    const auto last = month / std::chrono::last;
    for (auto day = Day(month / 1); day <= Day(last); day += std::chrono::days(1)) {
        RotaDay told;
        told.day = day;
        told.kind = calendar.kind(day);
        const std::chrono::weekday weekday(day);
        told.makeUp = told.kind == DayKind::working && weekday.iso_encoding() > 5;
        if (told.kind == DayKind::holiday)
            told.holiday = holidayOn(day, years);
        days.push_back(std::move(told));
    }
    return days;
}

/// Shifts of a post that begin at the same minute of the day and last as long share a row.
struct RowKey {
    std::int64_t start = 0;   ///< minute of the day
    std::int64_t minutes = 0; ///< how long
    auto operator<=>(const RowKey&) const = default;
};
QString clockText(std::int64_t minute) {
    return QStringLiteral("%1:%2")
        .arg(minute / 60 % 24, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

RotaTable rotaTable(const Rota& rota, std::span<const HolidayYear> years, const Calendar& calendar,
                    std::chrono::year_month month, const QString& hall) {
    RotaTable table;
    table.hall = hall;
    table.title = RotaWords::tr("Rota, %1").arg(monthName(month));
    table.days = daysOf(month, calendar, years);
    table.sheet = qs(text_of(table.days.front().day)).left(7);

    std::unordered_map<std::string_view, QString> names;
    for (const auto& person : rota.people)
        names.emplace(person.id, qs(person.name));
    const auto nameOf = [&](const std::string& person) {
        if (person.empty())
            return RotaWords::tr("(open)");
        const auto found = names.find(person);
        return found == names.end() ? RotaWords::tr("(unknown)") : found->second;
    };

    std::unordered_map<std::string_view, std::map<RowKey, RotaRow>> byPost;
    const auto first = table.days.front().day;
    for (const auto& shift : rota.shifts) {
        const auto day = calendar.day(shift.start);
        const auto column = (day - first).count();
        if (!counts(shift) || column < 0 || column >= std::ssize(table.days))
            continue;
        const RowKey key{calendar.minute(day, shift.start),
                         (shift.end - shift.start) / std::chrono::minutes(1)};
        auto& row = byPost[shift.post][key];
        row.names.resize(table.days.size());
        row.time = clockText(key.start) + QStringLiteral("–") + clockText(key.start + key.minutes);
        row.names[static_cast<std::size_t>(column)].append(nameOf(shift.person));
    }
    for (const auto& post : rota.posts) {
        auto found = byPost.find(post.id);
        if (found == byPost.end() && post.closed)
            continue;
        const auto begin = table.rows.size();
        if (found == byPost.end()) {
            table.rows.push_back({});
            table.rows.back().names.resize(table.days.size());
        } else {
            for (auto& [key, row] : found->second)
                table.rows.push_back(std::move(row));
        }
        for (auto i = begin; i < table.rows.size(); ++i)
            table.rows[i].post = qs(post.name);
        table.rows[begin].span = static_cast<int>(table.rows.size() - begin);
    }
    return table;
}

QString monthName(std::chrono::year_month month) {
    const int year = static_cast<int>(month.year());
    const auto number = static_cast<unsigned>(month.month());
    if (speaksChinese())
        return QStringLiteral("%1年%2月").arg(year).arg(number);
    return QStringLiteral("%1 %2")
        .arg(QLocale(QLocale::English).monthName(static_cast<int>(number)))
        .arg(year);
}

QString dayMark(const RotaDay& day) {
    QString text = weekdayName(day.day);
    if (day.kind == DayKind::holiday)
        text += QLatin1Char('\n') + RotaWords::tr("off");
    else if (day.makeUp)
        text += QLatin1Char('\n') + RotaWords::tr("work");
    return text;
}

} // namespace chengyun::console
