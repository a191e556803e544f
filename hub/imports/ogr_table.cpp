#include "hub/imports/ogr_table.h"

#include "core/id/uuid.h"
#include "hub/imports/geopackage.h"
#include "hub/imports/sheet_size.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <format>
#include <limits>
#include <memory>
#include <mutex>
#include <utility>

namespace chengyun::hub {

namespace {

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

/// The value that a sheet has stored beside a formula, and no other: a formula that GDAL would
/// work out may take as long as its writer likes.
class ValuesOfFormulas {
public:
    ValuesOfFormulas() { CPLSetThreadLocalConfigOption(option, "NO"); }
    ~ValuesOfFormulas() { CPLSetThreadLocalConfigOption(option, nullptr); }
    ValuesOfFormulas(const ValuesOfFormulas&) = delete;
    ValuesOfFormulas& operator=(const ValuesOfFormulas&) = delete;

private:
    static constexpr const char* option = "ODS_RESOLVE_FORMULAS";
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

/// WKT of the layer's system. One that a format calls undefined is no statement.
std::string stated_system(OGRLayerH layer) {
    auto* srs = OGR_L_GetSpatialRef(layer);
    if (!srs)
        return {};
    if (const char* name = OSRGetName(srs); name && std::string_view(name).starts_with("Undefined"))
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

constexpr double exact_below = 9007199254740992; // 2^53, whole numbers of a double

Failure no_column_room(const ImportLimits& limits) {
    return fail(FailureKind::too_large, "file", std::format("more than {} columns", limits.fields));
}

class OgrReader {
public:
    OgrReader(void* dataset, const Format& format, const ImportLimits& limits)
        : dataset_(dataset), limits_(limits),
          // The number of a feature is the sheet's own row.
          is_sheet_(std::string_view(format.driver) == "XLSX" ||
                    std::string_view(format.driver) == "ODS") {}

    Result<Table> read(const std::vector<std::string>& wanted) {
        const int count = GDALDatasetGetLayerCount(dataset_);
        std::vector<OGRLayerH> layers;
        for (int i = 0; i < count; ++i) {
            auto* layer = GDALDatasetGetLayer(dataset_, i);
            const auto rows = layer ? OGR_L_GetFeatureCount(layer, TRUE) : 0;
            if (!layer || (rows <= 0 && count > 1))
                continue;
            if (layers.size() == most_parts)
                return no_part_room();
            layers.push_back(layer);
            table_.parts.push_back({OGR_L_GetName(layer), rows, false, {}});
        }
        if (layers.empty())
            return fail(FailureKind::malformed, "file", "holds no table");
        if (auto ok = choose(wanted); !ok)
            return ok.error();
        for (std::size_t i = 0; i < layers.size(); ++i)
            if (table_.parts[i].is_read)
                if (auto ok = read_part(i, layers[i]); !ok)
                    return ok.error();
        for (auto& part : table_.parts)
            part.has.resize(table_.columns.size());
        for (auto& row : table_.rows)
            row.values.resize(table_.columns.size());
        if (table_.parts.size() == 1)
            table_.parts.clear();
        return std::move(table_);
    }

private:
    Result<> choose(const std::vector<std::string>& wanted) {
        const bool all = wanted.size() == 1 && wanted.front() == every_part;
        if (all || (table_.parts.size() == 1 && wanted.empty())) {
            for (auto& part : table_.parts)
                part.is_read = true;
            return {};
        }
        for (const auto& name : wanted) {
            const auto found = std::ranges::find(table_.parts, name, &TablePart::name);
            if (found == table_.parts.end())
                return fail(
                    FailureKind::invalid_field, "parts",
                    std::format("the file has no part {} with rows; it has {}", name, names()));
            found->is_read = true;
        }
        return {};
    }

    [[nodiscard]] std::string names() const {
        std::string out;
        for (const auto& part : table_.parts)
            out += (out.empty() ? "" : ", ") + part.name;
        return out.substr(0, 500);
    }

    Result<> read_part(std::size_t index, OGRLayerH layer) {
        if (auto ok = take_system(layer, table_.parts[index].name); !ok)
            return ok;
        auto columns = columns_of(layer, index);
        if (!columns)
            return columns.error();
        std::int64_t number = 0;
        OGR_L_ResetReading(layer);
        CPLErrorReset();
        while (const auto feature = Feature(OGR_L_GetNextFeature(layer))) {
            if (table_.rows.size() == limits_.rows)
                return fail(FailureKind::too_large, "file",
                            std::format("more than {} rows", limits_.rows));
            if ((table_.rows.size() + 1) * table_.columns.size() > limits_.cells)
                return no_cell_room(limits_);
            Row row;
            row.number = ++number;
            row.part = index;
            if (is_sheet_)
                row.line = OGR_F_GetFID(feature.get());
            row.values.resize(table_.columns.size());
            for (std::size_t i = 0; i < columns->size(); ++i) {
                auto& value = row.values[(*columns)[i]];
                value = value_of(feature.get(), static_cast<int>(i), (*columns)[i]);
                if (value.size() > limits_.field_bytes)
                    return fail(FailureKind::too_large, "file",
                                std::format("row {}: a value is longer than {} bytes", row.number,
                                            limits_.field_bytes));
                text_ += value.size();
                if (text_ > limits_.bytes)
                    return fail(FailureKind::too_large, "file",
                                std::format("more than {} MiB of text", limits_.bytes >> 20U));
            }
            row.shape = shape_of(OGR_F_GetGeometryRef(feature.get()));
            points_ += point_count(row.shape);
            if (points_ > limits_.points)
                return fail(FailureKind::too_large, "file", "too many points in its polygons");
            table_.rows.push_back(std::move(row));
        }
        if (CPLGetLastErrorType() == CE_Failure)
            return fail(FailureKind::malformed, "file", CPLGetLastErrorMsg());
        return {};
    }

    Result<> take_system(OGRLayerH layer, const std::string& part) {
        auto system = stated_system(layer);
        if (table_.rows.empty())
            table_.system = std::move(system);
        else if (system != table_.system)
            return fail(FailureKind::invalid_field, "parts",
                        std::format("{} has another coordinate system than the parts before it; "
                                    "import it by itself",
                                    part));
        return {};
    }

    /// Positions in the table of the layer's columns; new ones are added to it.
    Result<std::vector<std::size_t>> columns_of(OGRLayerH layer, std::size_t part) {
        auto* definition = OGR_L_GetLayerDefn(layer);
        const int fields = OGR_FD_GetFieldCount(definition);
        if (static_cast<std::size_t>(fields) > limits_.fields)
            return no_column_room(limits_);
        std::vector<std::size_t> out;
        auto& has = table_.parts[part].has;
        for (int i = 0; i < fields; ++i) {
            const std::string name = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i));
            // A heading that stands twice is two columns, also when another part has them too.
            auto at = static_cast<std::size_t>(std::ranges::find(table_.columns, name) -
                                               table_.columns.begin());
            while (at < table_.columns.size() &&
                   (std::ranges::find(out, at) != out.end() || table_.columns[at] != name))
                ++at;
            if (at == table_.columns.size())
                table_.columns.push_back(name);
            out.push_back(at);
            has.resize(std::max(has.size(), at + 1));
            has[at] = true;
        }
        if (table_.columns.size() > limits_.fields)
            return no_column_room(limits_);
        return out;
    }

