#include "app/resources/matching.h"

#include <algorithm>

namespace chengyun::console {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `part` is in lower case already; multi-byte characters compare as they are.
bool contains(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return lower(a) == b; }) != text.end();
}

} // namespace

TypedText::TypedText(const QString& text) {
    const auto words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto& word : words)
        parts_.push_back(word.toStdString());
}

bool TypedText::matches(std::initializer_list<std::string_view> fields) const {
    return std::ranges::all_of(parts_, [&](const std::string& part) {
        return std::ranges::any_of(fields,
                                   [&](std::string_view field) { return contains(field, part); });
    });
}

} // namespace chengyun::console
