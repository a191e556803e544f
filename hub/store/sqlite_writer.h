// The writer on SQLite. Only sqlite_writer.cpp and its tests include this; everybody else has
// writer.h.
#pragma once

#include "core/json/codec.h"
#include "hub/store/checkpointer.h"
#include "hub/store/database.h"
#include "hub/store/file_lock.h"
#include "hub/store/log_sync.h"
#include "hub/store/writer.h"

#include <sqlite3.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <span>
#include <thread>

namespace chengyun::hub {

/// One batch. Keeps the entries and the end of the chain in memory until the commit is on disk.
class SqliteTransaction final : public Transaction {
public:
    SqliteTransaction(Database& db, const JournalKinds& kinds, JournalPosition end)
        : db_(db), kinds_(kinds), end_(std::move(end)) {}

    [[nodiscard]] Instant now() const override { return now_; }
    [[nodiscard]] std::int64_t next_seq() const override { return end_.seq + 1; }
    Result<std::int64_t> append(Entry draft) override;
    Result<std::int64_t> append(Entry draft, std::string_view body) override;
    [[nodiscard]] Database& database() override { return db_; }

    void set_now(Instant now) { now_ = now; }
    [[nodiscard]] const std::vector<StoredEntryPtr>& entries() const { return entries_; }
    [[nodiscard]] std::vector<StoredEntryPtr> take_entries() { return std::move(entries_); }
    [[nodiscard]] const JournalPosition& end() const { return end_; }
    /// Forgets what a refused command appended.
    void undo_to(std::size_t entries, JournalPosition end);

private:
    Database& db_;
    const JournalKinds& kinds_;
    JournalPosition end_;
    Instant now_{};
    std::vector<StoredEntryPtr> entries_;
};

class SqliteWriter final : public Writer {
public:
    SqliteWriter(std::unique_ptr<Database> db, std::unique_ptr<Checkpointer> checkpointer,
                 FileLock lock, JournalPosition end, WriterOptions options, LogSync::Force force);
    ~SqliteWriter() override;

    void submit(Work work, Finished finished) override;
    void submit(CommandKey key, Work work, Finished finished) override;
    Result<Answer> run(Work work) override;
    void when_on_disk(std::function<void(bool on_disk)> then) override;
    void observe(Observer observer) override;
    void stop() override;
    [[nodiscard]] std::size_t waiting() const override { return waiting_.load(); }
    [[nodiscard]] std::int64_t head() const override { return head_.load(); }
    [[nodiscard]] JournalPosition end() const override;
    [[nodiscard]] const JournalKinds& kinds() const override { return options_.kinds; }
    [[nodiscard]] Counters counters() const override;

private:
    struct Item {
        std::optional<CommandKey> key;
        Work work;
        Finished finished;
    };
    /// What a commit leaves to be told once it is on disk.
    struct Reply {
        Finished finished;
        Result<Answer> answer;
    };
    struct Batch {
        JournalPosition end;
        std::vector<StoredEntryPtr> entries;
        std::vector<Reply> replies;
    };
    void enqueue(Item&& item);
    void loop();
    /// Runs, commits and hands over; how many of the items it got through.
    std::size_t run_batch(std::span<Item> items);
    enum class Ran {
        all,
        dirty, ///< the last answer is a refusal that left something to undo
        lost   ///< SQLite dropped the transaction
    };
    [[nodiscard]] Ran run_all(SqliteTransaction& tx, std::span<Item> items, bool savepoints,
                              std::vector<Result<Answer>>& answers);
    [[nodiscard]] std::optional<Failure> begin();
    [[nodiscard]] std::optional<Failure> roll_back();
    [[nodiscard]] std::optional<Failure> commit(const SqliteTransaction& tx);
    [[nodiscard]] Result<Answer> run_one(SqliteTransaction& tx, Item& item);
    [[nodiscard]] Result<Answer> run_in_savepoint(SqliteTransaction& tx, Item& item);
    [[nodiscard]] Result<Answer> carry_out(SqliteTransaction& tx, Item& item);
    void announce();
    /// On the sync thread.
    void tell(Batch& batch, bool on_disk);
    [[nodiscard]] Result<> step(std::string_view sql);
    [[nodiscard]] std::vector<Observer> observers();

    const WriterOptions options_;
    FileLock lock_;
    std::unique_ptr<Database> db_; ///< the writer thread's only
    std::unique_ptr<Checkpointer> checkpointer_;
    int log_pages_ = 0;        ///< the writer thread's only: length of the write-ahead log
    JournalPosition end_;      ///< the writer thread's only: as committed
    std::int64_t changes_ = 0; ///< the writer thread's only: SQLite's count after the last batch
    bool announced_ = false;   ///< the writer thread's only: the batch at work has been

    std::mutex mutex_; ///< guards the four below
    std::condition_variable wake_;
    std::vector<Item> pending_;
    std::vector<Observer> observers_;
    bool stopping_ = false;

    std::mutex stop_mutex_;
    std::atomic<std::size_t> waiting_{0};
    std::atomic<std::int64_t> head_;
    mutable std::mutex told_mutex_; ///< guards the one below
    JournalPosition told_;          ///< the end of the journal on disk
    std::atomic<std::int64_t> batches_{0}, works_{0}, refused_{0}, failures_{0};
    LogSync sync_;
    std::thread thread_; ///< last: it uses all of the above
};

} // namespace chengyun::hub
