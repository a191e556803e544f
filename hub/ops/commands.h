// The subcommands that keep a hub: backup, restore, verify, help.
#pragma once

#include "hub/config/config.h"

#include <iosfwd>

namespace chengyun::hub {

/// `backup FOLDER [--with-faults]`: a copy of database and attachments, also while the hub runs.
[[nodiscard]] int backup_command(const CommandLine& line, std::ostream& out, std::ostream& err);
/// `restore FOLDER [--force] [--with-faults]`: puts a backup in place of the data folder.
[[nodiscard]] int restore_command(const CommandLine& line, std::ostream& out, std::ostream& err);
/// `verify`: what is wrong with journal, rows and attachments, each by table and row; 1 then.
[[nodiscard]] int verify_command(const CommandLine& line, std::ostream& out, std::ostream& err);

/// With `all` every setting, else those one uses by hand.
void print_help(std::ostream& out, Sections sections, bool all);

} // namespace chengyun::hub
