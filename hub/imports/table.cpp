#include "hub/imports/table.h"

#include "hub/imports/csv.h"
#include "hub/imports/encoding.h"
#include "hub/imports/geojson_text.h"
#include "hub/imports/kml_text.h"
#include "hub/imports/ogr_table.h"
#include "hub/imports/xml_tags.h"

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <iterator>

namespace chengyun::hub {

namespace {

// Formats that hold vector data in one file and never reach for another file or the network. The
// ending decides, as it does for people; GDAL is not asked to guess.
constexpr std::array formats = {
    Format{".csv", "CSV", true},
    Format{".tsv", "CSV", true},
    Format{".txt", "CSV", true},
    Format{".geojson", "GeoJSON", true},
    Format{".json", "GeoJSON", true},
    Format{".geojsonl", "GeoJSONSeq", true},
    Format{".geojsons", "GeoJSONSeq", true},
    Format{".fgb", "FlatGeobuf", false},
    Format{".gpkg", "GPKG", false},
    Format{".kml", "KML", true},
    Format{".xlsx", "XLSX", false},
    Format{".ods", "ODS", false},
};

const Format* format_of(const std::string& name) {
    std::string ending = std::filesystem::path(name).extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto found = std::ranges::find(formats, ending, &Format::ending);
    return found == formats.end() ? nullptr : &*found;
}

/// What the text holds must have come out of it: GDAL leaves out in silence what it cannot read.
Result<> all_came(const Table& table, std::int64_t held, std::string_view what) {
    std::int64_t came = static_cast<std::int64_t>(table.rows.size());
    if (!table.parts.empty()) {
        came = 0;
        for (const auto& part : table.parts)
            came += part.rows;
    }
    if (came == held)
        return {};
    return fail(FailureKind::malformed, "file",
                std::format("the file holds {} {}, of which {} could be read", held, what, came));
}

/// Before GDAL makes something of each.
Result<> may_hold(std::int64_t held, std::string_view what, const ImportLimits& limits) {
    if (held <= static_cast<std::int64_t>(limits.rows))
        return {};
    return fail(FailureKind::too_large, "file", std::format("more than {} {}", limits.rows, what));
}

Result<Table> read_delimited(std::string_view text, const Format& format,
                             const ImportLimits& limits) {
    auto table =
        read_csv(text, format.ending == ".tsv" ? Separator::tab : Separator::as_headings, limits);
    if (!table)
        return table;
    if (auto ok = take_wkt_shapes(*table, limits); !ok)
        return ok.error();
    return table;
}

Result<Table> read_geojson(std::string_view text, const Format& format, const ReadOptions& options,
                           const ImportLimits& limits) {
    auto json = read_geojson_text(text);
    if (auto ok = may_hold(json.features, "features", limits); !ok)
        return ok.error();
    auto table = read_with_ogr(json.text, format, options, limits);
    if (!table)
        return table;
    if (auto ok = all_came(*table, json.features, "features"); !ok)
        return ok.error();
    // GDAL takes WGS 84 for whatever it does not understand: only the file's own words count.
    table->system.clear();
    for (const auto& system : json.systems)
        table->system += (table->system.empty() ? "" : " and ") + system;
    table->has_json_numbers = true;
    return table;
}

Result<Table> read_kml(std::string text, const Format& format, const ReadOptions& options,
                       const ImportLimits& limits) {
    forget_encoding(text);
    // What its entities stand for would be counted nowhere.
    XmlTags tags(text);
    static_cast<void>(tags.next());
    if (tags.has_document_type())
        return fail(FailureKind::wrong_type, "file",
                    "it has a document type, which KML does not have");
    if (folders_in(text) > static_cast<std::int64_t>(most_parts))
        return no_part_room();
    const auto held = placemarks_in(text);
    if (auto ok = may_hold(held, "placemarks", limits); !ok)
        return ok.error();
    auto table = read_with_ogr(text, format, options, limits);
    if (!table)
        return table;
    if (auto ok = all_came(*table, held, "placemarks"); !ok)
        return ok.error();
    return table;
}

} // namespace

std::optional<std::size_t> Table::column(std::string_view name) const {
    const auto found = std::ranges::find(columns, name);
    if (found == columns.end())
        return {};
    return static_cast<std::size_t>(found - columns.begin());
}

bool Table::must_choose() const {
    return !parts.empty() && std::ranges::none_of(parts, &TablePart::is_read);
}

Failure no_cell_room(const ImportLimits& limits) {
    return fail(FailureKind::too_large, "file",
                std::format("more than {} cells, rows times columns", limits.cells));
}

Result<Table> read_table_bytes(std::string bytes, const std::string& name,
                               const ReadOptions& options, const ImportLimits& limits) {
    const auto* format = format_of(name);
    if (!format)
        return fail(FailureKind::wrong_type, "file",
                    "none of .csv .tsv .txt .geojson .json .geojsonl .fgb .gpkg .kml .xlsx .ods");
    if (bytes.size() > limits.bytes)
        return fail(FailureKind::too_large, "file", "the file is too large");
    if (!format->is_text)
        return read_with_ogr(bytes, *format, options, limits);
    auto text = to_utf8(std::move(bytes), options.encoding);
    if (!text)
        return text.error();
    const std::string_view driver(format->driver);
    if (driver == "CSV" && !options.parts.empty() && options.parts.front() != every_part)
        return fail(FailureKind::invalid_field, "parts", "a text table has no parts");
    if (driver == "CSV")
        return read_delimited(*text, *format, limits);
    if (driver == "KML")
        return read_kml(std::move(*text), *format, options, limits);
    return read_geojson(*text, *format, options, limits);
}

Result<Table> read_table(const std::filesystem::path& file, const std::string& name,
                         const ReadOptions& options, const ImportLimits& limits) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return fail(FailureKind::not_found, "file", "cannot read " + file.string());
    if (size > limits.bytes)
        return fail(FailureKind::too_large, "file",
                    "larger than " + std::to_string(limits.bytes >> 20U) + " MiB");
    std::ifstream in(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in)
        return fail(FailureKind::unavailable, "file", "cannot read " + file.string());
    return read_table_bytes(std::move(bytes), name.empty() ? file.filename().string() : name,
                            options, limits);
}

} // namespace chengyun::hub
