#include "hub/imports/table.h"

#include "core/id/uuid.h"
#include "core/text/limits.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>

namespace chengyun::hub {

namespace {

// Formats that hold vector data in one file and never reach for another file or the network. The
// ending decides, as it does for people; GDAL is not asked to guess.
struct Format {
    std::string_view ending;
    const char* driver;
    bool is_text;
};
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

/// A file in GDAL's memory for as long as it is read.
class MemoryFile {
public:
    MemoryFile(std::string& bytes, std::string_view ending)
        : path_("/vsimem/chengyun-" + new_id() + std::string(ending)) {
        auto* file = VSIFileFromMemBuffer(path_.c_str(), reinterpret_cast<GByte*>(bytes.data()),
                                          bytes.size(), FALSE);
        good_ = file != nullptr;
        if (file)
            VSIFCloseL(file);
    }
    ~MemoryFile() { VSIUnlink(path_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool good() const { return good_; }

private:
    std::string path_;
    bool good_ = false;
};

/// GDAL's messages belong to the file's sender, not to our standard error.
class QuietErrors {
public:
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

struct DatasetCloser {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
struct FeatureCloser {
    void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
struct GeometryCloser {
    void operator()(void* geometry) const {
        OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry));
    }
};
using Feature = std::unique_ptr<void, FeatureCloser>;
using Geometry = std::unique_ptr<void, GeometryCloser>;

void register_formats() {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

Result<std::string> to_utf8(std::string bytes, const std::string& encoding) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    if (encoding.empty() || encoding == "UTF-8") {
        if (!characters(bytes))
            return fail(FailureKind::malformed, "file",
                        "not UTF-8: the map has to say its encoding (GB18030, Big5 …)");
        return bytes;
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto most = bytes.size() * 4 + 16;
    std::string out(most, '\0');
    const auto size =
        ucnv_convert("UTF-8", encoding.c_str(), out.data(),
                     static_cast<std::int32_t>(std::min<std::size_t>(most, INT32_MAX)),
                     bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (status == U_FILE_ACCESS_ERROR)
        return fail(FailureKind::invalid_field, "map.encoding", "no encoding " + encoding);
    if (U_FAILURE(status))
        return fail(FailureKind::malformed, "file", "cannot be read as " + encoding);
    out.resize(static_cast<std::size_t>(size));
    return out;
}

std::vector<Point> ring_points(OGRGeometryH ring) {
    std::vector<Point> out;
    const int count = OGR_G_GetPointCount(ring);
    out.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i)
        out.push_back({OGR_G_GetX(ring, i), OGR_G_GetY(ring, i)});
    return out;
}

void add_rings(OGRGeometryH geometry, std::vector<std::vector<Point>>& rings) {
    const auto type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    const int count = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < count; ++i) {
        auto* part = OGR_G_GetGeometryRef(geometry, i);
        if (type == wkbPolygon)
            rings.push_back(ring_points(part));
        else
            add_rings(part, rings);
    }
}

std::optional<Shape> shape_of(OGRGeometryH geometry) {
    if (!geometry || OGR_G_IsEmpty(geometry))
        return {};
    Shape shape;
    const auto type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPoint) {
        shape.label = {OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
        return shape;
    }
    if (type == wkbPolygon || type == wkbMultiPolygon)
        add_rings(geometry, shape.rings);
    // Inside the area even where the centroid would not be; invalid polygons have only a centroid.
    Geometry label(OGR_G_PointOnSurface(geometry));
    if (!label) {
        label.reset(OGR_G_CreateGeometry(wkbPoint));
        if (OGR_G_Centroid(geometry, static_cast<OGRGeometryH>(label.get())) != OGRERR_NONE)
            return {};
    }
    auto* point = static_cast<OGRGeometryH>(label.get());
    if (OGR_G_IsEmpty(point))
        return {};
    shape.label = {OGR_G_GetX(point, 0), OGR_G_GetY(point, 0)};
    return shape;
}

/// WKT of the layer's system. GeoJSON says WGS 84 for everything without a `crs`, which is no
/// statement of the file; it is left out.
std::string stated_system(OGRLayerH layer, const Format& format, std::string_view text) {
    const std::string_view driver(format.driver);
    if (driver.starts_with("GeoJSON") && text.substr(0, 2000).find("\"crs\"") == text.npos)
        return {};
    auto* srs = OGR_L_GetSpatialRef(layer);
    if (!srs)
        return {};
    char* wkt = nullptr;
    std::string out;
    if (OSRExportToWkt(srs, &wkt) == OGRERR_NONE && wkt)
        out = wkt;
    CPLFree(wkt);
    return out;
}

std::size_t point_count(const std::optional<Shape>& shape) {
    std::size_t sum = 0;
    if (shape)
        for (const auto& ring : shape->rings)
            sum += ring.size();
    return sum;
}

Result<Table> read_layer(OGRLayerH layer, const ImportLimits& limits) {
    Table table;
    auto* definition = OGR_L_GetLayerDefn(layer);
    const int fields = OGR_FD_GetFieldCount(definition);
    if (static_cast<std::size_t>(fields) > limits.fields)
        return fail(FailureKind::too_large, "file",
                    "more than " + std::to_string(limits.fields) + " columns");
    for (int i = 0; i < fields; ++i)
        table.columns.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    std::size_t points = 0;
    OGR_L_ResetReading(layer);
    CPLErrorReset();
    while (const auto feature = Feature(OGR_L_GetNextFeature(layer))) {
        if (table.rows.size() == limits.rows)
            return fail(FailureKind::too_large, "file",
                        "more than " + std::to_string(limits.rows) + " rows");
        Row row;
        row.number = static_cast<std::int64_t>(table.rows.size()) + 1;
        row.values.reserve(static_cast<std::size_t>(fields));
        for (int i = 0; i < fields; ++i) {
            const char* value = OGR_F_IsFieldSetAndNotNull(feature.get(), i)
                                    ? OGR_F_GetFieldAsString(feature.get(), i)
                                    : "";
            row.values.emplace_back(value);
            if (row.values.back().size() > limits.field_bytes)
                return fail(FailureKind::too_large, "file",
                            "row " + std::to_string(row.number) + ": a value is longer than " +
                                std::to_string(limits.field_bytes) + " bytes");
        }
        row.shape = shape_of(OGR_F_GetGeometryRef(feature.get()));
        points += point_count(row.shape);
        if (points > limits.points)
            return fail(FailureKind::too_large, "file", "too many points in its polygons");
        table.rows.push_back(std::move(row));
    }
    if (CPLGetLastErrorType() == CE_Failure)
        return fail(FailureKind::malformed, "file", CPLGetLastErrorMsg());
    return table;
}

} // namespace

std::optional<std::size_t> Table::column(std::string_view name) const {
    const auto found = std::ranges::find(columns, name);
    if (found == columns.end())
        return {};
    return static_cast<std::size_t>(found - columns.begin());
}

Result<Table> read_table_bytes(std::string bytes, const std::string& name,
                               const std::string& encoding, const ImportLimits& limits) {
    const auto* format = format_of(name);
    if (!format)
        return fail(FailureKind::wrong_type, "file",
                    "none of .csv .tsv .txt .geojson .json .geojsonl .fgb .gpkg .kml .xlsx .ods");
    if (bytes.size() > limits.bytes)
        return fail(FailureKind::too_large, "file", "the file is too large");
    if (format->is_text) {
        auto text = to_utf8(std::move(bytes), encoding);
        if (!text)
            return text.error();
        bytes = std::move(*text);
    }
    register_formats();
    const QuietErrors quiet;
    // A name of our own with the driver's usual ending: nothing of the sender's name reaches GDAL.
    const bool csv = std::string_view(format->driver) == "CSV";
    const MemoryFile memory(bytes, csv ? ".csv" : format->ending);
    if (!memory.good())
        return fail(FailureKind::unavailable, "file", "no memory");
    const std::array<const char*, 2> drivers = {format->driver, nullptr};
    const std::array<const char*, 4> csv_options = {"AUTODETECT_TYPE=NO", "HEADERS=YES",
                                                    "EMPTY_STRING_AS_NULL=NO", nullptr};
    const std::unique_ptr<void, DatasetCloser> dataset(
        GDALOpenEx(memory.path().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(),
                   csv ? csv_options.data() : nullptr, nullptr));
    if (!dataset)
        return fail(FailureKind::malformed, "file",
                    std::string("cannot be read as ") + format->driver);
    auto* layer = GDALDatasetGetLayer(dataset.get(), 0);
    if (!layer)
        return fail(FailureKind::malformed, "file", "holds no table");
    auto table = read_layer(layer, limits);
    if (!table)
        return table.error();
    table->system = stated_system(layer, *format, bytes);
    if (csv) {
        const auto lines = record_lines(bytes);
        if (lines.size() == table->rows.size())
            for (std::size_t i = 0; i < lines.size(); ++i)
                table->rows[i].line = lines[i];
    }
    return table;
}

Result<Table> read_table(const std::filesystem::path& file, const std::string& name,
                         const std::string& encoding, const ImportLimits& limits) {
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
                            encoding, limits);
}

} // namespace chengyun::hub
