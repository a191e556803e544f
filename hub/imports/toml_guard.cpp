#include "hub/imports/toml_guard.h"

namespace chengyun::hub {

namespace {

/// Blanks, and whatever is no ASCII: a byte order mark and Unicode's many spaces among it.
std::string_view without_blanks(std::string_view line) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t' ||
                             static_cast<unsigned char>(line.front()) >= 0x80))
        line.remove_prefix(1);
    return line;
}

std::string_view without_spaces(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

bool begins_key(std::string_view rest) {
    if (rest.empty())
        return false;
    const char c = rest.front();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '"' || c == '\'';
}

} // namespace

std::optional<int> unfinished_header(std::string_view toml) {
    for (int number = 1;;) {
        // toml++ takes each of these for the end of a line.
        const auto end = toml.find_first_of("\n\r\v\f");
        auto line = without_blanks(toml.substr(0, end));
        if (line.starts_with('[')) {
            line.remove_prefix(line.starts_with("[[") ? 2 : 1);
            if (!begins_key(without_spaces(line)))
                return number;
        }
        if (end == std::string_view::npos)
            return std::nullopt;
        number += toml[end] == '\n';
        toml.remove_prefix(end + 1);
    }
}

} // namespace chengyun::hub
