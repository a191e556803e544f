// GeoJSON into the base map's shapes and names.
#include "app/map/base_map.h"

#include "app/text.h"
#include "core/json/codec.h"

#include <boost/json.hpp>

#include <algorithm>

namespace chengyun::console {
namespace {

namespace bj = boost::json;

Result<World> read_position(const bj::value& value) {
    const auto* pair = value.if_array();
    if (!pair || pair->size() < 2)
        return fail(FailureKind::invalid_field, "coordinates", "expected [longitude, latitude]");
    boost::system::error_code e1;
    boost::system::error_code e2;
    const Place place{(*pair)[0].to_number<double>(e1), (*pair)[1].to_number<double>(e2)};
    if (e1 || e2 || !(std::abs(place.lon) <= 180) || !(std::abs(place.lat) <= 90))
        return fail(FailureKind::invalid_field, "coordinates", "not on the globe");
    return world_of(place);
}

Result<std::vector<World>> read_line(const bj::value& value) {
    const auto* list = value.if_array();
    if (!list)
        return fail(FailureKind::invalid_field, "coordinates", "expected a list of positions");
    std::vector<World> line;
    line.reserve(list->size());
    for (const auto& item : *list) {
        const auto at = read_position(item);
        if (!at)
            return at.error();
        line.push_back(*at);
    }
    return line;
}

std::string_view text_of(const bj::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    const auto* text = value ? value->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view{};
}

double number_of(const bj::object& object, std::string_view key, double otherwise) {
    const auto* value = object.if_contains(key);
    if (!value)
        return otherwise;
    boost::system::error_code error;
    const double number = value->to_number<double>(error);
    return error ? otherwise : number;
}

} // namespace

class BaseMapReader {
public:
    Result<> read(const QByteArray& geojson) {
        boost::system::error_code error;
        const auto document = bj::parse({geojson.constData(), std::size_t(geojson.size())}, error);
        const auto* root = document.if_object();
        if (error || !root)
            return fail(FailureKind::malformed, "geojson", "not a JSON object");
        const auto* features = root->if_contains("features");
        const auto* list = features ? features->if_array() : nullptr;
        if (!list)
            return fail(FailureKind::missing_field, "features", "expected a FeatureCollection");
        for (const auto& feature : *list)
            if (const auto done = read_feature(feature); !done)
                return done.error();
        return {};
    }

    BaseMap finish() {
        std::vector<WorldBox> boxes;
        boxes.reserve(map_.shapes_.size());
        for (auto& shape : map_.shapes_) {
            for (const auto& ring : shape.rings)
                for (const auto& at : ring) {
                    shape.box.include(at);
                    map_.extent_.include(at);
                }
            boxes.push_back(shape.box);
        }
        map_.grid_.build(std::move(boxes));
        std::ranges::stable_sort(map_.names_, {}, &BaseMap::Name::rank);
        return std::move(map_);
    }

private:
    Result<> read_feature(const bj::value& feature) {
        const auto* object = feature.if_object();
        const auto* geometry = object ? object->if_contains("geometry") : nullptr;
        const auto* shape = geometry ? geometry->if_object() : nullptr;
        if (!shape)
            return fail(FailureKind::missing_field, "geometry", "a feature has no geometry");
        const auto* found = object->if_contains("properties");
        const bj::object none;
        const auto& properties = found && found->is_object() ? found->get_object() : none;
        return read_geometry(*shape, properties);
    }

    Result<> read_geometry(const bj::object& geometry, const bj::object& properties) {
        const auto type = text_of(geometry, "type");
        if (type == "GeometryCollection") {
            const auto* parts = geometry.if_contains("geometries");
            if (!parts || !parts->is_array())
                return fail(FailureKind::missing_field, "geometries", "expected a list");
            for (const auto& part : parts->get_array()) {
                if (!part.is_object())
                    return fail(FailureKind::invalid_field, "geometries", "expected geometries");
                if (const auto done = read_geometry(part.get_object(), properties); !done)
                    return done.error();
            }
            return {};
        }
        const auto* coordinates = geometry.if_contains("coordinates");
        if (!coordinates)
            return fail(FailureKind::missing_field, "coordinates", "geometry without coordinates");
        if (type == "Point")
            return read_name(*coordinates, properties);
        if (type == "LineString") {
            auto line = read_line(*coordinates);
            if (!line)
                return line.error();
            map_.shapes_.push_back(
                {false, number_of(properties, "width", 0), {std::move(*line)}, {}});
            return {};
        }
        if (type == "Polygon")
            return read_polygon(*coordinates);
        if (type == "MultiPolygon" && coordinates->is_array()) {
            for (const auto& polygon : coordinates->get_array())
                if (const auto done = read_polygon(polygon); !done)
                    return done.error();
            return {};
        }
        return fail(FailureKind::wrong_type, "geometry", "a geometry the base map does not paint");
    }

    Result<> read_polygon(const bj::value& rings) {
        const auto* list = rings.if_array();
        if (!list)
            return fail(FailureKind::invalid_field, "coordinates", "expected a list of rings");
        BaseMap::Shape shape;
        for (const auto& item : *list) {
            auto ring = read_line(item);
            if (!ring)
                return ring.error();
            shape.rings.push_back(std::move(*ring));
        }
        map_.shapes_.push_back(std::move(shape));
        return {};
    }

    Result<> read_name(const bj::value& position, const bj::object& properties) {
        const auto at = read_position(position);
        if (!at)
            return at.error();
        BaseMap::Name name;
        name.at = *at;
        name.rank = int(number_of(properties, "rank", 5));
        name.zh = qs(text_of(properties, "name:zh"));
        name.en = qs(text_of(properties, "name:en"));
        const QString plain = qs(text_of(properties, "name"));
        if (name.zh.isEmpty())
            name.zh = plain;
        if (name.en.isEmpty())
            name.en = plain;
        const auto kind = text_of(properties, "kind");
        using enum BaseMap::NameKind;
        name.kind = kind == "city"       ? city
                    : kind == "district" ? district
                    : kind == "river"    ? river
                    : kind == "lake"     ? lake
                                         : town;
        map_.names_.push_back(std::move(name));
        return {};
    }

    BaseMap map_;
};

Result<BaseMap> BaseMap::read(const std::vector<QByteArray>& geojson) {
    BaseMapReader reader;
    for (const auto& document : geojson)
        if (const auto done = reader.read(document); !done)
            return done.error();
    return reader.finish();
}

} // namespace chengyun::console
