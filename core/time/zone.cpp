#include "core/time/zone.h"

#include <algorithm>
#include <exception>

namespace chengyun {

/// There is one.
std::size_t Zone::span_at(Instant instant) const {
    const auto after = std::ranges::upper_bound(spans_, instant, {}, &Span::from);
    return after == spans_.begin() ? 0 : static_cast<std::size_t>(after - spans_.begin()) - 1;
}

std::chrono::seconds Zone::offset(Instant instant) const {
    return spans_.empty() ? std::chrono::seconds() : spans_[span_at(instant)].offset;
}

Instant Zone::instant(LocalTime time) const {
    // No clocks are a day ahead or behind, nor are they changed twice within two days.
    const Instant near(time.time_since_epoch());
    const auto before = offset(near - std::chrono::days(1));
    const auto after = offset(near + std::chrono::days(1));
    if (offset(near - before) == before)
        return near - before;
    if (offset(near - after) == after)
        return near - after;
    return spans_[span_at(near - before)].from; // it is left out
}

std::optional<Zone> zone_named(std::string_view name) {
    constexpr std::chrono::sys_seconds end{std::chrono::sys_days(std::chrono::year(2101) / 1 / 1)};
    try {
        const auto* zone = std::chrono::locate_zone(name);
        std::vector<Zone::Span> spans;
        for (std::chrono::sys_seconds at{}; at < end;) {
            const auto info = zone->get_info(at);
            if (spans.empty() || spans.back().offset != info.offset)
                spans.push_back({at, info.offset});
            at = info.end;
        }
        return Zone(std::move(spans));
    } catch (const std::exception&) { // no such zone, or no database of zones
        return std::nullopt;
    }
}

} // namespace chengyun
