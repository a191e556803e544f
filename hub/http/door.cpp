#include "hub/http/door.h"

#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/http/client_address.h"
#include "hub/http/framing.h"
#include "hub/http/response.h"

#include <drogon/HttpAppFramework.h>

#include <algorithm>
#include <format>

namespace chengyun::hub {
namespace {

/// Files that are no connections: the database's, logs, attachments that are being sent.
constexpr std::size_t other_files = 512;

/// Connections beyond the limit, for the moment in which room is made.
std::size_t beyond(std::size_t most) {
    return most / 8 + 64;
}

std::string too_slow() {
    const auto answer = problem(fail(FailureKind::expired, {}, "the request took too long"), 408);
    return std::format("HTTP/1.1 408 Request Timeout\r\ncontent-type: {}\r\n"
                       "content-length: {}\r\nconnection: close\r\n\r\n{}",
                       answer.type, answer.body.size(), answer.body);
}

} // namespace

void Door::configure(std::int64_t largest) {
    const auto& config = context_.config;
    auto& app = drogon::app();
    auto most = static_cast<std::size_t>(config.http.max_connections);
    const auto files = allow_open_files(most + beyond(most) + other_files);
    if (files < most + beyond(most) + other_files) {
        most = files > 2 * other_files ? (files - other_files) * 4 / 5 : files / 4;
        log(LogLevel::warning, "http", "fewer connections than http.max_connections",
            {{"connections", static_cast<std::int64_t>(most)},
             {"open_files_allowed", static_cast<std::int64_t>(files)}});
    }
    app.setMaxConnectionNum(most + beyond(most));
    // A proxy's connections are everybody's: it has to count addresses itself (0: no limit here).
    app.setMaxConnectionNumPerIP(
        config.http.proxy.empty()
            ? static_cast<std::size_t>(config.http.max_connections_per_address)
            : 0);
    connections_.emplace(Connections::Limits{most,
                                             std::chrono::seconds(config.http.request_seconds),
                                             largest + largest / 8 + (1 << 20)},
                         [this] {
                             if (!look_is_due_.exchange(true))
                                 drogon::app().getLoop()->queueInLoop(
                                     [this] { guarded_job("http", [this] { look(); }); });
                         });
    context_.connections = &*connections_;
    app.registerNewConnectionAdvice(
        [this](const trantor::InetAddress& peer, const trantor::InetAddress& own) {
            if (context_.draining.load())
                return false;
            // One that is not in the table would never be ended: it is not let in.
            return guarded_job("http", [&] {
                connections_->opened(ends_of(peer.getSockAddr(), own.getSockAddr()),
                                     Connections::Clock::now());
            });
        });
}

void Door::open() {
    drogon::app().getLoop()->runEvery(1.0, [this] { guarded_job("http", [this] { look(); }); });
}

Result<> Door::admit(const drogon::HttpRequestPtr& request) {
    const auto ends = ends_of(request);
    if (!connections_->came(ends))
        return fail(FailureKind::malformed, {}, "a request before this one could not be read");
    auto fit = check_framing(request->headers(), request->version() >= drogon::Version::kHttp11);
    if (!fit)
        connections_->distrust(ends);
    return fit;
}

void Door::look() {
    look_is_due_ = false;
    // Over TLS a plain answer would be noise.
    static const std::string slow_answer =
        context_.config.http.certificate.empty() ? too_slow() : std::string();
    // The time first: what is accepted while the sockets are listed is not missed in the list.
    const auto now = Connections::Clock::now();
    const auto due = connections_->judge(connected_sockets(), now);
    if (due.empty())
        return;
    for (const auto& each : due)
        end_connection(each.socket, each.slow && each.began ? slow_answer : std::string_view());
    const auto slow = std::count_if(due.begin(), due.end(), [](const auto& d) { return d.slow; });
    log(LogLevel::warning, "http", "connections ended",
        {{"too_slow", static_cast<std::int64_t>(slow)},
         {"for_room", static_cast<std::int64_t>(due.size()) - slow},
         {"open", static_cast<std::int64_t>(connections_->size())}});
}

} // namespace chengyun::hub
