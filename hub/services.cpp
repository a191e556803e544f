#include "hub/services.h"

#include "hub/all_journal_kinds.h"
#include "hub/config/log.h"
#include "hub/ops/restore.h"
#include "hub/orders/sqlite_order_store.h"
#include "hub/store/data_folder.h"

#include <cstdlib>

namespace chengyun::hub {

Result<std::unique_ptr<Services>> Services::open(const Config& config) {
    auto out = std::make_unique<Services>();
    out->folder = config.data_dir;
    if (auto made = make_private_folder(out->folder); !made)
        return fail(made.error().kind, "data_dir", made.error().detail);
    // One that was cut off: without this an empty hub might begin in place of the one restored.
    auto finished = finish_restore(out->folder);
    if (!finished)
        return finished.error();
    if (*finished)
        log(LogLevel::warning, "store", "restore finished",
            {{"folder", std::string_view(config.data_dir)}});

    WriterOptions options;
    options.kinds = all_journal_kinds();
    options.clock = out->clock.clock();
    options.max_waiting = static_cast<std::size_t>(config.http.max_waiting);
    options.keep_answers = std::chrono::days(config.store.keep_answers_days);
    // systemd starts it anew; what was acknowledged is on disk, the rest is sent again.
    options.disk_failed = [] {
        log(LogLevel::error, "store", "disk failed", {{"ends", std::string_view("the hub")}});
        flush_log();
        std::_Exit(EXIT_FAILURE);
    };
    auto writer = open_writer(database_file(out->folder), options);
    if (!writer)
        return writer.error();
    out->writer = std::move(*writer);
    out->readers = std::make_unique<Readers>(database_file(out->folder));
    out->area_store = make_sqlite_area_store();
    out->unit_store = make_sqlite_unit_store();
    out->resource_store = make_sqlite_resource_store();
    out->order_store = make_sqlite_order_store();
    out->deadline_store = make_sqlite_deadline_store();
    out->duty_store = make_sqlite_duty_store();
    out->edition_store = make_sqlite_edition_store();
    out->areas = std::make_unique<AreaService>(*out->area_store, *out->unit_store);
    out->reach = std::make_unique<Reach>(*out->areas, *out->resource_store, *out->unit_store);
    out->units = std::make_unique<UnitService>(*out->unit_store, *out->reach);
    out->resources = std::make_unique<ResourceService>(*out->resource_store, *out->unit_store,
                                                       *out->areas, *out->reach);
    out->orders = std::make_unique<OrderService>(*out->order_store, *out->deadline_store,
                                                 *out->unit_store, *out->reach, config.orders);
    out->deadlines = std::make_unique<Deadlines>(*out->deadline_store,
                                                 std::vector{out->orders->deadline_handler()});
    out->duty = std::make_unique<DutyService>(*out->duty_store);
    out->import_target = std::make_unique<ImportTarget>(
        ImportTarget{*out->resources, *out->areas, *out->resource_store, *out->area_store,
                     *out->unit_store, *out->edition_store, *out->readers});
    return out;
}

Services::~Services() {
    if (writer)
        writer->stop();
}

std::filesystem::path find_resources() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        return {};
    const auto folder = program.parent_path();
    const auto has_data = [&](const std::filesystem::path& candidate) {
        return std::filesystem::exists(candidate / "basemap", error);
    };
    if (const auto share = folder.parent_path() / "share/chengyun"; has_data(share))
        return share;
    for (auto above = folder; above.has_relative_path(); above = above.parent_path())
        if (has_data(above / "resources"))
            return above / "resources";
    return {};
}

} // namespace chengyun::hub
