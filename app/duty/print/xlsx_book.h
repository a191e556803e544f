// A workbook of one sheet, written by libxlsxwriter into memory. The library's C types stay here.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace chengyun::console {

/// How a cell looks.
enum class XlsxLook {
    title,
    heading,
    weekendHeading,
    holidayHeading,
    text,
    weekend,
    holiday,
    label,
    number,
    total
};

/// Any thread, one at a time. Rows and columns count from 0. Texts are always strings, whatever
/// they begin with: names come from people, and a spreadsheet would run "=…" as a formula.
class XlsxBook {
public:
    /// `sheet`: its name, of at most 31 characters and none of [ ] : * ? / \.
    explicit XlsxBook(const QString& sheet);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    void text(int row, int column, const QString& text, XlsxLook look);
    void number(int row, int column, double number, XlsxLook look);
    /// One text over several cells; a single cell is not merged.
    void merge(int row, int column, int lastRow, int lastColumn, const QString& text,
               XlsxLook look);
    void columnWidth(int first, int last, double characters);
    void rowHeight(int row, double points);
    void freeze(int rows, int columns);
    /// Landscape, as wide as one page, `headRows` again on each page, page numbers at the foot.
    void printSetUp(bool a3, int headRows, int lastRow, int lastColumn);

    /// The file. Nothing may be written after it; unavailable ("disk") where the library could not
    /// make it, internal when a cell was refused.
    [[nodiscard]] Result<QByteArray> take();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace chengyun::console
