#include "hub/imports/import_thread.h"

#include "core/json/codec.h"
#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/imports/storing.h"
#include "hub/store/database.h"
#include "hub/store/kept_answers.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <optional>
#include <stop_token>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace chengyun::hub {

namespace {

/// Imports are rare and made by hand. More at a time is a mistake or an attack.
constexpr std::size_t most_waiting = 8;
/// Of Linux's nice values: on a machine that is busy, whoever dispatches comes first.
constexpr int niceness = 10;

Failure stopping() {
    return fail(FailureKind::unavailable, {}, "the hub is stopping; nothing was imported");
}

} // namespace

struct ImportThread::Impl {
    struct Waiting {
        Job job;
        Done done;
    };

    Writer& writer;
    const ImportTarget& target;

    mutable std::mutex mutex; ///< guards the three below
    std::condition_variable_any wake;
    std::deque<Waiting> waiting;
    bool busy = false;
    bool ended = false;
    std::jthread thread; ///< last: it uses all of the above

    void loop(const std::stop_token& stop);
    void carry_out(const Job& job, const Done& done, const std::stop_token& stop);
    Result<> still_allowed(const Job& job);
    Result<Answer> import(const Job& job, const std::stop_token& stop);
    Result<Answer> dry_run(const ImportRequest& request);
    Result<std::optional<Answer>> earlier_answer(const CommandKey& key);
    void clear(const std::stop_token& stop);
};

ImportThread::ImportThread(Writer& writer, const ImportTarget& target)
    : impl_(new Impl{writer, target, {}, {}, {}, false, false, {}}) {
    impl_->thread = std::jthread([impl = impl_.get()](const std::stop_token& stop) {
        // Without the right to, it runs as everybody else does.
        static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness));
        impl->loop(stop);
    });
}

ImportThread::~ImportThread() {
    stop();
}

void ImportThread::submit(Job job, Done done) {
    std::optional<Failure> refusal;
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->ended)
            refusal = stopping();
        else if (impl_->waiting.size() >= most_waiting)
            refusal = fail(FailureKind::too_many, {}, "too many imports are waiting");
        else
            impl_->waiting.push_back({std::move(job), std::move(done)});
    }
    if (refusal)
        done(*refusal); // NOLINT(bugprone-use-after-move): refused ones were not moved
    else
        impl_->wake.notify_one();
}

void ImportThread::stop() {
    impl_->thread.request_stop();
    std::deque<Impl::Waiting> left;
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->ended = true;
        left.swap(impl_->waiting);
    }
    if (impl_->thread.joinable())
        impl_->thread.join();
    for (const auto& one : left)
        one.done(stopping());
}

std::size_t ImportThread::unfinished() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->waiting.size() + (impl_->busy ? 1 : 0);
}

void ImportThread::Impl::loop(const std::stop_token& stop) {
    clear(stop);
    for (;;) {
        Waiting next;
        {
            std::unique_lock lock(mutex);
            busy = false;
            if (!wake.wait(lock, stop, [&] { return !waiting.empty(); }) || stop.stop_requested())
                return;
            next = std::move(waiting.front());
            waiting.pop_front();
            busy = true;
        }
        carry_out(next.job, next.done, stop);
        clear(stop);
    }
}

void ImportThread::Impl::carry_out(const Job& job, const Done& done, const std::stop_token& stop) {
    const auto guarded = [&]() -> Result<Answer> {
        try {
            if (auto allowed = still_allowed(job); !allowed)
                return allowed.error();
            return job.dry_run ? dry_run(job.request) : import(job, stop);
        } catch (const std::bad_alloc&) {
            return fail(FailureKind::too_large, "file", "there is not enough memory for it");
        } catch (const std::exception& error) {
            return fail(FailureKind::internal, {}, error.what());
        }
    };
    guarded_job("imports", [&] {
        writer.when_on_disk([done, answer = guarded()](bool on_disk) {
            done(on_disk ? answer
                         : Result<Answer>(fail(FailureKind::unavailable, {}, "the disk failed")));
        });
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

Result<Answer> ImportThread::Impl::import(const Job& job, const std::stop_token& stop) {
    // The writer looks too, but only after all the work.
    auto earlier = earlier_answer(job.key);
    if (!earlier)
        return earlier.error();
    if (*earlier)
        return std::move(**earlier);
    const auto prepared = prepare_import(job.request);
    if (!prepared)
        return prepared.error();
    return ImportStoring(writer, *prepared, job.actor, target, stop, job.still_allowed)
        .run(job.key);
}

Result<std::optional<Answer>> ImportThread::Impl::earlier_answer(const CommandKey& key) {
    auto db = target.readers.get();
    if (!db)
        return db.error();
    return find_answer(**db, key);
}

void ImportThread::Impl::clear(const std::stop_token& stop) {
    const auto guarded = [&]() -> Result<> {
        try {
            return clear_editions(writer, target.editions, stop);
        } catch (const std::exception& error) {
            return fail(FailureKind::internal, {}, error.what());
        }
    };
    // Nobody sees what is left, and the next import tries again before it begins.
    if (const auto cleared = guarded(); !cleared && !stop.stop_requested())
        log(LogLevel::warning, "imports", "not cleared away",
            {{"detail", std::string_view(cleared.error().detail)}});
}

} // namespace chengyun::hub
