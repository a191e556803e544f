// Keeps hostile TOML away from toml++, which ends the process by an assertion on a table header
// that breaks off before its name (found by fuzz_import; its 3.4.0 checks this only in debug).
#pragma once

#include <optional>
#include <string_view>

namespace chengyun::hub {

/// The number (from 1) of the first line that begins with `[` or `[[` and goes on with anything but
/// a key; nothing when there is none. Refuses a few odd but legal layouts of nested arrays with it,
/// which no import map needs.
[[nodiscard]] std::optional<int> unfinished_header(std::string_view toml);

} // namespace chengyun::hub
