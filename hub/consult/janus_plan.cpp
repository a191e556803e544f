#include "hub/consult/janus_plan.h"

#include <algorithm>
#include <utility>

namespace chengyun::hub {

JanusPlan plan(const std::vector<WantedRoom>& wanted, const SeenMedia& seen, const Tickets& tickets,
               Instant now) {
    JanusPlan plan;
    std::set<std::pair<std::string, std::string>> present; ///< room and nonce
    for (const auto& room : seen.rooms) {
        const auto goal = std::ranges::find(wanted, room.id, &WantedRoom::id);
        if (goal == wanted.end()) {
            plan.destroy.push_back(room.id); // with everybody in it
            continue;
        }
        for (const auto& feed : room.feeds) {
            const auto claim = tickets.feed(room.id, feed);
            if (claim && goal->members.contains(claim->member)) {
                present.emplace(room.id, claim->nonce);
                plan.present[room.id].insert(claim->member);
            } else {
                plan.kick.push_back({room.id, feed});
            }
        }
    }
    for (const auto& room : wanted)
        if (std::ranges::find(seen.rooms, room.id, &SeenRoom::id) == seen.rooms.end())
            plan.create.push_back(room);
    for (const auto& token : seen.tokens) {
        const auto claim = tickets.token(token);
        const auto goal =
            claim ? std::ranges::find(wanted, claim->room, &WantedRoom::id) : wanted.end();
        const bool is_wanted = goal != wanted.end() && goal->members.contains(claim->member);
        const bool is_used = is_wanted && present.contains({claim->room, claim->nonce});
        if (is_used)
            plan.used_up.push_back({claim->room, token});
        else if (!is_wanted || claim->expires <= now) {
            if (goal != wanted.end())
                plan.used_up.push_back({claim->room, token});
            plan.remove_tokens.push_back(token);
        }
    }
    return plan;
}

} // namespace chengyun::hub
