// /healthz, /readyz and /metrics.
#include "hub/http/routes.h"

#include "hub/config/guard.h"
#include "hub/journal/journal.h"

#include <atomic>
#include <chrono>
#include <memory>

#include <unistd.h>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// The process answers.
Task<Response> health(Context&, CallPtr) {
    co_return Response{200, "ok\n", "text/plain"};
}

using SteadyClock = std::chrono::steady_clock;

/// How often at most readiness costs a write: anybody may ask, as often as they like.
constexpr auto write_every = std::chrono::seconds(3);

struct Probe {
    std::atomic<SteadyClock::time_point> wrote{SteadyClock::time_point{}}; ///< last successful one
};

/// It can do its work: the writer commits, the disk takes what it writes. What is wrong stands in
/// the answer.
Task<Response> ready(Context& context, std::shared_ptr<Probe> probe) {
    if (context.writer.waiting() > static_cast<std::size_t>(context.config.http.max_waiting))
        co_return Response{503, "the writer is behind\n", "text/plain"};
    if (::access(context.config.data_dir.c_str(), W_OK) != 0)
        co_return Response{503, "the data folder cannot be written\n", "text/plain"};
    const bool write = SteadyClock::now() - probe->wrote.load() >= write_every;
    auto committed = co_await context.later<Answer>([&context, write](auto done) {
        context.writer.submit(
            [write](Transaction& tx) -> Result<Answer> {
                if (write)
                    if (auto done = rewrite_journal_end(tx.database()); !done)
                        return done.error();
                return Answer{204, {}};
            },
            std::move(done));
    });
    if (!committed)
        co_return Response{503, "the writer does not commit\n", "text/plain"};
    if (write)
        probe->wrote = SteadyClock::now();
    co_return Response{200, "ready\n", "text/plain"};
}

Task<Response> metrics(Context& context, CallPtr) {
    co_return Response{200, context.metrics.text(), "text/plain; version=0.0.4; charset=utf-8"};
}

} // namespace

void add_health_routes(Router& router) {
    auto& context = router.context();
    const auto with = [&context](auto function) {
        return [&context, function](CallPtr call) { return function(context, std::move(call)); };
    };
    router.add({"GET", "/healthz", Access::anybody, {}, with(health)})
        .says("The process answers")
        .answers_bytes();
    router
        .add({"GET",
              "/readyz",
              Access::anybody,
              {},
              [&context, probe = std::make_shared<Probe>()](const CallPtr&) {
                  return ready(context, probe);
              }})
        .says("The hub can do its work")
        .answers_bytes();
    router.add({"GET", "/metrics", Access::anybody, {}, with(metrics)})
        .says("Figures for Prometheus")
        .answers_bytes();

    auto& metrics_of = context.metrics;
    metrics_of.add({"chengyun_journal_head", "Number of the newest journal entry.", true,
                    [&context] { return static_cast<double>(context.writer.head()); }});
    metrics_of.add({"chengyun_commands_waiting", "Commands in the writer's queue.", false,
                    [&context] { return static_cast<double>(context.writer.waiting()); }});
    metrics_of.add({"chengyun_commits_total", "Durable commits.", true,
                    [&context] { return static_cast<double>(context.writer.counters().batches); }});
    metrics_of.add({"chengyun_commands_total", "Commands that ran.", true,
                    [&context] { return static_cast<double>(context.writer.counters().works); }});
    metrics_of.add({"chengyun_commands_refused_total", "Commands refused by a rule.", true,
                    [&context] { return static_cast<double>(context.writer.counters().refused); }});
    metrics_of.add(
        {"chengyun_commit_failures_total", "Commits that the disk did not take.", true,
         [&context] { return static_cast<double>(context.writer.counters().failures); }});
    metrics_of.add({"chengyun_exceptions_total",
                    "Mistakes and lack of memory that failed one request.", true,
                    [] { return static_cast<double>(exceptions_stopped()); }});
    const auto figure = [&context](auto member) {
        return [&context, member] {
            return context.feed ? static_cast<double>(context.feed->figures().*member) : 0.0;
        };
    };
    metrics_of.add({"chengyun_seats", "Open streams.", false, figure(&FeedFigures::seats)});
    metrics_of.add({"chengyun_stream_position", "Journal position of the live seats.", true,
                    figure(&FeedFigures::flushed)});
    metrics_of.add({"chengyun_stream_frames_total", "Frames sent to seats.", true,
                    figure(&FeedFigures::frames)});
    metrics_of.add({"chengyun_seats_dropped_total", "Seats dropped because they did not read.",
                    true, figure(&FeedFigures::dropped)});
}

} // namespace chengyun::hub
