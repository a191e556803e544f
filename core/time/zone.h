// What the clocks of a place say. Everything is stored and sent in UTC; rotas, figures and screens
// go by the hall's own days.
#pragma once

#include "core/time/instant.h"

#include <optional>
#include <string_view>
#include <vector>

namespace chengyun {

/// A time on the clocks of some place.
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

/// How far the clocks of a place are ahead of UTC, and since when. Immutable: any thread.
class Zone {
public:
    struct Span {
        Instant from{};
        std::chrono::seconds offset{}; ///< local time minus UTC, until the next span begins
        bool operator==(const Span&) const = default;
    };

    /// UTC.
    Zone() = default;
    /// By time. The first one counts for what is before it, too.
    explicit Zone(std::vector<Span> spans) : spans_(std::move(spans)) {}

    [[nodiscard]] std::chrono::seconds offset(Instant instant) const;
    [[nodiscard]] LocalTime local(Instant instant) const {
        return LocalTime((instant + offset(instant)).time_since_epoch());
    }
    /// A time that comes twice, when clocks are put back, means the first. One that a change of
    /// clocks leaves out means the moment of that change.
    [[nodiscard]] Instant instant(LocalTime time) const;

    bool operator==(const Zone&) const = default;

private:
    [[nodiscard]] std::size_t span_at(Instant instant) const;

    std::vector<Span> spans_;
};

/// By its IANA name ("Asia/Shanghai"), from 1970 to 2100. Nothing for a name that this machine does
/// not know. Reads the disk when it is asked for the first time.
[[nodiscard]] std::optional<Zone> zone_named(std::string_view name);

} // namespace chengyun
