#include "hub/imports/import_thread.h"

#include "core/json/codec.h"
#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/config/workers.h"
#include "hub/imports/storing.h"
#include "hub/store/database.h"
#include "hub/store/kept_answers.h"

#include <atomic>
#include <memory>
#include <new>
#include <optional>
#include <stop_token>

#include <sys/resource.h>
#include <unistd.h>

namespace chengyun::hub {

namespace {

/// Imports are rare and made by hand. More at a time is a mistake or an attack.
constexpr std::size_t most_waiting = 8;
/// Of Linux's nice values: on a busy machine, orders come first.
constexpr int niceness = 10;

Failure is_stopping() {
    return fail(FailureKind::unavailable, {}, "the hub is stopping; nothing was imported");
}

} // namespace

struct ImportThread::Impl {
    Writer& writer;
    const ImportTarget& target;
    std::stop_source stopping;
    std::atomic<std::size_t> unfinished{0};
    Workers worker; ///< last: it uses all of the above

    struct Waiting;
    void carry_out(const Job& job, const Done& done);
    Result<> still_allowed(const Job& job);
    Result<Answer> import(const Job& job);
    Result<Answer> dry_run(const ImportRequest& request);
    Result<std::optional<Answer>> earlier_answer(const CommandKey& key);
    void clear();
};

ImportThread::ImportThread(Writer& writer, const ImportTarget& target)
    : impl_(new Impl{writer, target, {}, 0, Workers("imports", 1, most_waiting)}) {
    static_cast<void>(impl_->worker.post([impl = impl_.get()] {
        // Without the right to, it runs as everybody else does.
        static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness));
        impl->clear();
    }));
}

ImportThread::~ImportThread() {
    stop();
}

/// An import that was accepted. It is answered exactly once, also when it is dropped.
struct ImportThread::Impl::Waiting {
    Impl& impl;
    Job job;
    Done done;
    bool answered = false;

    Waiting(Impl& i, Job j, Done d) : impl(i), job(std::move(j)), done(std::move(d)) {
        ++impl.unfinished;
    }
    ~Waiting() {
        --impl.unfinished;
        if (!answered)
            guarded_job("imports", [this] { done(is_stopping()); });
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
};

void ImportThread::submit(Job job, Done done) {
    const auto waiting = std::make_shared<Impl::Waiting>(*impl_, std::move(job), std::move(done));
    const bool accepted = impl_->worker.post([impl = impl_.get(), waiting] {
        waiting->answered = true;
        impl->carry_out(waiting->job, waiting->done);
        impl->clear();
    });
    if (accepted || impl_->stopping.stop_requested())
        return;
    waiting->answered = true;
    waiting->done(fail(FailureKind::too_many, {}, "too many imports are waiting"));
}

void ImportThread::stop() {
    impl_->stopping.request_stop();
    impl_->worker.drop();
}

std::size_t ImportThread::unfinished() const {
    return impl_->unfinished;
}

void ImportThread::Impl::carry_out(const Job& job, const Done& done) {
    auto answer = guarded("imports", [&]() -> Result<Answer> {
        try {
            if (auto allowed = still_allowed(job); !allowed)
                return allowed.error();
            return job.dry_run ? dry_run(job.request) : import(job);
        } catch (const std::bad_alloc&) { // a fault of the file, not of the hub
            return fail(FailureKind::too_large, "file", "there is not enough memory for it");
        }
    });
    writer.when_on_disk([done, answer = std::move(answer)](bool on_disk) {
        done(on_disk ? answer
                     : Result<Answer>(fail(FailureKind::unavailable, {}, "the disk failed")));
    });
}

Result<> ImportThread::Impl::still_allowed(const Job& job) {
    if (!job.still_allowed)
        return {};
    auto db = target.readers.get();
    return db ? job.still_allowed(**db) : Result<>(db.error());
}

Result<Answer> ImportThread::Impl::dry_run(const ImportRequest& request) {
    const auto prepared = prepare_import(request);
    if (!prepared)
        return prepared.error();
    auto db = target.readers.get();
    if (!db)
        return db.error();
    const auto report = preview_import(**db, *prepared, target);
    if (!report)
        return report.error();
    return Answer{200, json::write(*report)};
}

Result<Answer> ImportThread::Impl::import(const Job& job) {
    // The writer looks too, but only after all the work.
    auto earlier = earlier_answer(job.key);
    if (!earlier)
        return earlier.error();
    if (*earlier)
        return std::move(**earlier);
    const auto prepared = prepare_import(job.request);
    if (!prepared)
        return prepared.error();
    return ImportStoring(writer, *prepared, job.actor, target, stopping.get_token(),
                         job.still_allowed, job.forget_file)
        .run(job.key);
}

Result<std::optional<Answer>> ImportThread::Impl::earlier_answer(const CommandKey& key) {
    auto db = target.readers.get();
    if (!db)
        return db.error();
    return find_answer(**db, key);
}

void ImportThread::Impl::clear() {
    const auto cleared = guarded("imports", [&]() -> Result<> {
        return clear_editions(writer, target.editions, stopping.get_token());
    });
    // Nobody sees what is left, and the next import tries again before it begins.
    if (!cleared && !stopping.stop_requested())
        log(LogLevel::warning, "imports", "not cleared away",
            {{"detail", std::string_view(cleared.error().detail)}});
}

} // namespace chengyun::hub
