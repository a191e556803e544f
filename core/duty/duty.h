// Who leads the hall now, and whether it works in peace or in an emergency (平时/战时), as people
// have said it. Who is planned and checked in is the rota's (core/duty/shift.h).
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace chengyun {

enum class Mode { peace, emergency };
BOOST_DESCRIBE_ENUM(Mode, peace, emergency)

/// One for the whole hub: a hub is one hall's.
struct Duty {
    Mode mode = Mode::peace;
    Instant mode_since{};     ///< when the mode was switched last; 0 before the first time
    std::string mode_reason;  ///< as given at that switch
    std::string commander;    ///< 指挥长, or empty
    std::string shift_leader; ///< 值班长, or empty
    std::int64_t version = 0; ///< seq of the entry that made it so; 0 when nobody has said anything
    bool operator==(const Duty&) const = default;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (mode, mode_since, mode_reason, commander, shift_leader, version))

/// PUT /api/v1/duty
struct SetDuty {
    Mode mode = Mode::peace;
    std::string commander;
    std::string shift_leader;
    std::optional<std::string> reason; ///< needed where the mode changes
    /// Of the Duty that this was written upon: somebody else's change is not undone unseen.
    std::int64_t version = 0;
    bool operator==(const SetDuty&) const = default;
};
BOOST_DESCRIBE_STRUCT(SetDuty, (), (mode, commander, shift_leader, reason, version))

/// What `command` makes of `before` at `now`, for hub and console alike. `version` stays. Refuses
/// with conflict (`version` is not before's), missing_field (`reason`) and by check_text.
[[nodiscard]] Result<Duty> apply(const Duty& before, const SetDuty& command, Instant now);

} // namespace chengyun
