#include "hub/hub.h"

#include "hub/config/log.h"
#include "hub/ops/restore.h"
#include "hub/store/data_folder.h"

#include <cstdlib>

namespace chengyun::hub {

Hub::Hub(const Config& config) : folder(config.data_dir), capabilities(config, folder) {}

Result<std::unique_ptr<Hub>> Hub::open(const Config& config) {
    auto out = std::make_unique<Hub>(config);
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
    options.kinds = out->capabilities.journal_kinds();
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
    return out;
}

Hub::~Hub() {
    capabilities.stop();
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
