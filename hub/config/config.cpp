// The TOML file and the table of keys are both read off the described structs of config.h, so a key
// exists exactly when its member does.
#include "hub/config/config.h"

#include "core/toml/toml.h"
#include "hub/config/origin.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <charconv>
#include <concepts>
#include <format>
#include <optional>
#include <type_traits>

#include <arpa/inet.h>

namespace chengyun::hub {
namespace {

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
template <class T>
concept Section = boost::describe::has_describe_members<T>::value;

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

template <Section T>
Result<> read_section(T& out, const toml::table& table, std::string_view name,
                      const std::string& prefix) {
    for (const auto& [key, node] : table) {
        const std::string path = prefix + std::string(key.str());
        bool known = false;
        std::optional<Failure> failure;
        boost::mp11::mp_for_each<Members<T>>([&](auto d) {
            if (known || key.str() != d.name)
                return;
            known = true;
            auto& member = out.*d.pointer;
            const std::string place = at(name, node.source()) + ": " + path;
            Result<> read;
            if constexpr (Section<std::remove_cvref_t<decltype(member)>>) {
                if (const auto* inner = node.as_table())
                    read = read_section(member, *inner, name, path + ".");
                else
                    read = fail(FailureKind::invalid_field, {}, place + ": expected a section");
            } else {
                read = read_value(member, node, place);
            }
            if (!read) {
                failure = read.error();
                if (failure->field.empty())
                    failure->field = path;
            }
        });
        if (failure)
            return *failure;
        if (!known)
            return fail(FailureKind::unknown_field, path,
                        std::format("{}: no such key: {}", at(name, key.source()), path));
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

template <Section T>
Result<> set_in(T& out, std::string_view key, std::string_view value, std::string_view whole) {
    const auto dot = key.find('.');
    const auto head = key.substr(0, dot);
    std::optional<Result<>> done;
    boost::mp11::mp_for_each<Members<T>>([&](auto d) {
        if (done || head != d.name)
            return;
        auto& member = out.*d.pointer;
        if constexpr (Section<std::remove_cvref_t<decltype(member)>>) {
            if (dot != std::string_view::npos)
                done = set_in(member, key.substr(dot + 1), value, whole);
        } else if (dot == std::string_view::npos) {
            done = set_value(member, value);
            if (!*done)
                done = fail(FailureKind::invalid_field, std::string(whole),
                            std::format("--{}: {}", whole, done->error().detail));
        }
    });
    if (done)
        return *done;
    return fail(FailureKind::unknown_field, std::string(whole),
                std::format("no such key: {}", whole));
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

template <Section T>
void write_section(const T& section, const std::string& prefix, std::string& out) {
    boost::mp11::mp_for_each<Members<T>>([&](auto d) {
        const auto& member = section.*d.pointer;
        using M = std::remove_cvref_t<decltype(member)>;
        if constexpr (std::same_as<M, std::string>)
            out += std::format("{} = {}\n", d.name, toml_text(member));
        else if constexpr (std::same_as<M, double>)
            out += std::format("{} = {:.17g}\n", d.name, member);
        else if constexpr (!Section<M>)
            out += std::format("{} = {}\n", d.name, member);
    });
    boost::mp11::mp_for_each<Members<T>>([&](auto d) {
        const auto& member = section.*d.pointer;
        if constexpr (Section<std::remove_cvref_t<decltype(member)>>) {
            out += std::format("\n[{}{}]\n", prefix, d.name);
            write_section(member, prefix + d.name + ".", out);
        }
    });
}

Result<> in_range(std::string_view key, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (value >= low && value <= high)
        return {};
    return fail(FailureKind::invalid_field, std::string(key),
                std::format("{} = {}: must be {} … {}", key, value, low, high));
}

} // namespace

Result<Config> parse_toml(std::string_view text, std::string_view name, Config base) {
    const auto table = read_toml(text, name);
    if (!table)
        return table.error();
    if (auto read = read_section(base, *table, name, {}); !read)
        return read.error();
    return base;
}

Result<> set_option(Config& config, std::string_view key, std::string_view value) {
    return set_in(config, key, value, key);
}

std::string to_toml(const Config& config) {
    std::string out;
    write_section(config, {}, out);
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

Result<> check(const Config& c) {
    if (auto endpoint = parse_endpoint(c.http.listen); !endpoint)
        return endpoint.error();
    if (c.data_dir.empty())
        return fail(FailureKind::invalid_field, "data_dir", "data_dir must not be empty");
    if (!c.http.public_url.empty() && !site_of(c.http.public_url))
        return fail(FailureKind::invalid_field, "http.public_url",
                    "http.public_url must be an address without a path, such as "
                    "https://hall.example");
    if (!c.http.proxy.empty() && !plain_address(c.http.proxy))
        return fail(FailureKind::invalid_field, "http.proxy",
                    "http.proxy must be an IP address, such as 127.0.0.1");
    if (c.http.certificate.empty() != c.http.key.empty())
        return fail(FailureKind::invalid_field, "http.key",
                    "http.certificate and http.key belong together");
    if (!c.data.empty() && !c.demo)
        return fail(FailureKind::invalid_field, "data", "data is for demo only; see import");
    if (c.log.level != "debug" && c.log.level != "info" && c.log.level != "warning" &&
        c.log.level != "error")
        return fail(FailureKind::invalid_field, "log.level",
                    "log.level must be debug, info, warning or error");
    const struct {
        std::string_view key;
        std::int64_t value, low, high;
    } ranges[] = {
        {"http.threads", c.http.threads, 1, 64},
        {"http.readers", c.http.readers, 1, 64},
        {"http.max_connections", c.http.max_connections, 1, 1'000'000},
        {"http.max_connections_per_address", c.http.max_connections_per_address, 1, 1'000'000},
        {"http.idle_seconds", c.http.idle_seconds, 5, 3600},
        {"http.request_seconds", c.http.request_seconds, 1, 3600},
        {"http.max_body_bytes", c.http.max_body_bytes, 1024, 64 << 20},
        {"http.max_header_bytes", c.http.max_header_bytes, 1024, 65536},
        {"http.max_waiting", c.http.max_waiting, 1, 1'000'000},
        {"http.drain_seconds", c.http.drain_seconds, 1, 300},
        {"accounts.session_hours", c.accounts.session_hours, 1, 24 * 31},
        {"accounts.session_idle_minutes", c.accounts.session_idle_minutes, 1, 60 * 24 * 31},
        {"accounts.field_session_hours", c.accounts.field_session_hours, 1, 24 * 31},
        {"accounts.link_minutes", c.accounts.link_minutes, 1, 60 * 24 * 7},
        {"accounts.lock_after", c.accounts.lock_after, 1, 1000},
        {"accounts.lock_after_address", c.accounts.lock_after_address, 1, 100000},
        {"accounts.lock_seconds", c.accounts.lock_seconds, 1, 86400},
        {"accounts.lock_max_seconds", c.accounts.lock_max_seconds, c.accounts.lock_seconds, 604800},
        {"accounts.min_password", c.accounts.min_password, 8, 128},
        {"accounts.hash_threads", c.accounts.hash_threads, 1, 16},
        {"accounts.hash_memory_mib", c.accounts.hash_memory_mib, 19, 4096},
        {"accounts.hash_passes", c.accounts.hash_passes, 1, 20},
        {"stream.catch_up_entries", c.stream.catch_up_entries, 0, 10'000'000},
        {"stream.backlog_bytes", c.stream.backlog_bytes, 64 << 10, 1 << 30},
        {"stream.ping_seconds", c.stream.ping_seconds, 1, 600},
        {"stream.max_seats", c.stream.max_seats, 1, 1'000'000},
        {"attachments.max_bytes", c.attachments.max_bytes, 1024, 1 << 30},
        {"attachments.quota_mib", c.attachments.quota_mib, 1, 1 << 30},
        {"attachments.account_quota_mib", c.attachments.account_quota_mib, 1, 1 << 30},
        {"attachments.unnamed_days", c.attachments.unnamed_days, 1, 3650},
        {"orders.max_returns", c.orders.max_returns, 0, 100},
        {"orders.max_recipients", c.orders.max_recipients, 1, 10000},
        {"orders.due_soon_percent", c.orders.due_soon_percent, 0, 100},
        {"orders.supervise_after_minutes", c.orders.supervise_after_minutes, 1, 100000},
        {"orders.circulate_after_minutes", c.orders.circulate_after_minutes, 1, 100000},
        {"orders.supervision_reply_minutes", c.orders.supervision_reply_minutes, 1, 100000},
        // Not less than a week: a phone may lie in a car over a holiday with a report in it.
        {"store.keep_answers_days", c.store.keep_answers_days, 7, 3650},
    };
    for (const auto& range : ranges)
        if (auto fits = in_range(range.key, range.value, range.low, range.high); !fits)
            return fits;
    return {};
}

} // namespace chengyun::hub
