// Where in a journal somebody stands.
#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>

namespace chengyun {

/// The number alone does not say which journal it counts: a hub restored from a backup gives the
/// same numbers to other entries. The hash identifies the entry and everything before it.
struct JournalPosition {
    std::int64_t seq = 0; ///< the last entry known; 0 before the first
    std::string hash;     ///< that entry's, 64 hex digits; empty where nobody has told it
    bool operator==(const JournalPosition&) const = default;
};
BOOST_DESCRIBE_STRUCT(JournalPosition, (), (seq, hash))

} // namespace chengyun
