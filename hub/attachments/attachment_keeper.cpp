#include "hub/attachments/attachment_keeper.h"

#include "hub/attachments/attachment_store.h"
#include "hub/config/log.h"
#include "hub/config/workers.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace chengyun::hub {
namespace {

constexpr std::chrono::seconds every{60};
/// Rows in one command: nobody waits for them, and in a day they are more than anybody brings.
constexpr std::int64_t rows_at_once = 64;

void warn(std::string_view event, const Failure& why) {
    log(LogLevel::warning, "attachments", event, {{"detail", std::string_view(why.detail)}});
}

} // namespace

struct AttachmentKeeper::Impl {
    AttachmentStore& store;
    Writer& writer;
    Readers& readers;
    std::chrono::days unnamed;

    std::mutex pass_mutex{}; ///< guards the two below
    std::uint8_t part = 0;   ///< of the folder, to be looked through next
    bool filling = false;    ///< as said last

    std::optional<Rounds> rounds{}; ///< last: they use all of the above

    std::int64_t pass();
    std::int64_t forget(Database& db);
    std::int64_t look_at_the_released(Database& db);
    std::int64_t look_through_a_part(Database& db);
    std::int64_t remove(Database& db, const std::vector<std::string>& ids);
    void say_how_full();
};

/// Rows of what no report names, then their files. A report that names one just then is a command
/// too: it comes before, and the row stays, or after, and is refused.
std::int64_t AttachmentKeeper::Impl::forget(Database& db) {
    std::vector<std::string> ids;
    auto ran = writer.run([&](Transaction& tx) -> Result<Answer> {
        auto forgotten = store.forget_unnamed(tx, tx.now() - unnamed, rows_at_once);
        if (!forgotten)
            return forgotten.error();
        ids = std::move(*forgotten);
        return Answer{204, {}};
    });
    if (!ran) {
        warn("nothing could be forgotten", ran.error());
        return 0;
    }
    return remove(db, ids);
}

/// Where the query that gives an upload up was refused because too many waited, or the upload ended
/// in an exception.
std::int64_t AttachmentKeeper::Impl::look_at_the_released(Database& db) {
    return remove(db, store.files().take_released());
}

/// What the hub had on disk when it died before the row, or before the file went too.
std::int64_t AttachmentKeeper::Impl::look_through_a_part(Database& db) {
    const auto before = std::filesystem::file_time_type::clock::now() - unnamed;
    return remove(db, store.files().older_than(before, part++));
}

std::int64_t AttachmentKeeper::Impl::remove(Database& db, const std::vector<std::string>& ids) {
    std::int64_t removed = 0;
    for (const auto& id : ids) {
        const auto gone = store.remove_if_unrecorded(db, id);
        if (!gone)
            warn("a file could not be looked at", gone.error());
        else
            removed += *gone;
    }
    return removed;
}

void AttachmentKeeper::Impl::say_how_full() {
    const auto room = store.room();
    if (room.is_filling() == filling)
        return;
    filling = !filling;
    log(filling ? LogLevel::warning : LogLevel::info, "attachments",
        filling ? "filling" : "room again", {{"used_bytes", room.used}, {"room_bytes", room.room}});
}

std::int64_t AttachmentKeeper::Impl::pass() {
    const std::lock_guard lock(pass_mutex);
    auto db = readers.get();
    if (!db) {
        warn("the store cannot be read", db.error());
        return 0;
    }
    const auto removed = forget(**db) + look_at_the_released(**db) + look_through_a_part(**db);
    if (removed > 0)
        log(LogLevel::info, "attachments", "expired", {{"files", removed}});
    say_how_full();
    return removed;
}

AttachmentKeeper::AttachmentKeeper(AttachmentStore& store, Writer& writer, Readers& readers,
                                   std::chrono::days unnamed)
    : impl_(new Impl{.store = store, .writer = writer, .readers = readers, .unnamed = unnamed}) {
    impl_->say_how_full();
    impl_->rounds.emplace("attachments", every, [impl = impl_.get()] { impl->pass(); });
}

AttachmentKeeper::~AttachmentKeeper() = default;

std::int64_t AttachmentKeeper::pass() {
    return impl_->pass();
}

} // namespace chengyun::hub
