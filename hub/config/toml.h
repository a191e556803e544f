// TOML from anybody, as a table or a failure. The only header that includes toml++.
//
// toml++ 3.4 checks its own steps by assertions which hostile text can trip (a header that breaks
// off, a bracket inside nested lists; found by fuzz_import): that would end the process, and be
// undefined behaviour where NDEBUG is set. Here a failed step throws instead, and goes no further
// than read_toml. Every user in a program must come by this header: toml++ is header-only code, and
// two ways of compiling it must not meet.
#pragma once

#include "core/result.h"

#include <format>
#include <string>
#include <string_view>

namespace chengyun::hub::detail {

struct TomlMistake {};
[[noreturn]] inline void toml_mistake() {
    throw TomlMistake();
}

} // namespace chengyun::hub::detail

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expr) ((expr) ? static_cast<void>(0) : ::chengyun::hub::detail::toml_mistake())
#include <toml++/toml.hpp>
#pragma pop_macro("NDEBUG")

namespace chengyun::hub {

/// Fails with malformed; the detail says where, as `name:line`, and what. Any thread.
[[nodiscard]] inline Result<toml::table> read_toml(std::string_view text, std::string_view name) {
    try {
        auto parsed = toml::parse(text, name);
        if (!parsed)
            return fail(FailureKind::malformed, {},
                        std::format("{}:{}: {}", name, parsed.error().source().begin.line,
                                    parsed.error().description()));
        return std::move(parsed).table();
    } catch (const detail::TomlMistake&) {
        return fail(FailureKind::malformed, {}, std::format("{}: not TOML", name));
    }
}

} // namespace chengyun::hub
