// The import map: a TOML text that says what the columns of a file mean. docs/import.md is its
// manual.
#pragma once

#include "core/area/area.h"
#include "core/resource/resource.h"
#include "core/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// What is made of one row's value: a column's name, or a text with {column} in it.
struct Template {
    struct Part {
        bool is_column = false;
        std::string text;
    };
    std::vector<Part> parts;

    /// A text without braces is one column; `{` and `}` cannot be part of a column's name.
    [[nodiscard]] static Result<Template> parse(std::string_view text, const std::string& field);
};

/// The first rule whose condition holds gives the value.
struct Rule {
    std::string column; ///< none: holds always
    std::vector<std::string> contains;
    std::vector<std::string> equals;
    std::string value;
};

struct ImportMap {
    /// None: areas.
    std::optional<Layer> layer;
    std::string system;             ///< empty: the file says it, or the sender is asked
    std::string encoding;           ///< of text files, a name ICU knows; empty: UTF-8
    std::vector<std::string> parts; ///< sheets, folders or layers of the file; `*` alone: all
    std::string source;             ///< keeps this list's keys apart from another's; may be empty
    /// Added to the number in the column `code`: codes for areas whose source has only numbers.
    std::int64_t code_base = 0;
    std::vector<std::string> key; ///< columns that tell one row from another where there is no code
    std::map<std::string, Template> columns; ///< by our field's name
    std::map<std::string, std::string> constants;
    std::map<std::string, Template> attributes;
    std::vector<Rule> kinds;
    std::vector<Rule> levels;
    std::vector<Area> parents; ///< code, name and what follows from the code

    [[nodiscard]] std::string target() const; ///< the layer's name, or "area"
};

/// The name of a list that its keys are kept apart by: short, on one line, without ":". Fails with
/// `invalid_field` or `missing_field`, naming `field`.
[[nodiscard]] Result<> check_source(std::string_view source, const std::string& field);

/// A resource's code: the key in its list, behind the list's name where that has one.
[[nodiscard]] std::string code_in(const std::string& source, const std::string& key);

/// Fails with `malformed` (no TOML: the detail says the line), `unknown_field`, `missing_field` or
/// `invalid_field`; `field` begins with "map".
[[nodiscard]] Result<ImportMap> parse_import_map(std::string_view toml);

} // namespace chengyun::hub
