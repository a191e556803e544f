// Numbers as files write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// Without the blanks, tabs and line breaks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

[[nodiscard]] std::optional<double> real_number(std::string_view text);
/// "1,234" and "30.0" are whole numbers too.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text);

/// The number of a JSON text in plain digits, exactly: "4.20114001002e11" is 420114001002, and
/// "13800138000.0" is 13800138000. A fraction keeps its digits. Numbers of more than 40 digits, and
/// what is no number, stay as they are.
[[nodiscard]] std::string plain_number(std::string_view text);

} // namespace chengyun::hub
