#include "hub/ops/commands.h"

#include "hub/ops/backup.h"
#include "hub/ops/restore.h"
#include "hub/ops/verify.h"

#include <format>
#include <ostream>

namespace chengyun::hub {
namespace {

int failed(std::ostream& err, const Failure& why) {
    err << "chengyun-hub: " << why.detail << "\n";
    return 1;
}

bool has_flag(const CommandLine& line, std::string_view name) {
    for (const auto& [flag, value] : line.extra)
        if (flag == name)
            return true;
    return false;
}

Faults faults_of(const CommandLine& line) {
    return has_flag(line, "with-faults") ? Faults::taken_along : Faults::refused;
}

void print(std::ostream& out, std::string_view what, const CopyReport& report) {
    if (report.faults > 0)
        out << std::format("{} WITH {} FAULTS\n", what, report.faults);
    out << std::format("{}: journal up to {}, {} attachments, {} bytes\n", what, report.head,
                       report.attachments, report.bytes);
}

} // namespace

int backup_command(const CommandLine& line, std::ostream& out, std::ostream& err) {
    if (line.operands.size() != 1)
        return failed(err, fail(FailureKind::missing_field, {}, "backup FOLDER [--with-faults]"));
    const auto report = back_up(line.config.data_dir, line.operands[0], {}, faults_of(line));
    if (!report)
        return failed(err, report.error());
    print(out, "backed up", *report);
    if (report->faults > 0)
        out << "what was found is in " << faults_file(line.operands[0]).string()
            << "; `restore` takes this backup with --with-faults only\n";
    return 0;
}

int restore_command(const CommandLine& line, std::ostream& out, std::ostream& err) {
    if (line.operands.size() != 1)
        return failed(
            err, fail(FailureKind::missing_field, {}, "restore FOLDER [--force] [--with-faults]"));
    const auto report = restore(line.operands[0], line.config.data_dir, has_flag(line, "force"), {},
                                faults_of(line));
    if (!report)
        return failed(err, report.error());
    print(out, "restored", report->copy);
    if (report->copy.faults > 0)
        out << "`verify` says what they are\n";
    if (!report->aside.empty())
        out << "what was there is kept in " << report->aside.string() << "\n";
    return 0;
}

int verify_command(const CommandLine& line, std::ostream& out, std::ostream& err) {
    const auto report = verify(line.config.data_dir);
    if (!report)
        return failed(err, report.error());
    out << text_of(*report);
    return report->good() ? 0 : 1;
}

void print_help(std::ostream& out, Sections sections, bool all) {
    out << "chengyun-hub: every fact of a command hall, over HTTP and WebSocket\n\n"
           "  chengyun-hub [serve] [FLAGS]      serve; --demo fills an empty folder with a "
           "district\n"
           "  chengyun-hub import FILE --map MAP.toml [--layer L] [--system S] [--dry-run] "
           "[--skip-bad]\n"
           "  chengyun-hub backup FOLDER [--with-faults]   copy everything, also while the hub "
           "runs\n"
           "  chengyun-hub restore FOLDER [--force] [--with-faults]\n"
           "  chengyun-hub verify               check the journal and every row against it\n\n"
           "  --config FILE    settings (TOML); flags win over it\n"
           "  --check-config   print the settings in force and stop\n"
           "  --version        version, commit, SQLite and Drogon\n\n"
           "Settings, each a key of the file and a flag; `help settings` lists all:\n";
    Config defaults;
    for (const auto& key : keys_of(defaults, sections)) {
        const auto& setting = key.setting;
        if (!all && setting.alias.empty() && key.name.find('.') != std::string::npos)
            continue;
        const auto flag = setting.alias.empty() ? key.name : std::string(setting.alias);
        out << std::format("  {:36} {}\n", "--" + flag, setting.help);
    }
}

} // namespace chengyun::hub
