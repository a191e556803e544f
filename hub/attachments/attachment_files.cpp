#include "hub/attachments/attachment_files.h"

#include <algorithm>
#include <cerrno>
#include <format>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace chengyun::hub {
namespace {

std::error_code last_error() {
    return {errno, std::generic_category()};
}

std::error_code sync_folder(const std::filesystem::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return last_error();
    const auto failed = ::fsync(fd) == 0 ? std::error_code() : last_error();
    ::close(fd);
    return failed;
}

std::error_code write_all(int fd, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return last_error();
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(fd) == 0 ? std::error_code() : last_error();
}

Failure not_stored(std::error_code why) {
    if (why == std::errc::no_space_on_device || why.value() == EDQUOT)
        return fail(FailureKind::no_room, {}, "the disk for attachments is full");
    return fail(FailureKind::unavailable, {}, "the attachment cannot be stored: " + why.message());
}

} // namespace

Result<> AttachmentFiles::open() {
    std::error_code error;
    std::filesystem::create_directories(folder_ / "new", error);
    if (error)
        return fail(FailureKind::unavailable, "data_dir",
                    folder_.string() + ": " + error.message());
    // What was being written when the hub died.
    for (const auto& left : std::filesystem::directory_iterator(folder_ / "new", error))
        std::filesystem::remove(left.path(), error);
    std::int64_t used = 0;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder_, error))
        if (item.is_regular_file(error))
            used += static_cast<std::int64_t>(item.file_size(error));
    const std::lock_guard lock(mutex_);
    used_ = used;
    return {};
}

AttachmentFiles::Hold AttachmentFiles::hold(const std::string& id, const std::string& account,
                                            std::int64_t size) {
    struct Guard {
        AttachmentFiles* files = nullptr; ///< once it is counted
        std::string id, account;
        ~Guard() {
            if (files)
                files->release(id, account);
        }
    };
    auto guard = std::make_shared<Guard>();
    guard->id = id;
    guard->account = account;
    const std::lock_guard lock(mutex_);
    auto& held = held_[{account, id}];
    auto& work = at_work_[id];
    held.size = size;
    ++held.holds;
    ++work.holds;
    guard->files = this;
    return guard;
}

void AttachmentFiles::release(const std::string& id, const std::string& account) {
    const std::lock_guard lock(mutex_);
    if (const auto it = at_work_.find(id); it != at_work_.end() && --it->second.holds == 0)
        released_.insert(at_work_.extract(it)); // no memory is asked for where nothing may fail
    if (const auto it = held_.find({account, id}); it != held_.end() && --it->second.holds == 0)
        held_.erase(it);
}

std::int64_t AttachmentFiles::held_for(const std::string& account) const {
    const std::lock_guard lock(mutex_);
    std::int64_t bytes = 0;
    for (auto it = held_.lower_bound({account, {}}); it != held_.end(); ++it) {
        if (it->first.first != account)
            break;
        bytes += it->second.size;
    }
    return bytes;
}

Result<bool> AttachmentFiles::write(const std::string& id, std::string_view content) {
    const auto target = path(id);
    const auto size = static_cast<std::int64_t>(content.size());
    {
        std::unique_lock lock(mutex_);
        auto& work = at_work_[id]; // its place is kept by the caller's hold
        written_.wait(lock, [&] { return !work.writing; });
        std::error_code error;
        if (std::filesystem::file_size(target, error) == content.size() && !error)
            return false;
        if (used_ + size > quota_bytes_)
            return fail(FailureKind::no_room, {}, "the room for attachments is used up");
        used_ += size;
        work.writing = true;
    }
    auto stored = store(target, content);
    {
        const std::lock_guard lock(mutex_);
        at_work_[id].writing = false;
        if (!stored)
            used_ -= size;
    }
    written_.notify_all();
    if (!stored)
        return stored.error();
    return true;
}

Result<> AttachmentFiles::store(const std::filesystem::path& target, std::string_view content) {
    std::filesystem::path fresh;
    {
        const std::lock_guard lock(mutex_);
        fresh = folder_ / "new" / std::format("{}-{}", ::getpid(), next_++);
    }
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return not_stored(last_error());
    auto error = write_all(fd, content);
    ::close(fd);
    // A folder just made is on disk when the one above it is.
    if (!error && std::filesystem::create_directories(target.parent_path(), error) && !error)
        error = sync_folder(folder_);
    if (!error)
        std::filesystem::rename(fresh, target, error);
    if (!error)
        error = sync_folder(target.parent_path());
    if (!error)
        return {};
    std::error_code ignored;
    for (const auto& left : {fresh, target})
        std::filesystem::remove(left, ignored);
    return not_stored(error);
}

Result<bool> AttachmentFiles::remove_unless(
    const std::string& id, const std::function<Result<bool>(const std::string& id)>& is_wanted) {
    const std::lock_guard lock(mutex_);
    if (at_work_.contains(id))
        return false;
    auto wanted = is_wanted(id);
    if (!wanted)
        return wanted.error();
    if (*wanted)
        return false;
    const auto file = path(id);
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || !std::filesystem::remove(file, error))
        return false;
    used_ -= static_cast<std::int64_t>(size);
    return true;
}

std::vector<std::string> AttachmentFiles::take_released() {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> ids;
    ids.reserve(released_.size());
    for (const auto& [id, work] : released_)
        ids.push_back(id);
    released_.clear();
    return ids;
}

std::vector<std::string> AttachmentFiles::older_than(std::filesystem::file_time_type time,
                                                     std::uint8_t part) const {
    std::vector<std::string> ids;
    std::error_code error;
    for (std::filesystem::directory_iterator item(folder_ / std::format("{:02x}", part), error),
         end;
         !error && item != end; item.increment(error)) {
        const auto written = item->last_write_time(error);
        auto name = item->path().filename().string();
        if (!error && written < time && is_content_hash(name))
            ids.push_back(std::move(name));
        error.clear(); // one file less
    }
    return ids;
}

std::filesystem::path AttachmentFiles::path(std::string_view id) const {
    return folder_ / id.substr(0, 2) / id;
}

AttachmentRoom AttachmentFiles::room() const {
    AttachmentRoom out;
    {
        const std::lock_guard lock(mutex_);
        out = {used_, quota_bytes_};
    }
    struct statvfs disk{};
    if (::statvfs(folder_.c_str(), &disk) == 0)
        out.room = std::min(out.room, out.used + static_cast<std::int64_t>(disk.f_bavail) *
                                                     static_cast<std::int64_t>(disk.f_frsize));
    return out;
}

} // namespace chengyun::hub
