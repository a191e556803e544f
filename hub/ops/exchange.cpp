#include "hub/ops/exchange.h"

#include "hub/store/data_folder.h"
#include "hub/store/key_file.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

/// While this file is there the folder's content is being exchanged. Its two lines name the folder
/// of the copy and the one for what was there.
[[nodiscard]] fs::path marker_file(const fs::path& data) {
    return data / "restore-under-way";
}

[[nodiscard]] bool is_of_database(const fs::path& entry) {
    return entry.filename().string().starts_with(database_file({}).string());
}

/// Neither the old content nor the new. lost+found belongs to the volume, and a key to the folder:
/// no backup has one.
[[nodiscard]] bool is_ours(const fs::path& data, const fs::path& entry) {
    const auto name = entry.filename().string();
    return name == database_file({}).string() + ".lock" || name == "lost+found" ||
           is_key_file(entry) || name.starts_with(marker_file(data).filename().string()) ||
           name.starts_with(copy_prefix) || name.starts_with(aside_prefix);
}

[[nodiscard]] Result<std::vector<fs::path>> entries_of(const fs::path& folder) {
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        out.push_back(entry->path());
    if (error)
        return fail(FailureKind::unavailable, {}, folder.string() + ": " + error.message());
    return out;
}

/// What would go aside, the database last: where something else cannot be moved, it has not been
/// touched.
[[nodiscard]] Result<std::vector<fs::path>> old_entries(const fs::path& data) {
    auto entries = entries_of(data);
    if (!entries)
        return entries;
    std::erase_if(*entries, [&](const auto& entry) { return is_ours(data, entry); });
    std::ranges::partition(*entries, [](const auto& entry) { return !is_of_database(entry); });
    return entries;
}

/// Why the entry cannot get a name in another folder of its folder; none when it can.
[[nodiscard]] std::optional<std::string> why_it_stays(const fs::path& entry,
                                                      const struct statx& folder) {
    struct statx status{};
    if (::statx(AT_FDCWD, entry.c_str(), AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_BASIC_STATS,
                &status) != 0)
        return std::generic_category().message(errno);
    if (status.stx_dev_major != folder.stx_dev_major ||
        status.stx_dev_minor != folder.stx_dev_minor ||
        (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0)
        return "is a volume of its own";
    if ((status.stx_attributes & (STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND)) != 0)
        return "must not be changed (lsattr)";
    // A folder that gets another parent is itself written to.
    if (S_ISDIR(status.stx_mode) && ::faccessat(AT_FDCWD, entry.c_str(), W_OK, AT_EACCESS) != 0)
        return std::generic_category().message(errno);
    const auto user = ::geteuid();
    if ((folder.stx_mode & S_ISVTX) != 0 && user != 0 && user != status.stx_uid &&
        user != folder.stx_uid)
        return "is another user's";
    return std::nullopt;
}

/// What the marker says; `corrupt` when it is none of ours.
[[nodiscard]] Result<Exchange> read_marker(const fs::path& data) {
    std::ifstream in(marker_file(data));
    Exchange exchange{data, {}, {}};
    std::getline(in, exchange.copy);
    std::getline(in, exchange.aside);
    const auto is_name = [](const std::string& name, std::string_view prefix) {
        return name.starts_with(prefix) && name.find('/') == std::string::npos;
    };
    if (!is_name(exchange.copy, copy_prefix) || !is_name(exchange.aside, aside_prefix))
        return fail(FailureKind::corrupt, {},
                    marker_file(data).string() + ": cannot be read; a restore was cut off");
    return exchange;
}

[[nodiscard]] Result<> remove_marker(const fs::path& data) {
    std::error_code error;
    fs::remove(marker_file(data), error);
    if (error)
        return fail(FailureKind::unavailable, {},
                    marker_file(data).string() + ": " + error.message());
    return force_to_disk(data);
}

using Move = std::function<Result<>(const fs::path& from, const fs::path& to)>;

/// Everything old goes aside, and the attachments come in: as long as they have not, what lies in
/// the folder is the old.
[[nodiscard]] Result<> put_aside(const Exchange& exchange, const Move& move) {
    auto old = old_entries(exchange.data);
    if (!old)
        return old.error();
    for (const auto& entry : *old)
        if (auto moved = move(entry, exchange.aside_folder() / entry.filename()); !moved)
            return moved;
    for (const auto& folder : {exchange.aside_folder(), exchange.data})
        if (auto forced = force_to_disk(folder); !forced)
            return forced;
    return move(exchange.copy_folder() / "attachments", exchange.data / "attachments");
}

/// Nothing new has come in yet. All that lies aside is put back.
[[nodiscard]] Result<> put_back(const Exchange& exchange) {
    if (auto made = make_private_folder(exchange.aside_folder()); !made)
        return made; // without it nothing has gone
    auto aside = entries_of(exchange.aside_folder());
    if (!aside)
        return aside.error();
    Result<> outcome;
    for (const auto& entry : *aside) {
        auto moved = move_to_new_name(entry, exchange.data / entry.filename());
        // Somebody else's, under the name of what never went.
        if (!moved && moved.error().kind != FailureKind::conflict && outcome)
            outcome = moved;
    }
    if (!outcome)
        return outcome;
    for (const auto& folder : {exchange.data, exchange.aside_folder()})
        if (auto forced = force_to_disk(folder); !forced)
            return forced;
    // The marker first: without a copy it would say that all had come in.
    if (auto removed = remove_marker(exchange.data); !removed)
        return removed;
    drop_copy(exchange);
    return {};
}

[[nodiscard]] Failure to_be_finished(Failure why) {
    why.detail += "; starting the hub finishes the restore";
    return why;
}

/// Each move can be the last one before a crash: what is left to do is seen from what is where.
[[nodiscard]] Result<> go_on(const Exchange& exchange, const Step& step) {
    const auto did = [&](std::string_view what) {
        if (step)
            step(what);
    };
    const Move move = [&](const fs::path& from, const fs::path& to) -> Result<> {
        auto moved = move_to_new_name(from, to);
        if (moved)
            did(from.filename().string());
        return moved;
    };
    const auto& data = exchange.data;
    const auto copy = exchange.copy_folder();
    std::error_code error;
    if (fs::exists(copy / "attachments", error)) {
        if (auto done = put_aside(exchange, move); !done) {
            auto why = done.error();
            if (auto back = put_back(exchange); !back) {
                why.detail += ", and it cannot be put back: " + back.error().detail;
                return to_be_finished(std::move(why));
            }
            why.detail += "; everything has been left as it was";
            return why;
        }
        if (auto forced = force_to_disk(data); !forced)
            return to_be_finished(forced.error());
    }
    if (fs::exists(copy, error)) {
        auto rest = entries_of(copy);
        if (!rest)
            return to_be_finished(rest.error());
        // The database comes last: until then no hub can take the folder for a whole one.
        std::ranges::partition(*rest,
                               [&](const auto& entry) { return entry != database_file(copy); });
        for (const auto& entry : *rest)
            if (auto moved = move(entry, data / entry.filename()); !moved)
                return to_be_finished(moved.error());
    }
    if (auto forced = force_to_disk(data); !forced)
        return to_be_finished(forced.error());
    drop_copy(exchange);
    if (auto removed = remove_marker(data); !removed)
        return to_be_finished(removed.error());
    did("marker removed");
    return {};
}

} // namespace

