#include "hub/live/live_board.h"

#include "core/area/area.h"
#include "core/json/codec.h"
#include "hub/journal/journal_kinds.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {
LiveBoard::LiveBoard(std::vector<LiveTopic> topics, Post post, Clock clock)
    : post_(std::move(post)), clock_(std::move(clock)), by_turn_(turns) {
    for (auto& topic : topics) {
        // What is open ends with the seat, not by itself.
        const auto lives = topic.presence ? std::chrono::milliseconds(0) : topic.lives;
        LiveValues values(topic.placed, lives, topic.max_values);
        topics_.push_back(std::make_unique<Topic>(Topic{std::move(topic), std::move(values)}));
    }
}

LiveBoard::Seat* LiveBoard::find(const LiveSeat* seat) {
    const auto found = seats_.find(seat);
    return found == seats_.end() ? nullptr : found->second.get();
}

LiveBoard::Topic* LiveBoard::find(std::string_view topic) {
    const auto found =
        std::ranges::find_if(topics_, [&](const auto& one) { return one->declared.name == topic; });
    return found == topics_.end() ? nullptr : found->get();
}

void LiveBoard::join(LiveSeatPtr seat, std::size_t lane, Account account, SteadyTime now) {
    auto fresh = std::make_unique<Seat>();
    const auto least = std::ranges::min_element(by_turn_, {}, &std::vector<Seat*>::size);
    fresh->turn = static_cast<std::size_t>(least - by_turn_.begin());
    fresh->number = ++last_number_;
    fresh->lane = lane;
    // Nobody is asked value by value whether they see what is for everybody in the centre.
    fresh->sees_all = account.area.empty() && account.role != Role::unit && !account.disabled;
    fresh->account = std::move(account);
    fresh->heard = now;
    const auto* key = seat.get();
    fresh->seat = std::move(seat);
    least->push_back(fresh.get());
    seats_.insert_or_assign(key, std::move(fresh));
}

void LiveBoard::leave(const LiveSeat* seat) {
    auto* gone = find(seat);
    if (!gone)
        return;
    for (const auto& open : gone->open)
        for (const auto& subject : open.subjects)
            close(*gone, *open.topic, subject);
    for (auto& watching : gone->watching)
        forget(watching);
    std::erase(by_turn_[gone->turn], gone);
    std::erase(prompt_, gone);
    seats_.erase(seat);
}

void LiveBoard::taken(const LiveSeat* seat, std::int64_t batch) {
    // A number from the future is a forgery and earns nothing.
    if (auto* known = find(seat); known && batch <= known->sent)
        known->taken = std::max(known->taken, batch);
}

void LiveBoard::prompt(Seat& seat) {
    if (!std::exchange(seat.is_prompt, true))
        prompt_.push_back(&seat);
}

void LiveBoard::refuse(Seat& seat, std::int64_t id, Failure why) {
    if (seat.refusals.size() < 2 * max_watches)
        seat.refusals.push_back({id, std::move(why)});
    prompt(seat);
}

void LiveBoard::forget(Watching& watching) {
    for (const auto& told : watching.told)
        watching.topic->values.forget(told.slot);
    watching.told.clear();
}

Result<LiveBoard::Topic*> LiveBoard::watched_topic(const Seat& seat, const WatchLive& watch) {
    if (auto sound = check(watch); !sound)
        return sound.error();
    auto* topic = find(watch.topic);
    if (!topic)
        return fail(FailureKind::not_found, "topic", "no such topic");
    if (!topic->declared.may_watch(seat.account))
        return fail(FailureKind::forbidden, "topic", "not for this account");
    if (watch.box && !topic->declared.placed)
        return fail(FailureKind::invalid_field, "box", "the topic's values have no place");
    return topic;
}

