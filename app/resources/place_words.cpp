#include "app/resources/place_words.h"

#include "app/link/language.h"
#include "app/local/local.h"
#include "app/resources/resource_store.h"
#include "app/resources/words.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <numbers>

namespace chengyun::console {
namespace {

struct PlaceNames {
    Q_DECLARE_TR_FUNCTIONS(Place)
};

constexpr double nearM = 30, farM = 3000;

QString directionName(int direction) {
    switch (direction) {
    case 0:
        return PlaceNames::tr("north");
    case 1:
        return PlaceNames::tr("northeast");
    case 2:
        return PlaceNames::tr("east");
    case 3:
        return PlaceNames::tr("southeast");
    case 4:
        return PlaceNames::tr("south");
    case 5:
        return PlaceNames::tr("southwest");
    case 6:
        return PlaceNames::tr("west");
    default:
        return PlaceNames::tr("northwest");
    }
}

/// Stays where it is, and its name says where that is.
bool isLandmark(const Resource& resource) {
    return resource.layer != Layer::camera && resource.layer != Layer::rescue_force;
}

} // namespace

int directionOf(Place from, Place to) {
    const double east = (to.lon - from.lon) * std::cos(from.lat * std::numbers::pi / 180);
    const double north = to.lat - from.lat;
    const double eighths = std::atan2(east, north) / (std::numbers::pi / 4);
    return (static_cast<int>(std::lround(eighths)) + 8) % 8;
}

QString placeWords(const ResourceStore& resources, Place place) {
    struct Near {
        const Resource* resource = nullptr;
        double distance = farM;
    };
    std::array<Near, 2> found; // others, landmarks
    for (const auto& resource : resources.resources()) {
        auto& best = found[isLandmark(resource)];
        if (std::abs(resource.place.lat - place.lat) > 0.03 || resource.name.empty())
            continue; // farther than 3 km: no need to compute it
        if (const double distance = distance_m(resource.place, place); distance < best.distance)
            best = {&resource, distance};
    }
    const auto& near = found[1].resource ? found[1] : found[0];
    if (!near.resource)
        return Local::placeText(Local::instance().coordinates(), place.lon, place.lat);
    const auto name = isolated(qs(near.resource->name));
    if (near.distance < nearM)
        return PlaceNames::tr("at %1").arg(name);
    //: %1 a distance ("300 m"), %2 a direction ("northeast"), %3 what is there
    return PlaceNames::tr("%1 %2 of %3")
        .arg(distanceText(near.distance), directionName(directionOf(near.resource->place, place)),
             name);
}

} // namespace chengyun::console
