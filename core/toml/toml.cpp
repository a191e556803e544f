#define TOML_IMPLEMENTATION
#include "core/toml/toml.h"

#include <format>

namespace chengyun {

Result<toml::table> read_toml(std::string_view text, std::string_view name) {
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

} // namespace chengyun
