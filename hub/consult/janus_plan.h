// What has to be done so that the media server has what the hub says, as a pure function of both.
#pragma once

#include "hub/consult/tickets.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace chengyun::hub {

/// A room that somebody is in.
struct WantedRoom {
    std::string id, title;
    std::set<std::string, std::less<>> members; ///< who is in
    std::string chair{}, area{};
    std::set<std::string, std::less<>> guests{}; ///< of the members
};

/// By room: the members of whom the media server has a participant.
using PresentMembers = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

/// What the media server has.
struct SeenRoom {
    std::string id;
    std::vector<std::string> feeds; ///< of its participants
};
struct SeenMedia {
    std::vector<SeenRoom> rooms;
    std::vector<std::string> tokens;
};

struct JanusPlan {
    struct InRoom {
        std::string room, what; ///< a feed, or a token
        bool operator==(const InRoom&) const = default;
    };
    std::vector<std::string> destroy; ///< rooms
    std::vector<WantedRoom> create;
    std::vector<InRoom> kick;               ///< feeds that must not be there
    std::vector<InRoom> used_up;            ///< tokens that let nobody in any more
    std::vector<std::string> remove_tokens; ///< nobody needs them any more
    PresentMembers present;
};

/// A token stays while it lets somebody in, or somebody who came with it is there. `used_up` names
/// those of the second kind anew each time.
[[nodiscard]] JanusPlan plan(const std::vector<WantedRoom>& wanted, const SeenMedia& seen,
                             const Tickets& tickets, Instant now);

} // namespace chengyun::hub
