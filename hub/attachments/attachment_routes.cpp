// /attachments.
#include "hub/attachments/attachments_capability.h"

#include "hub/attachments/attachment_access.h"
#include "hub/attachments/sniff.h"
#include "hub/config/log.h"
#include "hub/http/router.h"

#include <boost/describe/class.hpp>

#include <format>
#include <memory>
#include <utility>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// Bringing contents and fetching them.
class AttachmentRoutes {
public:
    AttachmentRoutes(Context& http, AttachmentStore& attachments, const AttachmentAccess& access)
        : http_(http), attachments_(attachments), access_(access) {}

    Task<Response> upload(CallPtr call);
    Task<Response> room(CallPtr call);
    Task<Response> download(CallPtr call);

private:
    Context& http_;
    AttachmentStore& attachments_;
    const AttachmentAccess& access_;
};

/// The file is written on a reader thread (it waits for the disk), the row by the writer.
Task<Response> AttachmentRoutes::upload(CallPtr call) {
    auto kept = co_await http_.query<AttachmentStore::Kept>([this, call](Database& db) {
        return attachments_.keep(db, call->body(), call->request->getHeader("content-type"),
                                 call->account().id, http_.clock());
    });
    if (!kept)
        co_return problem(kept.error());
    const auto attachment = kept->attachment;
    const auto ran = std::make_shared<bool>(false);
    auto answer = co_await http_.command(call->key, [this, call, attachment, ran](Transaction& tx) {
        auto recorded = attachments_.record(tx, attachment, call->account().id);
        *ran = recorded.has_value();
        return recorded ? Result<Answer>(Answer{200, json::write(attachment)}) : recorded.error();
    });
    // A refused command, or one that had been carried out before, leaves no row: the file must not
    // take room that nobody is charged for. That the file was there before says nothing: another
    // upload of the same content may just have been refused too.
    if (!answer || !*ran) {
        const auto given = std::make_shared<AttachmentStore::Kept>(std::move(*kept));
        auto removed = co_await http_.query<bool>(
            [this, given](Database& db) { return attachments_.give_up(db, *given); });
        if (!removed)
            log(LogLevel::warning, "attachments", "a file without a row stays for a minute",
                {{"detail", std::string_view(removed.error().detail)}});
    }
    co_return respond(std::move(answer));
}

struct RoomAnswer {
    std::int64_t used = 0; ///< bytes
    std::int64_t room = 0; ///< bytes in all
    bool filling = false;
};
BOOST_DESCRIBE_STRUCT(RoomAnswer, (), (used, room, filling))

Task<Response> AttachmentRoutes::room(CallPtr) {
    const auto room = attachments_.room();
    co_return Response{200, json::write(RoomAnswer{room.used, room.room, room.is_filling()})};
}

Task<Response> AttachmentRoutes::download(CallPtr call) {
    const auto id = call->parameters[0];
    if (!is_content_hash(id))
        co_return problem(fail(FailureKind::not_found, {}, "no such attachment"));
    auto found = co_await http_.query<Attachment>(
        [this, call, id](Database& db) { return access_.find(db, call->account(), id); });
    if (!found)
        co_return problem(found.error());
    Response out;
    out.file = attachments_.file(id).string();
    out.type = sniff_name(found->type);
    out.headers.emplace_back("content-disposition",
                             std::format("{}; filename=\"{}.{}\"",
                                         is_shown_inline(found->type) ? "inline" : "attachment",
                                         id.substr(0, 16), sniff_extension(found->type)));
    out.headers.emplace_back("content-security-policy", "default-src 'none'; sandbox");
    // Never another content under this name, but only for who may see it.
    out.headers.emplace_back("cache-control", "private, max-age=86400, immutable");
    co_return out;
}

} // namespace

void AttachmentsCapability::add_routes(Router& router) {
    router.describe_entity<AttachmentPolicy>();
    const auto to =
        handlers_of(std::make_shared<AttachmentRoutes>(router.context(), store_, access_));
    router
        .add({"POST",
              "/api/v1/attachments",
              Access::command,
              {},
              to(&AttachmentRoutes::upload),
              store_.max_bytes()})
        .says("Keep a photo, paper or file")
        .takes_bytes()
        .answers<Attachment>();
    router
        .add({"GET", "/api/v1/room", Access::signed_in, Permission::manage_accounts,
              to(&AttachmentRoutes::room)})
        .says("Bytes of attachments and the room for them")
        .answers<RoomAnswer>();
    router
        .add({"GET",
              "/api/v1/attachments/{id}",
              Access::signed_in,
              {},
              to(&AttachmentRoutes::download)})
        .says("An attachment's bytes")
        .answers_bytes();
}

} // namespace chengyun::hub
