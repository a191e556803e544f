#include "hub/resources/search_text.h"

namespace chengyun::hub {

namespace {
void append_lower(std::string& out, std::string_view text) {
    for (const char c : text)
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
} // namespace

std::string search_text(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const auto part : parts) {
        if (part.empty())
            continue;
        if (!out.empty())
            out += '\n';
        append_lower(out, part);
    }
    return out;
}

std::string search_needle(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    std::string out;
    append_lower(out, text.substr(first, text.find_last_not_of(blank) - first + 1));
    return out;
}

} // namespace chengyun::hub
