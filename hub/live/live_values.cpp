#include "hub/live/live_values.h"

#include "core/json/codec.h"

#include <algorithm>
#include <cmath>

namespace chengyun::hub {
namespace {

/// Degrees; about a kilometre. A street map's view is some dozens of cells, a city's some thousand.
constexpr double cell_size = 0.01;

std::int64_t column_of(double degrees) {
    return static_cast<std::int64_t>(std::floor(degrees / cell_size));
}

std::uint64_t cell_at(std::int64_t column, std::int64_t row) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32 |
           static_cast<std::uint32_t>(row);
}

std::uint64_t cell_of(Place place) {
    return cell_at(column_of(place.lon), column_of(place.lat));
}

} // namespace

std::string live_text(const LiveWord& word, std::string_view value, Instant at) {
    std::string out;
    out.reserve(value.size() + 192);
    out += "{\"key\":";
    json::append(out, word.key);
    if (word.subject) {
        out += ",\"subject\":";
        json::append(out, *word.subject);
    }
    if (word.place) {
        out += ",\"place\":";
        json::append(out, *word.place);
    }
    if (word.area) {
        out += ",\"area\":";
        json::append(out, *word.area);
    }
    out += ",\"at\":" + std::to_string(ms_of(at)) + ",\"value\":";
    out += value;
    out += '}';
    return out;
}

bool LiveValues::has_room(const std::vector<LiveWord>& words) const {
    if (by_key_.size() + words.size() <= max_values_)
        return true;
    const auto fresh = static_cast<std::size_t>(std::ranges::count_if(words, [&](const auto& word) {
        const auto found = by_key_.find(word.key);
        return found == by_key_.end() || !slots_[found->second].is_there();
    }));
    // Slots that are only known still take memory too: as many again at most.
    return size() + fresh <= max_values_ && by_key_.size() + fresh <= 2 * max_values_;
}

std::optional<LiveValues::Slot> LiveValues::slot_for(const std::string& key) {
    const auto found = by_key_.find(key);
    if (found != by_key_.end() && slots_[found->second].is_there())
        return found->second;
    if (size() >= max_values_)
        return {};
    if (found != by_key_.end())
        return found->second;
    if (by_key_.size() >= 2 * max_values_)
        return {};
    if (free_.empty()) {
        free_.push_back(static_cast<Slot>(slots_.size()));
        slots_.emplace_back();
    }
    const auto slot = free_.back();
    by_key_.emplace(key, slot);
    free_.pop_back();
    slots_[slot].key = key;
    return slot;
}

bool LiveValues::set(const LiveWord& word, std::string text, AudiencePtr audience,
                     std::uint64_t owner, SteadyTime now) {
    const auto slot_found = slot_for(word.key);
    if (!slot_found)
        return false;
    const auto slot = *slot_found;
    auto& value = slots_[slot];
    const auto subject = word.subject.value_or(std::string());
    if (value.is_there()) {
        by_age_.splice(by_age_.end(), by_age_, value.age);
        value.age->first = now;
        // Most values stay in their cell: then only the text is another.
        if (value.subject != subject ||
            (placed_ && (!word.place || cell_of(*word.place) != value.cell))) {
            take_up(slot);
            value.subject = subject;
            value.place = word.place;
            put_down(slot);
        }
    } else {
        value.age = by_age_.insert(by_age_.end(), {now, slot});
        value.subject = subject;
        value.place = word.place;
        put_down(slot);
    }
    value.place = word.place;
    value.text = std::move(text);
    value.audience = std::move(audience);
    value.owner = owner;
    value.version = ++version_;
    return true;
}

const LiveValues::Value* LiveValues::find(std::string_view key) const {
    const auto found = by_key_.find(key);
    return found != by_key_.end() && slots_[found->second].is_there() ? &slots_[found->second]
                                                                      : nullptr;
}

/// Into the indexes by place and subject.
void LiveValues::put_down(Slot slot) {
    auto& value = slots_[slot];
    if (placed_ && value.place) {
        value.cell = cell_of(*value.place);
        auto& cell = cells_[value.cell];
        value.at_in_cell = cell.size();
        cell.push_back(slot);
    }
    if (!value.subject.empty()) {
        auto& about = by_subject_[value.subject];
        value.at_in_subject = about.size();
        about.push_back(slot);
    }
}

/// Out of a list in which each value knows its place: the last one takes the place of this.
void LiveValues::take_out(std::vector<Slot>& list, std::size_t Value::* place, Slot slot) {
    const auto at = slots_[slot].*place;
    list[at] = list.back();
    slots_[list[at]].*place = at;
    list.pop_back();
}

void LiveValues::take_up(Slot slot) {
    auto& value = slots_[slot];
    if (placed_ && value.place) {
        const auto found = cells_.find(value.cell);
        take_out(found->second, &Value::at_in_cell, slot);
        if (found->second.empty())
            cells_.erase(found);
    }
    if (!value.subject.empty()) {
        const auto found = by_subject_.find(value.subject);
        take_out(found->second, &Value::at_in_subject, slot);
        if (found->second.empty())
            by_subject_.erase(found);
    }
}

bool LiveValues::remove(std::string_view key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end() || !slots_[found->second].is_there())
        return false;
    remove(found->second);
    return true;
}

void LiveValues::remove(Slot slot) {
    auto& value = slots_[slot];
    take_up(slot);
    by_age_.erase(value.age);
    value.text.clear();
    value.audience.reset();
    value.version = ++version_;
    ++value.known_by; // as forget() takes it
    forget(slot);
}

void LiveValues::forget(Slot slot) {
    auto& value = slots_[slot];
    if (--value.known_by > 0 || value.is_there())
        return;
    by_key_.erase(value.key);
    value = {};
    free_.push_back(slot);
}

void LiveValues::expire(SteadyTime now) {
    if (lives_.count() == 0)
        return;
    while (!by_age_.empty() && now - by_age_.front().first >= lives_)
        remove(by_age_.front().second);
}

void LiveValues::all(std::vector<Slot>& out) const {
    for (const auto& [said, slot] : by_age_)
        out.push_back(slot);
}

void LiveValues::within(const Box& box, std::vector<Slot>& out) const {
    const auto take = [&](const std::vector<Slot>& cell) {
        for (const auto slot : cell)
            if (box.contains(*slots_[slot].place))
                out.push_back(slot);
    };
    const auto west = column_of(box.west), east = column_of(box.east);
    const auto south = column_of(box.south), north = column_of(box.north);
    // Of a wide view most cells may be empty: then the full ones are gone through.
    if (static_cast<std::size_t>((east - west + 1) * (north - south + 1)) > cells_.size()) {
        for (const auto& [at, cell] : cells_)
            take(cell);
        return;
    }
    for (auto column = west; column <= east; ++column)
        for (auto row = south; row <= north; ++row)
            if (const auto cell = cells_.find(cell_at(column, row)); cell != cells_.end())
                take(cell->second);
}

void LiveValues::about(std::string_view subject, std::vector<Slot>& out) const {
    if (const auto found = by_key_.find(subject);
        found != by_key_.end() && slots_[found->second].is_there())
        out.push_back(found->second);
    if (const auto found = by_subject_.find(subject); found != by_subject_.end())
        for (const auto slot : found->second)
            if (slots_[slot].key != subject)
                out.push_back(slot);
}

} // namespace chengyun::hub
