#include "hub/store/sqlite_writer.h"

#include "core/id/uuid.h"
#include "hub/config/guard.h"
#include "hub/journal/entry_text.h"
#include "hub/journal/journal.h"
#include "hub/store/kept_answers.h"
#include "hub/store/migrations.h"

#include <format>
#include <future>
#include <utility>

namespace chengyun::hub {

namespace {

/// A key is refused before its answer is forgotten, by so much that a clock which is put back does
/// not let it in again.
constexpr std::chrono::days clock_slack{1};
/// Answers forgotten in one commit: no fewer than one commit may add (WriterOptions::max_batch), so
/// that they do not pile up, and few enough that nobody waits for it.
constexpr std::int64_t forget_limit = 256;

} // namespace

Result<std::int64_t> SqliteTransaction::append(Entry draft) {
    const auto body = json::write(draft.body);
    return append(std::move(draft), body);
}

Result<std::int64_t> SqliteTransaction::append(Entry draft, std::string_view body) {
    draft.seq = end_.seq + 1;
    draft.time = now_;
    const auto text = entry_text(draft, body);
    auto hash = chain_hash(end_.hash, text);

    auto insert = db_.prepare("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    const auto areas = joined(draft.areas);
    const auto units = joined(draft.units);
    auto stored = insert->bind(draft.seq)
                      .bind_view(draft.kind)
                      .bind_view(draft.entity)
                      .bind_view(draft.subject)
                      .bind_view(areas)
                      .bind_view(units)
                      .bind_view(text)
                      .bind_view(hash)
                      .run();
    if (!stored)
        return stored.error();

    auto entry = std::make_shared<StoredEntry>();
    entry->seq = draft.seq;
    entry->rule = kinds_.rule_of(draft.kind, draft.entity);
    entry->kind = std::move(draft.kind);
    entry->areas = std::move(draft.areas);
    entry->units = std::move(draft.units);
    entry->json = chained_text(text, end_.hash, hash);
    entries_.push_back(std::move(entry));
    end_ = {draft.seq, std::move(hash)};
    return end_.seq;
}

void SqliteTransaction::undo_to(std::size_t entries, JournalPosition end) {
    entries_.resize(entries);
    end_ = std::move(end);
}

SqliteWriter::SqliteWriter(std::unique_ptr<Database> db, std::unique_ptr<Checkpointer> checkpointer,
                           FileLock lock, JournalPosition end, WriterOptions options,
                           LogSync::Force force)
    : options_(std::move(options)), lock_(std::move(lock)), db_(std::move(db)),
      checkpointer_(std::move(checkpointer)), end_(std::move(end)), head_(end_.seq), told_(end_),
      sync_(std::move(force)) {
    sqlite3_wal_hook(
        db_->handle(),
        [](void* pages, sqlite3*, const char*, int count) {
            *static_cast<int*>(pages) = count;
            return SQLITE_OK;
        },
        &log_pages_);
    thread_ = std::thread([this] { loop(); });
}

SqliteWriter::~SqliteWriter() {
    stop();
}

void SqliteWriter::submit(Work work, Finished finished) {
    enqueue({std::nullopt, std::move(work), std::move(finished)});
}

void SqliteWriter::submit(CommandKey key, Work work, Finished finished) {
    enqueue({std::move(key), std::move(work), std::move(finished)});
}

void SqliteWriter::enqueue(Item&& item) {
    std::optional<Failure> refusal;
    {
        const std::lock_guard lock(mutex_);
        if (stopping_)
            refusal = fail(FailureKind::unavailable, {}, "the hub is stopping");
        else if (sync_.broken())
            refusal =
                fail(FailureKind::unavailable, {}, "the disk failed; the hub must be restarted");
        else if (pending_.size() >= options_.max_waiting)
            refusal = fail(FailureKind::too_many, {}, "too many commands are waiting");
        else
            pending_.push_back(std::move(item));
        waiting_.store(pending_.size(), std::memory_order_relaxed);
    }
    if (refusal)
        item.finished(*refusal); // NOLINT(bugprone-use-after-move): refused ones were not moved
    else
        wake_.notify_one();
}

Result<Answer> SqliteWriter::run(Work work) {
    std::promise<Result<Answer>> promise;
    auto future = promise.get_future();
    submit(std::move(work), [&](Result<Answer> answer) { promise.set_value(std::move(answer)); });
    return future.get();
}

void SqliteWriter::when_on_disk(std::function<void(bool)> then) {
    sync_.when_on_disk(std::move(then));
}

void SqliteWriter::observe(Observer observer) {
    const std::lock_guard lock(mutex_);
    observers_.push_back(std::move(observer));
}

void SqliteWriter::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    const std::lock_guard lock(stop_mutex_);
    if (thread_.joinable())
        thread_.join();
    sync_.stop();
}

JournalPosition SqliteWriter::end() const {
    const std::lock_guard lock(told_mutex_);
    return told_;
}

Writer::Counters SqliteWriter::counters() const {
    return {batches_.load(), works_.load(), refused_.load(), failures_.load()};
}

void SqliteWriter::loop() {
    std::vector<Item> taken;
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return stopping_ || !pending_.empty(); });
            if (pending_.empty())
                return;
            if (pending_.size() <= options_.max_batch) {
                taken.swap(pending_);
            } else {
                const auto end = pending_.begin() + static_cast<std::ptrdiff_t>(options_.max_batch);
                taken.assign(std::make_move_iterator(pending_.begin()),
                             std::make_move_iterator(end));
                pending_.erase(pending_.begin(), end);
            }
            waiting_.store(pending_.size(), std::memory_order_relaxed);
        }
        std::span<Item> rest(taken);
        while (!rest.empty())
            rest = rest.subspan(run_batch(rest));
        taken.clear();
    }
}

