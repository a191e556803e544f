#include "app/duty/holiday_notice.h"

#include <QRegularExpression>

#include <map>

namespace chengyun::console {

namespace {

/// No notice is as long as this: the text comes from a clipboard, which may hold anything.
constexpr int longestNotice = 20000;

std::string dayText(int year, int month, int day) {
    return QStringLiteral("%1-%2-%3")
        .arg(year, 4, 10, QLatin1Char('0'))
        .arg(month, 2, 10, QLatin1Char('0'))
        .arg(day, 2, 10, QLatin1Char('0'))
        .toStdString();
}

/// Days that the law names (全国年节及纪念日放假办法, 2024, article 2) and that have a fixed date.
std::vector<std::string> fixedDays(const QString& name, int year) {
    if (name == QStringLiteral("元旦"))
        return {dayText(year, 1, 1)};
    if (name == QStringLiteral("劳动节"))
        return {dayText(year, 5, 1), dayText(year, 5, 2)};
    if (name == QStringLiteral("国庆节"))
        return {dayText(year, 10, 1), dayText(year, 10, 2), dayText(year, 10, 3)};
    return {};
}

/// "国庆节、中秋节" is one row of days off; the fixed days of each part count.
std::vector<std::string> fixedDaysOf(const QString& names, int year) {
    std::vector<std::string> days;
    for (const auto& name : names.split(QStringLiteral("、")))
        for (auto& day : fixedDays(name, year))
            days.push_back(std::move(day));
    return days;
}

} // namespace

std::optional<HolidayYear> readHolidayNotice(const QString& text) {
    if (text.size() > longestNotice)
        return std::nullopt;
    // Weekdays stand in brackets behind each day, and say nothing that the day does not.
    static const QRegularExpression noise(QStringLiteral("（[^（）]*）|\\([^()]*\\)|\\s+"));
    const auto plain = QString(text).remove(noise);
    static const QRegularExpression title(QStringLiteral("(\\d{4})年部分节假日"));
    const auto titled = title.match(plain);
    if (!titled.hasMatch())
        return std::nullopt;
    const int year = titled.captured(1).toInt();
    HolidayYear found;
    found.year = titled.captured(1).toStdString();

    // "元旦：1月1日至3日放假调休，共3天。1月4日上班。"
    static const QRegularExpression head(
        QStringLiteral("([元春清劳端中国][\\p{Han}、]{0,12}?)：(\\d{1,2})月(\\d{1,2})日"
                       "(?:至(?:(\\d{1,2})月)?(\\d{1,2})日)?放假"));
    static const QRegularExpression worked(QStringLiteral("((?:\\d{1,2}月\\d{1,2}日、?)+)上班"));
    static const QRegularExpression oneDay(QStringLiteral("(\\d{1,2})月(\\d{1,2})日"));
    for (auto each = head.globalMatch(plain); each.hasNext();) {
        const auto match = each.next();
        const int month = match.captured(2).toInt(), day = match.captured(3).toInt();
        const int lastMonth = match.captured(4).isEmpty() ? month : match.captured(4).toInt();
        const int lastDay = match.captured(5).isEmpty() ? day : match.captured(5).toInt();
        const auto name = match.captured(1);
        found.holidays.push_back({name.toStdString(), dayText(year, month, day),
                                  dayText(year, lastMonth, lastDay), fixedDaysOf(name, year)});
    }
    for (auto row = worked.globalMatch(plain); row.hasNext();)
        for (auto one = oneDay.globalMatch(row.next().captured(1)); one.hasNext();) {
            const auto made = one.next();
            found.make_up_days.push_back(
                dayText(year, made.captured(1).toInt(), made.captured(2).toInt()));
        }
    if (found.holidays.empty() || !check(found))
        return std::nullopt;
    return found;
}

} // namespace chengyun::console
