// Errors as values. Every function of core, hub, media and console that can fail for a reason
// outside the program returns a Result; exceptions are left to mistakes in our own code.
#pragma once

#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <utility>

namespace chengyun {

/// Why something was refused. The name is stable: the hub sends it as the last part of the
/// problem's `type` (RFC 9457) and consoles translate it.
enum class FailureKind {
    malformed,        ///< not parsable at all
    invalid_field,    ///< parsable, but a field has an impossible value
    missing_field,    ///< a required field is absent
    unknown_field,    ///< a field nobody declared
    unseen_character, ///< a text holds what cannot be seen or turns it round (core/text/visible.h)
    unauthenticated,  ///< no session, or one that has expired
    forbidden,        ///< signed in, but not allowed
    locked_out,       ///< too many failed sign-ins
    not_found,        ///< no such thing, or not in the caller's scope
    conflict,         ///< it exists already, or somebody else was first
    wrong_state,      ///< the state machine has no such step from here
    expired,          ///< the command's or link's time is over
    key_reused,       ///< an idempotency key came again with another body
    wrong_method,     ///< there is such a path, but it takes other methods
    too_large,        ///< body, attachment or result beyond the limit
    wrong_type,       ///< the content is not of an accepted type
    too_many,         ///< rate or count limit
    no_room,     ///< the hub's room for it is used up; trying again does not help, making room does
    unavailable, ///< a peer, disk or device did not answer; trying again may help
    corrupt,     ///< stored data contradicts itself
    internal     ///< a mistake of ours
};
BOOST_DESCRIBE_ENUM(FailureKind, malformed, invalid_field, missing_field, unknown_field,
                    unseen_character, unauthenticated, forbidden, locked_out, not_found, conflict,
                    wrong_state, expired, key_reused, wrong_method, too_large, wrong_type, too_many,
                    no_room, unavailable, corrupt, internal)

struct Failure {
    FailureKind kind = FailureKind::internal;
    std::string field;  ///< path of the offending field ("recipients[2].unit"), may be empty
    std::string detail; ///< one English sentence for a log or a developer; never a secret

    bool operator==(const Failure&) const = default;
};

template <class T = void>
using Result = boost::system::result<T, Failure>;

/// Shorthand for `return fail(FailureKind::not_found, "order", "no such order")`.
[[nodiscard]] inline Failure fail(FailureKind kind, std::string field = {},
                                  std::string detail = {}) {
    return {kind, std::move(field), std::move(detail)};
}

} // namespace chengyun
