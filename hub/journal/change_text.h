// The JSON text of a Change put together from texts made already: an order's row, its journal entry
// and the answer to its sender hold the same text, so it is made once.
#pragma once

#include "core/journal/images.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

/// Values of one kind are kept in the order they were added; a later text of the same thing is the
/// caller's to avoid.
class ChangeText {
public:
    /// `json` is what json::write makes of the value: of a T.
    template <class T>
    ChangeText& add(std::string_view json) {
        return add(entity_kind<T>(), json);
    }
    /// Of a kind of which the hall has one: once at most.
    ChangeText& add(const EntityKind& kind, std::string_view json);
    /// Keys in alphabetical order, as the codec writes a map.
    ChangeText& note(std::string_view key, std::string_view value);
    /// The values of another change after this one's. Its note is its own: two may hold one key.
    ChangeText& merge(const ChangeText& other);

    /// {"note":{…},"assignments":[…],"orders":[…]…}: what json::write makes of the Change.
    [[nodiscard]] std::string text() const;

private:
    struct Part {
        const EntityKind* kind;
        std::string text; ///< joined with commas
    };
    std::string note_;
    std::vector<Part> parts_; ///< in the order of their kinds' names
};

/// The text of Done {seq, change}.
[[nodiscard]] std::string done_text(std::int64_t seq, std::string_view change);

} // namespace chengyun::hub
