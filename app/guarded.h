// What throws on a worker's thread in spite of everything: memory that ran out, or a mistake of
// ours. Errors are values here (core/result.h), and Qt ends the program with what a worker throws;
// this gives something instead that its owner can go on with.
#pragma once

#include <QtLogging>

#include <exception>
#include <type_traits>
#include <utility>

namespace chengyun::console {

/// What `work` gives; when it throws, `otherwise`, and the log says so, with the `name` of the
/// worker.
template <class Work>
[[nodiscard]] std::invoke_result_t<Work> guarded(const char* name, Work&& work,
                                                 std::invoke_result_t<Work> otherwise) {
    try {
        return std::forward<Work>(work)();
    } catch (const std::exception& error) {
        qWarning("%s: stopped an exception: %s", name, error.what());
    } catch (...) {
        qWarning("%s: stopped something that is no exception", name);
    }
    return otherwise;
}

} // namespace chengyun::console
