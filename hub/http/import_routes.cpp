// /imports: a file that has been uploaded as an attachment, into resources or areas.
#include "core/text/limits.h"
#include "hub/http/routes.h"

#include <boost/describe/class.hpp>

namespace chengyun::hub {
namespace {

using drogon::Task;

struct ImportBody {
    std::string file; ///< attachment id
    std::string name;
    std::string map; ///< TOML text, docs/import.md
    std::optional<std::string> layer;
    std::optional<std::string> system;
    std::vector<std::string> parts;
    std::optional<std::string> source;
    std::optional<bool> skip_bad;
    std::optional<bool> accept_swaps;
    std::optional<bool> next_edition;
};
BOOST_DESCRIBE_STRUCT(ImportBody, (),
                      (file, name, map, layer, system, parts, source, skip_bad, accept_swaps,
                       next_edition))

Task<Response> run(Context& context, CallPtr call) {
    if (auto allowed = may_import(call->account()); !allowed)
        co_return problem(allowed.error());
    auto body = call->read<ImportBody>();
    if (!body)
        co_return problem(body.error());
    if (!is_attachment_id(body->file))
        co_return problem(fail(FailureKind::invalid_field, "file", "an attachment's id"));
    // The journal tells it to everybody.
    if (auto good = check_text(body->name, "name", limits::name, false); !good)
        co_return problem(good.error());
    const bool dry_run = call->query("dry_run") == "1";
    auto prepared = co_await context.query<PreparedImport>(
        [&context, call, body = *body, dry_run](Database& db) -> Result<PreparedImport> {
            // Only what one has uploaded oneself, whatever else one may see.
            auto mine = context.attachments.is_owner(db, body.file, call->account().id, {});
            if (!mine)
                return mine.error();
            if (!*mine)
                return fail(FailureKind::not_found, "file", "no such attachment of yours");
            ImportRequest request;
            request.file = context.attachments.file(body.file);
            request.name = body.name;
            request.map = body.map;
            request.layer = body.layer.value_or("");
            request.system = body.system.value_or("");
            request.parts = body.parts;
            request.source = body.source.value_or("");
            request.skip_bad = body.skip_bad.value_or(false);
            request.accept_swaps = body.accept_swaps.value_or(false);
            request.next_edition = body.next_edition.value_or(false);
            auto made = prepare_import(request);
            if (!made || !dry_run)
                return made;
            auto report = preview_import(db, *made, context.import_target);
            if (!report)
                return report.error();
            made->report = std::move(*report);
            return made;
        });
    if (!prepared)
        co_return problem(prepared.error());
    if (dry_run)
        co_return Response{200, json::write(prepared->report)};
    auto shared = std::make_shared<const PreparedImport>(std::move(*prepared));
    co_return respond(co_await context.command(
        call->key, [&context, call, shared](Transaction& tx) -> Result<Answer> {
            auto report =
                store_import(tx, actor_of(call->account()), *shared, context.import_target);
            if (!report)
                return report.error();
            return Answer{200, json::write(*report)};
        }));
}

} // namespace

void add_import_routes(Router& router, Context& context) {
    router.add({"POST", "/api/v1/imports", Access::command, Permission::import_data,
                [&context](CallPtr call) { return run(context, std::move(call)); }});
}

} // namespace chengyun::hub
