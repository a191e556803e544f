#include "core/order/suggest.h"

#include "core/area/area.h"
#include "core/geo/place.h"
#include "core/json/codec.h"
#include "core/resource/kinds.h"

#include <algorithm>
#include <tuple>

namespace chengyun {

namespace {

/// Position of the resource's class in the event's list, or its length when it is not there. Teams
/// that do not fit stay in the list, last: one of them may be all there is.
int class_rank(const Candidate& candidate, const EventKind* event) {
    const auto helpful = event ? event->helpful : std::span<const std::string_view>{};
    if (candidate.resource) {
        const auto layer = json::name_of(candidate.resource->layer);
        const std::string exact = std::string(layer) + "/" + candidate.resource->kind;
        for (std::size_t i = 0; i < helpful.size(); ++i) {
            if (helpful[i] == exact || helpful[i] == layer)
                return static_cast<int>(i);
        }
    }
    return static_cast<int>(helpful.size());
}

Gate gate_of(const Candidate& candidate) {
    const bool out_of_service =
        candidate.unit->state == Availability::unavailable ||
        (candidate.resource && candidate.resource->state == Availability::unavailable);
    if (out_of_service)
        return Gate::block;
    const bool busy = candidate.open_assignments > 0 ||
                      candidate.unit->state == Availability::committed ||
                      (candidate.resource && candidate.resource->state == Availability::committed);
    return busy ? Gate::warn : Gate::open;
}

/// The unit's own place is newer than that of the resource it belongs to.
std::optional<Place> place_of(const Candidate& candidate) {
    if (candidate.unit->place && is_plausible(*candidate.unit->place))
        return candidate.unit->place;
    if (candidate.resource && is_plausible(candidate.resource->place))
        return candidate.resource->place;
    return std::nullopt;
}

/// The street or community office that answers for the area.
bool is_in_charge(const Unit& unit, std::string_view area) {
    if (unit.kind != UnitKind::office || unit.area.empty() || area.empty())
        return false;
    const auto level = area_level(unit.area);
    return (level == AreaLevel::street || level == AreaLevel::community) &&
           area_contains(unit.area, area);
}

struct Ranked {
    Suggestion suggestion;
    bool in_charge = false;
};

bool better(const Ranked& a, const Ranked& b) {
    const auto key = [](const Ranked& r) {
        const auto& s = r.suggestion;
        // A unit out of service cannot be sent: it comes last, even with the best class.
        // The id makes the order the same on every seat.
        return std::tuple(s.gate == Gate::block, s.distance_m > reach_m, s.class_rank, s.gate,
                          s.unknown_distance, s.distance_m, std::string_view(s.unit));
    };
    return key(a) < key(b);
}

} // namespace

std::vector<Suggestion> suggest(std::span<const Candidate> candidates, std::string_view event_kind,
                                Place where, std::string_view area, std::size_t limit) {
    const EventKind* event = find_event_kind(event_kind);
    const bool somewhere = is_plausible(where);
    std::vector<Ranked> ranked;
    ranked.reserve(candidates.size());
    for (const auto& candidate : candidates) {
        if (!candidate.unit)
            continue;
        Ranked r;
        r.suggestion.unit = candidate.unit->id;
        r.suggestion.class_rank = class_rank(candidate, event);
        r.suggestion.gate = gate_of(candidate);
        const auto place = somewhere ? place_of(candidate) : std::nullopt;
        r.suggestion.unknown_distance = !place;
        r.suggestion.distance_m = place ? distance_m(where, *place) : 0.0;
        r.in_charge = is_in_charge(*candidate.unit, area);
        ranked.push_back(std::move(r));
    }

    // Those in charge are always there, so they take their seats first; within the list they stand
    // where they rank.
    const auto rest =
        std::partition(ranked.begin(), ranked.end(), [](const Ranked& r) { return r.in_charge; });
    const auto in_charge = static_cast<std::size_t>(rest - ranked.begin());
    if (in_charge >= limit) {
        std::sort(ranked.begin(), rest, better);
        ranked.resize(std::min(limit, ranked.size()));
    } else {
        const auto room = std::min(limit - in_charge, ranked.size() - in_charge);
        const auto cut = rest + static_cast<std::ptrdiff_t>(room);
        std::partial_sort(rest, cut, ranked.end(), better);
        ranked.erase(cut, ranked.end());
        std::sort(ranked.begin(), ranked.end(), better);
    }

    std::vector<Suggestion> suggestions;
    suggestions.reserve(ranked.size());
    for (auto& r : ranked)
        suggestions.push_back(std::move(r.suggestion));
    return suggestions;
}

} // namespace chengyun
