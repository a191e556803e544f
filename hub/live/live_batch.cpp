// LiveBoard: what a seat is told, and when.
#include "core/json/codec.h"
#include "hub/journal/journal_kinds.h"
#include "hub/live/live_board.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {

bool LiveBoard::sees(const Client& client, const LiveValues::Value& value) {
    if (value.owner == client.number)
        return false;
    return client.sees_all ||
           may_see(client.account, Viewers::by_place, value.audience->areas, value.audience->units);
}

std::vector<LiveBoard::Batch> LiveBoard::turn(std::size_t number, SteadyTime now) {
    std::vector<Batch> out;
    for (auto& topic : topics_)
        topic->values.expire(now);
    for (auto* client : by_turn_[number % turns]) {
        tend(*client, now);
        show(*client, now, out);
    }
    for (auto* client : std::exchange(prompt_, {})) {
        client->is_prompt = false;
        if (now - client->shown < client->prompt_gap || client->sent != client->taken) {
            prompt(*client); // again
        } else {
            client->prompt_gap = prompt_after;
            show(*client, now, out);
        }
    }
    for (const auto& batch : out)
        if (batch.ending)
            leave(batch.seat.get());
    return out;
}

void LiveBoard::show(Client& client, SteadyTime now, std::vector<Batch>& out) {
    const bool unread = client.sent != client.taken;
    if (unread && now - client.shown >= patience) {
        ++figures_.slow;
        out.push_back({client.seat, client.lane, {}, 0, Ending::slow});
        return;
    }
    if (client.watching.empty() && client.refusals.empty())
        return;
    if (unread) {
        ++figures_.missed;
        return;
    }
    std::string text;
    text.reserve(last_size_ + last_size_ / 8 + 256);
    text += "{\"t\":\"live\",\"watches\":[";
    const auto empty = text.size();
    bool is_full = false;
    for (std::size_t i = 0; i < client.watching.size(); ++i) {
        auto& watching = client.watching[(client.first + i) % client.watching.size()];
        const auto before = text.size();
        if (before > empty)
            text += ',';
        if (!append(text, client, watching, is_full))
            text.resize(before);
    }
    // Another begins next time, so that a busy watch leaves room for the others.
    if (!client.watching.empty())
        client.first = (client.first + 1) % client.watching.size();
    if (is_full)
        prompt(client);
    const bool tells = text.size() > empty;
    text += ']';
    if (!client.refusals.empty()) {
        text += ",\"refused\":[";
        for (const auto& [id, why] : std::exchange(client.refusals, {})) {
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
    client.shown = now;
    ++figures_.batches;
    out.push_back({client.seat, client.lane, std::make_shared<const std::string>(std::move(text)),
                   ++client.sent});
}

/// What has changed for the watch, as a LiveChange; false when nothing has. What it was told is
/// compared with what is visible now, so it does not matter which batches were missed. `is_full`
/// when something is left for the next batch.
bool LiveBoard::append(std::string& out, const Client& client, Watching& watching, bool& is_full) {
    find_visible(client, watching);
    if (visible_.empty() && watching.told.empty())
        return false;
    for (const auto& told : watching.told)
        told_[told.slot] = told.version;
    still_.clear();
    out += std::format("{{\"id\":{}", watching.watch.id);
    const auto bare = out.size();
    is_full |= !append_gone(out, watching);
    is_full |= !append_set(out, watching);
    std::swap(watching.told, still_);
    out += '}';
    return out.size() > bare + 1;
}

/// Fills `visible_`: what the watch asks for and the seat may see, each slot once.
void LiveBoard::find_visible(const Client& client, const Watching& watching) {
    const auto& values = watching.topic->values;
    visible_.clear();
    for (const auto& subject : watching.watch.subjects)
        values.about(subject, visible_);
    if (watching.watch.subjects.empty() && watching.watch.box)
        values.within(*watching.watch.box, visible_);
    else if (watching.watch.subjects.empty())
        values.all(visible_);
    ++round_;
    if (told_.size() < values.slots()) {
        told_.resize(values.slots());
        seen_.resize(values.slots());
    }
    std::erase_if(visible_, [&](LiveValues::Slot slot) {
        return !sees(client, values.at(slot)) || std::exchange(seen_[slot], round_) == round_;
    });
}

/// The keys that it was told of and that are not visible any more; false when not all had room.
bool LiveBoard::append_gone(std::string& out, Watching& watching) {
    auto& values = watching.topic->values;
    const auto bare = out.size();
    bool all = true;
    for (const auto& told : watching.told) {
        if (seen_[told.slot] == round_)
            continue;
        told_[told.slot] = 0;
        const auto& key = values.at(told.slot).key;
        if (out.size() + key.size() > batch_bytes) {
            still_.push_back(told);
            all = false;
            continue;
        }
        out += out.size() == bare ? ",\"gone\":[" : ",";
        json::append(out, key);
        values.forget(told.slot);
    }
    if (out.size() > bare)
        out += ']';
    return all;
}

/// The visible values that it was not told of in their present version; false when not all had
/// room in the batch. Values beyond max_watch_values are left out and do not count.
bool LiveBoard::append_set(std::string& out, Watching& watching) {
    auto& values = watching.topic->values;
    const auto bare = out.size();
    const auto begin = visible_.empty() ? 0 : watching.next % visible_.size();
    watching.next = 0;
    auto room = max_watch_values - std::min(max_watch_values, watching.told.size());
    bool all = true;
    for (std::size_t i = 0; i < visible_.size(); ++i) {
        const auto slot = visible_[(begin + i) % visible_.size()];
        const auto& value = values.at(slot);
        const auto told = std::exchange(told_[slot], 0);
        if (told == value.version) {
            still_.push_back({slot, told});
            continue;
        }
        if (told == 0 && room == 0)
            continue;
        if (out.size() + value.text.size() > batch_bytes) {
            if (std::exchange(all, false))
                watching.next = begin + i;
            if (told != 0)
                still_.push_back({slot, told});
            continue;
        }
        out += out.size() == bare ? ",\"set\":[" : ",";
        out += value.text;
        still_.push_back({slot, value.version});
        ++figures_.told;
        if (told == 0) {
            values.know(slot);
            --room;
        }
    }
    if (out.size() > bare)
        out += ']';
    return all;
}

} // namespace chengyun::hub
