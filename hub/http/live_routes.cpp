// /live: values of the live lane from those who bring them.
#include "core/json/codec.h"
#include "hub/http/routes.h"

namespace chengyun::hub {
namespace {

drogon::Task<Response> publish(Context& context, CallPtr call) {
    const auto published = co_await context.later<Published>([&context, call](auto done) {
        context.live->publish(call->parameters[0], call->account(), std::string(call->body()),
                              std::move(done));
    });
    if (!published)
        co_return problem(published.error());
    co_return Response{200, json::write(*published)};
}

} // namespace

void add_live_routes(Router& router) {
    auto& context = router.context();
    // Not a command: the latest value wins, so what comes twice does no harm, and nothing is kept.
    router
        .add({"POST", "/api/v1/live/{topic}", Access::signed_in, Permission::publish_live,
              [&context](CallPtr call) { return publish(context, std::move(call)); }})
        .says("Says values of a topic (\"positions\") that are true now; nothing is kept "
              "(docs/api.md, Live)")
        .takes<PublishLive>()
        .answers<Published>();

    const auto figure = [&context](auto member) {
        return [&context, member] {
            return context.live ? static_cast<double>(context.live->figures().*member) : 0.0;
        };
    };
    auto& metrics = context.metrics;
    metrics.add(
        {"chengyun_live_values", "Values of the live lane.", false, figure(&LiveFigures::values)});
    metrics.add({"chengyun_live_watches", "Watches of the live lane.", false,
                 figure(&LiveFigures::watches)});
    metrics.add({"chengyun_live_batches_total", "Batches of live values sent to seats.", true,
                 figure(&LiveFigures::batches)});
    metrics.add({"chengyun_live_batches_missed_total",
                 "Batches not made because the seat had not read the one before.", true,
                 figure(&LiveFigures::missed)});
    metrics.add(
        {"chengyun_live_told_total", "Values in batches.", true, figure(&LiveFigures::told)});
    metrics.add({"chengyun_live_slow_total",
                 "Seats ended because they had not read a batch for too long.", true,
                 figure(&LiveFigures::slow)});
}

} // namespace chengyun::hub
