// What is said of cameras, weighed: several may play one camera, and a camera that comes and goes
// must not fill the journal.
#pragma once

#include "core/resource/camera_health.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chengyun::hub {

/// In memory; any thread. `now` comes from the caller.
class CameraBoard {
public:
    /// A report counts for so long: consoles repeat theirs four times in it.
    static constexpr std::chrono::seconds fresh{120};
    /// So long another state has to hold before it is told. Each change within the last hour
    /// doubles it, up to `longest_hold`.
    static constexpr std::chrono::seconds hold{60};
    static constexpr std::chrono::minutes longest_hold{32};
    /// Who plays one camera and is heard; more displace the one that was heard longest ago.
    static constexpr std::size_t most_reporters = 8;

    /// As it is stored and told. Before reports are taken, and after each change.
    void settle(const CameraHealth& health);
    void forget(std::string_view camera);

    /// `reporter` names the session.
    void take(const std::string& reporter, const SeenCamera& seen, Instant now);

    /// What is sure by now and not settled yet, at most `limit`. `area` and `version` are empty.
    /// One that anybody gets a picture from is on line: a seat without a way to it is the seat's
    /// fault.
    [[nodiscard]] std::vector<CameraHealth> due(Instant now, std::size_t limit);

private:
    struct Report {
        CameraFault fault = CameraFault::none;
        Instant time{};
    };
    struct Pending {
        CameraFault fault = CameraFault::none;
        Instant since{};
    };
    struct Camera {
        std::map<std::string, Report> reports; ///< by reporter
        std::optional<CameraHealth> settled;
        std::optional<Pending> pending;
        std::optional<Instant> seen;  ///< the last picture
        std::vector<Instant> changes; ///< within the last hour
    };
    static void weigh(Camera& camera, Instant now);
    [[nodiscard]] static std::chrono::milliseconds hold_of(Camera& camera, Instant now);

    std::mutex mutex_; ///< guards all of it
    std::unordered_map<std::string, Camera> cameras_;
};

} // namespace chengyun::hub
