// /attachments.
#include "hub/attachments/sniff.h"
#include "hub/config/log.h"
#include "hub/http/routes.h"

#include <boost/describe/class.hpp>

#include <format>
#include <memory>
#include <utility>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// The file is written on a reader thread (it waits for the disk), the row by the writer.
Task<Response> upload(Context& context, CallPtr call) {
    auto kept = co_await context.query<AttachmentStore::Kept>([&context, call](Database& db) {
        return context.attachments.keep(db, call->body(), call->request->getHeader("content-type"),
                                        call->account().id, context.clock());
    });
    if (!kept)
        co_return problem(kept.error());
    const auto attachment = kept->attachment;
    const auto ran = std::make_shared<bool>(false);
    auto answer =
        co_await context.command(call->key, [&context, call, attachment, ran](Transaction& tx) {
            auto recorded = context.attachments.record(tx, attachment, call->account().id);
            *ran = recorded.has_value();
            return recorded ? Result<Answer>(Answer{200, json::write(attachment)})
                            : recorded.error();
        });
    // A refused command, or one that had been carried out before, leaves no row: the file must not
    // take room that nobody is charged for. That the file was there before says nothing: another
    // upload of the same content may just have been refused too.
    if (!answer || !*ran) {
        const auto given = std::make_shared<AttachmentStore::Kept>(std::move(*kept));
        auto removed = co_await context.query<bool>(
            [&context, given](Database& db) { return context.attachments.give_up(db, *given); });
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

Task<Response> room(Context& context, CallPtr) {
    const auto room = context.attachments.room();
    co_return Response{200, json::write(RoomAnswer{room.used, room.room, room.is_filling()})};
}

Task<Response> download(Context& context, CallPtr call) {
    const auto id = call->parameters[0];
    if (!is_content_hash(id))
        co_return problem(fail(FailureKind::not_found, {}, "no such attachment"));
    auto found = co_await context.query<Attachment>([&context, call,
                                                     id](Database& db) -> Result<Attachment> {
        auto attachment = context.attachments.find(db, id);
        if (!attachment)
            return attachment.error();
        auto mine = context.attachments.is_owner(db, id, call->account().id, call->account().unit);
        if (!mine)
            return mine.error();
        if (*mine)
            return attachment;
        auto visible = context.orders.may_fetch(db, call->account(), id);
        if (!visible)
            return visible.error();
        // What one may not see does not exist, so that hashes cannot be tried.
        if (!*visible)
            return fail(FailureKind::not_found, {}, "no such attachment");
        return attachment;
    });
    if (!found)
        co_return problem(found.error());
    Response out;
    out.file = context.attachments.file(id).string();
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

void add_attachment_routes(Router& router, Context& context) {
    const auto with = [&context](auto function) {
        return [&context, function](CallPtr call) { return function(context, std::move(call)); };
    };
    router.add({"POST",
                "/api/v1/attachments",
                Access::command,
                {},
                with(upload),
                context.config.attachments.max_bytes});
    router.add({"GET", "/api/v1/room", Access::signed_in, Permission::manage_accounts, with(room)});
    router.add({"GET", "/api/v1/attachments/{id}", Access::signed_in, {}, with(download)});
}

} // namespace chengyun::hub
