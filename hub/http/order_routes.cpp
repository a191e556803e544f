// /orders, /assignments and /supervisions.
#include "hub/http/routes.h"

#include "core/id/uuid.h"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <format>

namespace chengyun::hub {
namespace {

using drogon::Task;

struct Reason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (reason))
struct ReplyBody {
    std::string text;
    std::optional<Instant> done_at;
};
BOOST_DESCRIBE_STRUCT(ReplyBody, (), (text, done_at))
struct CloseBody {
    std::string outcome;
    std::optional<double> deduction;
};
BOOST_DESCRIBE_STRUCT(CloseBody, (), (outcome, deduction))

Task<Response> issue(Context& context, CallPtr call) {
    auto command = call->read<IssueOrder>();
    if (!command)
        co_return problem(command.error());
    // By the rules before the writer's time is taken.
    if (auto good = check(*command, context.config.orders.max_recipients); !good)
        co_return problem(good.error());
    co_return respond(co_await context.command(
        call->key, [&context, call, command = std::move(*command)](Transaction& tx) {
            return context.orders.issue(tx, call->account(), command);
        }));
}

Task<Response> list_orders(Context& context, CallPtr call) {
    OrderQuery query;
    if (const auto& state = call->query("state"); !state.empty())
        query.state = state;
    query.unit = call->query("unit");
    query.text = call->query("text");
    query.after = call->query("after");
    const auto limit = call->number("limit", 100, 1, 500);
    if (!limit)
        co_return problem(limit.error());
    query.limit = static_cast<std::size_t>(*limit);
    co_return respond(co_await context.query<std::string>([&context, call, query](Database& db) {
        return context.orders.list(db, call->account(), query);
    }));
}

Task<Response> detail(Context& context, CallPtr call) {
    co_return respond(co_await context.query<std::string>([&context, call](Database& db) {
        return context.orders.detail(db, call->account(), call->parameters[0]);
    }));
}

Task<Response> timeline(Context& context, CallPtr call) {
    co_return respond(co_await context.query<std::string>([&context, call](Database& db) {
        return context.orders.timeline(db, context.writer.kinds(), call->account(),
                                       call->parameters[0]);
    }));
}

Task<Response> withdraw(Context& context, CallPtr call) {
    auto body = call->read<Reason>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await context.command(call->key, [&context, call, body = *body](Transaction& tx) {
            return context.orders.withdraw(tx, call->account(), call->parameters[0], body.reason);
        }));
}

/// "request-return" in addresses is request_return in code.
std::optional<Act> act_of(std::string name) {
    if (name.find('_') != std::string::npos)
        return {};
    std::replace(name.begin(), name.end(), '-', '_');
    return json::enum_of<Act>(name);
}

/// A report shows what its writer brought, or may fetch anyway: naming the hash of another's photo
/// must not open it, and nothing may be named that is not there.
Result<> check_attachments(Context& context, Database& db, const Account& account,
                           const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto known = context.attachments.find(db, ids[i]);
        auto usable = known ? context.attachments.is_owner(db, ids[i], account.id, account.unit)
                            : Result<bool>(known.error());
        if (usable && !*usable)
            usable = context.orders.may_fetch(db, account, ids[i]);
        if (!usable && usable.error().kind != FailureKind::not_found)
            return usable.error();
        if (!usable || !*usable)
            return fail(FailureKind::invalid_field, std::format("attachments[{}]", i),
                        "no such attachment");
    }
    return {};
}

Task<Response> act(Context& context, CallPtr call) {
    const auto act = act_of(call->parameters[1]);
    if (!act)
        co_return problem(fail(FailureKind::not_found, {}, "no such act"));
    auto command = call->read<ActOnAssignment>();
    if (!command)
        co_return problem(command.error());
    if (auto good = check(*command); !good)
        co_return problem(good.error());
    co_return respond(co_await context.command(
        call->key,
        [&context, call, act = *act,
         command = std::move(*command)](Transaction& tx) -> Result<Answer> {
            if (auto good =
                    check_attachments(context, tx.database(), call->account(), command.attachments);
                !good)
                return good.error();
            return context.orders.act(tx, call->account(), call->parameters[0], act, command);
        }));
}

Task<Response> reply(Context& context, CallPtr call) {
    auto body = call->read<ReplyBody>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await context.command(call->key, [&context, call, body = *body](Transaction& tx) {
            return context.orders.reply(tx, call->account(), call->parameters[0], body.text,
                                        body.done_at);
        }));
}

Task<Response> close(Context& context, CallPtr call) {
    auto body = call->read<CloseBody>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await context.command(call->key, [&context, call, body = *body](Transaction& tx) {
            return context.orders.close(tx, call->account(), call->parameters[0], body.outcome,
                                        body.deduction);
        }));
}

} // namespace

void add_order_routes(Router& router, Context& context) {
    const auto with = [&context](auto function) {
        return [&context, function](CallPtr call) { return function(context, std::move(call)); };
    };
    router.add({"POST", "/api/v1/orders", Access::command, Permission::issue_orders, with(issue)});
    router.add({"GET", "/api/v1/orders", Access::signed_in, {}, with(list_orders)});
    router.add({"GET", "/api/v1/orders/{id}", Access::signed_in, {}, with(detail)});
    router.add({"GET", "/api/v1/orders/{id}/timeline", Access::signed_in, {}, with(timeline)});
    router.add({"POST", "/api/v1/orders/{id}/withdraw", Access::command, Permission::act_for_centre,
                with(withdraw)});
    // Who may do which act is core's table (core/order/rules.h).
    router.add({"POST", "/api/v1/assignments/{id}/{act}", Access::command, {}, with(act)});
    router.add({"POST", "/api/v1/supervisions/{id}/reply", Access::command,
                Permission::act_for_unit, with(reply)});
    router.add({"POST", "/api/v1/supervisions/{id}/close", Access::command,
                Permission::act_for_centre, with(close)});
}

} // namespace chengyun::hub
