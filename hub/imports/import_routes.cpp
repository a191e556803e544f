// /imports: a file that has been uploaded as an attachment, into resources or areas.
#include "hub/imports/imports_capability.h"

#include "core/text/limits.h"
#include "hub/attachments/attachment_store.h"
#include "hub/config/log.h"
#include "hub/http/router.h"
#include "hub/imports/import_thread.h"
#include "hub/store/kept_answers.h"

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

/// Files that become resources or areas.
class ImportRoutes {
public:
    ImportRoutes(Context& http, AttachmentStore& attachments, ImportThread& imports)
        : http_(http), attachments_(attachments), imports_(imports) {}

    Task<Response> run(CallPtr call);

private:
    [[nodiscard]] Result<bool> may_take(Database& db, const Call& call,
                                        const std::string& file) const;

    Context& http_;
    AttachmentStore& attachments_;
    ImportThread& imports_;
};

Task<Response> ImportRoutes::run(CallPtr call) {
    if (auto allowed = may_import(call->account()); !allowed)
        co_return problem(allowed.error());
    auto body = call->read<ImportBody>();
    if (!body)
        co_return problem(body.error());
    if (!is_content_hash(body->file))
        co_return problem(fail(FailureKind::invalid_field, "file", "an attachment's id"));
    // The journal tells it to everybody.
    if (auto good = check_text(body->name, "name", limits::name, false); !good)
        co_return problem(good.error());
    auto mine = co_await http_.query<bool>(
        [this, call, file = body->file](Database& db) { return may_take(db, *call, file); });
    if (!mine)
        co_return problem(mine.error());
    // Only what one has uploaded oneself, whatever else one may see.
    if (!*mine)
        co_return problem(fail(FailureKind::not_found, "file", "no such attachment of yours"));
    ImportThread::Job job;
    job.request.file = attachments_.file(body->file);
    job.request.name = body->name;
    job.request.map = body->map;
    job.request.layer = body->layer.value_or("");
    job.request.system = body->system.value_or("");
    job.request.parts = body->parts;
    job.request.source = body->source.value_or("");
    job.request.skip_bad = body->skip_bad.value_or(false);
    job.request.accept_swaps = body->accept_swaps.value_or(false);
    job.request.next_edition = body->next_edition.value_or(false);
    job.dry_run = call->query("dry_run") == "1";
    job.actor = actor_of(call->account());
    job.still_allowed = [this, id = call->account().id](Database& db) -> Result<> {
        const auto account = http_.sessions.still_active(db, id);
        return account ? may_import(*account) : Result<>(account.error());
    };
    job.key = call->key;
    job.forget_file = [this, file = body->file](Transaction& tx) {
        return attachments_.forget(tx, file);
    };
    auto answer = co_await http_.later<Answer>(
        [this, job](Later<Answer>::Done done) { imports_.submit(job, std::move(done)); });
    auto removed = co_await http_.query<bool>([this, file = body->file](Database& db) {
        return attachments_.remove_if_unrecorded(db, file);
    });
    if (!removed)
        log(LogLevel::warning, "imports", "a file that was forgotten stays until it expires",
            {{"detail", std::string_view(removed.error().detail)}});
    co_return respond(std::move(answer));
}

/// An import that is asked for again, because its answer was lost, may have forgotten its file.
Result<bool> ImportRoutes::may_take(Database& db, const Call& call, const std::string& file) const {
    auto is_owner = attachments_.is_owner(db, file, call.account().id, {});
    if (!is_owner || *is_owner)
        return is_owner;
    auto earlier = find_answer(db, call.key);
    if (!earlier)
        return earlier.error();
    return earlier->has_value();
}

} // namespace

void ImportsCapability::add_routes(Router& router) {
    const auto to =
        handlers_of(std::make_shared<ImportRoutes>(router.context(), attachments_, *thread_));
    router
        .add({"POST", "/api/v1/imports", Access::command, Permission::import_data,
              to(&ImportRoutes::run)})
        .says("Import an uploaded file (accounts without an area scope)")
        .takes<ImportBody>()
        .answers<ImportReport>()
        .query<About::Switch>("dry_run");
}

} // namespace chengyun::hub