void LiveBoard::watch(const LiveSeat* from, WatchLive watch) {
    auto* seat = find(from);
    if (!seat)
        return;
    const auto topic = watched_topic(*seat, watch);
    if (!topic)
        return refuse(*seat, watch.id, topic.error());
    auto found = std::ranges::find(seat->watching, watch.id,
                                   [](const Watching& one) { return one.watch.id; });
    if (found == seat->watching.end()) {
        if (seat->watching.size() >= max_watches)
            return refuse(
                *seat, watch.id,
                fail(FailureKind::too_many, "id", std::format("at most {} watches", max_watches)));
        seat->watching.emplace_back();
        found = std::prev(seat->watching.end());
    } else if (found->topic != *topic) {
        forget(*found);
    }
    found->topic = *topic;
    found->watch = std::move(watch);
    found->next = 0;
    prompt(*seat);
}

void LiveBoard::unwatch(const LiveSeat* from, std::int64_t id) {
    auto* seat = find(from);
    if (!seat)
        return;
    const auto found =
        std::ranges::find(seat->watching, id, [](const Watching& one) { return one.watch.id; });
    if (found == seat->watching.end())
        return;
    forget(*found);
    seat->watching.erase(found);
}

Result<Published> LiveBoard::publish(std::string_view name, const Account& account,
                                     const PublishLive& command, SteadyTime now) {
    auto* topic = find(name);
    if (!topic)
        return fail(FailureKind::not_found, "topic", "no such topic");
    if (topic->declared.presence)
        return fail(FailureKind::forbidden, "topic", "seats say themselves what they have open");
    if (auto sound = check(command); !sound)
        return sound.error();
    std::vector<std::string> texts;
    texts.reserve(command.set.size());
    const auto at = clock_();
    for (std::size_t i = 0; i < command.set.size(); ++i) {
        const auto& word = command.set[i];
        const auto field = [&](std::string_view of) { return std::format("set[{}].{}", i, of); };
        if (topic->declared.placed != word.place.has_value())
            return word.place ? fail(FailureKind::invalid_field, field("place"),
                                     "the topic's values have no place")
                              : fail(FailureKind::missing_field, field("place"), "required");
        if (!area_contains(account.area, word.area.value_or(std::string())))
            return fail(FailureKind::forbidden, field("area"), "outside the account's area");
        const auto value = json::write(word.value);
        if (value.size() > limits::live_value)
            return fail(FailureKind::too_large, field("value"),
                        std::format("at most {} bytes", limits::live_value));
        texts.push_back(live_text(word, value, at));
    }
    if (!topic->values.has_room(command.set))
        return fail(FailureKind::no_room, "set",
                    std::format("the topic holds {} values", topic->declared.max_values));
    Published done;
    for (std::size_t i = 0; i < command.set.size(); ++i) {
        auto audience = std::make_shared<LiveAudience>();
        if (command.set[i].area)
            audience->areas.push_back(*command.set[i].area);
        if (topic->values.set(command.set[i], std::move(texts[i]), std::move(audience), 0, now))
            ++done.set;
    }
    for (const auto& key : command.remove)
        done.removed += topic->values.remove(key) ? 1 : 0;
    return done;
}

bool LiveBoard::sees(const Seat& seat, const LiveValues::Value& value) {
    if (value.owner == seat.number)
        return false;
    return seat.sees_all ||
           may_see(seat.account, Viewers::by_place, value.audience->areas, value.audience->units);
}

std::vector<LiveBoard::Batch> LiveBoard::turn(std::size_t number, SteadyTime now) {
    std::vector<Batch> out;
    for (auto& topic : topics_)
        topic->values.expire(now);
    for (auto* seat : by_turn_[number % turns]) {
        tend(*seat, now);
        show(*seat, now, out);
    }
    std::erase_if(prompt_, [&](Seat* seat) {
        if (!seat->is_prompt)
            return true;
        if (now - seat->shown < prompt_after || seat->sent != seat->taken)
            return false;
        show(*seat, now, out);
        return true;
    });
    return out;
}

