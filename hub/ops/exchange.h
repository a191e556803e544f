// The last part of a restore: what is in a data folder goes aside, and a copy that lies ready
// beside it comes in its place. Where something cannot be moved everything goes back.
#pragma once

#include "core/result.h"
#include "hub/ops/copy.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace chengyun::hub {

inline constexpr std::string_view copy_prefix = "restoring-";
inline constexpr std::string_view aside_prefix = "before-restore-";

struct Exchange {
    std::filesystem::path data;
    std::string copy;  ///< name of a folder in `data`
    std::string aside; ///< likewise
    [[nodiscard]] std::filesystem::path copy_folder() const { return data / copy; }
    [[nodiscard]] std::filesystem::path aside_folder() const { return data / aside; }
};

/// Whether an exchange in this folder has begun and not ended: the file that says so is there.
[[nodiscard]] bool is_under_way(const std::filesystem::path& data);
/// Whether there is anything that an exchange would put aside.
[[nodiscard]] Result<bool> holds_something(const std::filesystem::path& data);
/// `conflict`, with its name and the reason, when something that would go aside cannot be moved.
[[nodiscard]] Result<> must_be_movable(const std::filesystem::path& data);

/// Copy and aside are there, and on disk. Refused, it has changed nothing: what went aside is back,
/// the copy is gone. Only where that is impossible too, and where the copy has come in by half,
/// does the folder stay as it is, for finish_exchange; the failure says so.
[[nodiscard]] Result<> exchange_content(const Exchange& exchange, const Step& step);
/// Goes on with one that was cut off; refuses as above, and the folder is then the old one. True
/// when there was one.
[[nodiscard]] Result<bool> finish_exchange(const std::filesystem::path& data);

/// The copy, and the folder for what was to go aside unless something lies in it.
void drop_copy(const Exchange& exchange);
/// Copies of which no exchange has begun, and the folders made for what was to go aside.
void remove_unfinished_copies(const std::filesystem::path& data);

} // namespace chengyun::hub
