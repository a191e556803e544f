// Identifiers: UUIDv7 (RFC 9562, 5.7), so that ids sort by the time they were made.
#pragma once

#include "core/time/instant.h"

#include <string>
#include <string_view>

namespace chengyun {

/// A new UUIDv7 in lower-case canonical text; monotonic within a process. Any thread.
[[nodiscard]] std::string new_id(Instant now = system_now());

/// True for canonical lower-case UUID text of any version.
[[nodiscard]] bool is_uuid(std::string_view text);

/// True for canonical lower-case text of a UUIDv7, which ids that clients make have to be.
[[nodiscard]] bool is_uuid7(std::string_view text);

/// The time inside a UUIDv7; the epoch for anything else.
[[nodiscard]] Instant time_of_id(std::string_view id);

/// Sorts before every UUIDv7 of this time or later, and after every earlier one.
[[nodiscard]] std::string lowest_id(Instant time);

} // namespace chengyun
