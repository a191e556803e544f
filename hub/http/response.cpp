#include "hub/http/response.h"

#include "core/wire/wire_codec.h"
#include "hub/config/log.h"

namespace chengyun::hub {
namespace {

std::string_view title_of(FailureKind kind) {
    switch (kind) {
    case FailureKind::malformed:
        return "The request cannot be read";
    case FailureKind::invalid_field:
        return "A field has an impossible value";
    case FailureKind::missing_field:
        return "A field is missing";
    case FailureKind::unknown_field:
        return "There is no such field";
    case FailureKind::unseen_character:
        return "A text holds a character that cannot be seen";
    case FailureKind::unauthenticated:
        return "Not signed in";
    case FailureKind::forbidden:
        return "Not allowed";
    case FailureKind::locked_out:
        return "Too many failed sign-ins";
    case FailureKind::not_found:
        return "Not found";
    case FailureKind::conflict:
        return "Somebody else was first";
    case FailureKind::wrong_state:
        return "Not possible in this state";
    case FailureKind::expired:
        return "Its time is over";
    case FailureKind::key_reused:
        return "The key belongs to another command";
    case FailureKind::wrong_method:
        return "Not with this method";
    case FailureKind::too_large:
        return "Too large";
    case FailureKind::wrong_type:
        return "Not an accepted type";
    case FailureKind::too_many:
        return "Too many";
    case FailureKind::no_room:
        return "No room left";
    case FailureKind::unavailable:
        return "Not available now";
    case FailureKind::corrupt:
        return "Stored data is damaged";
    case FailureKind::internal:
        return "A mistake of the hub";
    }
    return "A mistake of the hub";
}

} // namespace

int status_of(FailureKind kind) {
    switch (kind) {
    case FailureKind::malformed:
        return 400;
    case FailureKind::unauthenticated:
        return 401;
    case FailureKind::forbidden:
        return 403;
    case FailureKind::not_found:
        return 404;
    case FailureKind::wrong_method:
        return 405;
    case FailureKind::conflict:
    case FailureKind::wrong_state:
        return 409;
    case FailureKind::expired:
        return 410;
    case FailureKind::too_large:
        return 413;
    case FailureKind::wrong_type:
        return 415;
    case FailureKind::invalid_field:
    case FailureKind::missing_field:
    case FailureKind::unknown_field:
    case FailureKind::unseen_character:
    case FailureKind::key_reused:
        return 422;
    case FailureKind::locked_out:
    case FailureKind::too_many:
        return 429;
    case FailureKind::no_room:
        return 507;
    case FailureKind::unavailable:
        return 503;
    case FailureKind::corrupt:
    case FailureKind::internal:
        return 500;
    }
    return 500;
}

Response problem(const Failure& failure) {
    return problem(failure, status_of(failure.kind));
}

Response problem(const Failure& failure, int status) {
    Problem body;
    body.type = "urn:chengyun:problem:" + std::string(json::name_of(failure.kind));
    body.title = title_of(failure.kind);
    body.status = status;
    const bool ours = status == 500;
    if (ours)
        log(LogLevel::error, "http", "failure",
            {{"kind", json::name_of(failure.kind)}, {"detail", std::string_view(failure.detail)}});
    if (!failure.detail.empty() && !ours)
        body.detail = failure.detail;
    if (!failure.field.empty())
        body.field = failure.field;
    return {status, json::write(body), "application/problem+json"};
}

Response respond(Result<Answer> answer) {
    if (!answer)
        return problem(answer.error());
    return {answer->status, std::move(answer->body)};
}

Response respond(Result<std::string> json) {
    if (!json)
        return problem(json.error());
    return {200, std::move(*json)};
}

} // namespace chengyun::hub
