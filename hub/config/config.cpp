#include "hub/config/config.h"

#include "core/toml/toml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <format>
#include <optional>

#include <arpa/inet.h>

namespace chengyun::hub {
namespace {

std::string at(std::string_view name, const toml::source_region& where) {
    return std::format("{}:{}", name, where.begin.line);
}

Result<> read_value(bool& out, const toml::node& node, const std::string& place) {
    if (auto value = node.value_exact<bool>()) {
        out = *value;
        return {};
    }
    return fail(FailureKind::invalid_field, {}, place + ": expected true or false");
}
Result<> read_value(std::int64_t& out, const toml::node& node, const std::string& place) {
    if (auto value = node.value_exact<std::int64_t>()) {
        out = *value;
        return {};
    }
    return fail(FailureKind::invalid_field, {}, place + ": expected a whole number");
}
Result<> read_value(double& out, const toml::node& node, const std::string& place) {
    if (auto value = node.value<double>()) {
        out = *value;
        return {};
    }
    return fail(FailureKind::invalid_field, {}, place + ": expected a number");
}
Result<> read_value(std::string& out, const toml::node& node, const std::string& place) {
    if (auto value = node.value_exact<std::string>()) {
        out = *value;
        return {};
    }
    return fail(FailureKind::invalid_field, {}, place + ": expected text in quotes");
}

/// The keys of one section from its table. `inner`: what may stand in that table as sections of its
/// own.
Result<> read_section(Config& config, const Section& section, const toml::table& table,
                      std::string_view name, Sections inner) {
    const auto prefix = section.name.empty() ? std::string() : std::string(section.name) + ".";
    const auto members = section.members(config);
    for (const auto& [key, node] : table) {
        const auto path = prefix + std::string(key.str());
        const auto place = at(name, node.source()) + ": " + path;
        Result<> read;
        if (const auto below = std::ranges::find(inner, key.str(), &Section::name);
            below != inner.end() && !below->name.empty()) {
            const auto* part = node.as_table();
            read = part ? read_section(config, *below, *part, name, {})
                        : fail(FailureKind::invalid_field, {}, place + ": expected a section");
        } else if (const auto member = std::ranges::find(members, key.str(), &SectionMember::name);
                   member != members.end()) {
            read = std::visit([&](auto* value) { return read_value(*value, node, place); },
                              member->value);
        } else {
            return fail(FailureKind::unknown_field, path,
                        std::format("{}: no such key: {}", at(name, key.source()), path));
        }
        if (!read)
            return fail(read.error().kind, read.error().field.empty() ? path : read.error().field,
                        read.error().detail);
    }
    return {};
}

Result<> set_value(bool& out, std::string_view text) {
    if (text == "true" || text == "1" || text.empty())
        out = true;
    else if (text == "false" || text == "0")
        out = false;
    else
        return fail(FailureKind::invalid_field, {}, "expected true or false");
    return {};
}
template <class Number>
    requires(std::same_as<Number, std::int64_t> || std::same_as<Number, double>)
Result<> set_value(Number& out, std::string_view text) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size())
        return fail(FailureKind::invalid_field, {}, "expected a number");
    return {};
}
Result<> set_value(std::string& out, std::string_view text) {
    out = text;
    return {};
}

std::string toml_text(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += std::format("\\u{:04x}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out + "\"";
}

} // namespace

std::vector<Key> keys_of(Config& config, Sections sections) {
    std::vector<Key> out;
    for (const auto& section : sections) {
        const auto prefix = section.name.empty() ? std::string() : std::string(section.name) + ".";
        const auto members = section.members(config);
        for (const auto& setting : section.settings)
            for (const auto& [name, value] : members)
                if (name == setting.name)
                    out.push_back({prefix + std::string(name), setting, value});
    }
    return out;
}

std::string text_of(const SettingValue& value) {
    return std::visit(
        []<class T>(const T* of) {
            if constexpr (std::same_as<T, std::string>)
                return toml_text(*of);
            else if constexpr (std::same_as<T, double>)
                return std::format("{:.17g}", *of);
            else
                return std::format("{}", *of);
        },
        value);
}

