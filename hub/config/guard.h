// What throws in spite of everything: memory that ran out, or a mistake of ours. Errors are values
// here (core/result.h); an exception that gets to the top of a thread would end the hub, so each
// kind of thread stops it in one place, and the request it was for fails alone.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace chengyun::hub {

/// How many have been stopped since the start; for /metrics. Any thread.
[[nodiscard]] std::int64_t exceptions_stopped();

/// Inside a catch clause only: the exception as a failure, `unavailable` where memory ran out, else
/// `internal`. Counts it and says it in the log, under the folder that stopped it ("http").
[[nodiscard]] Failure stopped_exception(std::string_view where) noexcept;

/// What `work` gives, a Result; what it throws is its failure.
template <class Work>
[[nodiscard]] std::invoke_result_t<Work> guarded(std::string_view where, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (...) {
        return stopped_exception(where);
    }
}

/// Runs a job that has nobody to answer; false when it threw.
template <class Job>
bool guarded_job(std::string_view where, Job&& job) {
    try {
        std::forward<Job>(job)();
        return true;
    } catch (...) {
        static_cast<void>(stopped_exception(where));
        return false;
    }
}

} // namespace chengyun::hub
