// /orders, /assignments and /supervisions.
#include "hub/orders/orders_capability.h"

#include "core/id/uuid.h"
#include "hub/attachments/attachment_access.h"
#include "hub/http/router.h"

#include <boost/describe/class.hpp>

#include <algorithm>

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

// For the description: OrderService writes them.
struct OrderInList {
    Order order;
    std::vector<Assignment> assignments;
};
BOOST_DESCRIBE_STRUCT(OrderInList, (), (order, assignments))
struct OrderDetail {
    Order order;
    std::vector<Assignment> assignments;
    std::vector<Report> reports;
    std::vector<Supervision> supervisions;
};
BOOST_DESCRIBE_STRUCT(OrderDetail, (), (order, assignments, reports, supervisions))

/// Orders and what is done to them.
class OrderRoutes {
public:
    OrderRoutes(Context& http, OrderService& orders, const AttachmentAccess& attachments,
                const OrderPolicy& policy)
        : http_(http), orders_(orders), attachments_(attachments), policy_(policy) {}

    Task<Response> issue(CallPtr call);
    Task<Response> list_orders(CallPtr call);
    Task<Response> detail(CallPtr call);
    Task<Response> timeline(CallPtr call);
    Task<Response> withdraw(CallPtr call);
    Task<Response> attach(CallPtr call);
    Task<Response> act(CallPtr call);
    Task<Response> reply(CallPtr call);
    Task<Response> close(CallPtr call);

private:
    Context& http_;
    OrderService& orders_;
    const AttachmentAccess& attachments_;
    const OrderPolicy& policy_;
};

Task<Response> OrderRoutes::issue(CallPtr call) {
    auto command = call->read<IssueOrder>();
    if (!command)
        co_return problem(command.error());
    // By the rules before the writer's time is taken.
    if (auto good = check(*command, policy_.max_recipients); !good)
        co_return problem(good.error());
    co_return respond(co_await http_.command(
        call->key, [this, call, command = std::move(*command)](Transaction& tx) {
            return orders_.issue(tx, call->account(), command);
        }));
}

Task<Response> OrderRoutes::list_orders(CallPtr call) {
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
    co_return respond(co_await http_.query<std::string>(
        [this, call, query](Database& db) { return orders_.list(db, call->account(), query); }));
}

Task<Response> OrderRoutes::detail(CallPtr call) {
    co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
        return orders_.detail(db, call->account(), call->parameters[0]);
    }));
}

Task<Response> OrderRoutes::timeline(CallPtr call) {
    co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
        return orders_.timeline(db, http_.writer.kinds(), call->account(), call->parameters[0]);
    }));
}

Task<Response> OrderRoutes::withdraw(CallPtr call) {
    auto body = call->read<Reason>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return orders_.withdraw(tx, call->account(), call->parameters[0], body.reason);
        }));
}

Task<Response> OrderRoutes::attach(CallPtr call) {
    auto command = call->read<AttachToOrder>();
    if (!command)
        co_return problem(command.error());
    if (auto good = check(*command); !good)
        co_return problem(good.error());
    co_return respond(co_await http_.command(
        call->key, [this, call, command = std::move(*command)](Transaction& tx) -> Result<Answer> {
            if (auto good = attachments_.check(tx.database(), call->account(), command.attachments,
                                               "attachments");
                !good)
                return good.error();
            return orders_.attach(tx, call->account(), call->parameters[0], command);
        }));
}

/// "request-return" in addresses is request_return in code.
std::optional<Act> act_of(std::string name) {
    if (name.find('_') != std::string::npos)
        return {};
    std::replace(name.begin(), name.end(), '-', '_');
    return json::enum_of<Act>(name);
}

Task<Response> OrderRoutes::act(CallPtr call) {
    const auto act = act_of(call->parameters[1]);
    if (!act)
        co_return problem(fail(FailureKind::not_found, {}, "no such act"));
    auto command = call->read<ActOnAssignment>();
    if (!command)
        co_return problem(command.error());
    if (auto good = check(*command); !good)
        co_return problem(good.error());
    co_return respond(co_await http_.command(
        call->key,
        [this, call, act = *act, command = std::move(*command)](Transaction& tx) -> Result<Answer> {
            if (auto good = attachments_.check(tx.database(), call->account(), command.attachments,
                                               "attachments");
                !good)
                return good.error();
            return orders_.act(tx, call->account(), call->parameters[0], act, command);
        }));
}

Task<Response> OrderRoutes::reply(CallPtr call) {
    auto body = call->read<ReplyBody>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return orders_.reply(tx, call->account(), call->parameters[0], body.text, body.done_at);
        }));
}

Task<Response> OrderRoutes::close(CallPtr call) {
    auto body = call->read<CloseBody>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return orders_.close(tx, call->account(), call->parameters[0], body.outcome,
                                 body.deduction);
        }));
}

} // namespace

void OrdersCapability::add_routes(Router& router) {
    router.describe_entity<Order>();
    router.describe_entity<Assignment>();
    router.describe_entity<Report>();
    router.describe_entity<Supervision>();
    router.describe_entity<OrderPolicy>();
    const auto to = handlers_of(
        std::make_shared<OrderRoutes>(router.context(), service_, attachments_, policy_));
    router
        .add({"POST", "/api/v1/orders", Access::command, Permission::issue_orders,
              to(&OrderRoutes::issue)})
        .says("Issue an order")
        .takes<IssueOrder>()
        .answers<Done>();
    router.add({"GET", "/api/v1/orders", Access::signed_in, {}, to(&OrderRoutes::list_orders)})
        .says("Orders")
        .query("state", "open, all, or the name of one state")
        .query("unit")
        .query("text")
        .answers_page<OrderInList>();
    router.add({"GET", "/api/v1/orders/{id}", Access::signed_in, {}, to(&OrderRoutes::detail)})
        .says("An order with all that hangs on it")
        .answers<OrderDetail>();
    router
        .add({"GET",
              "/api/v1/orders/{id}/timeline",
              Access::signed_in,
              {},
              to(&OrderRoutes::timeline)})
        .says("All journal entries of an order")
        .answers_list<Entry>();
    router
        .add({"POST", "/api/v1/orders/{id}/withdraw", Access::command, Permission::act_for_centre,
              to(&OrderRoutes::withdraw)})
        .says("Withdraw an order")
        .takes<Reason>()
        .answers<Done>();
    router
        .add({"POST", "/api/v1/orders/{id}/attach", Access::command, Permission::act_for_centre,
              to(&OrderRoutes::attach)})
        .says("Keep pictures and films with an order")
        .takes<AttachToOrder>()
        .answers<Done>();
    // Who may do which act is core's table (core/order/rules.h).
    router
        .add({"POST", "/api/v1/assignments/{id}/{act}", Access::command, {}, to(&OrderRoutes::act)})
        .says("Act on an assignment")
        .path<Act, '-'>("act")
        .takes<ActOnAssignment>()
        .answers<Done>();
    router
        .add({"POST", "/api/v1/supervisions/{id}/reply", Access::command, Permission::act_for_unit,
              to(&OrderRoutes::reply)})
        .says("Reply to a supervision order")
        .takes<ReplyBody>()
        .answers<Done>();
    router
        .add({"POST", "/api/v1/supervisions/{id}/close", Access::command,
              Permission::act_for_centre, to(&OrderRoutes::close)})
        .says("Close a supervision order")
        .takes<CloseBody>()
        .answers<Done>();
}

} // namespace chengyun::hub
