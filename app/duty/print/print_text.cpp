#include "app/duty/print/print_text.h"

#include "app/link/language.h"

#include <QLocale>

namespace chengyun::console {

QString printedClock(Instant instant, const Calendar& calendar) {
    const auto minute = calendar.minute(instant);
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString printedMoment(Instant instant, const Calendar& calendar) {
    return qs(text_of(calendar.day(instant))) + QLatin1Char(' ') + printedClock(instant, calendar);
}

QString printedSpan(Instant from, Instant to, const Calendar& calendar) {
    const bool sameDay = calendar.day(from) == calendar.day(to);
    return printedMoment(from, calendar) + QStringLiteral(" – ") +
           (sameDay ? printedClock(to, calendar) : printedMoment(to, calendar));
}

QString weekdayName(Day day) {
    const std::chrono::weekday weekday(day);
    const QLocale locale(speaksChinese() ? QLocale::Chinese : QLocale::English);
    return locale.dayName(static_cast<int>(weekday.iso_encoding()), QLocale::ShortFormat);
}

QFont printedFont(double points, QFont::Weight weight) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPointSizeF(points);
    font.setWeight(weight);
    for (const auto* feature : {"calt", "ccmp", "clig", "liga", "locl"})
        if (const auto tag = QFont::Tag::fromString(QLatin1StringView(feature)))
            font.setFeature(*tag, 0);
    return font;
}

} // namespace chengyun::console
