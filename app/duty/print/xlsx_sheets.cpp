#include "app/duty/print/xlsx_sheets.h"

#include "app/duty/print/xlsx_book.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengyun::console {
namespace {

struct XlsxWords {
    Q_DECLARE_TR_FUNCTIONS(RotaTable)
};

XlsxLook headLook(DayKind kind) {
    switch (kind) {
    case DayKind::holiday:
        return XlsxLook::holidayHeading;
    case DayKind::weekend:
        return XlsxLook::weekendHeading;
    case DayKind::working:
        break;
    }
    return XlsxLook::heading;
}
XlsxLook cellLook(DayKind kind) {
    switch (kind) {
    case DayKind::holiday:
        return XlsxLook::holiday;
    case DayKind::weekend:
        return XlsxLook::weekend;
    case DayKind::working:
        break;
    }
    return XlsxLook::text;
}

constexpr int rotaHeadRows = 3; // title, day, weekday
constexpr int rotaHeadColumns = 2;
constexpr double xlsxLinePoints = 14;

void writeRotaHead(XlsxBook& book, const RotaTable& table) {
    const int last = rotaHeadColumns + static_cast<int>(table.days.size()) - 1;
    book.merge(0, 0, 0, last, table.hall + QStringLiteral("  ") + table.title, XlsxLook::title);
    book.rowHeight(0, 30);
    book.merge(1, 0, 2, 0, XlsxWords::tr("Post"), XlsxLook::heading);
    book.merge(1, 1, 2, 1, XlsxWords::tr("Time"), XlsxLook::heading);
    book.rowHeight(2, 2 * xlsxLinePoints + 4);
    for (std::size_t i = 0; i < table.days.size(); ++i) {
        const auto& day = table.days[i];
        const int column = rotaHeadColumns + static_cast<int>(i);
        book.text(1, column, QString::number(i + 1), headLook(day.kind));
        book.text(2, column,
                  day.holiday.isEmpty() ? dayMark(day)
                                        : dayMark(day) + QLatin1Char('\n') + day.holiday,
                  headLook(day.kind));
    }
    if (std::ranges::any_of(table.days, [](const auto& day) { return !day.holiday.isEmpty(); }))
        book.rowHeight(2, 3 * xlsxLinePoints + 4);
}

} // namespace

Result<QByteArray> rotaXlsx(const RotaTable& table) {
    XlsxBook book(table.sheet);
    writeRotaHead(book, table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const int at = rotaHeadRows + static_cast<int>(i);
        if (row.span > 0)
            book.merge(at, 0, at + row.span - 1, 0, row.post, XlsxLook::heading);
        book.text(at, 1, row.time, XlsxLook::text);
        qsizetype most = 1;
        for (std::size_t d = 0; d < table.days.size(); ++d) {
            most = std::max(most, row.names[d].size());
            book.text(at, rotaHeadColumns + static_cast<int>(d),
                      row.names[d].join(QLatin1Char('\n')), cellLook(table.days[d].kind));
        }
        book.rowHeight(at, double(most) * xlsxLinePoints + 6);
    }
    const int lastColumn = rotaHeadColumns + static_cast<int>(table.days.size()) - 1;
    const int lastRow = rotaHeadRows + static_cast<int>(table.rows.size()) - 1;
    book.columnWidth(0, 0, 18);
    book.columnWidth(1, 1, 13);
    book.columnWidth(rotaHeadColumns, lastColumn, 8);
    book.freeze(rotaHeadRows, rotaHeadColumns);
    book.printSetUp(true, rotaHeadRows, lastRow, lastColumn);
    return book.take();
}

Result<QByteArray> figuresXlsx(const FiguresTable& table) {
    XlsxBook book(table.sheet);
    const auto headings = figuresHeadings();
    const int lastColumn = static_cast<int>(headings.size()) - 1;
    book.merge(0, 0, 0, lastColumn, table.hall + QStringLiteral("  ") + table.title,
               XlsxLook::title);
    book.rowHeight(0, 30);
    for (int column = 0; column <= lastColumn; ++column)
        book.text(1, column, headings.at(column), XlsxLook::heading);
    book.rowHeight(1, 32);
    std::vector<double> sums(headings.size() - 2, 0.0);
    int at = 2;
    for (const auto& row : table.rows) {
        book.text(at, 0, row.name, XlsxLook::label);
        book.text(at, 1, row.unit, XlsxLook::label);
        const auto numbers = figuresNumbers(row.figures);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            sums[i] += numbers[i];
            book.number(at, static_cast<int>(i) + 2, numbers[i], XlsxLook::number);
        }
        ++at;
    }
    book.merge(at, 0, at, 1, XlsxWords::tr("All together"), XlsxLook::heading);
    for (std::size_t i = 0; i < sums.size(); ++i)
        book.number(at, static_cast<int>(i) + 2, sums[i], XlsxLook::total);
    book.columnWidth(0, 0, 14);
    book.columnWidth(1, 1, 22);
    book.columnWidth(2, lastColumn, 10);
    book.freeze(2, 1);
    book.printSetUp(false, 2, at, lastColumn);
    return book.take();
}

} // namespace chengyun::console
