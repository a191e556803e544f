#include "hub/imports/command.h"

#include "core/json/codec.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <ostream>

namespace chengyun::hub {

namespace {

constexpr std::array flags = {
    ExtraFlag{"layer", true},     ExtraFlag{"map", true},           ExtraFlag{"system", true},
    ExtraFlag{"all", true},       ExtraFlag{"base", true},          ExtraFlag{"dry-run", false},
    ExtraFlag{"skip-bad", false}, ExtraFlag{"accept-swaps", false},
};

enum Status { all_stored = 0, failed = 1, refused = 3, question = 4 };

Status status_of(const ImportReport& report) {
    if (report.question)
        return question;
    return report.not_stored.empty() ? all_stored : refused;
}

const Actor command_line_actor{"system", "import"};

void print_failure(std::ostream& err, const Failure& failure) {
    err << "chengyun-hub import: " << json::name_of(failure.kind);
    if (!failure.field.empty())
        err << " (" << failure.field << ")";
    err << ": " << failure.detail << '\n';
}

} // namespace

std::span<const ExtraFlag> import_flags() {
    return flags;
}

Result<ImportCommand> import_command(const CommandLine& line) {
    ImportCommand out;
    std::string map;
    for (const auto& [name, value] : line.extra) {
        if (name == "layer")
            out.request.layer = value;
        else if (name == "map")
            map = value;
        else if (name == "system")
            out.request.system = value;
        else if (name == "all")
            out.list = value;
        else if (name == "base")
            out.base = value;
        else if (name == "dry-run")
            out.dry_run = true;
        else if (name == "skip-bad")
            out.request.skip_bad = true;
        else if (name == "accept-swaps")
            out.request.accept_swaps = true;
        else
            return fail(FailureKind::unknown_field, "--" + name, "not a flag of import");
    }
    if (!out.list.empty()) {
        if (!line.operands.empty() || !map.empty() || out.base.empty())
            return fail(FailureKind::invalid_field, "--all", "goes with --base and without a file");
        return out;
    }
    if (line.operands.size() != 1)
        return fail(FailureKind::missing_field, "FILE", "name one file");
    if (map.empty())
        return fail(FailureKind::missing_field, "--map", "required; docs/import.md");
    out.request.file = line.operands.front();
    std::ifstream in(map, std::ios::binary);
    out.request.map.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!in)
        return fail(FailureKind::not_found, "--map", "cannot read " + map);
    return out;
}

int run_import_command(const ImportCommand& command, Writer& writer, const ImportTarget& target,
                       std::ostream& out, std::ostream& err) {
    if (!command.list.empty()) {
        const auto reports = run_import_list(command.list, command.base, command.dry_run, writer,
                                             command_line_actor, target);
        if (!reports) {
            print_failure(err, reports.error());
            return failed;
        }
        int status = all_stored;
        for (const auto& report : *reports) {
            print(out, report);
            status = std::max<int>(status, status_of(report));
        }
        return status;
    }
    const auto report =
        run_import(command.request, command.dry_run, writer, command_line_actor, target);
    if (!report) {
        print_failure(err, report.error());
        return failed;
    }
    print(out, *report);
    return status_of(*report);
}

Result<std::vector<ImportReport>> import_shared_data(const std::filesystem::path& resources,
                                                     const std::filesystem::path& dir,
                                                     Writer& writer, const ImportTarget& target) {
    return run_import_list(resources / "imports" / "shared.toml", dir, false, writer,
                           command_line_actor, target);
}

} // namespace chengyun::hub
