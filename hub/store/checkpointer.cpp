#include "hub/store/checkpointer.h"

#include "hub/config/workers.h"
#include "hub/store/database.h"

#include <sqlite3.h>

#include <mutex>

namespace chengyun::hub {

namespace {

/// 64 MB of 4 KB pages: beyond this the log is copied.
constexpr int long_log = 16000;
/// Copied up to this many pages before the end: the writer can finish that itself.
constexpr int short_rest = 400;

struct Progress {
    int log = 0;    ///< pages in the log
    int copied = 0; ///< of those, also in the database file
};

/// Passive: never waits for a reader and never makes the writer wait.
[[nodiscard]] Progress copy_log(Database& db) {
    Progress progress;
    // A failure (busy, disk full) leaves the log as it is; the next commit asks again.
    if (sqlite3_wal_checkpoint_v2(db.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &progress.log,
                                  &progress.copied) != SQLITE_OK)
        return {};
    return progress;
}

/// Asks the disk to keep the pages copied so far. SQLite asks it only once the whole log is copied;
/// then the writer would wait for all of them.
void force_copied(Database& db) {
    sqlite3_file* file = nullptr;
    // A failure shows again when the log is finished, and there it counts.
    if (sqlite3_file_control(db.handle(), "main", SQLITE_FCNTL_FILE_POINTER,
                             static_cast<void*>(&file)) == SQLITE_OK &&
        file && file->pMethods)
        static_cast<void>(file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY));
}

} // namespace

struct Checkpointer::Impl {
    std::unique_ptr<Database> db;
    std::mutex mutex; ///< guards the two below
    bool wanted = false;
    bool nearly_done = false;
    Workers worker{"store"}; ///< last: it uses all of the above

    void copy() {
        const auto progress = copy_log(*db);
        force_copied(*db);
        end(progress);
    }
    /// The next long log is copied again, whatever became of this one.
    void end(const Progress& progress) {
        const std::lock_guard lock(mutex);
        wanted = false;
        nearly_done = progress.copied > 0 && progress.log - progress.copied < short_rest;
    }
};

Checkpointer::Checkpointer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Checkpointer::~Checkpointer() {
    impl_->worker.drop();
}

Result<std::unique_ptr<Checkpointer>> Checkpointer::start(const std::filesystem::path& file) {
    auto db = Database::open(file, Database::Mode::read_write);
    if (!db)
        return db.error();
    auto impl = std::make_unique<Impl>();
    impl->db = std::move(*db);
    return std::unique_ptr<Checkpointer>(new Checkpointer(std::move(impl)));
}

void Checkpointer::committed(Database& writer, int log_pages) {
    if (log_pages < long_log)
        return;
    bool finish = false;
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->wanted)
            return;
        finish = impl_->nearly_done;
        impl_->nearly_done = false;
        impl_->wanted = !finish;
    }
    if (finish)
        static_cast<void>(copy_log(writer));
    else if (!impl_->worker.post([impl = impl_.get()] { impl->copy(); }))
        impl_->end({}); // nothing runs: a later commit asks again
}

} // namespace chengyun::hub
