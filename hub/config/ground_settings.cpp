// The settings of the server and the store.
#include "hub/config/config.h"
#include "hub/config/origin.h"

namespace chengyun::hub {
namespace {

Result<> check_top(const Config& c) {
    if (c.data_dir.empty())
        return fail(FailureKind::invalid_field, "data_dir", "data_dir must not be empty");
    if (!c.data.empty() && !c.demo)
        return fail(FailureKind::invalid_field, "data", "data is for demo only; see import");
    return {};
}

Result<> check_http(const Config& c) {
    if (auto endpoint = parse_endpoint(c.http.listen); !endpoint)
        return endpoint.error();
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
    return {};
}

Result<> check_log(const Config& c) {
    for (const auto* level : {"debug", "info", "warning", "error"})
        if (c.log.level == level)
            return {};
    return fail(FailureKind::invalid_field, "log.level",
                "log.level must be debug, info, warning or error");
}

std::vector<SectionMember> top_members(Config& c) {
    return {{"data_dir", &c.data_dir},
            {"demo", &c.demo},
            {"data", &c.data},
            {"demo_cameras", &c.demo_cameras}};
}

} // namespace

std::vector<Section> ground_settings() {
    return {
        {"",
         {
             {"data_dir", "folder of the database, attachments and secrets", 0, 0, "data-dir"},
             {"demo", "demonstration district and random accounts in an empty data folder"},
             {"data", "with --demo: folder of real data to import as well at the first start"},
             {"demo_cameras", "with --demo: RTSP address the cameras are under", 0, 0,
              "demo-cameras"},
         },
         top_members,
         check_top},
        {"http",
         {
             {"listen", "address:port; port 0 takes a free one", 0, 0, "listen"},
             {"public_url",
              "how phones reach the hub: for one-time links, and whose pages may have the stream",
              0, 0, "public-url"},
             {"proxy", "address of a proxy in front, whose X-Forwarded-For is believed"},
             {"certificate", "PEM certificate chain; with http.key: HTTPS"},
             {"key", "PEM private key"},
             {"threads", "IO loops", 1, 64},
             {"readers", "threads that query the store", 1, 64},
             {"max_connections", "open connections; beyond it the oldest without a session go", 1,
              1'000'000},
             {"max_connections_per_address", "open connections from one address", 1, 1'000'000},
             {"idle_seconds", "a silent connection is closed after this", 5, 3600},
             {"request_seconds", "for a whole request to come; 1 s more for each KiB of it", 1,
              3600},
             {"max_body_bytes", "body of any request but attachments", 1024, 64 << 20},
             {"max_header_bytes", "request line and headers", 1024, 65536},
             {"max_waiting", "commands queued before new ones are refused", 1, 1'000'000},
             {"drain_seconds", "longest wait for running commands at SIGTERM", 1, 300},
         },
         [](Config& c) { return members_of(c.http); },
         check_http},
        {"stream",
         {
             {"catch_up_entries", "journal entries a seat may catch up before it reloads", 0,
              10'000'000},
             {"backlog_bytes", "what a seat may leave unread before it is dropped", 64 << 10,
              1 << 30},
             {"ping_seconds", "between pings to a silent seat", 1, 600},
             {"max_seats", "open streams in all", 1, 1'000'000},
         },
         [](Config& c) { return members_of(c.stream); }},
        {"store",
         {
             // Not less than a week: a phone may lie in a car over a holiday with a report in it.
             {"keep_answers_days", "how long a command may be repeated; older are refused", 7,
              3650},
         },
         [](Config& c) { return members_of(c.store); }},
        {"log",
         {
             {"level", "debug, info, warning or error"},
             {"requests", "one line for each request"},
         },
         [](Config& c) { return members_of(c.log); },
         check_log},
    };
}

} // namespace chengyun::hub
