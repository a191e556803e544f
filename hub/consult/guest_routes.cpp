// /consults/{id}/guests, by which the chair makes a guest's link, and /guest, which is all that a
// guest reaches. His session is a cookie of its own, which the browser sends to /api/v1/guest
// alone.
#include "core/consult/consult_codec.h"
#include "hub/accounts/token.h"
#include "hub/consult/consult_capability.h"
#include "hub/consult/consult_ticket.h"
#include "hub/http/router.h"

#include <boost/describe/class.hpp>

#include <format>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// POST /consults/{id}/guests
struct GuestLink {
    std::string url; ///< the secret stands after the '#'
    Instant expires{};
};
BOOST_DESCRIBE_STRUCT(GuestLink, (), (url, expires))

/// POST /guest/link
struct GuestSecret {
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(GuestSecret, (), (secret))

/// POST /guest/open
struct OpenGuestLink {
    std::string secret;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OpenGuestLink, (), (secret, name))

constexpr std::int64_t largest_body = 4096;

class GuestRoutes {
public:
    GuestRoutes(Context& http, ConsultCapability& consult) : http_(http), consult_(consult) {}

    Task<Response> invite(CallPtr call);
    Task<Response> look(CallPtr call);
    Task<Response> open(CallPtr call);
    Task<Response> room(CallPtr call);
    Task<Response> ticket(CallPtr call);
    Task<Response> leave(CallPtr call);

private:
    [[nodiscard]] GuestService& guests() const { return consult_.guests(); }
    /// Nothing is kept of the answer: it holds secrets, or is about one.
    Later<Answer> run(Writer::Work work) {
        return http_.later<Answer>([this, work = std::move(work)](auto done) mutable {
            http_.writer.submit(std::move(work), std::move(done));
        });
    }
    /// Who has tried too many wrong links waits, as who has tried wrong passwords does.
    [[nodiscard]] std::optional<Response> must_wait(const Call& call) const;
    /// The refusal of a link; a wrong one is counted.
    [[nodiscard]] Response refused(const Failure& why, const Call& call) const;
    [[nodiscard]] std::string cookie(std::string_view token, std::int64_t max_age) const;

