#include "hub/imports/command.h"

#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <iterator>
#include <ostream>

namespace chengyun::hub {

namespace {

constexpr std::array flags = {
    ExtraFlag{"layer", true},         ExtraFlag{"map", true},           ExtraFlag{"system", true},
    ExtraFlag{"all", true},           ExtraFlag{"base", true},          ExtraFlag{"dry-run", false},
    ExtraFlag{"skip-bad", false},     ExtraFlag{"accept-swaps", false}, ExtraFlag{"source", true},
    ExtraFlag{"next-edition", false}, ExtraFlag{"part", true},
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

/// One word of a POSIX shell, whatever is in it.
std::string shell_word(std::string_view text) {
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

} // namespace

std::span<const ExtraFlag> import_flags() {
    return flags;
}

Result<ImportCommand> import_command(const CommandLine& line) {
    ImportCommand out;
    const auto& map = out.map_file;
    for (const auto& [name, value] : line.extra) {
        if (name == "layer")
            out.request.layer = value;
        else if (name == "map")
            out.map_file = value;
        else if (name == "system")
            out.request.system = value;
        else if (name == "part")
            out.request.parts.push_back(value);
        else if (name == "source")
            out.request.source = value;
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
        else if (name == "next-edition")
            out.request.next_edition = true;
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

std::string import_through_hub(const ImportCommand& command, const Config& config) {
    auto out = std::format("a hub is running on {}, and a data folder has one writer; nothing was "
                           "imported.\n",
                           config.data_dir);
    if (!command.list.empty())
        return out +
               "Stop the hub first, or send it the list's files one by one: docs/import.md.\n";
    const auto& request = command.request;
    const auto hub = !config.http.public_url.empty()   ? config.http.public_url
                     : config.http.certificate.empty() ? "http://" + config.http.listen
                                                       : "https://" + config.http.listen;
    // The members of the request's body, and what jq has to be given for them.
    std::string members = "file: ., name: $name, map: $map";
    std::string values = " --arg name " + shell_word(request.file.filename().string()) +
                         " --rawfile map " + shell_word(command.map_file);
    if (!request.layer.empty()) {
        members += ", layer: $layer";
        values += " --arg layer " + shell_word(request.layer);
    }
    if (!request.system.empty()) {
        members += ", system: $system";
        values += " --arg system " + shell_word(request.system);
    }
    if (!request.parts.empty()) {
        members += ", parts: $parts";
        values += " --argjson parts " + shell_word(json::write(request.parts));
    }
    if (!request.source.empty()) {
        members += ", source: $source";
        values += " --arg source " + shell_word(request.source);
    }
    if (request.skip_bad)
        members += ", skip_bad: true";
    if (request.accept_swaps)
        members += ", accept_swaps: true";
    if (request.next_edition)
        members += ", next_edition: true";
    const auto post = [&](std::string_view path, std::string_view what, const std::string& data) {
        return std::format("curl -sS --fail-with-body -H \"Authorization: Bearer $TOKEN\" "
                           "-H 'Idempotency-Key: {}' -H 'Content-Type: {}' \\\n"
                           "    --data-binary {} {}",
                           new_id(), what, data, shell_word(hub + std::string(path)));
    };
    return out +
           "Send it to the hub (TOKEN: of a session that may import, POST /api/v1/sessions; its "
           "address, should it have been started with another than the configuration's):\n\n" +
           post("/api/v1/attachments", "application/octet-stream",
                shell_word("@" + request.file.string())) +
           " |\n  jq '.id | {" + members + "}'" + values + " |\n  " +
           post(command.dry_run ? "/api/v1/imports?dry_run=1" : "/api/v1/imports",
                "application/json", "@-") +
           "\n";
}

Result<std::vector<ImportReport>> import_shared_data(const std::filesystem::path& resources,
                                                     const std::filesystem::path& dir,
                                                     Writer& writer, const ImportTarget& target) {
    return run_import_list(resources / "imports" / "shared.toml", dir, false, writer,
                           command_line_actor, target);
}

} // namespace chengyun::hub
