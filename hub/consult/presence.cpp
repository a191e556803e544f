#include "hub/consult/presence.h"

namespace chengyun::hub {

Presence::Told Presence::see(const std::vector<WantedRoom>& wanted, const PresentMembers& present,
                             Time now) {
    static const std::set<std::string, std::less<>> nobody;
    Told told;
    decltype(missing_) missing;
    for (const auto& room : wanted) {
        const auto seen = present.find(room.id);
        const auto& there = seen == present.end() ? nobody : seen->second;
        bool is_chair_away = false;
        for (const auto& member : room.members) {
            if (there.contains(member))
                continue;
            const auto known = missing_.find({room.id, member});
            const auto since = known == missing_.end() ? now : known->second;
            missing.emplace(std::pair(room.id, member), since);
            if (now - since < patience)
                continue;
            told.away.push_back({room.id, room.area, member});
            is_chair_away |= member == room.chair;
        }
        if (!is_chair_away)
            continue;
        LostChair lost{room.id, room.chair, {}};
        for (const auto& member : there)
            if (!room.guests.contains(member))
                lost.present.insert(member);
        if (!lost.present.empty())
            told.chairs.push_back(std::move(lost));
    }
    missing_ = std::move(missing);
    return told;
}

} // namespace chengyun::hub
