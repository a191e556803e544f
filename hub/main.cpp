// chengyun-hub: which subcommand, with which settings.
#include "hub/capabilities.h"
#include "hub/config/config.h"
#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/http/server.h"
#include "hub/hub.h"
#include "hub/imports/command.h"
#include "hub/imports/imports_capability.h"
#include "hub/ops/commands.h"
#include "hub/serve.h"
#include "hub/store/engine_version.h"

#include "core/product/version.h"

#include <drogon/HttpAppFramework.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <span>
#include <string_view>

#include <sys/stat.h>

namespace {

using namespace chengyun;
using namespace chengyun::hub;

int refuse(const Failure& failure) {
    std::cerr << "chengyun-hub: " << failure.detail << "\n"
              << "`chengyun-hub help` lists commands and flags.\n";
    return 2;
}

int import(const CommandLine& line) {
    auto command = import_command(line);
    if (!command)
        return refuse(command.error());
    auto hub = Hub::open(line.config);
    if (!hub && hub.error().kind == FailureKind::conflict) {
        std::cerr << "chengyun-hub: " << import_through_hub(*command, line.config);
        return 1;
    }
    if (!hub)
        return refuse(hub.error());
    // Nothing else is opened for it: it waits for no sessions and counts no attachments.
    auto& imports = (*hub)->capabilities.get<ImportsCapability>();
    if (auto ready = imports.open((*hub)->store()); !ready)
        return refuse(ready.error());
    return run_import_command(*command, *(*hub)->writer, imports.target(), std::cout, std::cerr);
}

int run(const CommandLine& line) {
    if (line.command == "serve" && line.operands.empty())
        return serve(line.config);
    if (line.command == "import")
        return import(line);
    if (line.command == "backup")
        return backup_command(line, std::cout, std::cerr);
    if (line.command == "restore")
        return restore_command(line, std::cout, std::cerr);
    if (line.command == "verify")
        return verify_command(line, std::cout, std::cerr);
    return refuse(fail(FailureKind::unknown_field, {}, "no such command: " + line.command));
}

} // namespace

int main(int argc, char** argv) {
    // Whatever a subcommand makes is its owner's alone.
    ::umask(0077);
    // Threads inherit the mask: signals are waited for by one thread, and by no other.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGUSR2})
        sigaddset(&signals, signal);
    const std::span<const char* const> arguments(argv + 1, static_cast<std::size_t>(argc - 1));
    std::vector<ExtraFlag> extra(import_flags().begin(), import_flags().end());
    extra.push_back({"force", false});
    extra.push_back({"with-faults", false});
    if (std::ranges::find(arguments, std::string_view("--version")) != arguments.end()) {
        std::cout << version_text("chengyun-hub",
                                  {{"SQLite", engine_version()}, {"Drogon", drogon::getVersion()}});
        return 0;
    }
    const auto settings = all_settings();
    auto line = parse_command_line(arguments, extra, settings);
    if (!line)
        return refuse(line.error());
    if (line->help || line->command == "help") {
        print_help(std::cout, settings, !line->operands.empty());
        return 0;
    }
    auto good = check(line->config, settings);
    // Backup, verify and import have nothing to do with how it would be served.
    if (good && (line->command == "serve" || line->check_config))
        good = can_serve(line->config.http);
    if (!good)
        return refuse(good.error());
    if (line->check_config) {
        std::cout << to_toml(line->config, settings);
        return 0;
    }
    std::signal(SIGPIPE, SIG_IGN);
    if (line->command == "serve")
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    flush_log_at_crash(); // begins a thread, which must inherit the mask
    int status = EXIT_FAILURE;
    if (!guarded_job("main", [&] { status = run(*line); }))
        std::cerr << "chengyun-hub: it failed in a way nobody foresaw; the log says how\n";
    flush_log();
    return status;
}
