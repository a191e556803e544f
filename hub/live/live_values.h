// The values of one topic: the latest of each key, found by key, subject and place.
#pragma once

#include "core/live/live.h"
#include "hub/live/live_topic.h"

#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chengyun::hub {

using SteadyTime = std::chrono::steady_clock::time_point;
using AudiencePtr = std::shared_ptr<const Audience>;

/// The JSON of a LiveValue; `value` is the text of the word's own value.
[[nodiscard]] std::string live_text(const LiveWord& word, std::string_view value, Instant at);

/// One thread. Values live in slots with small numbers. A slot is not given to another key while a
/// watch knows it: so a watch remembers what it has told by number, and can still name the key of
/// a value that is no more.
class LiveValues {
public:
    using Slot = std::uint32_t;

    struct Value {
        std::string key;
        std::string text; ///< JSON of the LiveValue, made once; empty: there is no value now
        std::uint64_t version = 0; ///< grows with every change within the topic
        AudiencePtr audience;
        std::uint64_t owner = 0; ///< number of the seat it is of, for presence; else 0
        [[nodiscard]] bool is_there() const { return !text.empty(); }

    private:
        friend class LiveValues;
        std::optional<Place> place;
        std::string subject;
        std::uint32_t known_by = 0;
        std::uint64_t cell = 0;
        std::size_t at_in_cell = 0;
        std::size_t at_in_subject = 0;
        std::list<std::pair<SteadyTime, Slot>>::iterator age;
    };

    LiveValues(bool placed, std::chrono::milliseconds lives, std::size_t max_values)
        : placed_(placed), lives_(lives), max_values_(max_values) {}

    /// `text` is the JSON of the LiveValue, not empty. False when there is no room for a new key.
    [[nodiscard]] bool set(const LiveWord& word, std::string text, AudiencePtr audience,
                           std::uint64_t owner, SteadyTime now);
    /// False when there is none.
    bool remove(std::string_view key);
    /// Removes what has not been said again in time.
    void expire(SteadyTime now);

    /// Null when there is none.
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] const Value& at(Slot slot) const { return slots_[slot]; }
    [[nodiscard]] std::size_t slots() const { return slots_.size(); }
    [[nodiscard]] std::size_t size() const { return by_age_.size(); }
    /// There is room for these keys, all of them.
    [[nodiscard]] bool has_room(const std::vector<LiveWord>& words) const;

    // Slots of values that are there; each appends to `out`.
    void all(std::vector<Slot>& out) const;
    void within(const Box& box, std::vector<Slot>& out) const;
    /// Values whose key or subject this is.
    void about(std::string_view subject, std::vector<Slot>& out) const;

    /// A watch has told of the slot, or has told that it is gone.
    void know(Slot slot) { ++slots_[slot].known_by; }
    void forget(Slot slot);

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <class T>
    using ByText = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    /// Of the key, a free one when it is new; none when there is no room.
    [[nodiscard]] std::optional<Slot> slot_for(const std::string& key);
    void put_down(Slot slot);
    void take_up(Slot slot);
    void take_out(std::vector<Slot>& list, std::size_t Value::* place, Slot slot);
    void remove(Slot slot);

    bool placed_;
    std::chrono::milliseconds lives_; ///< 0: until removed
    std::size_t max_values_;
    std::uint64_t version_ = 0;
    std::vector<Value> slots_;
    std::vector<Slot> free_;
    ByText<Slot> by_key_; ///< also of slots that are only known still
    ByText<std::vector<Slot>> by_subject_;
    std::unordered_map<std::uint64_t, std::vector<Slot>> cells_;
    std::list<std::pair<SteadyTime, Slot>> by_age_; ///< said longest ago first
};

} // namespace chengyun::hub
