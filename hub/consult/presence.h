// Who is in a room by the hub's word and not seen by the media server: somebody closed the browser,
// or lost the link. What comes and goes within seconds tells nobody anything.
#pragma once

#include "hub/consult/janus_plan.h"

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace chengyun::hub {

/// Not thread safe: of the keeper's thread.
class Presence {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::seconds patience{10};

    struct Away {
        std::string room, area, member;
        bool operator==(const Away&) const = default;
    };
    struct LostChair {
        std::string room, chair;
        std::set<std::string, std::less<>> present; ///< who may take over
        bool operator==(const LostChair&) const = default;
    };
    struct Told {
        std::vector<Away> away;        ///< not seen for as long as `patience`
        std::vector<LostChair> chairs; ///< of those, where somebody is there who may take over
    };

    /// The media server was looked at: `present` has the members of each room that it sees.
    [[nodiscard]] Told see(const std::vector<WantedRoom>& wanted, const PresentMembers& present,
                           Time now);
    /// The media server did not answer: nobody is told to be away until it has been seen for as
    /// long as `patience` again.
    void lose_sight() { missing_.clear(); }

private:
    std::map<std::pair<std::string, std::string>, Time> missing_; ///< room and member: since when
};

} // namespace chengyun::hub
