#include "hub/imports/storing.h"

#include "core/json/codec.h"
#include "hub/imports/staging.h"
#include "hub/resources/edition_store.h"
#include "hub/store/database.h"

#include <functional>
#include <future>
#include <utility>

namespace chengyun::hub {

namespace {

/// Changes by others looked at in one work.
constexpr std::size_t changes_at_once = 64;
/// Rows removed in one work.
constexpr std::size_t cleared_at_once = 256;

Failure stopped() {
    return fail(FailureKind::unavailable, {}, "the hub is stopping; nothing was imported");
}

Result<Answer> submit(Writer& writer, const std::optional<CommandKey>& key, Writer::Work work) {
    if (!key)
        return writer.run(std::move(work));
    std::promise<Result<Answer>> promise;
    auto future = promise.get_future();
    writer.submit(*key, std::move(work),
                  [&](Result<Answer> answer) { promise.set_value(std::move(answer)); });
    return future.get();
}

} // namespace

ImportStoring::ImportStoring(Writer& writer, const PreparedImport& prepared, Actor actor,
                             const ImportTarget& target, std::stop_token stop,
                             StillAllowed still_allowed, ForgetFile forget_file)
    : writer_(writer), prepared_(prepared), actor_(std::move(actor)), target_(target),
      stop_(std::move(stop)), still_allowed_(std::move(still_allowed)),
      forget_file_(std::move(forget_file)), report_(prepared.report) {}

ImportStoring::~ImportStoring() = default;

Result<> ImportStoring::work(const std::function<Result<>(Transaction&)>& work) {
    if (stop_.stop_requested())
        return stopped();
    auto answer = writer_.run([&](Transaction& tx) -> Result<Answer> {
        if (auto done = work(tx); !done)
            return done.error();
        return Answer{};
    });
    return answer ? Result<>() : Result<>(answer.error());
}

Result<Answer> ImportStoring::conclude(const std::optional<CommandKey>& key, Writer::Work work) {
    return submit(writer_, key, [this, work = std::move(work)](Transaction& tx) -> Result<Answer> {
        if (still_allowed_)
            if (auto allowed = still_allowed_(tx.database()); !allowed)
                return allowed.error();
        return work(tx);
    });
}

Result<Answer> ImportStoring::run(const std::optional<CommandKey>& key) {
    if (!prepared_.may_be_stored())
        return tell_why_not(key);
    if (auto cleared = clear_editions(writer_, target_.editions, stop_); !cleared)
        return cleared.error();
    const auto staged = stage_all();
    if (!staged)
        return staged.error();
    return may_be_stored() ? show(key) : tell_why_not(key);
}

bool ImportStoring::may_be_stored() const {
    return why_not(report_, prepared_.skip_bad, !staging_->takes_any()).empty();
}

Result<Answer> ImportStoring::tell_why_not(const std::optional<CommandKey>& key) {
    const bool is_empty =
        staging_ ? !staging_->takes_any() : prepared_.resources.empty() && prepared_.areas.empty();
    report_.not_stored = why_not(report_, prepared_.skip_bad, is_empty);
    report_.taken = 0;
    return conclude(key, [text = json::write(report_)](Transaction&) -> Result<Answer> {
        return Answer{200, text};
    });
}

Result<> ImportStoring::stage_all() {
    Instant now{};
    if (auto opened = work([&](Transaction& tx) {
            now = tx.now();
            return target_.editions.open(tx.database());
        });
        !opened)
        return opened;
    staging_ = prepared_.resources.empty()
                   ? make_area_staging(prepared_, target_, report_)
                   : make_resource_staging(prepared_, target_, now, report_);
    if (auto done = stage_rows(); !done)
        return done;
    staging_->tell();
    if (!may_be_stored())
        return {};
    if (auto done = stage_boxes(); !done)
        return done;
    return settle();
}

Result<> ImportStoring::stage_rows() {
    auto db = target_.readers.get();
    if (!db)
        return db.error();
    for (std::size_t row = 0; row < staging_->rows();) {
        // A change of a row after this piece was made is noted, because the edition is open.
        auto made = staging_->make(**db, row);
        if (!made)
            return made.error();
        row = *made;
        if (auto done = work([&](Transaction& tx) { return staging_->stage(tx.database()); });
            !done)
            return done;
    }
    return {};
}

Result<> ImportStoring::stage_boxes() {
    const auto boxes = staging_->boxes();
    for (std::size_t box = 0; box < boxes;) {
        auto next = box;
        if (auto done = work([&](Transaction& tx) -> Result<> {
                auto stored = staging_->stage_boxes(tx.database(), box);
                if (!stored)
                    return stored.error();
                next = *stored;
                return {};
            });
            !done)
            return done;
        box = next;
    }
    return {};
}

Result<> ImportStoring::settle() {
    for (std::size_t changes = changes_at_once; changes == changes_at_once;) {
        auto report = report_;
        if (auto done = work([&](Transaction& tx) -> Result<> {
                report = report_; // a work may run twice
                auto changed = target_.editions.take_changes(tx.database(), changes_at_once);
                if (!changed)
                    return changed.error();
                changes = changed->changes;
                return staging_->again(tx, *changed, report);
            });
            !done)
            return done;
        report_ = std::move(report);
    }
    return {};
}

Result<> ImportStoring::last_look(Transaction& tx, ImportReport& report) {
    for (std::size_t left = 1; left > 0;) {
        auto changed = target_.editions.take_changes(tx.database(), changes_at_once);
        if (!changed)
            return changed.error();
        left = changed->changes;
        if (auto done = staging_->again(tx, *changed, report); !done)
            return done;
    }
    return staging_->look_at_orders(tx, report);
}

Result<Answer> ImportStoring::show(const std::optional<CommandKey>& key) {
    if (stop_.stop_requested())
        return stopped();
    const auto before = report_;
    return conclude(key, [&](Transaction& tx) -> Result<Answer> {
        report_ = before; // a work may run twice
        if (auto done = last_look(tx, report_); !done)
            return done.error();
        report_.not_stored = why_not(report_, prepared_.skip_bad, !staging_->takes_any());
        if (!report_.not_stored.empty()) {
            report_.taken = 0;
            return Answer{200, json::write(report_)};
        }
        if (auto done = staging_->finish(tx, actor_, report_); !done)
            return done.error();
        if (auto done = target_.editions.show(tx.database()); !done)
            return done.error();
        if (prepared_.holds_sign_ins && forget_file_)
            if (auto done = forget_file_(tx); !done)
                return done.error();
        report_.stored = true;
        return Answer{200, json::write(report_)};
    });
}

Result<> clear_editions(Writer& writer, EditionStore& editions, const std::stop_token& stop) {
    for (bool more = true; more;) {
        if (stop.stop_requested())
            return stopped();
        auto answer = writer.run([&](Transaction& tx) -> Result<Answer> {
            // Without anything to clear away the work writes nothing.
            auto remains = editions.has_remains(tx.database());
            auto cleared = remains && *remains ? editions.clear(tx.database(), cleared_at_once)
                                               : std::move(remains);
            if (!cleared)
                return cleared.error();
            more = *cleared;
            return Answer{};
        });
        if (!answer)
            return answer.error();
    }
    return {};
}

} // namespace chengyun::hub
