#include "hub/imports/import_map.h"

#include "core/json/codec.h"
#include "core/resource/kinds.h"
#include "core/text/limits.h"
#include "core/toml/toml.h"

#include <algorithm>
#include <array>
#include <format>
#include <initializer_list>

namespace chengyun::hub {

namespace {

constexpr std::size_t longest_map = 256U << 10;
constexpr std::size_t longest_source = 40; // of a code's 100 characters

// What a row can say of a resource and of an area.
constexpr std::array resource_fields = {
    std::string_view("code"),       std::string_view("name"),
    std::string_view("x"),          std::string_view("y"),
    std::string_view("address"),    std::string_view("area"),
    std::string_view("capacity"),   std::string_view("contact_name"),
    std::string_view("kind"),       std::string_view("contact_phone"),
    std::string_view("level"),      std::string_view("stream"),
    std::string_view("stream_sub"),
};
constexpr std::array area_fields = {
    std::string_view("code"),       std::string_view("name"), std::string_view("parent"),
    std::string_view("population"), std::string_view("x"),    std::string_view("y"),
};

Failure in_map(FailureKind kind, const std::string& where, std::string detail) {
    return fail(kind, where.empty() ? "map" : "map." + where, std::move(detail));
}

Result<std::string> text_of(const toml::node& node, const std::string& where) {
    if (const auto* text = node.as_string())
        return text->get();
    return in_map(FailureKind::invalid_field, where, "expected text");
}

Result<std::vector<std::string>> texts_of(const toml::node& node, const std::string& where) {
    const auto* list = node.as_array();
    if (!list)
        return in_map(FailureKind::invalid_field, where, "expected a list of texts");
    std::vector<std::string> out;
    for (const auto& item : *list) {
        auto text = text_of(item, where);
        if (!text)
            return text.error();
        out.push_back(std::move(*text));
    }
    return out;
}

Result<std::map<std::string, std::string>> texts_by_name(const toml::node& node,
                                                         const std::string& where) {
    const auto* table = node.as_table();
    if (!table)
        return in_map(FailureKind::invalid_field, where, "expected a table");
    std::map<std::string, std::string> out;
    for (const auto& [key, value] : *table) {
        auto text = text_of(value, where + "." + std::string(key.str()));
        if (!text)
            return text.error();
        out.emplace(key.str(), std::move(*text));
    }
    return out;
}

Result<std::map<std::string, Template>> templates_by_name(const toml::node& node,
                                                          const std::string& where) {
    auto texts = texts_by_name(node, where);
    if (!texts)
        return texts.error();
    std::map<std::string, Template> out;
    for (const auto& [name, text] : *texts) {
        auto parsed = Template::parse(text, std::format("{}.{}", where, name));
        if (!parsed)
            return parsed.error();
        out.emplace(name, std::move(*parsed));
    }
    return out;
}

Result<> only(const toml::table& table, std::initializer_list<std::string_view> known,
              const std::string& where) {
    for (const auto& [key, value] : table) {
        if (std::ranges::find(known, key.str()) == known.end())
            return in_map(FailureKind::unknown_field,
                          (where.empty() ? "" : where + ".") + std::string(key.str()),
                          "no such key");
    }
    return {};
}

Result<std::vector<Rule>> rules_of(const toml::node& node, const std::string& where) {
    const auto* list = node.as_array();
    if (!list)
        return in_map(FailureKind::invalid_field, where, "expected [[" + where + "]]");
    std::vector<Rule> out;
    for (const auto& item : *list) {
        const auto* table = item.as_table();
        if (!table)
            return in_map(FailureKind::invalid_field, where, "expected a table");
        if (auto ok = only(*table, {"column", "contains", "equals", "value"}, where); !ok)
            return ok.error();
        Rule rule;
        for (const auto& [key, value] : *table) {
            const auto place = where + "." + std::string(key.str());
            if (key == "contains" || key == "equals") {
                auto texts = texts_of(value, place);
                if (!texts)
                    return texts.error();
                (key == "contains" ? rule.contains : rule.equals) = std::move(*texts);
            } else {
                auto text = text_of(value, place);
                if (!text)
                    return text.error();
                (key == "column" ? rule.column : rule.value) = std::move(*text);
            }
        }
        if (rule.value.empty())
            return in_map(FailureKind::missing_field, where + ".value", "required");
        if (rule.column.empty() != (rule.contains.empty() && rule.equals.empty()))
            return in_map(FailureKind::invalid_field, where,
                          "a rule has a column with contains or equals, or none of them");
        out.push_back(std::move(rule));
    }
    return out;
}

Result<std::vector<Area>> parents_of(const toml::node& node) {
    const auto* list = node.as_array();
    if (!list)
        return in_map(FailureKind::invalid_field, "parents", "expected [[parents]]");
    std::vector<Area> out;
    for (const auto& item : *list) {
        const auto* table = item.as_table();
        if (!table)
            return in_map(FailureKind::invalid_field, "parents", "expected a table");
        if (auto ok = only(*table, {"code", "name"}, "parents"); !ok)
            return ok.error();
        Area area;
        for (const auto& [key, value] : *table) {
            auto text = text_of(value, "parents." + std::string(key.str()));
            if (!text)
                return text.error();
            (key == "code" ? area.code : area.name) = std::move(*text);
        }
        auto code = full_area_code(area.code);
        if (!code || area.name.empty())
            return in_map(FailureKind::invalid_field, "parents",
                          "expected an area code and a name");
        area.code = *code;
        area.level = area_level(area.code);
        area.parent = parent_area(area.code);
        out.push_back(std::move(area));
    }
    return out;
}

Result<> read_key(ImportMap& map, std::string_view key, const toml::node& value) {
    const std::string where(key);
    const auto take = [](auto& into, auto&& result) -> Result<> {
        if (!result)
            return result.error();
        into = std::move(*result);
        return {};
    };
    if (key == "system")
        return take(map.system, text_of(value, where));
    if (key == "encoding")
        return take(map.encoding, text_of(value, where));
    if (key == "parts")
        return take(map.parts, texts_of(value, where));
    if (key == "source") {
        if (auto ok = take(map.source, text_of(value, where)); !ok)
            return ok;
        return check_source(map.source, "map.source");
    }
    if (key == "key")
        return take(map.key, texts_of(value, where));
    if (key == "columns")
        return take(map.columns, templates_by_name(value, where));
    if (key == "attributes")
        return take(map.attributes, templates_by_name(value, where));
    if (key == "constants")
        return take(map.constants, texts_by_name(value, where));
    if (key == "kind")
        return take(map.kinds, rules_of(value, where));
    if (key == "level")
        return take(map.levels, rules_of(value, where));
    if (key == "parents")
        return take(map.parents, parents_of(value));
    if (key == "code_base") {
        const auto* number = value.as_integer();
        if (!number || number->get() < 0)
            return in_map(FailureKind::invalid_field, where, "expected a whole number");
        map.code_base = number->get();
        return {};
    }
    if (key == "layer")
        return {}; // read first
    return in_map(FailureKind::unknown_field, where, "no such key");
}

Result<> check_fields(const ImportMap& map) {
    const auto known = [&](const std::string& field) {
        return map.layer ? std::ranges::find(resource_fields, field) != resource_fields.end()
                         : std::ranges::find(area_fields, field) != area_fields.end();
    };
    for (const auto& [field, value] : map.columns)
        if (!known(field))
            return in_map(FailureKind::unknown_field, "columns." + field, "no such field");
    for (const auto& [field, value] : map.constants) {
        if (!known(field) || field == "code" || field == "x" || field == "y")
            return in_map(FailureKind::unknown_field, "constants." + field, "no such constant");
        if (map.columns.contains(field))
            return in_map(FailureKind::conflict, "constants." + field, "is a column already");
    }
    if (!map.columns.contains("name"))
        return in_map(FailureKind::missing_field, "columns.name", "required");
    if (map.columns.contains("x") != map.columns.contains("y"))
        return in_map(FailureKind::missing_field,
                      map.columns.contains("x") ? "columns.y" : "columns.x", "x and y go together");
    if (!map.layer) {
        if (!map.columns.contains("code"))
            return in_map(FailureKind::missing_field, "columns.code", "required for areas");
        if (!map.kinds.empty() || !map.levels.empty() || !map.attributes.empty() ||
            !map.key.empty())
            return in_map(FailureKind::unknown_field, "kind",
                          "areas have no kind, level, attributes or key");
        if (!map.source.empty())
            return in_map(FailureKind::unknown_field, "source",
                          "areas have one code in all lists; code_base sets counted ones apart");
        return {};
    }
    if (map.code_base != 0 || !map.parents.empty())
        return in_map(FailureKind::unknown_field, "parents", "only areas have them");
    for (const auto& rule : map.kinds)
        if (!find_kind(*map.layer, rule.value))
            return in_map(FailureKind::invalid_field, "kind.value",
                          "no kind " + rule.value + " in this layer");
    for (const auto& rule : map.levels)
        if (!json::enum_of<Level>(rule.value))
            return in_map(FailureKind::invalid_field, "level.value", "no level " + rule.value);
    return {};
}

} // namespace

Result<Template> Template::parse(std::string_view text, const std::string& field) {
    Template out;
    if (text.find_first_of("{}") == std::string_view::npos) {
        if (text.empty())
            return in_map(FailureKind::invalid_field, field, "names no column");
        out.parts.push_back({true, std::string(text)});
        return out;
    }
    while (!text.empty()) {
        const auto open = text.find_first_of("{}");
        if (open != 0)
            out.parts.push_back({false, std::string(text.substr(0, open))});
        if (open == std::string_view::npos)
            break;
        const auto close = text.find_first_of("{}", open + 1);
        if (text[open] != '{' || close == std::string_view::npos || text[close] != '}' ||
            close == open + 1)
            return in_map(FailureKind::invalid_field, field, "braces do not pair");
        out.parts.push_back({true, std::string(text.substr(open + 1, close - open - 1))});
        text.remove_prefix(close + 1);
    }
    return out;
}

Result<> check_source(std::string_view source, const std::string& field) {
    if (auto ok = check_text(source, field, longest_source, true); !ok)
        return ok;
    if (source.find(':') != std::string_view::npos)
        return fail(FailureKind::invalid_field, field, "a colon ends it in codes, so it has none");
    return {};
}

std::string code_in(const std::string& source, const std::string& key) {
    return source.empty() ? key : source + ":" + key;
}

std::string ImportMap::target() const {
    return layer ? std::string(json::name_of(*layer)) : std::string("area");
}

Result<ImportMap> parse_import_map(std::string_view text) {
    if (text.size() > longest_map)
        return in_map(FailureKind::too_large, {}, "longer than 256 KiB");
    const auto parsed = read_toml(text, "map");
    if (!parsed)
        return in_map(FailureKind::malformed, {}, parsed.error().detail);
    const auto& table = *parsed;
    ImportMap map;
    const auto* layer = table.get("layer");
    if (!layer)
        return in_map(FailureKind::missing_field, "layer", "required");
    auto name = text_of(*layer, "layer");
    if (!name)
        return name.error();
    if (*name != "area") {
        map.layer = json::enum_of<Layer>(*name);
        if (!map.layer)
            return in_map(FailureKind::invalid_field, "layer",
                          "expected risk, supply, rescue_force, shelter, camera or area");
    }
    for (const auto& [key, value] : table)
        if (auto ok = read_key(map, key.str(), value); !ok)
            return ok.error();
    if (auto ok = check_fields(map); !ok)
        return ok.error();
    return map;
}

} // namespace chengyun::hub
