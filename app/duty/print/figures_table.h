// A month's figures of each person, as a table that screen, CSV and spreadsheet share.
#pragma once

#include "core/duty/figures.h"

#include <QStringList>

#include <vector>

namespace chengyun::console {

struct FiguresRow {
    QString name;
    QString unit; ///< name; empty: the centre
    DutyFigures figures;
};

struct FiguresTable {
    QString hall;
    QString title; ///< "Duty figures, February 2026"
    QString sheet; ///< "2026-02"
    std::vector<FiguresRow> rows;
};

[[nodiscard]] QString figuresTitle(const QString& month);
/// Of the columns: name, unit, then one for each of figuresNumbers().
[[nodiscard]] QStringList figuresHeadings();
/// Planned, worked, hours, nights, weekends, holidays, statutory days, late, missed, stood in,
/// exchanges.
[[nodiscard]] std::vector<double> figuresNumbers(const DutyFigures& figures);
/// The headings and each row, as text. Hours have at most one decimal.
[[nodiscard]] QList<QStringList> figuresTexts(const FiguresTable& table);

} // namespace chengyun::console
