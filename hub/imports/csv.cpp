#include "hub/imports/csv.h"

#include "hub/imports/numbers.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <utility>

namespace chengyun::hub {

namespace {

constexpr std::string_view separators = ",;\t|";

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

std::string quoted(char separator) {
    return separator == '\t' ? std::string("tab") : std::format("\"{}\"", separator);
}

std::string count(std::size_t number, const char* one, const char* many) {
    return std::format("{} {}", number, number == 1 ? one : many);
}

/// What the first line has most of outside its quotation marks; the first of equals.
char separator_of(std::string_view text, Separator wanted) {
    std::array<std::size_t, separators.size()> found{};
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && (c == '\n' || c == '\r'))
            break;
        else if (const auto i = separators.find(c); !is_quoted && i != separators.npos)
            ++found[i];
    }
    constexpr auto tab = separators.find('\t');
    if (wanted == Separator::tab && found[tab] > 0)
        return '\t';
    return separators[static_cast<std::size_t>(std::ranges::max_element(found) - found.begin())];
}

/// A line of a cell after its first one: a row, if a quotation mark was forgotten.
struct Inner {
    std::string text;
    std::int64_t line = 0;
};

class CsvReader {
public:
    CsvReader(std::string_view text, Separator separator, const ImportLimits& limits)
        : text_(text), separator_(separator_of(text, separator)), limits_(limits) {}

    Result<Table> read() {
        auto headings = record();
        if (!headings)
            return headings.error();
        if (!*headings)
            return std::move(table_);
        take_headings();
        while (true) {
            auto more = record();
            if (!more)
                return more.error();
            if (!*more)
                return std::move(table_);
            if (table_.rows.size() == limits_.rows)
                return fail(FailureKind::too_large, "file",
                            std::format("more than {} rows", limits_.rows));
            if ((table_.rows.size() + 1) * table_.columns.size() > limits_.cells)
                return no_cell_room(limits_);
            take_row();
        }
    }

private:
    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    [[nodiscard]] bool at_break() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    void skip_break() {
        at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
        ++line_;
    }

    /// The next record that is not empty, into `cells_`; false at the end of the text.
    Result<bool> record() {
        while (true) {
            while (!at_end() && at_break())
                skip_break();
            if (at_end())
                return false;
            begin_ = line_;
            cells_.clear();
            inner_.clear();
            bool is_quoted = false;
            while (true) {
                const bool opens = !at_end() && text_[at_] == '"';
                is_quoted |= opens;
                cells_.emplace_back();
                if (auto ok = opens ? quoted_cell() : bare_cell(); !ok)
                    return ok.error();
                if (at_end() || at_break())
                    break;
                ++at_; // the separator
            }
            if (!at_end())
                skip_break();
            if (cells_.size() > 1 || is_quoted || !is_blank(cells_.front()))
                return true;
        }
    }