SqliteWriter::Ran SqliteWriter::run_all(SqliteTransaction& tx, std::span<Item> items,
                                        bool savepoints, std::vector<Result<Answer>>& answers) {
    for (auto& item : items) {
        const auto changes = sqlite3_total_changes64(db_->handle());
        const auto entries = tx.entries().size();
        answers.push_back(savepoints ? run_in_savepoint(tx, item) : run_one(tx, item));
        // A full disk or a damaged page makes SQLite drop the whole transaction, and with it what
        // the batch did so far.
        if (sqlite3_get_autocommit(db_->handle()) != 0)
            return Ran::lost;
        const bool left_traces =
            sqlite3_total_changes64(db_->handle()) != changes || tx.entries().size() != entries;
        if (!savepoints && answers.back().has_error() && left_traces)
            return Ran::dirty;
    }
    return Ran::all;
}

std::size_t SqliteWriter::run_batch(std::span<Item> items) {
    // A savepoint for each command would copy every page it touches, a fifth of what an order
    // costs; and nearly all refusals come before anything is written. So commands run without, and
    // only when one leaves something to undo is the batch run again with savepoints.
    std::vector<Result<Answer>> answers;
    answers.reserve(items.size());
    std::optional<SqliteTransaction> tx;
    std::optional<Failure> lost;
    for (const bool savepoints : {false, true}) {
        answers.clear();
        tx.emplace(*db_, options_.kinds, end_);
        lost = begin();
        if (lost) {
            answers.assign(items.size(), Result<Answer>(*lost));
            break;
        }
        const auto ran = run_all(*tx, items, savepoints, answers);
        if (ran == Ran::dirty) {
            lost = roll_back();
            if (!lost)
                continue;
            answers.assign(items.size(), Result<Answer>(*lost));
        } else if (ran == Ran::lost) {
            lost = answers.back().has_error()
                       ? answers.back().error()
                       : fail(FailureKind::unavailable, {}, "the transaction was lost");
        } else {
            lost = commit(*tx);
        }
        break;
    }

    for (const auto& answer : answers)
        refused_ += answer.has_error();
    works_ += static_cast<std::int64_t>(answers.size());
    if (lost) {
        ++failures_;
        for (auto& answer : answers)
            if (answer.has_value())
                answer = *lost;
    } else {
        end_ = tx->end();
    }
    Batch batch;
    batch.end = end_;
    if (!lost)
        batch.entries = tx->take_entries();
    batch.replies.reserve(answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i)
        if (items[i].finished)
            batch.replies.push_back({std::move(items[i].finished), std::move(answers[i])});
    const auto changes = sqlite3_total_changes64(db_->handle());
    announce(); // one that came to no commit is handed over all the same, for its refusals' order
    announced_ = false;
    sync_.hand_over(changes != changes_, [this, batch = std::move(batch)](bool on_disk) mutable {
        tell(batch, on_disk);
    });
    changes_ = changes;
    checkpointer_->committed(*db_, log_pages_);
    return answers.size();
}

void SqliteWriter::announce() {
    if (!std::exchange(announced_, true))
        sync_.announce();
}

void SqliteWriter::tell(Batch& batch, bool on_disk) {
    if (!on_disk && options_.disk_failed)
        options_.disk_failed();
    if (on_disk) {
        head_.store(batch.end.seq, std::memory_order_release);
        if (!batch.entries.empty()) {
            const std::lock_guard lock(told_mutex_);
            told_ = std::move(batch.end);
        }
        if (!batch.entries.empty())
            for (const auto& observer : observers())
                guarded_job("store", [&] { observer(batch.entries); });
    }
    for (auto& [finished, answer] : batch.replies) {
        if (!on_disk && answer.has_value())
            answer = fail(FailureKind::unavailable, {}, "not stored: the disk failed");
        guarded_job("store", [&] { finished(std::move(answer)); });
    }
}

std::optional<Failure> SqliteWriter::roll_back() {
    if (auto done = step("ROLLBACK"); !done)
        return fail(FailureKind::unavailable, {}, "not undone: " + done.error().detail);
    return {};
}

