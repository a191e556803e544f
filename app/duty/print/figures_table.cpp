#include "app/duty/print/figures_table.h"

#include <QCoreApplication>

namespace chengyun::console {
namespace {

struct FiguresWords {
    Q_DECLARE_TR_FUNCTIONS(DutyFigures)
};

} // namespace

QString figuresTitle(const QString& month) {
    return FiguresWords::tr("Duty figures, %1").arg(month);
}

QStringList figuresHeadings() {
    return {
        FiguresWords::tr("Name"),     FiguresWords::tr("Unit"),     FiguresWords::tr("Planned"),
        FiguresWords::tr("Worked"),   FiguresWords::tr("Hours"),    FiguresWords::tr("Nights"),
        FiguresWords::tr("Weekends"), FiguresWords::tr("Holidays"), FiguresWords::tr("Statutory"),
        FiguresWords::tr("Late"),     FiguresWords::tr("Missed"),   FiguresWords::tr("Stood in"),
        FiguresWords::tr("Exchanges")};
}

std::vector<double> figuresNumbers(const DutyFigures& figures) {
    const auto hours = static_cast<double>(figures.minutes) / 60;
    std::vector<double> numbers;
    for (const auto count : {figures.planned, figures.shifts})
        numbers.push_back(static_cast<double>(count));
    numbers.push_back(hours);
    for (const auto count : {figures.nights, figures.weekends, figures.holidays, figures.statutory,
                             figures.late, figures.missed, figures.stood_in, figures.exchanges})
        numbers.push_back(static_cast<double>(count));
    return numbers;
}

QList<QStringList> figuresTexts(const FiguresTable& table) {
    QList<QStringList> texts{figuresHeadings()};
    for (const auto& row : table.rows) {
        QStringList cells{row.name, row.unit};
        for (const auto number : figuresNumbers(row.figures))
            cells.append(QString::number(qRound(number * 10) / 10.0));
        texts.append(cells);
    }
    return texts;
}

} // namespace chengyun::console
