#include "app/search/finder.h"

#include <algorithm>

namespace chengyun::console {
namespace {

enum Field : std::size_t { nameField, codeField, initialsField, pinyinField, fieldCount };

/// What a match in a field is worth: exact, at the start, inside, with gaps.
struct Worth {
    int exact, start, inside, gaps;
};
constexpr Worth worths[fieldCount] = {
    {1000, 800, 600, 120}, // name
    {950, 700, 300, 0},    // code: with gaps it would match anything
    {900, 750, 450, 60},   // initials
    {880, 740, 400, 0},    // pinyin
};
constexpr std::size_t longestGaps = 24;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// One bit a byte value modulo 64: bytes of UTF-8 spread well enough.
std::uint64_t maskOf(std::string_view text) {
    std::uint64_t mask = 0;
    for (const char c : text)
        mask |= std::uint64_t(1) << (static_cast<unsigned char>(c) & 63u);
    return mask;
}

bool startsCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
}

/// All characters of `part` in `text`, in order, with others in between; whole characters only.
bool matchesWithGaps(std::string_view text, std::string_view part) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < part.size();) {
        std::size_t end = i + 1;
        while (end < part.size() && !startsCharacter(part[end]))
            ++end;
        const auto found = text.find(part.substr(i, end - i), at);
        if (found == std::string_view::npos)
            return false;
        at = found + (end - i);
        i = end;
    }
    return true;
}

/// `word` stands in `text` between blanks or its ends.
bool holdsWord(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' '))
            return true;
    }
    return false;
}

} // namespace

struct Finder::Part {
    std::string text;
    std::uint64_t mask = 0;
};

Finder::Finder(std::vector<Findable> items) : items_(std::move(items)) {
    offsets_.reserve(items_.size() * fieldCount + 1);
    masks_.reserve(items_.size());
    kindOf_.reserve(items_.size());
    for (const auto& item : items_) {
        const auto kind = std::ranges::find(kinds_, item.kind);
        kindOf_.push_back(static_cast<std::uint8_t>(kind - kinds_.begin()));
        if (kind == kinds_.end())
            kinds_.push_back(item.kind);
        const auto begin = texts_.size();
        for (const auto* field : {&item.name, &item.code, &item.initials, &item.pinyin}) {
            offsets_.push_back(static_cast<std::uint32_t>(texts_.size()));
            std::ranges::transform(*field, std::back_inserter(texts_), lower);
        }
        masks_.push_back(maskOf(std::string_view(texts_).substr(begin)));
    }
    offsets_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

std::string_view Finder::text(std::size_t field) const {
    return std::string_view(texts_).substr(offsets_[field], offsets_[field + 1] - offsets_[field]);
}

int Finder::score(std::size_t item, const Part& part) const {
    int best = 0;
    for (std::size_t field = 0; field < fieldCount; ++field) {
        const auto text = this->text(item * fieldCount + field);
        const auto& worth = worths[field];
        if (text.size() < part.text.size())
            continue;
        const auto at = text.find(part.text);
        int value = 0;
        if (field == pinyinField && holdsWord(text, part.text))
            value = worth.exact + 40; // a command's own short name: what is typed is meant
        else if (at == 0)
            value = text.size() == part.text.size() ? worth.exact : worth.start;
        else if (at != std::string_view::npos)
            // The nearer to the front the better; a word after a blank counts as a start.
            value = text[at - 1] == ' '
                        ? worth.start - 20
                        : worth.inside - static_cast<int>(std::min<std::size_t>(at, 50));
        else if (worth.gaps > 0 && part.text.size() > 1 && part.text.size() <= longestGaps &&
                 matchesWithGaps(text, part.text))
            value = worth.gaps;
        if (value > 0) // of two that match, the one with less around it
            value -= static_cast<int>(std::min<std::size_t>(text.size() - part.text.size(), 40));
        best = std::max(best, value);
    }
    return best;
}

std::vector<Found> Finder::find(std::string_view query, std::size_t limit,
                                std::span<const std::string> kinds) const {
    std::vector<Part> parts;
    for (std::size_t at = 0; at < query.size();) {
        const auto end = std::min(query.find(' ', at), query.size());
        if (end > at) {
            Part part;
            std::ranges::transform(query.substr(at, end - at), std::back_inserter(part.text),
                                   lower);
            part.mask = maskOf(part.text);
            parts.push_back(std::move(part));
        }
        at = end + 1;
    }
    std::vector<Found> found;
    if (parts.empty() || limit == 0)
        return found;
    std::uint64_t mask = 0;
    for (const auto& part : parts)
        mask |= part.mask;
    std::vector<bool> wanted;
    for (const auto& kind : kinds_)
        wanted.push_back(kinds.empty() || std::ranges::find(kinds, kind) != kinds.end());
    for (std::size_t item = 0; item < items_.size(); ++item) {
        if ((masks_[item] & mask) != mask || !wanted[kindOf_[item]])
            continue;
        int total = 0;
        for (const auto& part : parts) {
            const int one = score(item, part);
            if (one == 0) {
                total = 0;
                break;
            }
            total += one;
        }
        if (total > 0)
            found.push_back({static_cast<std::uint32_t>(item),
                             total / static_cast<int>(parts.size()) + items_[item].weight});
    }
    const auto better = [](const Found& a, const Found& b) {
        return a.score != b.score ? a.score > b.score : a.item < b.item;
    };
    const auto cut = found.begin() + static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
    std::partial_sort(found.begin(), cut, found.end(), better);
    found.erase(cut, found.end());
    return found;
}

} // namespace chengyun::console
