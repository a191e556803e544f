#include "hub/http/server.h"

#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/config/origin.h"
#include "hub/http/door.h"
#include "hub/http/routes.h"
#include "hub/http/send_at_once.h"
#include "hub/http/stream_frames.h"
#include "hub/http/stream_socket.h"
#include "hub/http/to_drogon.h"
#include "hub/store/database.h"

#include <drogon/HttpAppFramework.h>
#include <trantor/utils/Logger.h>
#include <trantor/utils/Utilities.h>

#include <algorithm>
#include <csignal>
#include <format>
#include <iterator>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace chengyun::hub {
namespace {

using SteadyClock = std::chrono::steady_clock;

/// Drogon ends the process when it cannot bind; trying first gives a Result instead.
Result<> can_bind(const Endpoint& endpoint) {
    const bool v6 = endpoint.address.find(':') != std::string::npos;
    sockaddr_storage storage{};
    socklen_t size = 0;
    if (v6) {
        auto& address = reinterpret_cast<sockaddr_in6&>(storage);
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(endpoint.port);
        if (::inet_pton(AF_INET6, endpoint.address.c_str(), &address.sin6_addr) != 1)
            return fail(FailureKind::invalid_field, "http.listen", "not an address");
        size = sizeof address;
    } else {
        auto& address = reinterpret_cast<sockaddr_in&>(storage);
        address.sin_family = AF_INET;
        address.sin_port = htons(endpoint.port);
        if (::inet_pton(AF_INET, endpoint.address.c_str(), &address.sin_addr) != 1)
            return fail(FailureKind::invalid_field, "http.listen",
                        endpoint.address + ": not an IP address");
        size = sizeof address;
    }
    const int fd = ::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return fail(FailureKind::unavailable, "http.listen", "no socket");
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const bool bound =
        ::bind(fd, reinterpret_cast<const sockaddr*>(&storage), size) == 0 && ::listen(fd, 1) == 0;
    const int reason = errno;
    ::close(fd);
    if (!bound)
        return fail(FailureKind::unavailable, "http.listen",
                    std::format("{} port {}: {}", endpoint.address, endpoint.port,
                                std::generic_category().message(reason)));
    return {};
}

/// What the server library answers by itself, once it has a request.
FailureKind kind_of(drogon::HttpStatusCode code) {
    switch (code) {
    case drogon::k403Forbidden:
        return FailureKind::forbidden;
    case drogon::k404NotFound:
        return FailureKind::not_found;
    case drogon::k405MethodNotAllowed:
        return FailureKind::wrong_method;
    case drogon::k413RequestEntityTooLarge:
        return FailureKind::too_large;
    case drogon::k415UnsupportedMediaType:
        return FailureKind::wrong_type;
    default:
        return code < drogon::k500InternalServerError ? FailureKind::malformed
                                                      : FailureKind::internal;
    }
}

void trantor_line(const char* text, std::uint64_t length) {
    std::string_view line(text, length);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    log(LogLevel::warning, "drogon", "message", {{"text", line}});
}

} // namespace

struct Server::Impl {
    Impl(Context& c, CapabilityList all) : context(c), capabilities(all), router(c), door(c) {}

    Context& context;
    CapabilityList capabilities;
    Router router;
    Door door;
    std::unique_ptr<Loops> loops;
    std::unique_ptr<ReaderPool> pool;
    std::unique_ptr<Feed> feed;
    std::unique_ptr<LiveLane> live;
    std::atomic<Feed*> feed_of_observer{nullptr};
    std::thread signals;
    std::atomic<bool> is_started{false};

    void configure() {
        const auto& config = context.config;
        auto& app = drogon::app();
        trantor::Logger::setOutputFunction(trantor_line, [] {});
        trantor::Logger::setLogLevel(trantor::Logger::kWarn);
        const auto endpoint = parse_endpoint(config.http.listen);
        const bool tls = !config.http.certificate.empty();
        app.addListener(endpoint->address, endpoint->port, tls, config.http.certificate,
                        config.http.key);
        app.setThreadNum(static_cast<std::size_t>(config.http.threads));
        app.disableSigtermHandling();
        const auto largest = router.largest_body();
        door.configure(largest);
        app.setIdleConnectionTimeout(static_cast<std::size_t>(config.http.idle_seconds));
        app.setClientMaxBodySize(static_cast<std::size_t>(largest));
        app.setClientMaxMemoryBodySize(
            static_cast<std::size_t>(std::min<std::int64_t>(largest, 1 << 20)));
        app.setClientMaxWebSocketMessageSize(max_stream_message);
        app.setUploadPath(config.data_dir + "/receiving");
        app.setDocumentRoot(config.data_dir + "/receiving");
        app.enableServerHeader(false);
        app.enableGzip(false);
        app.enableBrotli(false);
        app.setCustomErrorHandler([](drogon::HttpStatusCode code) {
            return to_drogon(problem(fail(kind_of(code)), std::max(400, static_cast<int>(code))),
                             "/api/");
        });
        app.setExceptionHandler([](const std::exception& error, const drogon::HttpRequestPtr&,
                                   std::function<void(const drogon::HttpResponsePtr&)>&& send) {
            log(LogLevel::error, "http", "exception", {{"what", std::string_view(error.what())}});
            send(to_drogon(problem(fail(FailureKind::internal)), "/api/"));
        });
        app.registerFilter(std::make_shared<StreamGate>(context, router));
        app.registerController(std::make_shared<StreamSocket>(context));
        app.registerPreRoutingAdvice([this](const drogon::HttpRequestPtr& request,
                                            drogon::AdviceCallback&& send,
                                            drogon::AdviceChainCallback&& go_on) {
            if (auto fit = guarded("http", [&] { return door.admit(request); }); !fit)
                return router.refuse(request, fit.error(), send);
            if (request->path() == "/api/v1/stream" && !request->getHeader("upgrade").empty())
                return go_on();
            router.serve(request, std::move(send));
        });
        app.registerPreSendingAdvice(
            [](const drogon::HttpRequestPtr&, const drogon::HttpResponsePtr& response) {
                close_if_said(response);
            });
    }

