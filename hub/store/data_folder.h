// The files of a data folder and of its copies. They are their owner's alone, whatever the umask
// and whatever the modes of what they were copied from: reporters' telephone numbers are in them.
#pragma once

#include "core/result.h"

#include <filesystem>
#include <string_view>

namespace chengyun::hub {

[[nodiscard]] std::filesystem::path database_file(const std::filesystem::path& folder);

/// Makes the folder, and those above it, where it is missing; mode 0700 in any case.
[[nodiscard]] Result<> make_private_folder(const std::filesystem::path& folder);
/// Makes an empty file of mode 0600. `conflict` when there is one.
[[nodiscard]] Result<> make_private_file(const std::filesystem::path& file);
/// The content of `from` in a new file of mode 0600, on disk when this returns. The failure's field
/// is "source" when `from` cannot be read.
[[nodiscard]] Result<> copy_private_file(const std::filesystem::path& from,
                                         const std::filesystem::path& to);
/// A small text in a file of mode 0600: whole or not at all, and on disk when this returns.
[[nodiscard]] Result<> write_private_file(const std::filesystem::path& file, std::string_view text);

/// Asks the disk to keep a file's content, or which names stand in a folder.
[[nodiscard]] Result<> force_to_disk(const std::filesystem::path& path);
/// Asks for the folder and all folders below it.
[[nodiscard]] Result<> force_folders_to_disk(const std::filesystem::path& folder);
/// Gives a file or folder another name on the same disk. `conflict` when something has it.
[[nodiscard]] Result<> move_to_new_name(const std::filesystem::path& from,
                                        const std::filesystem::path& to);

} // namespace chengyun::hub
