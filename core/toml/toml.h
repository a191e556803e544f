// TOML from anybody, as a table or a failure. The only header that includes toml++.
//
// toml++ 3.4 checks its own steps by assertions which hostile text can trip (a header that breaks
// off, a bracket inside nested lists; found by fuzz_import): that would end the process, and be
// undefined behaviour where NDEBUG is set. Here a failed step throws instead, and goes no further
// than read_toml. Every user in a program must come by this header: two ways of compiling toml++
// must not meet. Its code is compiled once, in toml.cpp.
#pragma once

#include "core/result.h"

#include <string>
#include <string_view>

namespace chengyun::detail {

struct TomlMistake {};
[[noreturn]] inline void toml_mistake() {
    throw TomlMistake();
}

} // namespace chengyun::detail

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expr) ((expr) ? static_cast<void>(0) : ::chengyun::detail::toml_mistake())
#include <toml++/toml.hpp>
#pragma pop_macro("NDEBUG")

namespace chengyun {

/// Fails with malformed; the detail says where, as `name:line`, and what. Any thread.
[[nodiscard]] Result<toml::table> read_toml(std::string_view text, std::string_view name);

} // namespace chengyun
