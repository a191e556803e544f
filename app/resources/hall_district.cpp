#include "app/resources/hall_district.h"

#include "app/resources/resource_store.h"
#include "app/text.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace chengyun::console {
namespace {

constexpr std::size_t district_digits = 6, city_digits = 4;
constexpr std::size_t most_places = 200;
constexpr qsizetype few_places = 5;

std::string whole_code(std::string_view digits) {
    return std::string(digits) + std::string(12 - digits.size(), '0');
}

/// How many resources lie in each area that the first `digits` of their codes name.
using Counts = std::map<std::string, std::size_t>;
Counts counts(const std::vector<Resource>& resources, std::size_t digits) {
    Counts found;
    for (const auto& resource : resources)
        if (resource.area.size() == 12)
            ++found[whole_code(std::string_view(resource.area).substr(0, digits))];
    return found;
}

/// That with the most; of equal ones the first by code.
Counts::value_type fullest(const Counts& counts) {
    const auto found = std::ranges::max_element(counts, {}, &Counts::value_type::second);
    return found == counts.end() ? Counts::value_type() : *found;
}

} // namespace

HallDistrict::HallDistrict(const Source& source, ResourceStore& store, QObject* parent)
    : QObject(parent), source_(source), store_(store) {
    connect(&store_, &ResourceStore::reloaded, this, &HallDistrict::look);
    connect(&store_, &ResourceStore::changed, this, [this](const ResourceChange& change) {
        if (change.areas || !change.added.empty() || !change.removed.empty())
            look();
    });
}

void HallDistrict::look() {
    auto code = find();
    const auto* area = store_.area(code);
    auto name = area ? qs(area->name) : QString();
    const bool isOther = std::exchange(code_, std::move(code)) != code_;
    if (std::exchange(name_, std::move(name)) != name_)
        Q_EMIT nameChanged();
    if (isOther)
        Q_EMIT codeChanged();
}

std::string HallDistrict::find() const {
    if (const auto& scope = source_.scope().area; !scope.empty())
        return scope;
    auto inDistricts = counts(store_.resources(), district_digits);
    auto inCities = counts(store_.resources(), city_digits);
    const auto byCodes = fullest(inDistricts).first;
    // Those that the hub has, also where nothing lies in them yet.
    Counts districts, cities;
    for (const auto& area : store_.areas()) {
        if (area.level == AreaLevel::district)
            districts[area.code] = inDistricts[area.code];
        else if (area.level == AreaLevel::city)
            cities[area.code] = inCities[area.code];
    }
    const auto district = fullest(districts), city = fullest(cities);
    if (city.second > 0 && district.second * 2 < city.second)
        return city.first;
    if (!district.first.empty())
        return district.first;
    return !city.first.empty() ? city.first : byCodes;
}

QList<QPointF> HallDistrict::placesIn(std::string_view code) const {
    std::vector<const Resource*> within;
    for (const auto& resource : store_.resources())
        if (area_contains(code, resource.area) && is_plausible(resource.place))
            within.push_back(&resource);
    QList<QPointF> places;
    const auto step = std::max<std::size_t>(1, within.size() / most_places);
    for (std::size_t i = 0; i < within.size(); i += step)
        places.append({within[i]->place.lon, within[i]->place.lat});
    return places;
}

QList<QPointF> HallDistrict::places() const {
    auto places = placesIn(code_);
    if (places.size() < few_places)
        for (const auto& area : store_.areas())
            if (area.centre && area_contains(code_, area.code))
                places.append({area.centre->lon, area.centre->lat});
    return places.isEmpty() ? placesIn({}) : places;
}

} // namespace chengyun::console
