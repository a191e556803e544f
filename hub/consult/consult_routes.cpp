// /consults, and /consult_media: whether there is a media server.
#include "core/consult/consult_codec.h"
#include "hub/consult/consult_capability.h"
#include "hub/consult/consult_ticket.h"
#include "hub/http/router.h"

#include <boost/describe/class.hpp>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// GET /consult_media
struct ConsultMedia {
    bool available = false; ///< tickets are given
    Instant since{};
};
BOOST_DESCRIBE_STRUCT(ConsultMedia, (), (available, since))

Task<Response> give(Context& http, ConsultCapability& consult, Consult room, std::string member) {
    if (!consult.keeper())
        co_return problem(fail(FailureKind::unavailable, "media", "there is no media server"));
    const WantedRoom wanted{room.id, room.title, {}};
    const auto expires = http.clock() + std::chrono::seconds(consult.settings().ticket_seconds);
    const auto ticket = consult.tickets()->make(room.id, member, expires);
    auto admitted = co_await http.later<bool>([&](auto done) {
        consult.keeper()->admit(wanted, ticket.token, [done](const Result<>& result) {
            done(result ? Result<bool>(true) : Result<bool>(result.error()));
        });
    });
    if (!admitted)
        co_return problem(admitted.error());
    co_return Response{200, json::write(ConsultTicket{consult.settings().media_url, room.id,
                                                      ticket.token, ticket.feed, expires})};
}

class ConsultRoutes {
public:
    ConsultRoutes(Context& http, ConsultCapability& consult) : http_(http), consult_(consult) {}

    Task<Response> list(CallPtr call);
    Task<Response> get_room(CallPtr call);
    Task<Response> proposal(CallPtr call);
    Task<Response> media(CallPtr call);
    Task<Response> ticket(CallPtr call);

    Task<Response> make(CallPtr call);
    Task<Response> call_in(CallPtr call) { return with(std::move(call), &ConsultService::call); }
    Task<Response> let_in(CallPtr call) { return with(std::move(call), &ConsultService::let_in); }
    Task<Response> remove(CallPtr call) { return with(std::move(call), &ConsultService::remove); }
    Task<Response> chair(CallPtr call) { return with(std::move(call), &ConsultService::hand_over); }
    Task<Response> lock(CallPtr call) { return with(std::move(call), &ConsultService::lock); }
    Task<Response> accept(CallPtr call) { return act(std::move(call), &ConsultService::accept); }
    Task<Response> decline(CallPtr call) { return act(std::move(call), &ConsultService::decline); }
    Task<Response> enter(CallPtr call) { return act(std::move(call), &ConsultService::enter); }
    Task<Response> leave(CallPtr call) { return act(std::move(call), &ConsultService::leave); }
    Task<Response> end(CallPtr call) { return act(std::move(call), &ConsultService::end); }

private:
    /// The command, after which the media server is looked at.
    Task<Response> command(CallPtr call, Writer::Work work);
    template <class Body>
    Task<Response> with(CallPtr call,
                        Result<Answer> (ConsultService::*command)(Transaction&, const Account&,
                                                                  std::string_view, const Body&));
    using Act = Result<Answer> (ConsultService::*)(Transaction&, const Account&, std::string_view);
    Task<Response> act(CallPtr call, Act command);

    [[nodiscard]] ConsultService& rooms() const { return consult_.service(); }

    Context& http_;
    ConsultCapability& consult_;
};

Task<Response> ConsultRoutes::list(CallPtr call) {
    co_return respond(co_await http_.query<std::string>(
        [this, call](Database& db) { return rooms().list(db, call->account(), http_.clock()); }));
}

Task<Response> ConsultRoutes::get_room(CallPtr call) {
    co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
        return rooms().get(db, call->account(), call->parameters[0]);
    }));
}

Task<Response> ConsultRoutes::proposal(CallPtr call) {
    co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
        return rooms().proposal(db, call->account(), call->query("order"), http_.clock());
    }));
}

Task<Response> ConsultRoutes::media(CallPtr) {
    const auto* keeper = consult_.keeper();
    const auto state = keeper ? keeper->state() : MediaState{};
    co_return Response{200, json::write(ConsultMedia{state.available, state.since})};
}

Task<Response> ConsultRoutes::ticket(CallPtr call) {
    auto room = co_await http_.query<Consult>([this, call](Database& db) {
        return rooms().entered(db, call->account(), call->parameters[0]);
    });
    if (!room)
        co_return problem(room.error());
    co_return co_await give(http_, consult_, *room, std::string(member_id(call->account())));
}

Task<Response> ConsultRoutes::command(CallPtr call, Writer::Work work) {
    auto answer = co_await http_.command(call->key, std::move(work));
    if (answer && consult_.keeper())
        consult_.keeper()->wake();
    co_return respond(std::move(answer));
}

