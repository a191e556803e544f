// A moment at which something is to happen to a thing unless it is done before: a reminder, an
// escalation. Each capability has its own kinds and says what happens.
#pragma once

#include "core/time/instant.h"

#include <cstdint>
#include <string>

namespace chengyun::hub {

/// One pending firing. Unique by (subject, kind, due, level): firing it twice is impossible because
/// its row is deleted in the transaction that records what it did.
struct Deadline {
    std::string subject;    ///< id of the thing that has it
    std::int64_t kind = 0;  ///< of one capability's DeadlineKinds
    Instant due{};          ///< the deadline itself
    std::int64_t level = 0; ///< how far it has escalated; the capability's own numbers
    Instant fire_at{};
    bool operator==(const Deadline&) const = default;
};

/// The numbers of a capability's kinds, both included. They are stored, so they never change, and
/// no two capabilities have the same.
struct DeadlineKinds {
    std::int64_t first = 0, last = 0;
    [[nodiscard]] bool contains(std::int64_t kind) const { return kind >= first && kind <= last; }
};

} // namespace chengyun::hub
