#include "hub/config/config.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>
#include <optional>

namespace chengyun::hub {
namespace {

/// "--listen" and "--http.listen" name the same key; dashes in a key's name may be typed for
/// underscores. None when there is no such key.
const Key* find_key(const std::vector<Key>& keys, std::string_view flag) {
    std::string name(flag);
    std::replace(name.begin(), name.end(), '-', '_');
    for (const auto& key : keys)
        if (key.name == name || (!key.setting.alias.empty() && key.setting.alias == flag))
            return &key;
    return nullptr;
}

Result<std::string> read_file(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    if (!file)
        return fail(FailureKind::not_found, "config", name + ": cannot be read");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

struct Flag {
    std::string name;
    std::optional<std::string> value;
};

Flag split(std::string_view argument) {
    argument.remove_prefix(2);
    const auto equals = argument.find('=');
    if (equals == std::string_view::npos)
        return {std::string(argument), {}};
    return {std::string(argument.substr(0, equals)), std::string(argument.substr(equals + 1))};
}

} // namespace

Result<CommandLine> parse_command_line(std::span<const char* const> arguments,
                                       std::span<const ExtraFlag> extra, Sections sections) {
    CommandLine out;
    Config defaults;
    const auto keys = keys_of(defaults, sections);
    std::vector<std::pair<std::string, std::string>> settings;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "-h") {
            out.help = true;
            continue;
        }
        if (!argument.starts_with("--")) {
            if (out.command.empty())
                out.command = argument;
            else
                out.operands.emplace_back(argument);
            continue;
        }
        auto flag = split(argument);
        const auto value = [&]() -> Result<std::string> {
            if (flag.value)
                return *flag.value;
            if (i + 1 < arguments.size())
                return std::string(arguments[++i]);
            return fail(FailureKind::missing_field, flag.name,
                        std::format("--{} needs a value", flag.name));
        };
        if (flag.name == "help") {
            out.help = true;
        } else if (flag.name == "check-config") {
            out.check_config = true;
        } else if (flag.name == "config") {
            auto file = value();
            if (!file)
                return file.error();
            out.config_file = *file;
        } else if (const auto own = std::find_if(extra.begin(), extra.end(),
                                                 [&](auto& e) { return e.name == flag.name; });
                   own != extra.end()) {
            std::string text;
            if (own->takes_value) {
                auto given = value();
                if (!given)
                    return given.error();
                text = *given;
            }
            out.extra.emplace_back(flag.name, text);
        } else {
            const auto* key = find_key(keys, flag.name);
            if (!key)
                return fail(FailureKind::unknown_field, flag.name,
                            std::format("no such flag: --{}", flag.name));
            if (std::holds_alternative<bool*>(key->value)) {
                settings.emplace_back(key->name, flag.value.value_or("true"));
            } else {
                auto given = value();
                if (!given)
                    return given.error();
                settings.emplace_back(key->name, *given);
            }
        }
    }
    if (out.command.empty())
        out.command = "serve";
    if (!out.config_file.empty()) {
        auto text = read_file(out.config_file);
        if (!text)
            return text.error();
        auto config = parse_toml(*text, out.config_file, out.config, sections);
        if (!config)
            return config.error();
        out.config = *config;
    }
    for (const auto& [key, text] : settings)
        if (auto set = set_option(out.config, key, text, sections); !set)
            return set.error();
    return out;
}

} // namespace chengyun::hub
