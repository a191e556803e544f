// What a capability is told when a demonstration is filled.
#pragma once

#include "core/time/instant.h"
#include "hub/capability/capability.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// The invented district's code: 99 is no province, so it can never be mistaken for a real one.
inline constexpr std::string_view demo_district = "990001000000";

/// The writer's clock while the invented day is told: stands where it is put, and is the system's
/// before and after. Any thread.
class DemoClock {
public:
    /// For WriterOptions::clock. The DemoClock must outlive the writer.
    [[nodiscard]] Clock clock() {
        return [this] {
            const auto ms = ms_.load();
            return ms == running ? system_now() : instant_of(ms);
        };
    }
    void put(Instant instant) { ms_.store(ms_of(instant)); }
    void release() { ms_.store(running); }

private:
    static constexpr std::int64_t running = -1;
    std::atomic<std::int64_t> ms_{running};
};

struct Demonstration {
    OpenStore store;
    DemoClock& clock;                ///< the writer's
    std::filesystem::path resources; ///< the product's folder of resources
    std::string cameras;             ///< a camera's stream is this + "/N", N from 1
    /// A folder of real data that stands beside the invented one; empty where there is none, and at
    /// every start but the first.
    std::string data;
};

} // namespace chengyun::hub
