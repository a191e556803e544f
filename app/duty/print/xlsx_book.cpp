#include "app/duty/print/xlsx_book.h"

#include <xlsxwriter.h>

#include <cstdlib>
#include <map>

namespace chengyun::console {
namespace {

constexpr lxw_color_t xlsxHead = 0xE6EDF3;
constexpr lxw_color_t xlsxWeekend = 0xF2F5F8;
constexpr lxw_color_t xlsxHoliday = 0xD3ECE8;
constexpr lxw_color_t xlsxLine = 0x8A99A8;

} // namespace

struct XlsxBook::Parts {
    // The library reads them when the book is closed.
    const char* bytes = nullptr;
    std::size_t size = 0;
    lxw_workbook* book = nullptr; ///< null once it is closed
    lxw_worksheet* sheet = nullptr;
    std::map<XlsxLook, lxw_format*> formats;
    lxw_error error = LXW_NO_ERROR; ///< the first one

    void keep(lxw_error told) {
        if (error == LXW_NO_ERROR)
            error = told;
    }
    lxw_format* format(XlsxLook look) {
        auto& made = formats[look];
        if (made || !book)
            return made;
        made = workbook_add_format(book);
        format_set_font_name(made, "Noto Sans CJK SC");
        format_set_font_size(made, look == XlsxLook::title ? 16 : 10);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        const bool left = look == XlsxLook::label;
        const bool right = look == XlsxLook::number || look == XlsxLook::total;
        format_set_align(made, left ? LXW_ALIGN_LEFT : right ? LXW_ALIGN_RIGHT : LXW_ALIGN_CENTER);
        if (right)
            format_set_num_format(made, "0.#");
        const bool heading = look == XlsxLook::heading || look == XlsxLook::weekendHeading ||
                             look == XlsxLook::holidayHeading;
        if (heading || look == XlsxLook::title || look == XlsxLook::total)
            format_set_bold(made);
        if (look != XlsxLook::title) {
            format_set_text_wrap(made);
            format_set_border(made, LXW_BORDER_THIN);
            format_set_border_color(made, xlsxLine);
        }
        if (look == XlsxLook::holiday || look == XlsxLook::holidayHeading)
            format_set_bg_color(made, xlsxHoliday);
        else if (look == XlsxLook::weekend || look == XlsxLook::weekendHeading)
            format_set_bg_color(made, xlsxWeekend);
        else if (heading)
            format_set_bg_color(made, xlsxHead);
        return made;
    }
};

XlsxBook::XlsxBook(const QString& sheet) : parts_(std::make_unique<Parts>()) {
    lxw_workbook_options options{};
    options.output_buffer = &parts_->bytes;
    options.output_buffer_size = &parts_->size;
    parts_->book = workbook_new_opt(nullptr, &options);
    if (!parts_->book) {
        parts_->error = LXW_ERROR_MEMORY_MALLOC_FAILED;
        return;
    }
    parts_->sheet = workbook_add_worksheet(parts_->book, sheet.toUtf8().constData());
    if (!parts_->sheet)
        parts_->error = LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED;
}

XlsxBook::~XlsxBook() {
    if (parts_->book)
        workbook_close(parts_->book);
    std::free(const_cast<char*>(parts_->bytes)); // NOLINT: the library's malloc
}

void XlsxBook::text(int row, int column, const QString& text, XlsxLook look) {
    if (!parts_->sheet)
        return;
    auto* format = parts_->format(look);
    const auto r = static_cast<lxw_row_t>(row);
    const auto c = static_cast<lxw_col_t>(column);
    parts_->keep(text.isEmpty() ? worksheet_write_blank(parts_->sheet, r, c, format)
                                : worksheet_write_string(parts_->sheet, r, c,
                                                         text.toUtf8().constData(), format));
}

void XlsxBook::number(int row, int column, double number, XlsxLook look) {
    if (parts_->sheet)
        parts_->keep(worksheet_write_number(parts_->sheet, static_cast<lxw_row_t>(row),
                                            static_cast<lxw_col_t>(column), number,
                                            parts_->format(look)));
}

void XlsxBook::merge(int row, int column, int lastRow, int lastColumn, const QString& text,
                     XlsxLook look) {
    if (row == lastRow && column == lastColumn)
        return this->text(row, column, text, look);
    if (parts_->sheet)
        parts_->keep(worksheet_merge_range(
            parts_->sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
            static_cast<lxw_row_t>(lastRow), static_cast<lxw_col_t>(lastColumn),
            text.toUtf8().constData(), parts_->format(look)));
}

void XlsxBook::columnWidth(int first, int last, double characters) {
    if (parts_->sheet)
        parts_->keep(worksheet_set_column(parts_->sheet, static_cast<lxw_col_t>(first),
                                          static_cast<lxw_col_t>(last), characters, nullptr));
}

void XlsxBook::rowHeight(int row, double points) {
    if (parts_->sheet)
        parts_->keep(
            worksheet_set_row(parts_->sheet, static_cast<lxw_row_t>(row), points, nullptr));
}

void XlsxBook::freeze(int rows, int columns) {
    if (parts_->sheet)
        worksheet_freeze_panes(parts_->sheet, static_cast<lxw_row_t>(rows),
                               static_cast<lxw_col_t>(columns));
}

void XlsxBook::printSetUp(bool a3, int headRows, int lastRow, int lastColumn) {
    constexpr std::uint8_t paperA3 = 8, paperA4 = 9;
    if (!parts_->sheet)
        return;
    auto* sheet = parts_->sheet;
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, a3 ? paperA3 : paperA4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_center_horizontally(sheet);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.4, 0.6);
    parts_->keep(worksheet_repeat_rows(sheet, 0, static_cast<lxw_row_t>(headRows - 1)));
    parts_->keep(worksheet_print_area(sheet, 0, 0, static_cast<lxw_row_t>(lastRow),
                                      static_cast<lxw_col_t>(lastColumn)));
    parts_->keep(worksheet_set_footer(sheet, "&C&P / &N"));
}

Result<QByteArray> XlsxBook::take() {
    if (parts_->book)
        parts_->keep(workbook_close(std::exchange(parts_->book, nullptr)));
    parts_->sheet = nullptr;
    if (parts_->error == LXW_ERROR_CREATING_TMPFILE ||
        parts_->error == LXW_ERROR_ZIP_FILE_OPERATION)
        return fail(FailureKind::unavailable, "disk", lxw_strerror(parts_->error));
    if (parts_->error != LXW_NO_ERROR || !parts_->bytes)
        return fail(FailureKind::internal, {}, lxw_strerror(parts_->error));
    return QByteArray(parts_->bytes, static_cast<qsizetype>(parts_->size));
}

} // namespace chengyun::console