Result<Config> parse_toml(std::string_view text, std::string_view name, Config base,
                          Sections sections) {
    const auto table = read_toml(text, name);
    if (!table)
        return table.error();
    const auto top = std::ranges::find(sections, std::string_view(), &Section::name);
    if (top == sections.end())
        return fail(FailureKind::internal, {}, "no section for the keys above all sections");
    if (auto read = read_section(base, *top, *table, name, sections); !read)
        return read.error();
    return base;
}

Result<> set_option(Config& config, std::string_view key, std::string_view value,
                    Sections sections) {
    const auto keys = keys_of(config, sections);
    const auto found = std::ranges::find(keys, key, &Key::name);
    if (found == keys.end())
        return fail(FailureKind::unknown_field, std::string(key),
                    std::format("no such key: {}", key));
    auto set = std::visit([&](auto* member) { return set_value(*member, value); }, found->value);
    if (!set)
        return fail(FailureKind::invalid_field, std::string(key),
                    std::format("--{}: {}", key, set.error().detail));
    return {};
}

std::string to_toml(const Config& config, Sections sections) {
    auto copy = config; // its members are asked for to be written
    std::string out;
    for (const auto& section : sections) {
        if (!section.name.empty())
            out += std::format("\n[{}]\n", section.name);
        for (const auto& [name, value] : section.members(copy))
            out += std::format("{} = {}\n", name, text_of(value));
    }
    return out;
}

Result<Endpoint> parse_endpoint(std::string_view text) {
    const auto wrong = [&] {
        return fail(
            FailureKind::invalid_field, "http.listen",
            std::format("{}: expected address:port, such as 127.0.0.1:8460 or [::1]:8460", text));
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return wrong();
    auto address = text.substr(0, colon);
    const auto port = text.substr(colon + 1);
    Endpoint out;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
    if (port.empty() || error != std::errc{} || end != port.data() + port.size())
        return wrong();
    const bool bracketed = address.starts_with('[') && address.ends_with(']');
    if (bracketed)
        address = address.substr(1, address.size() - 2);
    if (address.empty() || (!bracketed && address.find(':') != std::string_view::npos))
        return wrong();
    out.address = address;
    return out;
}

std::optional<std::string> plain_address(const std::string& text) {
    std::array<char, INET6_ADDRSTRLEN> plain{};
    in_addr four{};
    in6_addr six{};
    if (inet_pton(AF_INET, text.c_str(), &four) == 1)
        return inet_ntop(AF_INET, &four, plain.data(), plain.size());
    if (inet_pton(AF_INET6, text.c_str(), &six) != 1)
        return std::nullopt;
    if (IN6_IS_ADDR_V4MAPPED(&six)) // how a socket for both families writes IPv4
        return inet_ntop(AF_INET, &six.s6_addr[12], plain.data(), plain.size());
    return inet_ntop(AF_INET6, &six, plain.data(), plain.size());
}

Result<> check(const Config& config, Sections sections) {
    auto copy = config;
    for (const auto& key : keys_of(copy, sections)) {
        auto* const* number = std::get_if<std::int64_t*>(&key.value);
        const auto& [name, help, low, high, alias] = key.setting;
        if (number && (low != 0 || high != 0) && (**number < low || **number > high))
            return fail(FailureKind::invalid_field, key.name,
                        std::format("{} = {}: must be {} … {}", key.name, **number, low, high));
    }
    for (const auto& section : sections)
        if (section.check)
            if (auto good = section.check(config); !good)
                return good;
    return {};
}

std::string settings_document(Sections sections) {
    Config defaults;
    std::string out = "# Settings\n\n"
                      "Made from what the hub's parts declare (`hub/config/settings.h`); "
                      "`tests/hub/config` compares it with them.\n"
                      "A key stands in the file that `--config` names, or is a flag: "
                      "`[http] listen = \"…\"` is `--http.listen …`.\n\n"
                      "| key | default | range | |\n|---|---|---|---|\n";
    for (const auto& key : keys_of(defaults, sections)) {
        const auto& setting = key.setting;
        const auto range = setting.low == 0 && setting.high == 0
                               ? std::string()
                               : std::format("{} … {}", setting.low, setting.high);
        const auto flag =
            setting.alias.empty() ? std::string() : std::format(" (`--{}`)", setting.alias);
        out += std::format("| `{}`{} | `{}` | {} | {} |\n", key.name, flag, text_of(key.value),
                           range, setting.help);
    }
    return out;
}

} // namespace chengyun::hub
