// Work in a child process that may do less than we, or sees other volumes.
#pragma once

#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include <cerrno>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace chengyun::hub::test {

inline constexpr ::uid_t ordinary_user = 65534; ///< owns nothing anywhere

/// What the child's `work` returned; "died" when it did not.
inline std::string in_child(const std::function<std::string()>& work) {
    int ends[2];
    if (::pipe(ends) != 0)
        return "no pipe";
    const auto child = ::fork();
    if (child == 0) {
        const auto said = work();
        static_cast<void>(::write(ends[1], said.data(), said.size()) < 0);
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string said;
    char part[256];
    for (ssize_t got = 0; (got = ::read(ends[0], part, sizeof part)) > 0;)
        said.append(part, static_cast<std::size_t>(got));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? said : "died";
}

/// Root becomes somebody else; who is somebody else already stays so.
inline std::string as_ordinary_user(const std::function<std::string()>& work) {
    return in_child([&]() -> std::string {
        if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(ordinary_user) != 0 ||
                                 ::setuid(ordinary_user) != 0))
            return "cannot become another user";
        return work();
    });
}

/// A place for mounts that nobody else sees; false where the system lets us have none.
inline bool hide_mounts() {
    const auto user = std::to_string(::geteuid()), group = std::to_string(::getegid());
    if (::unshare(CLONE_NEWNS | CLONE_NEWUSER) == 0) {
        std::ofstream("/proc/self/setgroups") << "deny";
        std::ofstream("/proc/self/uid_map") << user << " " << user << " 1";
        std::ofstream("/proc/self/gid_map") << group << " " << group << " 1";
        return true;
    }
    // Root below a changed root: no new users there, and perhaps no mount to be made private.
    if (::unshare(CLONE_NEWNS) != 0)
        return false;
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0)
        return true;
    std::ifstream mounts("/proc/self/mountinfo");
    const std::string all(std::istreambuf_iterator<char>(mounts), {});
    return !all.empty() && all.find(" shared:") == std::string::npos;
}

/// With `folder` as a volume of its own; "no mounts here" where the system lets nobody make one.
inline std::string with_volume(const std::string& folder,
                               const std::function<std::string()>& work) {
    return in_child([&]() -> std::string {
        if (!hide_mounts() ||
            ::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) != 0)
            return "no mounts here";
        return work();
    });
}

} // namespace chengyun::hub::test
