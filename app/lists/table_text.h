// Rows as text for the clipboard and for spreadsheets, the same for every list.
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace chengyun::console {

/// Tab-separated; tabs and line ends inside a cell become blanks.
[[nodiscard]] QString tabText(const QList<QStringList>& rows);
/// RFC 4180 with a byte-order mark. A cell that a spreadsheet would run as a formula is kept as
/// text. False when the file cannot be written.
[[nodiscard]] bool writeCsv(const QUrl& file, const QList<QStringList>& rows);

} // namespace chengyun::console
