#include "hub/imports/sheet_size.h"

#include "hub/imports/ogr_table.h"
#include "hub/imports/xml_tags.h"
#include "hub/imports/zip_members.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <format>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace chengyun::hub {

namespace {

// What GDAL 3.10 makes of a sheet is bounded by these.
constexpr std::uint64_t most_columns = 2'001;       ///< of a sheet; further ones are left out
constexpr std::size_t longest_reference = 200;      ///< a cell's number of a text, with its tags
constexpr std::uint64_t ods_most_repeated = 10'000; ///< a sheet ends where more are claimed

Failure hidden() {
    return fail(FailureKind::wrong_type, "file",
                "its XML has a document type or a coding that a spreadsheet does not have; store "
                "it anew with another program");
}

/// The digits that a text begins with, as atoi() reads them; none: it does not begin with one.
std::optional<std::uint64_t> leading_number(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error == std::errc::result_out_of_range)
        return UINT32_MAX;
    return error == std::errc{} ? std::optional(out) : std::nullopt;
}

/// Rows and cells of all sheets against the limits.
class Sum {
public:
    explicit Sum(const ImportLimits& limits) : limits_(limits) {}

    Result<> add_sheet(std::uint64_t rows, std::uint64_t columns) {
        sheets_ += rows > 0;
        if (sheets_ > most_parts)
            return no_part_room();
        rows_ += rows;
        cells_ += rows * std::min(columns, most_columns);
        if (rows_ > limits_.rows + sheets_) // each may have headings
            return fail(FailureKind::too_large, "file",
                        std::format("more than {} rows in its sheets", limits_.rows));
        if (cells_ > limits_.cells + sheets_ * most_columns)
            return fail(FailureKind::too_large, "file",
                        std::format("more than {} cells in its sheets, empty ones among others "
                                    "counted",
                                    limits_.cells));
        return {};
    }
    Result<> add_text(std::uint64_t bytes) {
        text_ += bytes;
        if (text_ > limits_.bytes)
            return fail(
                FailureKind::too_large, "file",
                std::format("more than {} MiB of text in its sheets", limits_.bytes >> 20U));
        return {};
    }

private:
    const ImportLimits& limits_;
    std::uint64_t sheets_ = 0;
    std::uint64_t rows_ = 0;
    std::uint64_t cells_ = 0;
    std::uint64_t text_ = 0;
};

/// Bytes outside tags.
std::uint64_t text_bytes(std::string_view xml) {
    if (xml.find("<![CDATA[") != xml.npos)
        return xml.size();
    std::uint64_t out = 0;
    while (!xml.empty()) {
        const auto tag = std::min(xml.find('<'), xml.size());
        out += tag;
        xml.remove_prefix(tag);
        const auto end = xml.find('>');
        xml.remove_prefix(end == xml.npos ? xml.size() : end + 1);
    }
    return out;
}

/// The texts that cells name by number.
class SharedTexts {
public:
    Result<> read(std::string_view xml) {
        XmlTags tags(xml);
        const char* begin = nullptr;
        while (tags.next()) {
            if (tags.name() != "si")
                continue;
            close(begin, tags.rest().data());
            begin = tags.rest().data();
        }
        close(begin, xml.data() + xml.size());
        return tags.has_document_type() ? Result<>(hidden()) : Result<>();
    }
    /// What a cell with this text as its value takes; of the longest where that cannot be told.
    [[nodiscard]] std::uint64_t length(std::string_view value) const {
        const auto index = leading_number(value);
        if (!index || value.find_first_not_of("0123456789") != value.npos)
            return longest_;
        return *index < lengths_.size() ? lengths_[*index] : 0;
    }

private:
    void close(const char* begin, const char* end) {
        if (!begin)
            return; // before the first
        const auto length = text_bytes({begin, static_cast<std::size_t>(end - begin)});
        lengths_.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(length, UINT32_MAX)));
        longest_ = std::max(longest_, lengths_.back());
    }
    std::vector<std::uint32_t> lengths_;
    std::uint32_t longest_ = 0;
};

