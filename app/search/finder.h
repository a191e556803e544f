// The search itself: an immutable index of short texts and a ranked look-up.
#pragma once

#include "app/capability/findable.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

struct Found {
    std::uint32_t item = 0; ///< index into items()
    int score = 0;
};

/// Immutable once made; any thread may look up.
class Finder {
public:
    explicit Finder(std::vector<Findable> items);
    [[nodiscard]] const std::vector<Findable>& items() const { return items_; }
    /// Best first, at most `limit`, of these kinds; without any, of all. Blanks separate parts that
    /// must all match; a part matches where it stands, at the start of a word, or with gaps in the
    /// order typed (the weakest).
    [[nodiscard]] std::vector<Found> find(std::string_view query, std::size_t limit,
                                          std::span<const std::string> kinds = {}) const;

private:
    struct Part;
    [[nodiscard]] std::string_view text(std::size_t field) const;
    [[nodiscard]] int score(std::size_t item, const Part& part) const;

    std::vector<Findable> items_;
    std::vector<std::string> kinds_;     ///< that occur
    std::vector<std::uint8_t> kindOf_;   ///< of each item, as a place in kinds_
    std::string texts_;                  ///< every searchable text, lower case, one after another
    std::vector<std::uint32_t> offsets_; ///< four a findable: name, code, initials, pinyin; + end
    std::vector<std::uint64_t> masks_;   ///< which bytes occur: most items fall out here at once
};

} // namespace chengyun::console