    std::string value_of(OGRFeatureH feature, int field, std::size_t column) {
        if (!OGR_F_IsFieldSetAndNotNull(feature, field))
            return {};
        std::string text = OGR_F_GetFieldAsString(feature, field);
        const auto type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field));
        if (type == OFTReal) {
            const double value = OGR_F_GetFieldAsDouble(feature, field);
            if (!std::isfinite(value) || value != std::floor(value))
                return text;
            if (std::abs(value) < exact_below)
                return std::format("{:.0f}", value);
        } else if (type != OFTInteger64 || !is_clamped(OGR_F_GetFieldAsInteger64(feature, field))) {
            return text;
        }
        table_.flaws.push_back(
            {table_.rows.size(), column, RowFault::not_a_number,
             std::format("{} is a number of more digits than the file keeps of one; store the "
                         "column as text",
                         text)});
        return text;
    }

    /// What GDAL makes of a number that is too great.
    static bool is_clamped(std::int64_t value) {
        return value == std::numeric_limits<std::int64_t>::max() ||
               value == std::numeric_limits<std::int64_t>::min();
    }

    void* dataset_;
    const ImportLimits& limits_;
    bool is_sheet_;
    std::size_t points_ = 0;
    std::uint64_t text_ = 0;
    Table table_;
};

Result<> check_content(std::string& bytes, const Format& format, const ImportLimits& limits) {
    const std::string_view driver(format.driver);
    if (driver == "GPKG")
        return check_geopackage(bytes);
    if (driver == "XLSX" || driver == "ODS")
        return check_sheets(bytes, driver == "XLSX" ? Workbook::xlsx : Workbook::ods, limits);
    return {};
}

} // namespace

Failure no_part_room() {
    return fail(FailureKind::too_large, "file",
                std::format("more than {} sheets, folders or layers", most_parts));
}

Result<Table> read_with_ogr(std::string& bytes, const Format& format, const ReadOptions& options,
                            const ImportLimits& limits) {
    if (auto ok = check_content(bytes, format, limits); !ok)
        return ok.error();
    register_formats();
    const QuietErrors quiet;
    const ValuesOfFormulas values;
    // A name of our own with the driver's usual ending: nothing of the sender's name reaches GDAL.
    const MemoryFile memory(bytes, format.ending);
    if (!memory.good())
        return fail(FailureKind::unavailable, "file", "no memory");
    const std::array<const char*, 2> drivers = {format.driver, nullptr};
    // Else "2024-01-02" and "2024/01/02" would become the same.
    const std::array<const char*, 2> json_options = {"DATE_AS_STRING=YES", nullptr};
    const bool is_json = std::string_view(format.driver) == "GeoJSON";
    const std::unique_ptr<void, DatasetCloser> dataset(
        GDALOpenEx(memory.path().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(),
                   is_json ? json_options.data() : nullptr, nullptr));
    if (!dataset)
        return fail(FailureKind::malformed, "file",
                    std::string("cannot be read as ") + format.driver);
    return OgrReader(dataset.get(), format, limits).read(options.parts);
}

Result<> take_wkt_shapes(Table& table, const ImportLimits& limits) {
    const auto column = std::ranges::find_if(table.columns, [](std::string_view name) {
        return name == "WKT" || name == "wkt" || name == "Wkt";
    });
    if (column == table.columns.end())
        return {};
    const auto index = static_cast<std::size_t>(column - table.columns.begin());
    register_formats();
    const QuietErrors quiet;
    std::size_t points = 0;
    for (auto& row : table.rows) {
        char* text = row.values[index].data();
        OGRGeometryH made = nullptr;
        const auto error = OGR_G_CreateFromWkt(&text, nullptr, &made);
        const Geometry geometry(made);
        if (error != OGRERR_NONE)
            continue; // a row without a place
        row.shape = shape_of(made);
        points += point_count(row.shape);
        if (points > limits.points)
            return fail(FailureKind::too_large, "file", "too many points in its polygons");
    }
    return {};
}

} // namespace chengyun::hub