/// Letters of "AB12" as a number, 1 is the first column; 0: there are none.
std::uint64_t column_of(std::string_view reference) {
    std::uint64_t out = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || out > most_columns)
            break;
        out = out * 26 + static_cast<std::uint64_t>(c - 'A' + 1);
    }
    return out;
}

/// The value of the cell that begins with this tag; "?" where it is not written plainly.
std::string_view value_of(const XmlTags& cell) {
    if (cell.is_empty_element())
        return "0"; // for which GDAL takes the first text
    // No further than a number may be: else many cells without an end would each be looked through
    // to the end of the sheet.
    const auto rest = cell.rest().substr(0, longest_reference);
    XmlTags inner(rest.substr(0, std::min(rest.find("</c>"), rest.size())));
    if (!inner.next() || inner.name() != "v")
        return "?";
    const auto end = inner.rest().find("</v>");
    return end == rest.npos ? "?" : inner.rest().substr(0, end);
}

Result<> add_xlsx_sheet(std::string_view xml, const SharedTexts& shared, Sum& sum) {
    XmlTags tags(xml);
    std::uint64_t row = 0;
    std::uint64_t column = 0;
    std::uint64_t columns = 0;
    while (tags.next()) {
        if (tags.name() == "row") {
            const auto stated = leading_number(tags.attribute("r").value_or(""));
            if (tags.attribute("r").value_or("").find('&') != std::string_view::npos)
                return hidden();
            // Rows that are left out are filled up.
            row = std::max(row + 1, std::min(stated.value_or(0), std::uint64_t{INT32_MAX}));
            column = 0;
        } else if (tags.name() == "c") {
            const auto reference = tags.attribute("r").value_or("");
            const auto type = tags.attribute("t").value_or("");
            if (reference.find('&') != reference.npos || type.find('&') != type.npos)
                return hidden();
            column = std::max(column + 1, column_of(reference));
            columns = std::max(columns, column);
            if (type != "s" && type != "S")
                continue;
            if (auto ok = sum.add_text(shared.length(value_of(tags))); !ok)
                return ok;
        }
    }
    if (tags.has_document_type())
        return hidden();
    return sum.add_sheet(row, columns);
}

