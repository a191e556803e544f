#include "hub/config/guard.h"

#include "hub/config/log.h"

#include <atomic>
#include <exception>
#include <new>

namespace chengyun::hub {

namespace {

std::atomic<std::int64_t> stopped{0};

[[nodiscard]] Failure told(std::string_view where, FailureKind kind, std::string_view what) {
    log(LogLevel::error, where, "exception", {{"what", what}});
    return fail(kind, {}, std::string(what));
}

} // namespace

std::int64_t exceptions_stopped() {
    return stopped.load(std::memory_order_relaxed);
}

Failure stopped_exception(std::string_view where) noexcept {
    stopped.fetch_add(1, std::memory_order_relaxed);
    // Telling needs memory too. What cannot be told has been counted.
    try {
        try {
            throw;
        } catch (const std::bad_alloc&) {
            return told(where, FailureKind::unavailable, "memory ran out");
        } catch (const std::exception& error) {
            return told(where, FailureKind::internal, error.what());
        } catch (...) {
            return told(where, FailureKind::internal, "something that is no exception");
        }
    } catch (...) {
        return Failure{FailureKind::unavailable, {}, {}};
    }
}

} // namespace chengyun::hub
