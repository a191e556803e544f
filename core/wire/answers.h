// Answers under /api/v1 that are no capability's own; docs/api.md lists the routes.
#pragma once

#include "core/journal/entry.h"

#include <cstdint>
#include <optional>
#include <string>

namespace chengyun {

/// The answer to every command: the journal number under which it happened and what it changed.
struct Done {
    std::int64_t seq = 0;
    Change change;
    bool operator==(const Done&) const = default;
};
BOOST_DESCRIBE_STRUCT(Done, (), (seq, change))

/// GET /api/v1/snapshot: everything in the caller's scope as of `seq`, of each kind what its
/// capability says (areas without rings; orders that are open or were closed in the last 24 hours).
struct Snapshot : Images {
    std::int64_t seq = 0;
    /// Of that entry (JournalPosition); always there from this version of the hub on.
    std::optional<std::string> hash;
    bool operator==(const Snapshot&) const = default;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (seq, hash))

/// RFC 9457. `type` is "urn:chengyun:problem:" + the FailureKind's name.
struct Problem {
    std::string type;
    std::string title;
    std::int64_t status = 500;
    std::optional<std::string> detail;
    std::optional<std::string> field;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, field))

} // namespace chengyun