void LiveBoard::show(Seat& seat, SteadyTime now, std::vector<Batch>& out) {
    if (seat.watching.empty() && seat.refusals.empty())
        return;
    if (seat.sent != seat.taken) {
        ++figures_.missed;
        return;
    }
    seat.is_prompt = false;
    std::string text;
    text.reserve(last_size_ + last_size_ / 8 + 256);
    text += "{\"t\":\"live\",\"watches\":[";
    const auto empty = text.size();
    for (auto& watching : seat.watching) {
        const auto before = text.size();
        if (before > empty)
            text += ',';
        if (!append(text, seat, watching))
            text.resize(before);
    }
    const bool tells = text.size() > empty;
    text += ']';
    if (!seat.refusals.empty()) {
        text += ",\"refused\":[";
        for (const auto& [id, why] : std::exchange(seat.refusals, {})) {
            text += text.ends_with('[') ? "" : ",";
            text +=
                std::format("{{\"id\":{},\"kind\":\"{}\",\"field\":", id, json::name_of(why.kind));
            json::append(text, why.field);
            text += '}';
        }
        text += ']';
    } else if (!tells) {
        return;
    }
    text += '}';
    last_size_ = text.size();
    seat.shown = now;
    ++figures_.batches;
    out.push_back(
        {seat.seat, seat.lane, std::make_shared<const std::string>(std::move(text)), ++seat.sent});
}

/// What has changed for the watch, as a LiveChange; false when nothing has. What it was told is
/// compared with what is inside now, so it does not matter which batches were missed.
bool LiveBoard::append(std::string& out, const Seat& seat, Watching& watching) {
    auto& values = watching.topic->values;
    inside_.clear();
    for (const auto& subject : watching.watch.subjects)
        values.about(subject, inside_);
    if (watching.watch.subjects.empty() && watching.watch.box)
        values.within(*watching.watch.box, inside_);
    else if (watching.watch.subjects.empty())
        values.all(inside_);
    if (inside_.empty() && watching.told.empty())
        return false;

    ++round_;
    if (told_.size() < values.slots()) {
        told_.resize(values.slots());
        seen_.resize(values.slots());
    }
    for (const auto& told : watching.told)
        told_[told.slot] = told.version;
    still_.clear();
    std::string set; // after `gone`, which is known only at the end
    set.reserve(last_size_);
    const auto begin = inside_.empty() ? 0 : watching.next % inside_.size();
    watching.next = 0;
    auto room = max_watch_values - std::min(max_watch_values, watching.told.size());
    for (std::size_t i = 0; i < inside_.size(); ++i) {
        const auto slot = inside_[(begin + i) % inside_.size()];
        if (std::exchange(seen_[slot], round_) == round_)
            continue;
        const auto& value = values.at(slot);
        if (!sees(seat, value))
            continue;
        const auto told = std::exchange(told_[slot], 0);
        const bool full = out.size() + set.size() + value.text.size() > batch_bytes;
        if (told == value.version || (told != 0 && full)) {
            still_.push_back({slot, told});
        } else if (full || (told == 0 && room == 0)) {
            // Another time.
        } else {
            set += set.empty() ? "" : ",";
            set += value.text;
            still_.push_back({slot, value.version});
            ++figures_.told;
            if (told == 0) {
                values.know(slot);
                --room;
            }
            continue;
        }
        if (full && told != value.version && watching.next == 0)
            watching.next = begin + i;
    }

    const auto start = out.size();
    out += std::format("{{\"id\":{}", watching.watch.id);
    const auto bare = out.size();
    for (const auto& told : watching.told) {
        if (std::exchange(told_[told.slot], 0) == 0)
            continue;
        out += out.size() == bare ? ",\"gone\":[" : ",";
        json::append(out, values.at(told.slot).key);
        values.forget(told.slot);
    }
    if (out.size() > bare)
        out += ']';
    std::swap(watching.told, still_);
    if (!set.empty()) {
        out += ",\"set\":[";
        out += set;
        out += ']';
    }
    if (out.size() == bare) {
        out.resize(start);
        return false;
    }
    out += '}';
    return true;
}

LiveFigures LiveBoard::figures() const {
    auto out = figures_;
    for (const auto& topic : topics_)
        out.values += static_cast<std::int64_t>(topic->values.size());
    for (const auto& [key, seat] : seats_)
        out.watches += static_cast<std::int64_t>(seat->watching.size());
    return out;
}

} // namespace chengyun::hub