std::string file_name(std::string_view path) {
    const auto slash = path.rfind('/');
    std::string out(slash == path.npos ? path : path.substr(slash + 1));
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// The content as XML in which XmlTags sees everything.
Result<std::string> unpack_xml(const ZipMember& member) {
    auto content = unpack(member);
    if (!content || !begins_as_xml(*content)) // else nothing that a parser takes
        return content;
    const auto xml = plain_xml(*content);
    if (!xml)
        return hidden();
    return content;
}

/// File names of the workbook's sheets, wherever they lie. One that is two sheets would be held
/// twice.
Result<std::set<std::string>> sheet_names(std::string_view relations) {
    std::set<std::string> names;
    XmlTags tags(relations);
    while (tags.next()) {
        const auto type = tags.attribute("Type").value_or("");
        const auto target = tags.attribute("Target").value_or("");
        if (tags.name() != "Relationship")
            continue;
        if (type.find('&') != type.npos || target.find('&') != target.npos)
            return hidden();
        if (type.find("/worksheet") != type.npos && !names.insert(file_name(target)).second)
            return fail(FailureKind::malformed, "file", "two of its sheets are one file");
    }
    if (tags.has_document_type())
        return hidden();
    return names;
}

class XlsxReader {
public:
    XlsxReader(const std::vector<ZipMember>& members, Sum& sum) : members_(members), sum_(sum) {}

    Result<> read() {
        if (auto done = use("xl/_rels/workbook.xml.rels",
                            [&](std::string_view xml) -> Result<> {
                                auto names = sheet_names(xml);
                                if (!names)
                                    return names.error();
                                sheets_ = std::move(*names);
                                return {};
                            });
            !done)
            return done;
        if (auto done = use("xl/sharedStrings.xml",
                            [&](std::string_view xml) { return shared_.read(xml); });
            !done)
            return done;
        for (const auto& member : members_) {
            if (!sheets_.contains(file_name(member.name)))
                continue;
            const auto xml = unpack_xml(member);
            if (!xml)
                return xml.error();
            if (auto done = add_xlsx_sheet(*xml, shared_, sum_); !done)
                return done;
        }
        return {};
    }

private:
    template <class Read>
    Result<> use(std::string_view name, Read read) {
        const auto member = std::ranges::find(members_, name, &ZipMember::name);
        if (member == members_.end())
            return {};
        const auto xml = unpack_xml(*member);
        return xml ? read(std::string_view(*xml)) : Result<>(xml.error());
    }

    const std::vector<ZipMember>& members_;
    Sum& sum_;
    std::set<std::string> sheets_;
    SharedTexts shared_;
};

/// Measures the tables of a content.xml.
class OdsTables {
public:
    explicit OdsTables(Sum& sum) : sum_(sum) {}

    Result<> read(std::string_view xml) {
        XmlTags tags(xml);
        while (tags.next()) {
            auto done = Result<>();
            if (tags.name() == "table:table")
                done = begin_table();
            else if (tags.name() == "table:table-row")
                done = begin_row(tags);
            else if (tags.name() == "table:table-cell" || tags.name() == "table:covered-table-cell")
                done = add_cell(tags);
            if (!done)
                return done;
        }
        return tags.has_document_type() ? Result<>(hidden()) : begin_table();
    }

private:
    Result<> begin_table() {
        auto done = sum_.add_sheet(rows_, columns_);
        rows_ = columns_ = 0;
        is_over_ = false;
        return done;
    }
    Result<> begin_row(const XmlTags& tags) {
        auto repeated = times(tags, "table:number-rows-repeated");
        if (!repeated)
            return repeated.error();
        column_ = 0;
        // The empty rest of a sheet is one row, repeated to the sheet's end.
        is_over_ |= *repeated > ods_most_repeated;
        if (!is_over_)
            rows_ += *repeated;
        return {};
    }
    Result<> add_cell(const XmlTags& tags) {
        auto repeated = times(tags, "table:number-columns-repeated");
        if (!repeated)
            return repeated.error();
        if (is_over_)
            return {};
        column_ += *repeated;
        // So is the empty rest of a row.
        const bool is_empty = tags.is_empty_element() && !tags.attribute("office:value-type") &&
                              !tags.attribute("office:value") && !tags.attribute("table:formula") &&
                              !tags.attribute("office:date-value") &&
                              !tags.attribute("office:time-value");
        if (!is_empty)
            columns_ = std::max(columns_, column_);
        return {};
    }
    static Result<std::uint64_t> times(const XmlTags& tags, std::string_view attribute) {
        const auto text = tags.attribute(attribute).value_or("1");
        if (text.find('&') != text.npos)
            return hidden();
        return std::min(leading_number(text).value_or(1), std::uint64_t{INT32_MAX});
    }

    Sum& sum_;
    std::uint64_t rows_ = 0;
    std::uint64_t column_ = 0;
    std::uint64_t columns_ = 0;
    bool is_over_ = false; ///< what is left of the table is not read
};

} // namespace

Result<> check_sheets(std::string_view bytes, Workbook kind, const ImportLimits& limits) {
    const auto members = zip_members(bytes, limits.bytes);
    if (!members)
        return members.error();
    Sum sum(limits);
    if (kind == Workbook::xlsx)
        return XlsxReader(*members, sum).read();
    const auto content = std::ranges::find(*members, "content.xml", &ZipMember::name);
    if (content == members->end())
        return {};
    const auto xml = unpack_xml(*content);
    return xml ? OdsTables(sum).read(*xml) : Result<>(xml.error());
}

} // namespace chengyun::hub
