#include "tests/hub/imports/import_desk.h"

#include <fstream>
#include <iterator>

namespace chengyun::hub {

ImportDesk::ImportDesk()
    : file_(path() / "hub.db"), secrets_(secret_key_file(path())),
      resource_store(make_sqlite_resource_store(secrets_)), unit_store(make_sqlite_unit_store()),
      area_store(make_sqlite_area_store()), edition_store(make_sqlite_edition_store()),
      areas(*area_store, *unit_store), reach(areas, *resource_store, *unit_store),
      resources(*resource_store, *unit_store, areas, reach),
      readers(std::make_unique<Readers>(file_)),
      target{resources,   areas,          *resource_store, *area_store,
             *unit_store, *edition_store, *readers} {
    restart();
}

ImportDesk::~ImportDesk() {
    if (writer)
        writer->stop();
}

void ImportDesk::restart() {
    writer.reset();
    if (auto opened = open_writer(file_))
        writer = std::move(*opened);
}

std::filesystem::path ImportDesk::write(const std::string& name, const std::string& text) const {
    std::ofstream(path() / name, std::ios::binary) << text;
    return path() / name;
}

Result<ImportReport> ImportDesk::run(const ImportRequest& request, bool dry_run) {
    return run_import(request, dry_run, *writer, Actor{"system", "import"}, target);
}

Result<ImportReport> ImportDesk::import_text(const std::string& name, const std::string& bytes,
                                             const std::string& map,
                                             const std::vector<std::string>& parts) {
    ImportRequest request;
    request.file = write(name, bytes);
    request.map = map;
    request.parts = parts;
    return run(request);
}

std::string ImportDesk::read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string ImportDesk::shipped_map(const std::string& name) {
    return read(source("resources/imports/" + name));
}

std::filesystem::path ImportDesk::shared() {
    const auto folder = source("../shared/data");
    return std::filesystem::exists(folder / "geo" / "shelters.csv") ? folder
                                                                    : std::filesystem::path();
}

std::filesystem::path ImportDesk::source(const std::string& name) {
    return std::filesystem::path(CHENGYUN_SOURCE_DIR) / name;
}

} // namespace chengyun::hub
