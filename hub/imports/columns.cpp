#include "hub/imports/judge.h"

#include <algorithm>
#include <format>
#include <utility>

namespace chengyun::hub {

namespace {

/// Spreadsheets break lines inside a cell to fit its width; a name or address has one line.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

constexpr std::size_t longest_list = 300; // of headings in a message

Failure no_column(const std::string& where, const std::string& column, const Table& table) {
    std::string known;
    for (const auto& name : table.columns) {
        if (known.size() > longest_list) {
            known += " …";
            break;
        }
        known += (known.empty() ? "" : ", ") + name;
    }
    return fail(FailureKind::invalid_field, "map." + where,
                std::format("the file has no column {}; it has {}", column, known));
}

/// GDAL made doubles of the numbers of JSON, and 15 digits of those; keys that were made of such
/// fractions must be found again.
std::string as_in_keys(std::string_view value, const Table& table) {
    constexpr std::size_t digits = 15;
    if (!table.has_json_numbers || value.size() <= digits || value.find('.') == value.npos)
        return std::string(value);
    const auto number = real_number(value);
    return number ? std::format("{:.15g}", *number) : std::string(value);
}

} // namespace

Result<Columns> Columns::bind(const ImportMap& map, const Table& table) {
    Columns out;
    out.map_ = &map;
    out.table_ = &table;
    out.used_.resize(table.columns.size());
    // The column of that name, which every part that is read must have.
    const auto use = [&](const std::string& where, const std::string& name) -> Result<std::size_t> {
        const auto column = table.column(name);
        if (!column)
            return no_column(where, name, table);
        for (const auto& part : table.parts)
            if (part.is_read && !part.has[*column])
                return fail(FailureKind::invalid_field, "map." + where,
                            std::format("{} has no column {}; leave that part out, or import it by "
                                        "itself",
                                        part.name, name));
        out.used_[*column] = true;
        return *column;
    };
    const auto bind_all = [&](const std::map<std::string, Template>& from, auto& into,
                              const std::string& where) -> Result<> {
        for (const auto& [field, value] : from) {
            Bound bound;
            for (const auto& part : value.parts) {
                if (!part.is_column) {
                    bound.push_back({{}, part.text});
                    continue;
                }
                const auto column = use(where + "." + field, part.text);
                if (!column)
                    return column.error();
                bound.push_back({*column, {}});
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
        if (auto used = use("key", column); !used)
            return used.error();
    for (const auto* rules : {&map.kinds, &map.levels})
        for (const auto& rule : *rules)
            if (!rule.column.empty())
                if (auto used = use(rules == &map.kinds ? "kind" : "level", rule.column); !used)
                    return used.error();
    return out;
}

std::string Columns::make(const Bound& bound, const Row& row) {
    std::string out;
    for (const auto& part : bound)
        out += part.column ? trimmed(row.values[*part.column]) : std::string_view(part.text);
    return std::string(trimmed(out));
}

bool Columns::uses(std::size_t column) const {
    return used_[column];
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
        out += as_in_keys(trimmed(row.values[*table_->column(column)]), *table_);
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

const RowFlaw* Flaws::of(std::size_t row) {
    const RowFlaw* found = nullptr;
    const auto& flaws = table_.flaws;
    for (; next_ < flaws.size() && flaws[next_].row <= row; ++next_) {
        const auto& flaw = flaws[next_];
        if (!found && flaw.row == row && (!flaw.column || columns_.uses(*flaw.column)))
            found = &flaw;
    }
    return found;
}

std::string Flaws::field_of(const RowFlaw& flaw) const {
    return flaw.column ? table_.columns[*flaw.column] : std::string("cells");
}

void Verdicts::refuse(RowOrigin row, RowFault fault, std::string field, std::string detail,
                      const std::string& name, std::optional<Place> offer) {
    ++report_.refused;
    if (report_.refused_rows.size() < listed_)
        report_.refused_rows.push_back({row.row, row.line, part_of(row), fault, std::move(field),
                                        std::move(detail), name, offer});
}

void Verdicts::doubt(RowOrigin row, RowDoubt doubt, std::string detail, const std::string& name,
                     std::optional<Place> place) {
    ++report_.flagged;
    if (report_.flagged_rows.size() < listed_)
        report_.flagged_rows.push_back(
            {row.row, row.line, part_of(row), doubt, std::move(detail), name, place});
}

std::string Verdicts::part_of(RowOrigin row) const {
    return row.part < report_.parts.size() ? report_.parts[row.part].name : std::string();
}

void Verdicts::sort() {
    std::map<std::string_view, std::size_t> order;
    for (std::size_t i = 0; i < report_.parts.size(); ++i)
        order.emplace(report_.parts[i].name, i);
    const auto as_in_file = [&](const auto& row) {
        return std::pair(row.part.empty() ? 0 : order[row.part], row.row);
    };
    std::ranges::stable_sort(report_.refused_rows, {}, as_in_file);
    std::ranges::stable_sort(report_.flagged_rows, {}, as_in_file);
}

} // namespace chengyun::hub
