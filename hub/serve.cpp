#include "hub/serve.h"

#include "hub/accounts/token.h"
#include "hub/attachments/attachment_keeper.h"
#include "hub/config/log.h"
#include "hub/deadlines/deadline_service.h"
#include "hub/demo_accounts.h"
#include "hub/http/server.h"
#include "hub/imports/command.h"
#include "hub/orders/snapshot.h"
#include "hub/services.h"

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
Result<> fill_demo(const Config& config, Services& services) {
    const auto resources = find_resources();
    if (resources.empty())
        return fail(FailureKind::not_found, {}, "the product's resources folder is not found");
    const bool fresh = services.writer->head() == 0;
    DemoOptions options;
    options.water = resources / "basemap" / "water.geojson";
    options.cameras = config.demo_cameras;
    auto made = make_demo(*services.writer, services.clock, *services.readers,
                          {*services.areas, *services.resources, *services.units, *services.orders,
                           *services.order_store, *services.deadlines, *services.duty},
                          options);
    if (!made || config.data.empty() || !fresh)
        return made;
    auto reports =
        import_shared_data(resources, config.data, *services.writer, *services.import_target);
    if (!reports)
        return reports.error();
    if (reports->empty())
        return fail(FailureKind::not_found, {},
                    config.data + " has none of the files that imports/shared.toml lists");
    for (const auto& report : *reports)
        print(std::cerr, report);
    return {};
}

} // namespace

int serve(const Config& config) {
    set_log_level(level_of(config.log.level));
    if (!start_secrets())
        return failed("start", fail(FailureKind::unavailable, {}, "no source of random numbers"));
    auto opened = Services::open(config);
    if (!opened)
        return failed("data folder", opened.error());
    auto& services = **opened;

    AttachmentStore attachments(
        services.folder / "attachments",
        {.max_bytes = config.attachments.max_bytes,
         .quota_bytes = config.attachments.quota_mib << 20,
         .account_quota_bytes = config.attachments.account_quota_mib << 20});
    if (auto ready = attachments.open(); !ready)
        return failed("attachments", ready.error());
    if (config.demo)
        if (auto filled = fill_demo(config, services); !filled)
            return failed("demonstration", filled.error());

    auto account_service = std::make_unique<AccountService>(*services.writer, *services.unit_store,
                                                            *services.reach, config.accounts);
    auto& accounts = *account_service;
    {
        auto db = services.readers->get();
        if (!db)
            return failed("accounts", db.error());
        if (auto loaded = accounts.load(**db); !loaded)
            return failed("accounts", loaded.error());
    }
    if (config.demo)
        if (auto made = make_demo_accounts(accounts, services); !made)
            return failed("demonstration", made.error());

    SnapshotMaker snapshots(*services.area_store, *services.unit_store, *services.resource_store,
                            *services.order_store, *services.duty_store);
    Metrics metrics;
    auto imports = std::make_unique<ImportThread>(*services.writer, *services.import_target);
    Context context{config,          *services.writer, *services.readers,   accounts,
                    attachments,     *services.orders, *services.resources, *services.units,
                    *services.areas, *services.duty,   snapshots,           *imports,
                    metrics};
    auto deadlines = std::make_unique<DeadlineService>(*services.writer, *services.deadlines);
    auto keeper =
        std::make_unique<AttachmentKeeper>(attachments, *services.writer, *services.readers,
                                           std::chrono::days(config.attachments.unnamed_days));
    metrics.add(
        {"chengyun_timers_set_aside", "Deadlines that could not be carried out.", false,
         [&deadlines] { return deadlines ? static_cast<double>(deadlines->set_aside()) : 0.0; }});
    Server server(context);
    std::optional<Failure> failure;
    const auto served = server.run([&](const std::string& bound) {
        // For scripts: they start the hub with port 0 and read where it is.
        std::printf("listening on %s\n", bound.c_str());
        if (config.demo) {
            auto written = write_console_session(accounts, services, context.address);
            if (!written)
                failure = written.error();
        } else if (!accounts.has_accounts()) {
            if (const auto link = accounts.make_setup_link())
                std::printf("first administrator (once, within 24 hours): %s/setup#%s\n",
                            context.address.c_str(), link->token.c_str());
            else
                failure = link.error();
        }
        std::fflush(stdout);
        log(LogLevel::info, "serve", "listening", {{"at", std::string_view(context.address)}});
        if (failure)
            server.stop();
    });
    // Before the server: passwords, imports and commands that were under way still post to its
    // loops.
    deadlines.reset();
    keeper.reset();
    imports.reset();
    account_service.reset();
    services.writer->stop();
    flush_log();
    if (!served)
        return failed("listen", served.error());
    if (failure)
        return failed("start", *failure);
    return 0;
}

} // namespace chengyun::hub