bool is_under_way(const fs::path& data) {
    std::error_code error;
    return fs::exists(marker_file(data), error);
}

Result<bool> holds_something(const fs::path& data) {
    auto entries = old_entries(data);
    if (!entries)
        return entries.error();
    return !entries->empty();
}

Result<> must_be_movable(const fs::path& data) {
    struct statx folder{};
    if (::statx(AT_FDCWD, data.c_str(), 0, STATX_BASIC_STATS, &folder) != 0 ||
        ::faccessat(AT_FDCWD, data.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        return fail(FailureKind::unavailable, {},
                    data.string() + ": " + std::generic_category().message(errno));
    auto entries = old_entries(data);
    if (!entries)
        return entries.error();
    for (const auto& entry : *entries)
        if (const auto why = why_it_stays(entry, folder))
            return fail(FailureKind::conflict, {},
                        entry.string() + ": cannot be put aside: " + *why);
    return {};
}

Result<> exchange_content(const Exchange& exchange, const Step& step) {
    const auto names = exchange.copy + "\n" + exchange.aside + "\n";
    if (auto written = write_private_file(marker_file(exchange.data), names); !written) {
        // It may be there although the disk has not promised to keep it.
        if (auto removed = remove_marker(exchange.data); !removed)
            return to_be_finished(written.error());
        drop_copy(exchange);
        return written;
    }
    if (step)
        step("marker written");
    return go_on(exchange, step);
}

Result<bool> finish_exchange(const fs::path& data) {
    if (!is_under_way(data))
        return false;
    auto exchange = read_marker(data);
    if (!exchange)
        return exchange.error();
    if (auto done = go_on(*exchange, {}); !done)
        return done.error();
    return true;
}

void drop_copy(const Exchange& exchange) {
    std::error_code error; // what stays is cleared away by the next restore
    fs::remove_all(exchange.copy_folder(), error);
    fs::remove(exchange.aside_folder(), error); // stays unless it is empty
}

void remove_unfinished_copies(const fs::path& data) {
    std::error_code error;
    if (auto entries = entries_of(data))
        for (const auto& entry : *entries) {
            const auto name = entry.filename().string();
            if (name.starts_with(copy_prefix))
                fs::remove_all(entry, error);
            else if (name.starts_with(aside_prefix))
                fs::remove(entry, error); // stays unless it is empty
        }
}

} // namespace chengyun::hub