Task<Response> ConsultRoutes::make(CallPtr call) {
    auto body = call->read<MakeConsult>();
    if (!body)
        co_return problem(body.error());
    co_return co_await command(call, [this, call, body = *body](Transaction& tx) {
        return rooms().make(tx, call->account(), body);
    });
}

template <class Body>
Task<Response>
ConsultRoutes::with(CallPtr call,
                    Result<Answer> (ConsultService::*change)(Transaction&, const Account&,
                                                             std::string_view, const Body&)) {
    auto body = call->read<Body>();
    if (!body)
        co_return problem(body.error());
    co_return co_await command(call, [this, call, change, body = *body](Transaction& tx) {
        return (rooms().*change)(tx, call->account(), call->parameters[0], body);
    });
}

Task<Response> ConsultRoutes::act(CallPtr call, Act change) {
    co_return co_await command(call, [this, call, change](Transaction& tx) {
        return (rooms().*change)(tx, call->account(), call->parameters[0]);
    });
}

} // namespace

Task<Response> give_ticket(Context& http, ConsultCapability& consult, Consult room,
                           std::string member) {
    return give(http, consult, std::move(room), std::move(member));
}

void ConsultCapability::add_routes(Router& router) {
    http_ = &router.context();
    if (!settings_.janus.empty())
        http_->media_source = settings_.media_url;
    add_guest_routes(router, *this);
    router.describe_entity<Consult>();
    const auto to = handlers_of(std::make_shared<ConsultRoutes>(router.context(), *this));
    // A unit is asked into rooms, too: the service judges who may do what in one.
    constexpr auto see = Permission::see_resources, make = Permission::act_for_centre;
    const auto get = [&](std::string_view pattern, Permission permission,
                         Handler handler) -> About& {
        return router.add({"GET", pattern, Access::signed_in, permission, std::move(handler)});
    };
    get("/api/v1/consults", see, to(&ConsultRoutes::list))
        .says("Consultations")
        .answers_list<Consult>();
    get("/api/v1/consults/{id}", see, to(&ConsultRoutes::get_room))
        .says("A consultation")
        .answers<Consult>();
    get("/api/v1/consult_proposal", make, to(&ConsultRoutes::proposal))
        .says("Who belongs to an order's consultation: its recipients and the centre's duty chain")
        .query("order", "Its id", true)
        .answers_list<ProposedMember>();
    get("/api/v1/consult_media", see, to(&ConsultRoutes::media))
        .says("Whether the media server answers, and since when it is so")
        .answers<ConsultMedia>();
    // No idempotency: its answer is a secret, and the store keeps answers.
    router
        .add({"POST", "/api/v1/consults/{id}/ticket", Access::signed_in, see,
              to(&ConsultRoutes::ticket)})
        .says("What somebody who is in enters the media server with, once and soon")
        .answers<ConsultTicket>();

    const auto command = [&](std::string_view pattern, Permission permission,
                             Handler handler) -> About& {
        return router.add({"POST", pattern, Access::command, permission, std::move(handler)})
            .answers<Done>();
    };
    command("/api/v1/consults", make, to(&ConsultRoutes::make))
        .says("Make a consultation, and call its members; who makes it has the chair")
        .takes<MakeConsult>();
    command("/api/v1/consults/{id}/call", make, to(&ConsultRoutes::call_in))
        .says("Call members")
        .takes<CallMembers>();
    command("/api/v1/consults/{id}/accept", see, to(&ConsultRoutes::accept)).says("Is coming");
    command("/api/v1/consults/{id}/decline", see, to(&ConsultRoutes::decline))
        .says("Is not coming");
    command("/api/v1/consults/{id}/enter", see, to(&ConsultRoutes::enter))
        .says("Enter, or wait in the lobby");
    command("/api/v1/consults/{id}/leave", see, to(&ConsultRoutes::leave)).says("Leave");
    command("/api/v1/consults/{id}/let_in", see, to(&ConsultRoutes::let_in))
        .says("Let in somebody who waits")
        .takes<ChosenMember>();
    command("/api/v1/consults/{id}/remove", see, to(&ConsultRoutes::remove))
        .says("Remove a member, or turn away one who waits")
        .takes<ChosenMember>();
    command("/api/v1/consults/{id}/chair", see, to(&ConsultRoutes::chair))
        .says("Hand over the chair")
        .takes<ChosenMember>();
    command("/api/v1/consults/{id}/lock", see, to(&ConsultRoutes::lock))
        .says("Lock or unlock the room")
        .takes<LockConsult>();
    command("/api/v1/consults/{id}/end", see, to(&ConsultRoutes::end))
        .says("End it for all; a standing room is ready again");
}

} // namespace chengyun::hub
