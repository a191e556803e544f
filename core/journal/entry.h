// The journal: the append-only list of what happened. It is the feed, the audit log and the way to
// catch up.
#pragma once

#include "core/journal/images.h"
#include "core/json/renamed.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace chengyun {

/// What an entry changed, as after-images of every kind: applying them in the order of `seq` by
/// replacing whole values gives the hub's state. `note` holds facts that change no value (a reason,
/// a reminder's text, counts of an import).
struct Change : Images {
    std::map<std::string, std::string> note;
    bool operator==(const Change&) const = default;
};
BOOST_DESCRIBE_STRUCT(Change, (), (note))

struct Entry {
    std::int64_t seq = 0; ///< 1, 2, 3 … without a gap
    Instant time{};
    std::string actor;      ///< account id, "timer" or "system"
    std::string actor_name; ///< as it was then
    std::string kind;       ///< "order.issued", see docs/api.md
    std::string entity;     ///< "order", "assignment", "resource", "account" …
    std::string id;         ///< id of that entity
    /// Id of the thing whose timeline it belongs to (an order for what is done to its assignments),
    /// or empty.
    std::string subject;
    /// Who may see it: accounts whose scope contains one of these areas, or whose unit is listed.
    std::vector<std::string> areas;
    std::vector<std::string> units;
    Change body;
    std::string previous; ///< hash of seq − 1, 64 hex digits; zeros for the first
    std::string hash;     ///< SM3 over docs/api.md, "Hash chain"
    bool operator==(const Entry&) const = default;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (seq, time, actor, actor_name, kind, entity, id, subject, areas, units, body,
                       previous, hash))
/// Entries stored before migration 0014 are told as they were hashed.
template <>
inline constexpr std::array json::renamed<Entry>{json::Renamed{"subject", "order"}};

} // namespace chengyun