    Context& http_;
    ConsultCapability& consult_;
};

std::string session_of(const Call& call) {
    static const std::string name = "chengyun_guest";
    return call.request->getCookie(name);
}

/// Another site can make a browser send the cookie, but not this header.
Result<> check_header(const Call& call) {
    if (call.request->getHeader("x-chengyun") != "1")
        return fail(FailureKind::forbidden, {}, "commands by cookie need the header X-Chengyun: 1");
    return {};
}

std::string GuestRoutes::cookie(std::string_view token, std::int64_t max_age) const {
    return std::format(
        "chengyun_guest={}; Path=/api/v1/guest; Max-Age={}; HttpOnly; SameSite=Strict{}", token,
        max_age, http_.address.starts_with("https:") ? "; Secure" : "");
}

std::optional<Response> GuestRoutes::must_wait(const Call& call) const {
    const auto wait = consult_.sources().wait_of(call.address);
    if (!wait)
        return {};
    auto response = problem(fail(FailureKind::locked_out, {}, "too many tries; wait"));
    response.headers.emplace_back("retry-after", std::to_string(wait->count()));
    return response;
}

Response GuestRoutes::refused(const Failure& why, const Call& call) const {
    if (why.kind == FailureKind::not_found)
        consult_.sources().missed(call.address);
    return problem(why);
}

Task<Response> GuestRoutes::invite(CallPtr call) {
    auto body = call->read<InviteGuest>();
    if (!body)
        co_return problem(body.error());
    const auto secret = new_token();
    const auto expires = std::make_shared<Instant>();
    auto made = co_await run([this, call, body = *body, secret, expires](Transaction& tx) {
        *expires = tx.now() + guest_link_lives;
        return guests().invite(tx, call->account(), call->parameters[0], body, secret);
    });
    if (!made)
        co_return problem(made.error());
    co_return Response{200, json::write(GuestLink{http_.address + "/consult#" + secret, *expires})};
}

Task<Response> GuestRoutes::look(CallPtr call) {
    auto body = call->read<GuestSecret>();
    if (!body)
        co_return problem(body.error());
    if (auto wait = must_wait(*call))
        co_return std::move(*wait);
    auto invitation = co_await http_.query<GuestInvitation>([this, body = *body](Database& db) {
        return guests().look(db, body.secret, http_.clock());
    });
    if (!invitation)
        co_return refused(invitation.error(), *call);
    co_return Response{200, json::write(*invitation)};
}

Task<Response> GuestRoutes::open(CallPtr call) {
    auto body = call->read<OpenGuestLink>();
    if (!body)
        co_return problem(body.error());
    if (auto fit = check_header(*call); !fit)
        co_return problem(fit.error());
    if (auto wait = must_wait(*call))
        co_return std::move(*wait);
    const auto session = new_token();
    auto opened = co_await run([this, body = *body, session](Transaction& tx) {
        return guests().open(tx, body.secret, {body.name}, session);
    });
    if (!opened)
        co_return refused(opened.error(), *call);
    auto room = co_await http_.query<GuestRoom>(
        [this, session](Database& db) { return guests().room(db, session, http_.clock()); });
    if (!room)
        co_return problem(room.error());
    Response response{200, json::write(*room)};
    response.headers.emplace_back(
        "set-cookie",
        cookie(session,
               std::chrono::duration_cast<std::chrono::seconds>(guest_session_lives).count()));
    co_return response;
}

Task<Response> GuestRoutes::room(CallPtr call) {
    auto room = co_await http_.query<GuestRoom>(
        [this, call](Database& db) { return guests().room(db, session_of(*call), http_.clock()); });
    if (!room)
        co_return problem(room.error());
    co_return Response{200, json::write(*room)};
}

Task<Response> GuestRoutes::ticket(CallPtr call) {
    if (auto fit = check_header(*call); !fit)
        co_return problem(fit.error());
    const auto member = std::make_shared<std::string>();
    auto room = co_await http_.query<Consult>([this, call, member](Database& db) {
        return guests().entered(db, session_of(*call), http_.clock(), *member);
    });
    if (!room)
        co_return problem(room.error());
    co_return co_await give_ticket(http_, consult_, std::move(*room), *member);
}

Task<Response> GuestRoutes::leave(CallPtr call) {
    if (auto fit = check_header(*call); !fit)
        co_return problem(fit.error());
    auto left = co_await run(
        [this, call](Transaction& tx) { return guests().leave(tx, session_of(*call)); });
    if (!left)
        co_return problem(left.error());
    if (consult_.keeper())
        consult_.keeper()->wake();
    Response response{204, {}};
    response.headers.emplace_back("set-cookie", cookie("", 0));
    co_return response;
}

} // namespace

void add_guest_routes(Router& router, ConsultCapability& consult) {
    const auto to = handlers_of(std::make_shared<GuestRoutes>(router.context(), consult));
    // No idempotency: its answer is a secret, and the store keeps answers.
    router
        .add({"POST", "/api/v1/consults/{id}/guests", Access::signed_in, Permission::act_for_centre,
              to(&GuestRoutes::invite), largest_body})
        .says("Make a one-time link by which a guest without an account comes into the lobby")
        .takes<InviteGuest>()
        .answers<GuestLink>();
    const auto open_to_all = [&](std::string_view method, std::string_view pattern,
                                 Handler handler) -> About& {
        return router.add({method, pattern, Access::anybody, {}, std::move(handler), largest_body});
    };
    open_to_all("POST", "/api/v1/guest/link", to(&GuestRoutes::look))
        .says("What a guest's link is for; it is not used up")
        .takes<GuestSecret>()
        .answers<GuestInvitation>();
    open_to_all("POST", "/api/v1/guest/open", to(&GuestRoutes::open))
        .says("Open a guest's link: wait in the lobby. The session is the cookie chengyun_guest")
        .takes<OpenGuestLink>()
        .answers<GuestRoom>();
    open_to_all("GET", "/api/v1/guest/room", to(&GuestRoutes::room))
        .says("The guest's room, by the cookie")
        .answers<GuestRoom>();
    open_to_all("POST", "/api/v1/guest/ticket", to(&GuestRoutes::ticket))
        .says("What a guest who is in enters the media server with, once and soon")
        .answers<ConsultTicket>();
    open_to_all("POST", "/api/v1/guest/leave", to(&GuestRoutes::leave))
        .says("Leave; the guest's session ends")
        .answers_nothing("left");
}

} // namespace chengyun::hub
