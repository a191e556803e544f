// The JSON text of a Change put together from texts made already: an order's row, its journal entry
// and the answer to its sender hold the same text, so it is made once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// Values of one kind are kept in the order they were added; a later text of the same thing is the
/// caller's to avoid.
class ChangeText {
public:
    /// `json` is what json::write makes of the value.
    ChangeText& order(std::string_view json) { return add(0, json); }
    ChangeText& assignment(std::string_view json) { return add(1, json); }
    ChangeText& report(std::string_view json) { return add(2, json); }
    ChangeText& supervision(std::string_view json) { return add(3, json); }
    ChangeText& resource(std::string_view json) { return add(4, json); }
    ChangeText& unit(std::string_view json) { return add(5, json); }
    ChangeText& area(std::string_view json) { return add(6, json); }
    /// Once at most: the hall has one.
    ChangeText& duty(std::string_view json) { return add(7, json); }
    /// Keys in alphabetical order, as the codec writes a map.
    ChangeText& note(std::string_view key, std::string_view value);
    /// Everything of another change after this one's.
    ChangeText& merge(const ChangeText& other);

    /// {"orders":[…],"assignments":[…]…}: what json::write makes of the Change.
    [[nodiscard]] std::string text() const;

private:
    ChangeText& add(std::size_t kind, std::string_view json);
    std::array<std::string, 9> parts_; ///< joined with commas; the last is the note's members
};

/// The text of Done {seq, change}.
[[nodiscard]] std::string done_text(std::int64_t seq, std::string_view change);

} // namespace chengyun::hub
