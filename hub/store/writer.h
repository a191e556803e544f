// The one place where facts are changed: a thread that runs commands in batches, one commit a batch
// (group commit), and a second one that asks the disk and then answers: after the commit is on
// disk, never before.
//
// Why a batch: asking the disk costs the same however much it is asked to keep, so at 64 clients it
// is asked once for many orders. Why a second thread: while the disk works for one batch, the next
// is carried out. A command that is refused leaves no trace and does not disturb the others of its
// batch.
#pragma once

#include "core/journal/position.h"
#include "core/result.h"
#include "core/time/instant.h"
#include "hub/journal/journal.h"
#include "hub/store/transaction.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace chengyun::hub {

/// Identifies a command for idempotency (docs/api.md).
struct CommandKey {
    std::string key;     ///< the Idempotency-Key header, a UUIDv7
    std::string account; ///< whose command it is
    std::string
        digest; ///< of method, path and body: the same key with another digest is key_reused
    std::optional<Instant> expires;
};

/// What a command leaves: status and body of the answer, kept for repetitions.
struct Answer {
    int status = 200;
    std::string body; ///< JSON
    /// When not 0: the body is Done of the journal entry with this seq and that entry's own body,
    /// so the idempotency record need not hold it a second time.
    std::int64_t done_of = 0;
};

class Writer {
public:
    /// Runs on the writer thread inside the batch's transaction. A failure rolls back only this
    /// one.
    using Work = std::function<Result<Answer>(Transaction&)>;
    /// Runs on the sync thread after the commit is on disk; must be quick and must not block.
    using Finished = std::function<void(Result<Answer>)>;
    /// Runs on the sync thread once a commit is on disk, before the Finished callbacks, with the
    /// batch's journal entries in order of seq.
    using Observer = std::function<void(const std::vector<StoredEntryPtr>&)>;

    virtual ~Writer() = default;

    /// Any thread. After stop() every submission finishes at once with `unavailable`.
    virtual void submit(Work work, Finished finished) = 0;
    /// Any thread. With a key the work runs at most once for ever; repetitions get its first
    /// answer, or `expired` once the key is older than WriterOptions::keep_answers.
    virtual void submit(CommandKey key, Work work, Finished finished) = 0;
    /// Any thread but the writer's: submit and wait. For start-up, the command line and tests.
    virtual Result<Answer> run(Work work) = 0;
    /// Any thread: runs `then`, at once or on the sync thread, when everything that could be read
    /// before the call is on disk, so that no answer tells of what a power cut may still undo.
    /// False: the disk failed.
    virtual void when_on_disk(std::function<void(bool on_disk)> then) = 0;
    /// Before start-up is over; never removed.
    virtual void observe(Observer observer) = 0;
    /// Finishes what was submitted, then stops the thread.
    virtual void stop() = 0;
    /// Number of commands waiting; for /metrics and for refusing early under overload.
    [[nodiscard]] virtual std::size_t waiting() const = 0;
    /// seq of the newest entry on disk. Any thread.
    [[nodiscard]] virtual std::int64_t head() const = 0;
    /// The same with that entry's hash. Any thread.
    [[nodiscard]] virtual JournalPosition end() const = 0;
    /// WriterOptions::kinds, for those who read the journal. Any thread.
    [[nodiscard]] virtual const JournalKinds& kinds() const = 0;
    /// Totals since start, for /metrics. Any thread.
    struct Counters {
        std::int64_t batches = 0;  ///< durable commits
        std::int64_t works = 0;    ///< commands that ran, refused ones included
        std::int64_t refused = 0;  ///< of those, refused by a rule
        std::int64_t failures = 0; ///< commits that the disk did not take
    };
    [[nodiscard]] virtual Counters counters() const = 0;
};

struct WriterOptions {
    Clock clock = system_now;
    /// The rules of the entries (Capabilities::journal_kinds). Entries of other kinds are seen by
    /// place.
    JournalKinds kinds{};
    /// Commands in one commit at most; bounds how long the first of a batch waits for the last.
    std::size_t max_batch = 256;
    /// How long the answer of a command is kept for its repetitions, by the time in its key. Older
    /// keys are refused, because nobody can tell any more whether they were carried out.
    std::chrono::days keep_answers{30};
    /// Beyond this many waiting, submissions finish at once with `too_many`.
    std::size_t max_waiting = 20000;
    /// Called on the sync thread when the disk failed to keep a commit. Nothing is stored any more;
    /// the process should end, because what readers see may be more than what is kept.
    std::function<void()> disk_failed{};
    /// Instead of fdatasync of the write-ahead log, in tests.
    std::function<std::error_code()> force{};
};

/// Opens or makes the database file, migrates it to this program's version
/// (hub/store/migrations.h), reads the end of the journal and starts the writer thread. Only one
/// process may write: a second writer on the same file is refused with `conflict`.
[[nodiscard]] Result<std::unique_ptr<Writer>> open_writer(const std::filesystem::path& file,
                                                          WriterOptions options = {});

} // namespace chengyun::hub
