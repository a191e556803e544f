// AlarmBell: what is over, and what others have taken.
#include "app/alarm/alarm_bell.h"

#include "app/link/session.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace chengyun::console {
namespace {

/// Of what is over.
constexpr std::size_t most = 200;

} // namespace

void AlarmBell::addHistory() {
    if (std::exchange(revision_, desk_.revision()) == desk_.revision() || account_.empty() ||
        session_.account().role == chengyun::Role::unit)
        return;
    std::vector<const AlarmMark*> news;
    for (const auto& [id, mark] : desk_.marks())
        if (mark.version > considered_)
            news.push_back(&mark);
    if (news.empty())
        return;
    std::ranges::sort(news, {}, &AlarmMark::version);
    considered_ = news.back()->version;
    std::unordered_set<std::string_view> known;
    for (const auto& row : rows_)
        known.insert(row.id);
    std::erase_if(news, [&](const AlarmMark* mark) { return known.contains(mark->id); });
    // More than there is room for would push each other out again.
    if (news.size() > most)
        news.erase(news.begin(), news.end() - static_cast<std::ptrdiff_t>(most));
    for (const auto* mark : news)
        addPast(*mark);
    update();
    trim();
}

void AlarmBell::addPast(const AlarmMark& mark) {
    const auto name = alarm_name(mark.id);
    if (!name)
        return;
    for (const auto* capability : capabilities_) {
        auto alarm = capability->alarmOf(*name);
        if (!alarm)
            continue;
        if (alarm->personal)
            return;
        Row row;
        row.id = mark.id;
        row.alarm = std::move(*alarm);
        row.alarm.at = ms_of(mark.raised);
        row.stands = false;
        look(row);
        const auto place = std::ranges::find_if(
            rows_, [&](const Row& other) { return other.alarm.at <= row.alarm.at; });
        const auto at = static_cast<int>(place - rows_.begin());
        beginInsertRows({}, at, at);
        rows_.insert(place, std::move(row));
        endInsertRows();
        return;
    }
}

void AlarmBell::trim() {
    for (std::size_t at = rows_.size(); at-- > 0 && rows_.size() > most;) {
        const auto& row = rows_[at];
        const bool isOver = row.state == State::Over || row.state == State::Taken;
        if (!isOver || (row.stands && !row.alarm.lasts))
            continue;
        const auto place = static_cast<int>(at);
        beginRemoveRows({}, place, place);
        rows_.erase(rows_.begin() + place);
        endRemoveRows();
    }
    update();
}

} // namespace chengyun::console
