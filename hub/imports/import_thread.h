// The thread on which a running hub imports, one file after the other: reading and judging a file
// takes longer than anybody else should wait for a reader or the writer.
#pragma once

#include "hub/imports/import.h"
#include "hub/store/writer.h"

#include <cstddef>
#include <functional>
#include <memory>

namespace chengyun::hub {

class ImportThread {
public:
    struct Job {
        ImportRequest request;
        bool dry_run = false;
        Actor actor;
        StillAllowed still_allowed; ///< a dry run asks it only before it begins
        ForgetFile forget_file;
        CommandKey key; ///< of an import that was carried out before, its answer is given again
    };
    /// The report as JSON, once it and all it tells of are on disk.
    using Done = std::function<void(Result<Answer>)>;

    /// Starts the thread, which first clears away what an import left that a kill cut off. Both
    /// must outlive this.
    ImportThread(Writer& writer, const ImportTarget& target);
    /// As stop().
    ~ImportThread();
    ImportThread(const ImportThread&) = delete;
    ImportThread& operator=(const ImportThread&) = delete;

    /// Any thread. `done` runs on the import's thread or the sync thread, or here at once with
    /// `too_many` when several wait already, or `unavailable` after stop(). Fails besides as
    /// prepare_import, ImportStoring and the job's `still_allowed` do; with `too_large` when there
    /// is no memory for the file.
    void submit(Job job, Done done);
    /// Ends the import that is under way: it leaves nothing to be seen. Those that wait fail with
    /// `unavailable`. Returns when the thread has ended.
    void stop();
    /// Those that wait, and the one under way. Any thread.
    [[nodiscard]] std::size_t unfinished() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
