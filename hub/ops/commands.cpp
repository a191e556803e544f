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

void print(std::ostream& out, std::string_view what, const CopyReport& report) {
    out << std::format("{}: journal up to {}, {} attachments, {} bytes\n", what, report.head,
                       report.attachments, report.bytes);
}

void print(std::ostream& out, const Findings& findings) {
    for (const auto& found : findings.told())
        out << found.table << (found.row.empty() ? "" : " ") << found.row << ": " << found.what
            << "\n";
    const auto told = static_cast<std::int64_t>(findings.told().size());
    if (findings.wrong_count() > told)
        out << std::format("and {} more\n", findings.wrong_count() - told);
    out << std::format("{} rows compared, {} wrong\n", findings.compared_rows(),
                       findings.wrong_count());
    for (const auto& [why, rows] : findings.not_compared_rows())
        out << std::format("not compared: {} {}\n", rows, why);
}

} // namespace

int backup_command(const CommandLine& line, std::ostream& out, std::ostream& err) {
    if (line.operands.size() != 1)
        return failed(err, fail(FailureKind::missing_field, {}, "backup FOLDER"));
    const auto report = back_up(line.config.data_dir, line.operands[0]);
    if (!report)
        return failed(err, report.error());
    print(out, "backed up", *report);
    return 0;
}

int restore_command(const CommandLine& line, std::ostream& out, std::ostream& err) {
    if (line.operands.size() != 1)
        return failed(err, fail(FailureKind::missing_field, {}, "restore FOLDER [--force]"));
    const auto report = restore(line.operands[0], line.config.data_dir, has_flag(line, "force"));
    if (!report)
        return failed(err, report.error());
    print(out, "restored", report->copy);
    if (!report->aside.empty())
        out << "what was there is kept in " << report->aside.string() << "\n";
    return 0;
}

int verify_command(const CommandLine& line, std::ostream& out, std::ostream& err) {
    const auto report = verify(line.config.data_dir);
    if (!report)
        return failed(err, report.error());
    if (report->is_newer()) {
        out << newer_program(report->version, report->known) << "; nothing was looked at\n";
        return 1;
    }
    if (report->chain.broken_at)
        out << std::format("the journal is broken at entry {}: {}\n", *report->chain.broken_at,
                           report->chain.reason);
    else
        out << std::format("the journal is whole: {} entries\n", report->chain.entries);
    print(out, report->findings);
    if (report->chain.broken_at)
        out << "rows were not compared with a broken journal\n";
    else if (report->is_older())
        out << std::format("made by an older program: its database has version {}, this program "
                           "writes {}; rows are compared once it has been brought to that, by "
                           "the next start or in what `restore` makes of it\n",
                           report->version, report->known);
    return report->good() ? 0 : 1;
}

void print_help(std::ostream& out, bool all) {
    out << "chengyun-hub: every fact of a command hall, over HTTP and WebSocket\n\n"
           "  chengyun-hub [serve] [FLAGS]      serve; --demo fills an empty folder with a "
           "district\n"
           "  chengyun-hub import FILE --map MAP.toml [--layer L] [--system S] [--dry-run] "
           "[--skip-bad]\n"
           "  chengyun-hub backup FOLDER        copy everything, also while the hub runs\n"
           "  chengyun-hub restore FOLDER [--force]\n"
           "  chengyun-hub verify               check the journal and every row against it\n\n"
           "  --config FILE    settings (TOML); flags win over it\n"
           "  --check-config   print the settings in force and stop\n\n"
           "Settings, each a key of the file and a flag; `help settings` lists all:\n";
    for (const auto& option : options()) {
        if (!all && option.alias.empty() && option.key.find('.') != std::string_view::npos)
            continue;
        auto flag = "--" + std::string(option.key);
        if (!option.alias.empty())
            flag = "--" + std::string(option.alias);
        out << std::format("  {:36} {}\n", flag, option.help);
    }
}

} // namespace chengyun::hub
