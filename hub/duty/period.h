// What duty's handlers read from a request.
#pragma once

#include "core/time/instant.h"
#include "hub/duty/duty_reads.h"
#include "hub/http/about.h"
#include "hub/http/call.h"

#include <boost/describe/class.hpp>

namespace chengyun::hub {

/// The body of a command that needs no more than its address: {}.
struct NoFields {
    bool operator==(const NoFields&) const = default;
};
BOOST_DESCRIBE_STRUCT(NoFields, (), ())

struct DutyPeriod {
    Instant from, to; ///< `to` excluded
};

/// ?from=…&to=… in ms, else that long before and after now. invalid_field ("to") where it does not
/// lie after `from`, within a year.
[[nodiscard]] inline Result<DutyPeriod> period_of(const Call& call, Instant now,
                                                  Instant::duration back, Instant::duration ahead) {
    auto from = call.number("from", ms_of(now - back), 0, latest_instant_ms);
    if (!from)
        return from.error();
    auto to = call.number("to", ms_of(now + ahead), 0, latest_instant_ms);
    if (!to)
        return to.error();
    const DutyPeriod period{instant_of(*from), instant_of(*to)};
    if (period.to <= period.from || period.to - period.from > longest_roster)
        return fail(FailureKind::invalid_field, "to", "after `from`, within 366 days");
    return period;
}

inline About& describe_period(About& route) {
    return route.query<Instant>("from").query<Instant>("to", "UTC milliseconds; not included");
}

} // namespace chengyun::hub
