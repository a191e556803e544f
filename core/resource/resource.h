// Things on the one map: risks, supplies, rescue forces, shelters and cameras.
#pragma once

#include "core/geo/place.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chengyun {

enum class Layer { risk, supply, rescue_force, shelter, camera };
BOOST_DESCRIBE_ENUM(Layer, risk, supply, rescue_force, shelter, camera)

/// I (gravest) to IV, the national four; none where a level makes no sense.
enum class Level { none, I, II, III, IV };
BOOST_DESCRIBE_ENUM(Level, none, I, II, III, IV)

/// The availability class of a resource or unit (docs/workflow.md, "Units").
enum class Availability { available, committed, unavailable };
BOOST_DESCRIBE_ENUM(Availability, available, committed, unavailable)

struct Contact {
    std::string name;
    std::string phone;
    bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (name, phone))

struct Resource {
    std::string id; ///< UUID
    Layer layer = Layer::risk;
    std::string code; ///< the owner's own key, unique within its layer; duplicates are found by it
    std::string name;
    std::string kind; ///< class within the layer, a key of the kind table (core/resource/kinds.h)
    Level level = Level::none;
    Availability state = Availability::available;
    std::int64_t capacity = 0; ///< persons, pieces or members by layer; 0 where not known
    std::string area;          ///< 12-digit code, or empty when in no known area
    std::string address;
    Place place;               ///< WGS-84
    std::string source_system; ///< coordinate system the place came in ("EPSG:4326", "GCJ-02")
    Contact contact;
    std::string stream; ///< cameras: RTSP address; else empty
    /// Cameras: RTSP address of the same picture in less, for where it is shown small. Never empty,
    /// and only where there is a `stream`.
    std::optional<std::string> stream_sub;
    std::map<std::string, std::string> attributes; ///< whatever else the source tells
    std::vector<std::string> flags; ///< doubts an import had, such as "far_from_rest"
    std::string initials;           ///< pinyin initials of the name, lower case, made by the hub
    std::int64_t version = 0;       ///< journal number of its last change
    Instant updated{};

    bool operator==(const Resource&) const = default;
};
BOOST_DESCRIBE_STRUCT(Resource, (),
                      (id, layer, code, name, kind, level, state, capacity, area, address, place,
                       source_system, contact, stream, stream_sub, attributes, flags, initials,
                       version, updated))

/// Checks lengths, place, area and kind; the failure names the field.
[[nodiscard]] Result<> check(const Resource& resource);

} // namespace chengyun
