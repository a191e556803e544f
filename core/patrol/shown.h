// What was shown when: the cameras that a machine had on its screen, in turns of a patrol group.
// docs/patrol.md.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace chengyun {

/// A camera's picture was seen from then to then.
struct ShownSpan {
    std::string group;
    std::string camera;
    Instant from{};
    Instant to{};
    bool operator==(const ShownSpan&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShownSpan, (), (group, camera, from, to))

/// POST /api/v1/sessions/current/shown: what the machine of this session has shown. A span that is
/// told again, by the time at which it began, is longer by now.
struct ReportShown {
    std::string machine; ///< how the machine calls itself; may be empty
    std::vector<ShownSpan> spans;
    bool operator==(const ReportShown&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportShown, (), (machine, spans))

inline constexpr std::size_t most_shown_spans = 500; ///< of a report

/// Ids, and spans that do not end before they begin, of a day at most.
[[nodiscard]] Result<> check(const ReportShown& report);

/// As the hub keeps it.
struct ShownCamera : ShownSpan {
    std::int64_t number = 0; ///< of the row
    std::string machine;
    std::string by_name; ///< of the account: the wall's name, or the person at the seat
    std::string group_name;
    std::string camera_name;
    bool operator==(const ShownCamera&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShownCamera, (ShownSpan), (number, machine, by_name, group_name, camera_name))

} // namespace chengyun
