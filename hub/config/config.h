// Everything that can be set about a hub. One TOML file, and every key of it is also a flag:
// `[http] listen = "…"` is `--http.listen …`. Times are in the unit their name says.
#pragma once

#include "core/result.h"
#include "hub/config/settings.h"

#include <boost/describe/class.hpp>

#include <any>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

namespace chengyun::hub {

struct HttpConfig {
    std::string listen = "127.0.0.1:8460"; ///< address:port; port 0 takes a free one
    std::string public_url;                ///< how phones reach the hub, for links; empty: as bound
    std::string proxy;                     ///< address of the proxy in front of the hub, if any
    std::string certificate;               ///< PEM file; with `key` the hub speaks HTTPS
    std::string key;
    std::int64_t threads = 2; ///< IO loops
    std::int64_t readers = 2; ///< threads that query the store for answers
    std::int64_t max_connections = 10000;
    std::int64_t max_connections_per_address = 2000;
    std::int64_t idle_seconds = 75;
    std::int64_t request_seconds = 30;         ///< for a whole request; 1 s more for each KiB of it
    std::int64_t max_body_bytes = 1 << 20;     ///< of everything but attachments
    std::int64_t max_header_bytes = 16 * 1024; ///< request line and headers
    std::int64_t max_waiting = 20000;          ///< commands queued before 503
    std::int64_t drain_seconds = 10;
};
BOOST_DESCRIBE_STRUCT(HttpConfig, (),
                      (listen, public_url, proxy, certificate, key, threads, readers,
                       max_connections, max_connections_per_address, idle_seconds, request_seconds,
                       max_body_bytes, max_header_bytes, max_waiting, drain_seconds))

struct StreamConfig {
    std::int64_t catch_up_entries = 10000;
    std::int64_t backlog_bytes = 4 << 20; ///< unread by a seat before it is dropped
    std::int64_t ping_seconds = 20;
    std::int64_t max_seats = 5000;
};
BOOST_DESCRIBE_STRUCT(StreamConfig, (), (catch_up_entries, backlog_bytes, ping_seconds, max_seats))

struct StoreConfig {
    /// How long the answers of commands are kept for their repetitions; longer than anything waits
    /// in an outbox. Commands with older keys are refused.
    std::int64_t keep_answers_days = 30;
};
BOOST_DESCRIBE_STRUCT(StoreConfig, (), (keep_answers_days))

struct LogConfig {
    std::string level = "info"; ///< debug, info, warning, error
    bool requests = true;       ///< one line a request
};
BOOST_DESCRIBE_STRUCT(LogConfig, (), (level, requests))

/// All settings. It has the server's and the store's own; what a capability declares (its section,
/// hub/config/settings.h) is a part that is asked for by its type.
class Config {
public:
    std::string data_dir = "chengyun-data";
    bool demo = false;
    std::string data; ///< with demo: a folder of real data to import at the first start
    /// With demo: what the invented cameras' streams are under, "/N" follows.
    std::string demo_cameras = "rtsp://127.0.0.1:8554/demo";
    HttpConfig http{};
    StreamConfig stream{};
    StoreConfig store{};
    LogConfig log{};

    /// A capability's settings; the defaults where nobody has set any.
    template <class T>
    [[nodiscard]] T& of() {
        auto& part = parts_[typeid(T)];
        if (!part.has_value())
            part = T{};
        return *std::any_cast<T>(&part);
    }
    template <class T>
    [[nodiscard]] const T& of() const {
        static const T defaults{};
        const auto part = parts_.find(typeid(T));
        return part == parts_.end() ? defaults : *std::any_cast<T>(&part->second);
    }

private:
    std::map<std::type_index, std::any> parts_;
};

/// Declares a capability's part of the settings. `check`: what its values must satisfy beyond their
/// ranges.
template <class T>
[[nodiscard]] Section section_of(std::string_view name, std::vector<Setting> settings,
                                 Result<> (*check)(const T&) = nullptr) {
    Section section{name, std::move(settings),
                    [](Config& config) { return members_of(config.of<T>()); }};
    if (check)
        section.check = [check](const Config& config) { return check(config.of<T>()); };
    return section;
}

/// The server's and the store's own sections, those without a name first.
[[nodiscard]] std::vector<Section> ground_settings();

/// What the command line says.
struct CommandLine {
    std::string command; ///< "serve" when none is given
    std::vector<std::string> operands;
    /// Flags that belong to a subcommand (`--force`, `--layer shelter`), name and value.
    std::vector<std::pair<std::string, std::string>> extra;
    bool check_config = false;
    bool help = false;
    std::string config_file;
    Config config;
};

/// A flag that only subcommands know.
struct ExtraFlag {
    std::string_view name;
    bool takes_value = false;
};

/// Reads the file that `--config` names, if any, then the flags, which win. Fails with
/// `unknown_field` for a key or flag nobody declared and `invalid_field` for an impossible value;
/// the detail says file and line, or the flag.
[[nodiscard]] Result<CommandLine> parse_command_line(std::span<const char* const> arguments,
                                                     std::span<const ExtraFlag> extra,
                                                     Sections sections);

/// The keys of `text` over `base`. `name` is what messages call the file.
[[nodiscard]] Result<Config> parse_toml(std::string_view text, std::string_view name, Config base,
                                        Sections sections);

/// One key, the value as text; for flags.
[[nodiscard]] Result<> set_option(Config& config, std::string_view key, std::string_view value,
                                  Sections sections);

/// What values must satisfy beyond their type: ranges, an address that parses, pairs that belong
/// together.
[[nodiscard]] Result<> check(const Config& config, Sections sections);

/// Every key with its value, as a TOML file that parses to the same.
[[nodiscard]] std::string to_toml(const Config& config, Sections sections);

/// "127.0.0.1:8460" or "[::1]:8460".
struct Endpoint {
    std::string address;
    std::uint16_t port = 0;
};
[[nodiscard]] Result<Endpoint> parse_endpoint(std::string_view text);

/// An IP address in the one form in which it is compared, IPv4 also where a socket for both
/// families writes it as IPv6; none when it is no address.
[[nodiscard]] std::optional<std::string> plain_address(const std::string& text);

} // namespace chengyun::hub
