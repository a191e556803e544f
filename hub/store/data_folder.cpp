#include "hub/store/data_folder.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

[[nodiscard]] Failure failed(const fs::path& path, int reason) {
    const auto kind = reason == EEXIST   ? FailureKind::conflict
                      : reason == ENOENT ? FailureKind::not_found
                                         : FailureKind::unavailable;
    return fail(kind, {}, path.string() + ": " + std::generic_category().message(reason));
}

class File {
public:
    File(const fs::path& path, int flags, mode_t mode = 0)
        : handle_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (handle_ >= 0)
            ::close(handle_);
    }
    [[nodiscard]] int handle() const { return handle_; }
    [[nodiscard]] bool is_open() const { return handle_ >= 0; }

private:
    int handle_;
};

/// New and empty; its mode is no matter of the umask.
constexpr int new_file = O_WRONLY | O_CREAT | O_EXCL;
[[nodiscard]] bool make_private(const File& file) {
    return file.is_open() && ::fchmod(file.handle(), 0600) == 0;
}

[[nodiscard]] bool write_all(int handle, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(handle, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

fs::path database_file(const fs::path& folder) {
    return folder / "hub.sqlite";
}

Result<> make_private_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error)
        fs::permissions(folder, fs::perms::owner_all, error);
    if (error)
        return failed(folder, error.value());
    return {};
}

Result<> make_private_file(const fs::path& path) {
    const File file(path, new_file, 0600);
    if (!make_private(file))
        return failed(path, errno);
    return {};
}

Result<> copy_private_file(const fs::path& from, const fs::path& to) {
    const auto source_failed = [&] {
        auto why = failed(from, errno);
        why.field = "source";
        return why;
    };
    const File source(from, O_RDONLY);
    if (!source.is_open())
        return source_failed();
    const File target(to, new_file, 0600);
    if (!make_private(target))
        return failed(to, errno);
    std::array<char, 1 << 16> buffer;
    for (;;) {
        const auto got = ::read(source.handle(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return source_failed();
        if (got == 0)
            break;
        if (!write_all(target.handle(), {buffer.data(), static_cast<std::size_t>(got)}))
            return failed(to, errno);
    }
    if (::fsync(target.handle()) != 0)
        return failed(to, errno);
    return {};
}

Result<> write_private_file(const fs::path& path, std::string_view text) {
    auto fresh = path;
    fresh += ".new";
    ::unlink(fresh.c_str()); // what a crash has left
    {
        const File file(fresh, new_file, 0600);
        if (!make_private(file) || !write_all(file.handle(), text) || ::fsync(file.handle()) != 0)
            return failed(fresh, errno);
    }
    if (::rename(fresh.c_str(), path.c_str()) != 0)
        return failed(path, errno);
    return force_to_disk(path.parent_path());
}

Result<> force_to_disk(const fs::path& path) {
    const File file(path, O_RDONLY);
    if (!file.is_open() || ::fsync(file.handle()) != 0)
        return failed(path, errno);
    return {};
}

Result<> force_folders_to_disk(const fs::path& folder) {
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->is_directory(error))
            if (auto forced = force_to_disk(entry->path()); !forced)
                return forced;
    if (error)
        return failed(folder, error.value());
    return force_to_disk(folder);
}

Result<> move_to_new_name(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return failed(to, errno);
    // A file system that cannot promise it: nobody else works in the folder, so looking is enough.
    std::error_code error;
    if (fs::symlink_status(to, error).type() != fs::file_type::not_found)
        return failed(to, EEXIST);
    if (::rename(from.c_str(), to.c_str()) != 0)
        return failed(to, errno);
    return {};
}

} // namespace chengyun::hub
