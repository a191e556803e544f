// A consultation (会商): a room in which people meet about something. docs/consult.md.
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// 常设: never over · 预约: has a time · 指令: is about an order
enum class ConsultKind { standing, planned, order };
BOOST_DESCRIBE_ENUM(ConsultKind, standing, planned, order)

/// A person is an account of the hall. A unit is one member, whichever of its accounts speaks.
enum class MemberKind { person, unit };
BOOST_DESCRIBE_ENUM(MemberKind, person, unit)

enum class MemberState {
    called,   ///< has not answered
    accepted, ///< is coming
    declined,
    waiting, ///< in the lobby: was not called, asks to be let in
    in,      ///< may have a ticket for the media server
    left,    ///< was in; may come back
    removed  ///< by the chair; comes back only when called anew
};
BOOST_DESCRIBE_ENUM(MemberState, called, accepted, declined, waiting, in, left, removed)

struct ConsultMember {
    std::string id; ///< of the account, or of the unit; a guest has one of his own
    MemberKind kind = MemberKind::person;
    std::string name;
    std::string post; ///< of the duty by which he was proposed, or empty
    MemberState state = MemberState::called;
    Instant since{}; ///< of the state
    /// Came by a link and has no account. No value of `kind`: a console that does not know one
    /// would read no room at all; so it takes a guest for a person.
    std::optional<bool> guest{};
    bool operator==(const ConsultMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConsultMember, (), (id, kind, name, post, state, since, guest))

struct Consult {
    std::string id; ///< UUIDv7, made by the console
    ConsultKind kind = ConsultKind::standing;
    std::string title;
    std::string order;             ///< id of the order it is about, or empty
    std::string area;              ///< whose centres see it: 12 digits; empty: the whole hall
    std::optional<Instant> starts; ///< of a planned one
    std::string chair;             ///< id of a member, or empty
    bool locked = false;
    std::vector<ConsultMember> members; ///< in the order in which they came to it
    Instant made{};
    std::optional<Instant> ended;
    std::int64_t version = 0; ///< journal number of its last change
    bool operator==(const Consult&) const = default;
};
BOOST_DESCRIBE_STRUCT(Consult, (),
                      (id, kind, title, order, area, starts, chair, locked, members, made, ended,
                       version))

inline constexpr std::size_t most_consult_members = 100;
inline constexpr std::size_t longest_guest_name = 60; ///< characters

/// Null where there is no such member.
[[nodiscard]] const ConsultMember* find_member(const Consult& consult, std::string_view id);
/// The member as which this account takes part: its unit, else itself.
[[nodiscard]] std::string_view member_id(const Account& account);
[[nodiscard]] bool is_in(const Consult& consult, std::string_view member);
[[nodiscard]] bool is_guest(const ConsultMember& member);

} // namespace chengyun
