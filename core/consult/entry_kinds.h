// Kinds of journal entries about consultations, each once. Every entry carries the room as it is
// after it. Notes: title, and of what is about one member, member: their names; by: "guest" where a
// guest did it.
#pragma once

#include <string_view>

namespace chengyun::entry_kind {

inline constexpr std::string_view consult_made = "consult.made";
inline constexpr std::string_view consult_called = "consult.called";
inline constexpr std::string_view consult_accepted = "consult.accepted";
inline constexpr std::string_view consult_declined = "consult.declined";
inline constexpr std::string_view consult_entered = "consult.entered";
inline constexpr std::string_view consult_waiting = "consult.waiting"; ///< in the lobby
inline constexpr std::string_view consult_let_in = "consult.let_in";
inline constexpr std::string_view consult_removed = "consult.removed"; ///< or turned away
inline constexpr std::string_view consult_left = "consult.left";
inline constexpr std::string_view consult_invited = "consult.invited"; ///< a guest, by a link
inline constexpr std::string_view consult_chair = "consult.chair"; ///< handed over, or passed on
inline constexpr std::string_view consult_locked = "consult.locked";
inline constexpr std::string_view consult_unlocked = "consult.unlocked";
inline constexpr std::string_view consult_ended = "consult.ended";
inline constexpr std::string_view of_consultations[] = {
    consult_made,    consult_called, consult_accepted, consult_declined, consult_entered,
    consult_waiting, consult_let_in, consult_removed,  consult_left,     consult_invited,
    consult_chair,   consult_locked, consult_unlocked, consult_ended};

} // namespace chengyun::entry_kind
