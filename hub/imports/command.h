// The subcommand: chengyun-hub import FILE --map map.toml [--layer shelter] [--system S]
// [--part NAME]… [--source NAME] [--next-edition] [--dry-run] [--skip-bad] [--accept-swaps], or
// --all LIST.toml
// --base DIR.
#pragma once

#include "hub/config/config.h"
#include "hub/imports/import.h"

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace chengyun::hub {

/// For parse_command_line.
[[nodiscard]] std::span<const ExtraFlag> import_flags();

struct ImportCommand {
    ImportRequest request;      ///< unless `list` is set
    std::string map_file;       ///< --map, whose text is in the request
    std::filesystem::path list; ///< --all
    std::filesystem::path base; ///< --base
    bool dry_run = false;
};

/// Fails with `missing_field`, `unknown_field` or `invalid_field`, `field` the flag. Reads the
/// map's file.
[[nodiscard]] Result<ImportCommand> import_command(const CommandLine& line);

/// Runs it against an open store and prints the reports. The exit status: 0 all stored (or a clean
/// dry run), 1 a failure, 3 rows refused and nothing stored, 4 a question is open.
[[nodiscard]] int run_import_command(const ImportCommand& command, Writer& writer,
                                     const ImportTarget& target, std::ostream& out,
                                     std::ostream& err);

/// Why the command cannot run while a hub serves the folder, and the two requests that do the same
/// through that hub, ready for a shell.
[[nodiscard]] std::string import_through_hub(const ImportCommand& command, const Config& config);

/// What `./dev run --data DIR` and the configuration key `data` load: the list that ships with the
/// product, with DIR as base.
[[nodiscard]] Result<std::vector<ImportReport>>
import_shared_data(const std::filesystem::path& resources, const std::filesystem::path& dir,
                   Writer& writer, const ImportTarget& target);

} // namespace chengyun::hub