    [[nodiscard]] std::vector<LiveTopic> live_topics() {
        const ReadJob read = [this](std::function<void(Result<Database*>)> job) {
            if (!pool->post(job))
                job(fail(FailureKind::too_many, {}, "too many queries wait"));
        };
        std::vector<LiveTopic> out;
        for (const auto& capability : capabilities)
            std::ranges::move(capability->live_topics(read), std::back_inserter(out));
        return out;
    }

    /// On the main loop, once everything is bound and the IO loops run.
    void started(const std::function<void(const std::string&)>& listening) {
        auto& app = drogon::app();
        std::vector<trantor::EventLoop*> io;
        for (std::size_t i = 0; i < app.getThreadNum(); ++i)
            io.push_back(app.getIOLoop(i));
        loops = std::make_unique<Loops>(io);
        context.loops = loops.get();
        std::vector<Lane> lanes;
        for (std::size_t i = 0; i < loops->size(); ++i)
            lanes.push_back(
                [box = &loops->at(i)](std::function<void()> job) { box->post(std::move(job)); });
        feed = std::make_unique<Feed>(context.readers, context.writer.kinds(),
                                      context.config.stream, context.writer.end(), lanes);
        context.feed = feed.get();
        live = std::make_unique<LiveLane>(live_topics(), std::move(lanes));
        context.live = live.get();
        feed_of_observer = feed.get();
        feed->begin(context.writer.end());
        context.sessions.on_ended(
            [f = feed.get()](const auto& sessions) { f->end_sessions(sessions); });
        app.getLoop()->runEvery(
            60.0, [this] { guarded_job("http", [this] { context.sessions.sweep(); }); });
        door.open();

        if (!are_frames_checked())
            log(LogLevel::error, "http", "this Drogon reads the frames of streams unchecked");
        const auto bound = app.getListeners().front();
        const auto port = bound.toPort();
        if (send_at_once(port) == 0)
            log(LogLevel::warning, "http", "frames may be held back by the network",
                {{"port", std::int64_t{port}}});
        const auto ip = bound.toIp();
        const bool v6 = ip.find(':') != std::string::npos;
        const bool tls = !context.config.http.certificate.empty();
        const auto address =
            std::format("{}://{}:{}", tls ? "https" : "http", v6 ? "[" + ip + "]" : ip, port);
        // Before anybody is let in, and never again: requests read it.
        const auto outside = origin_of(context.config.http.public_url);
        context.address = outside ? text_of(*outside) : address;
        context.draining = false;
        is_started = true;
        is_started.notify_all();
        listening(address);
    }

    /// The thread that waits for a signal, and then sees the hub out.
    void wait_for_signal() {
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, SIGTERM);
        sigaddset(&set, SIGINT);
        sigaddset(&set, SIGUSR2); // stop() from within
        int signal = 0;
        while (sigwait(&set, &signal) != 0) {
        }
        // One that came during start-up waits until there is something to end.
        is_started.wait(false);
        log(LogLevel::info, "http", "stopping", {{"signal", std::int64_t{signal}}});
        context.draining = true;
        const auto deadline =
            SteadyClock::now() + std::chrono::seconds(context.config.http.drain_seconds);
        while (router.running() > 0 && SteadyClock::now() < deadline)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        feed->stop();
        live->stop();
        // One turn of the loops for the closing frames and the last answers.
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        // Passwords, commands and queries that are still under way answer nobody.
        loops->close();
        drogon::app().quit();
    }
};

Result<> can_serve(const HttpConfig& config) {
    if (!config.certificate.empty() && trantor::utils::tlsBackend() == "None")
        return fail(FailureKind::invalid_field, "http.certificate",
                    "http.certificate: the network library of this machine is built without TLS; "
                    "put a proxy in front, see security.md");
    return {};
}

Server::Server(Context& context, CapabilityList capabilities)
    : impl_(std::make_unique<Impl>(context, capabilities)) {
    add_all_routes(impl_->router, capabilities);
}

Server::~Server() = default;

const Router& Server::router() const {
    return impl_->router;
}

Result<> Server::run(std::function<void(const std::string& bound)> listening) {
    auto& context = impl_->context;
    auto endpoint = parse_endpoint(context.config.http.listen);
    if (!endpoint)
        return endpoint.error();
    if (auto free = can_bind(*endpoint); !free)
        return free;
    impl_->pool = std::make_unique<ReaderPool>(
        context.readers, static_cast<std::size_t>(context.config.http.readers));
    context.pool = impl_->pool.get();
    // Observers are never removed; this one outlives the feed it talks to.
    context.writer.observe([impl = impl_.get()](const std::vector<StoredEntryPtr>& entries) {
        if (auto* feed = impl->feed_of_observer.load())
            feed->committed(entries);
    });
    context.draining = true; // until the loops and the feed are there
    impl_->configure();
    impl_->signals = std::thread([impl = impl_.get()] { impl->wait_for_signal(); });
    drogon::app().registerBeginningAdvice([impl = impl_.get(), listening = std::move(listening)] {
        // The listeners are bound when the loop first turns.
        drogon::app().getLoop()->queueInLoop([impl, listening] { impl->started(listening); });
    });
    drogon::app().run();
    impl_->signals.join();
    impl_->pool->stop();
    return {};
}

void Server::stop() {
    ::kill(::getpid(), SIGUSR2);
}

} // namespace chengyun::hub