    Result<> bare_cell() {
        auto end = at_;
        while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n' &&
               text_[end] != '\r')
            ++end;
        cells_.back().assign(text_.substr(at_, end - at_));
        at_ = end;
        return fits();
    }

    Result<> quoted_cell() {
        const auto opened = line_;
        auto& cell = cells_.back();
        ++at_;
        while (true) {
            const auto end = text_.find('"', at_);
            if (end == text_.npos)
                return fail(FailureKind::malformed, "file",
                            std::format("line {}: the quotation mark that opens cell {} is never "
                                        "closed",
                                        opened, cells_.size()));
            cell += text_.substr(at_, end - at_);
            if (auto ok = fits(); !ok)
                return ok;
            at_ = end + 1;
            if (at_end() || text_[at_] != '"')
                break;
            cell += '"'; // written twice
            ++at_;
        }
        count_lines(cell);
        while (!at_end() && text_[at_] != separator_ && (text_[at_] == ' ' || text_[at_] == '\t'))
            ++at_;
        if (at_end() || at_break() || text_[at_] == separator_)
            return {};
        return fail(FailureKind::malformed, "file",
                    std::format("line {}: text behind the quotation mark that closes cell {} "
                                "(opened in line {}); within a quoted cell it is written twice",
                                line_, cells_.size(), opened));
    }

    [[nodiscard]] Result<> fits() const {
        if (cells_.back().size() > limits_.field_bytes)
            return fail(FailureKind::too_large, "file",
                        std::format("line {}: a value is longer than {} bytes", begin_,
                                    limits_.field_bytes));
        if (cells_.size() > limits_.fields)
            return fail(FailureKind::too_large, "file",
                        std::format("line {}: more than {} columns", begin_, limits_.fields));
        return {};
    }

    void count_lines(std::string_view cell) {
        for (std::size_t at = cell.find_first_of("\r\n"); at != cell.npos;
             at = cell.find_first_of("\r\n", at)) {
            at += cell.substr(at, 2) == "\r\n" ? 2 : 1;
            ++line_;
            const auto end = std::min(cell.find_first_of("\r\n", at), cell.size());
            inner_.push_back({std::string(cell.substr(at, end - at)), line_});
        }
    }

    void take_headings() {
        while (!cells_.empty() && is_blank(cells_.back()))
            cells_.pop_back();
        for (const auto& cell : cells_)
            table_.columns.push_back(is_blank(cell)
                                         ? std::format("field_{}", table_.columns.size() + 1)
                                         : std::string(trimmed(cell)));
    }

    void take_row() {
        const auto wanted = table_.columns.size();
        auto found = cells_.size();
        while (found > wanted && is_blank(cells_[found - 1]))
            --found;
        if (found > wanted)
            flaw(std::format("{} under {}: a cell with {} in it needs quotation marks around it",
                             count(found, "cell", "cells"), count(wanted, "heading", "headings"),
                             quoted(separator_)));
        else if (found < wanted)
            flaw(std::format("{} under {}: is a {} missing, or does a line break stand within a "
                             "cell without quotation marks?",
                             count(found, "cell", "cells"), count(wanted, "heading", "headings"),
                             quoted(separator_)));
        else
            look_for_rows_within();
        cells_.resize(wanted);
        Row row;
        row.number = static_cast<std::int64_t>(table_.rows.size()) + 1;
        row.line = begin_;
        row.values = std::move(cells_);
        table_.rows.push_back(std::move(row));
        cells_ = {};
    }

    /// Lines within a quoted cell that have as many cells as the headings, with numbers where this
    /// record or the one before has them, were rows before a quotation mark went missing.
    void look_for_rows_within() {
        if (inner_.empty())
            return;
        const auto& pattern = table_.rows.empty() ? cells_ : table_.rows.back().values;
        std::int64_t first = 0;
        std::int64_t last = 0;
        for (const auto& [text, line] : inner_) {
            if (!looks_like_a_row(text, pattern))
                continue;
            first = first == 0 ? line : first;
            last = line;
        }
        if (first > 0)
            flaw(std::format("a cell in quotation marks takes in lines that look like rows (line "
                             "{} to {}): is one of the marks missing or too many?",
                             first, last));
    }

    [[nodiscard]] bool looks_like_a_row(std::string_view text,
                                        const std::vector<std::string>& pattern) const {
        std::size_t column = 0;
        std::size_t numbers = 0;
        for (std::size_t at = 0; at <= text.size(); ++column) {
            const auto end = std::min(text.find(separator_, at), text.size());
            if (column < pattern.size() && real_number(pattern[column])) {
                if (!real_number(text.substr(at, end - at)))
                    return false;
                ++numbers;
            }
            at = end + 1;
        }
        return column == table_.columns.size() && numbers > 0;
    }

    void flaw(std::string detail) {
        table_.flaws.push_back(
            {table_.rows.size(), std::nullopt, RowFault::bad_cells, std::move(detail)});
    }

    std::string_view text_;
    char separator_;
    const ImportLimits& limits_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    std::int64_t begin_ = 1; ///< line of the record
    std::vector<std::string> cells_;
    std::vector<Inner> inner_;
    Table table_;
};

} // namespace

Result<Table> read_csv(std::string_view text, Separator separator, const ImportLimits& limits) {
    return CsvReader(text, separator, limits).read();
}

} // namespace chengyun::hub
