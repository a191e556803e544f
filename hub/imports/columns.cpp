#include "hub/imports/judge.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace chengyun::hub {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Spreadsheets break lines inside a cell to fit its width; a name or address has one line.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

Failure no_column(const std::string& where, const std::string& column) {
    return fail(FailureKind::invalid_field, "map." + where, "the file has no column " + column);
}

} // namespace

Result<Columns> Columns::bind(const ImportMap& map, const Table& table) {
    Columns out;
    out.map_ = &map;
    out.table_ = &table;
    const auto bind_all = [&](const std::map<std::string, Template>& from, auto& into,
                              const std::string& where) -> Result<> {
        for (const auto& [field, value] : from) {
            Bound bound;
            for (const auto& part : value.parts) {
                if (!part.is_column) {
                    bound.push_back({{}, part.text});
                    continue;
                }
                const auto column = table.column(part.text);
                if (!column)
                    return no_column(where + "." + field, part.text);
                bound.push_back({column, {}});
            }
            into.emplace(field, std::move(bound));
        }
        return {};
    };
    if (auto ok = bind_all(map.columns, out.fields_, "columns"); !ok)
        return ok.error();
    if (auto ok = bind_all(map.attributes, out.attributes_, "attributes"); !ok)
        return ok.error();
    for (const auto& column : map.key)
        if (!table.column(column))
            return no_column("key", column);
    for (const auto* rules : {&map.kinds, &map.levels})
        for (const auto& rule : *rules)
            if (!rule.column.empty() && !table.column(rule.column))
                return no_column("kind", rule.column);
    return out;
}

std::string Columns::make(const Bound& bound, const Row& row) {
    std::string out;
    for (const auto& part : bound)
        out += part.column ? trimmed(row.values[*part.column]) : std::string_view(part.text);
    return std::string(trimmed(out));
}

bool Columns::has(std::string_view field) const {
    return fields_.contains(field) || map_->constants.contains(std::string(field));
}

std::string Columns::text(const Row& row, std::string_view field) const {
    if (const auto found = fields_.find(field); found != fields_.end())
        return on_one_line(make(found->second, row));
    const auto constant = map_->constants.find(std::string(field));
    return constant == map_->constants.end() ? std::string() : constant->second;
}

std::optional<std::string> Columns::by_rule(const Row& row, const std::vector<Rule>& rules) const {
    for (const auto& rule : rules) {
        if (rule.column.empty())
            return rule.value;
        const auto value = trimmed(row.values[*table_->column(rule.column)]);
        const bool holds =
            std::ranges::any_of(rule.contains,
                                [&](const auto& part) { return value.find(part) != value.npos; }) ||
            std::ranges::any_of(rule.equals, [&](const auto& whole) { return value == whole; });
        if (holds)
            return rule.value;
    }
    return {};
}

std::map<std::string, std::string> Columns::attributes(const Row& row) const {
    std::map<std::string, std::string> out;
    for (const auto& [name, bound] : attributes_)
        if (auto value = make(bound, row); !value.empty())
            out.emplace(name, std::move(value));
    return out;
}

std::string Columns::key(const Row& row) const {
    std::string out;
    for (const auto& column : map_->key) {
        out += trimmed(row.values[*table_->column(column)]);
        out.push_back('\x1f');
    }
    return out;
}

std::string Columns::heading(std::string_view field) const {
    const auto found = fields_.find(field);
    if (found == fields_.end() || found->second.size() != 1 || !found->second[0].column)
        return {};
    return table_->columns[*found->second[0].column];
}

std::optional<double> real_number(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() ||
        !std::isfinite(value))
        return {};
    return value;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::string digits;
    for (const char c : trimmed(text))
        if (c != ',')
            digits.push_back(c);
    const auto value = real_number(digits);
    if (!value || *value != std::floor(*value) || std::abs(*value) > 9e15)
        return {};
    return static_cast<std::int64_t>(*value);
}

void Verdicts::refuse(RowOrigin row, RowFault fault, std::string field, std::string detail,
                      const std::string& name, std::optional<Place> offer) {
    ++report_.refused;
    if (report_.refused_rows.size() < listed_)
        report_.refused_rows.push_back(
            {row.row, row.line, fault, std::move(field), std::move(detail), name, offer});
}

void Verdicts::doubt(RowOrigin row, RowDoubt doubt, std::string detail, const std::string& name,
                     std::optional<Place> place) {
    ++report_.flagged;
    if (report_.flagged_rows.size() < listed_)
        report_.flagged_rows.push_back({row.row, row.line, doubt, std::move(detail), name, place});
}

void Verdicts::sort() {
    std::ranges::stable_sort(report_.refused_rows, {}, &RefusedRow::row);
    std::ranges::stable_sort(report_.flagged_rows, {}, &FlaggedRow::row);
}

} // namespace chengyun::hub
