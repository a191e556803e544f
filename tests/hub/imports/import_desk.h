// A store in a folder of its own with everything an import needs, for tests.
#pragma once

#include "hub/imports/import.h"
#include "hub/resources/area_service.h"
#include "hub/resources/reach.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/sqlite_stores.h"
#include "hub/store/database.h"
#include "hub/store/secret_box.h"
#include "hub/store/writer.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace chengyun::hub {

class ImportDesk {
public:
    ImportDesk();
    ~ImportDesk();

    /// Another writer on the same file, as after the hub's start.
    void restart();

    [[nodiscard]] std::filesystem::path path() const { return folder_.path().toStdString(); }
    std::filesystem::path write(const std::string& name, const std::string& text) const;
    [[nodiscard]] Result<ImportReport> run(const ImportRequest& request, bool dry_run = false);
    /// Writes the file and imports it.
    [[nodiscard]] Result<ImportReport> import_text(const std::string& name,
                                                   const std::string& bytes, const std::string& map,
                                                   const std::vector<std::string>& parts = {});
    [[nodiscard]] Database& db() { return **readers->get(); }

    [[nodiscard]] static std::string read(const std::filesystem::path& file);
    /// The text of one of the maps that ship with the product.
    [[nodiscard]] static std::string shipped_map(const std::string& name);
    /// Of the real data beside the checkout; empty when there are none.
    [[nodiscard]] static std::filesystem::path shared();
    /// A file of the sources, by its path from the top.
    [[nodiscard]] static std::filesystem::path source(const std::string& name);

private:
    QTemporaryDir folder_;
    std::filesystem::path file_;
    SecretBox secrets_;

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
