#include "app/lists/table_text.h"

#include <QLoggingCategory>
#include <QSaveFile>
#include <QStringList>

Q_LOGGING_CATEGORY(lcExport, "chengyun.export")

namespace chengyun::console {
namespace {

QString csvCell(QString cell) {
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front())) {
        bool number = false;
        (void)cell.toDouble(&number);
        if (!number)
            cell.prepend(QLatin1Char('\''));
    }
    cell.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

} // namespace

QString tabText(const QList<QStringList>& rows) {
    QStringList lines;
    for (auto row : rows) {
        for (auto& cell : row)
            cell.replace(QLatin1Char('\t'), QLatin1Char(' '))
                .replace(QLatin1Char('\n'), QLatin1Char(' '));
        lines.append(row.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

bool writeCsv(const QUrl& file, const QList<QStringList>& rows) {
    QSaveFile out(file.toLocalFile());
    if (!out.open(QIODevice::WriteOnly)) {
        qCWarning(lcExport) << out.errorString();
        return false;
    }
    out.write("\xEF\xBB\xBF");
    for (const auto& row : rows) {
        QStringList cells;
        for (const auto& cell : row)
            cells.append(csvCell(cell));
        out.write(cells.join(QLatin1Char(',')).toUtf8() + "\r\n");
    }
    if (!out.commit()) {
        qCWarning(lcExport) << out.errorString();
        return false;
    }
    return true;
}

} // namespace chengyun::console