std::optional<Failure> SqliteWriter::begin() {
    auto begin = db_->prepare("BEGIN IMMEDIATE");
    if (!begin)
        return begin.error();
    if (auto begun = begin->run(); !begun)
        return begun.error();
    return {};
}

std::optional<Failure> SqliteWriter::commit(const SqliteTransaction& tx) {
    const auto attempt = [&]() -> Result<> {
        if (!tx.entries().empty()) {
            auto head = db_->prepare("UPDATE journal_head SET seq = ?, hash = ?");
            if (!head)
                return head.error();
            if (auto done = head->bind(tx.end().seq).bind_view(tx.end().hash).run(); !done)
                return done;
        }
        const auto before = tx.now() - options_.keep_answers - clock_slack;
        if (auto done = forget_answers(*db_, before, forget_limit); !done)
            return done;
        // COMMIT does not wait for the disk (synchronous=NORMAL). LogSync does, before it tells
        // anybody.
        announce();
        auto commit = db_->prepare("COMMIT");
        if (!commit)
            return commit.error();
        return commit->run();
    };
    if (auto done = attempt(); !done) {
        const Failure failure =
            fail(FailureKind::unavailable, {}, "not stored: " + done.error().detail);
        if (sqlite3_get_autocommit(db_->handle()) == 0)
            static_cast<void>(roll_back()); // the first failure is the one to tell
        return failure;
    }
    ++batches_;
    return {};
}

Result<Answer> SqliteWriter::run_one(SqliteTransaction& tx, Item& item) {
    // What a command throws must not take the others of its batch with it.
    return guarded("store", [&] { return carry_out(tx, item); });
}

Result<Answer> SqliteWriter::carry_out(SqliteTransaction& tx, Item& item) {
    tx.set_now(options_.clock());
    if (item.key) {
        auto earlier = find_answer(*db_, *item.key);
        if (!earlier)
            return earlier.error();
        if (*earlier)
            return std::move(**earlier);
        if (time_of_id(item.key->key) < tx.now() - options_.keep_answers)
            return fail(FailureKind::expired, "Idempotency-Key",
                        std::format("made more than {} days ago by the time in it: whether it was "
                                    "carried out is not known any more",
                                    options_.keep_answers.count()));
        if (item.key->expires && tx.now() > *item.key->expires)
            return fail(FailureKind::expired, {}, "the command came after its time");
    }
    auto answer = item.work(tx);
    if (answer && item.key)
        if (auto kept = keep_answer(*db_, *item.key, *answer); !kept)
            return kept.error();
    return answer;
}

Result<Answer> SqliteWriter::run_in_savepoint(SqliteTransaction& tx, Item& item) {
    const auto entries = tx.entries().size();
    const auto end = tx.end();
    if (auto opened = step("SAVEPOINT work"); !opened)
        return opened.error();
    auto answer = run_one(tx, item);
    if (sqlite3_get_autocommit(db_->handle()) != 0)
        return answer;
    if (!answer) {
        tx.undo_to(entries, end);
        if (auto undone = step("ROLLBACK TO work"); !undone)
            return undone.error();
    }
    if (auto released = step("RELEASE work"); !released)
        return released.error();
    return answer;
}

Result<> SqliteWriter::step(std::string_view sql) {
    auto statement = db_->prepare(sql);
    if (!statement)
        return statement.error();
    return statement->run();
}

std::vector<Writer::Observer> SqliteWriter::observers() {
    const std::lock_guard lock(mutex_);
    return observers_;
}

Result<std::unique_ptr<Writer>> open_writer(const std::filesystem::path& file,
                                            WriterOptions options) {
    auto lock = FileLock::take(file.string() + ".lock");
    if (!lock)
        return lock.error();
    auto db = Database::open(file, Database::Mode::read_write);
    if (!db)
        return db.error();
    if (auto migrated = migrate(**db); !migrated)
        return migrated.error();
    auto checkpointer = Checkpointer::start(file);
    if (!checkpointer)
        return checkpointer.error();
    if (auto set = (*db)->execute("PRAGMA synchronous=NORMAL"); !set)
        return set.error();
    LogSync::Force force = options.force;
    if (!force) {
        auto forcing = LogSync::forcing(file.string() + "-wal");
        if (!forcing)
            return forcing.error();
        force = std::move(*forcing);
    }
    // What a killed process had committed is in the log but perhaps not on disk yet.
    if (const auto failed = force())
        return fail(FailureKind::unavailable, {}, file.string() + "-wal: " + failed.message());
    auto end = journal_end(**db);
    if (!end)
        return end.error();
    return std::unique_ptr<Writer>(
        std::make_unique<SqliteWriter>(std::move(*db), std::move(*checkpointer), std::move(*lock),
                                       std::move(*end), std::move(options), std::move(force)));
}

} // namespace chengyun::hub
