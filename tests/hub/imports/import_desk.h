// A store in a folder of its own with everything an import needs, for tests.
#pragma once

#include "hub/imports/import.h"
#include "hub/resources/area_service.h"
#include "hub/resources/reach.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace chengyun::hub {

class ImportDesk {
public:
    ImportDesk()
        : file_(path() / "hub.db"), resource_store(make_sqlite_resource_store()),
          unit_store(make_sqlite_unit_store()), area_store(make_sqlite_area_store()),
          edition_store(make_sqlite_edition_store()), areas(*area_store, *unit_store),
          reach(areas, *resource_store, *unit_store),
          resources(*resource_store, *unit_store, areas, reach),
          readers(std::make_unique<Readers>(file_)),
          target{resources,   areas,          *resource_store, *area_store,
                 *unit_store, *edition_store, *readers} {
        restart();
    }
    ~ImportDesk() {
        if (writer)
            writer->stop();
    }

    /// Another writer on the same file, as after the hub's start.
    void restart() {
        writer.reset();
        if (auto opened = open_writer(file_))
            writer = std::move(*opened);
    }

    [[nodiscard]] std::filesystem::path path() const { return folder_.path().toStdString(); }
    std::filesystem::path write(const std::string& name, const std::string& text) const {
        std::ofstream(path() / name, std::ios::binary) << text;
        return path() / name;
    }
    [[nodiscard]] Result<ImportReport> run(const ImportRequest& request, bool dry_run = false) {
        return run_import(request, dry_run, *writer, Actor{"system", "import"}, target);
    }
    /// Writes the file and imports it.
    [[nodiscard]] Result<ImportReport> import_text(const std::string& name,
                                                   const std::string& bytes, const std::string& map,
                                                   const std::vector<std::string>& parts = {}) {
        ImportRequest request;
        request.file = write(name, bytes);
        request.map = map;
        request.parts = parts;
        return run(request);
    }
    [[nodiscard]] Database& db() { return **readers->get(); }

    [[nodiscard]] static std::string read(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    /// The text of one of the maps that ship with the product.
    [[nodiscard]] static std::string shipped_map(const std::string& name) {
        return read(std::filesystem::path(CHENGYUN_SOURCE_DIR) / "resources" / "imports" / name);
    }
    /// Empty when the real data are not beside the checkout.
    [[nodiscard]] static std::filesystem::path shared() {
        const auto dir = std::filesystem::path(CHENGYUN_SOURCE_DIR) / ".." / "shared" / "data";
        return std::filesystem::exists(dir / "geo" / "shelters.csv") ? dir
                                                                     : std::filesystem::path();
    }

private:
    QTemporaryDir folder_;
    std::filesystem::path file_;

public:
    std::unique_ptr<Writer> writer;
    std::unique_ptr<ResourceStore> resource_store;
    std::unique_ptr<UnitStore> unit_store;
    std::unique_ptr<AreaStore> area_store;
    std::unique_ptr<EditionStore> edition_store;
    AreaService areas;
    Reach reach;
    ResourceService resources;
    std::unique_ptr<Readers> readers;
    ImportTarget target;
};

} // namespace chengyun::hub
