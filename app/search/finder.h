// The search itself: an immutable index of short texts and a ranked look-up.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

enum class FoundKind : std::uint8_t { command, order, unit, resource, area };

/// One thing that can be found. Texts are UTF-8.
struct Findable {
    FoundKind kind = FoundKind::resource;
    std::string id;
    std::string name;
    std::string code;     ///< the owner's code, an order's number, an area code
    std::string initials; ///< pinyin initials, lower case
    std::string pinyin;   ///< full pinyin where known, lower case
    int weight = 0;       ///< added to the score: what is used more comes first
};

struct Found {
    std::uint32_t item = 0; ///< index into items()
    int score = 0;
};

/// Immutable once made; any thread may look up.
class Finder {
public:
    explicit Finder(std::vector<Findable> items);
    [[nodiscard]] const std::vector<Findable>& items() const { return items_; }
    /// Best first, at most `limit`. Blanks separate parts that must all match; `previous`, when it
    /// is the complete result for a prefix of `query`, narrows the work to what matched then.
    [[nodiscard]] std::vector<Found> find(std::string_view query, std::size_t limit) const;

private:
    struct Key;
    [[nodiscard]] int score(std::uint32_t item, std::string_view part) const;

    std::vector<Findable> items_;
    std::string texts_;                  ///< every searchable text, lower case, one after another
    std::vector<std::uint32_t> offsets_; ///< four a findable: name, code, initials, pinyin; + end
    std::vector<std::uint64_t> masks_;   ///< which characters occur: most items fall here at once
};

} // namespace chengyun::console
