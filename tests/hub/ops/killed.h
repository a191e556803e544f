// Ends a process in the middle of what it does.
#pragma once

#include <functional>
#include <string_view>

#include <sys/wait.h>
#include <unistd.h>

namespace chengyun::hub::test {

/// Runs `work` in a child process, which is ended without any farewell at the `nth` step that it is
/// told of (from 1). True when the work was done before that.
inline bool
done_before_kill(int nth,
                 const std::function<void(const std::function<void(std::string_view)>&)>& work) {
    const auto child = ::fork();
    if (child == 0) {
        int steps = 0;
        work([&](std::string_view) {
            if (++steps == nth)
                ::_exit(1);
        });
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace chengyun::hub::test
