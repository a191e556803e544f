#include "hub/serve.h"

#include "hub/config/log.h"
#include "hub/http/server.h"
#include "hub/hub.h"

#include <cstdio>
#include <iostream>

namespace chengyun::hub {
namespace {

int failed(std::string_view what, const Failure& why) {
    std::cerr << "chengyun-hub: " << what << ": " << why.detail << "\n";
    log(LogLevel::error, "serve", "failed",
        {{"what", what}, {"detail", std::string_view(why.detail)}});
    flush_log();
    return 1;
}

LogLevel level_of(std::string_view name) {
    if (name == "debug")
        return LogLevel::debug;
    if (name == "warning")
        return LogLevel::warning;
    return name == "error" ? LogLevel::error : LogLevel::info;
}

/// An empty data folder becomes the invented district, with real data beside it if asked.
Result<> fill_demo(const Config& config, Hub& hub) {
    const auto resources = find_resources();
    if (resources.empty())
        return fail(FailureKind::not_found, {}, "the product's resources folder is not found");
    const bool fresh = hub.writer->head() == 0;
    return hub.capabilities.fill_demo({.store = hub.store(),
                                       .clock = hub.clock,
                                       .resources = resources,
                                       .cameras = config.demo_cameras,
                                       .data = fresh ? config.data : std::string()});
}

} // namespace

int serve(const Config& config) {
    set_log_level(level_of(config.log.level));
    auto opened = Hub::open(config);
    if (!opened)
        return failed("data folder", opened.error());
    auto& hub = **opened;
    auto& capabilities = hub.capabilities;
    if (auto ready = capabilities.open(hub.store()); !ready)
        return failed("start", ready.error());
    if (config.demo)
        if (auto filled = fill_demo(config, hub); !filled)
            return failed("demonstration", filled.error());
    capabilities.start(hub.store());

    Metrics metrics;
    Context context{config, *hub.writer, *hub.readers, capabilities.sessions(), metrics};
    Server server(context, capabilities.all());
    std::optional<Failure> failure;
    const auto served = server.run([&](const std::string& bound) {
        // For scripts: they start the hub with port 0 and read where it is.
        std::printf("listening on %s\n", bound.c_str());
        if (auto told = capabilities.listening(context.address); !told)
            failure = told.error();
        std::fflush(stdout);
        log(LogLevel::info, "serve", "listening", {{"at", std::string_view(context.address)}});
        if (failure)
            server.stop();
    });
    // Before the server: passwords, imports and commands that were under way still post to its
    // loops.
    capabilities.stop();
    hub.writer->stop();
    flush_log();
    if (!served)
        return failed("listen", served.error());
    if (failure)
        return failed("start", *failure);
    return 0;
}

} // namespace chengyun::hub
