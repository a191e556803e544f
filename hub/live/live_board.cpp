#include "hub/live/live_board.h"

#include "core/area/area.h"
#include "core/json/codec.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {
namespace {

/// Of a value that was published; empty: it has none.
std::string_view area_of(const Audience& audience) {
    return audience.areas.empty() ? std::string_view() : audience.areas.front();
}

} // namespace

LiveBoard::LiveBoard(std::vector<LiveTopic> topics, Post post, Clock clock)
    : post_(std::move(post)), clock_(std::move(clock)), by_turn_(turns) {
    for (auto& topic : topics) {
        auto values = no_values(topic);
        topics_.push_back(std::make_unique<Topic>(Topic{std::move(topic), std::move(values)}));
    }
}

LiveValues LiveBoard::no_values(const LiveTopic& topic) {
    // What is open ends with the seat, not by itself.
    const auto lives = topic.presence ? std::chrono::milliseconds(0) : topic.lives;
    return {topic.placed, lives, topic.max_values};
}

LiveBoard::Client* LiveBoard::find(const LiveSeat* seat) {
    const auto found = clients_.find(seat);
    return found == clients_.end() ? nullptr : found->second.get();
}

LiveBoard::Topic* LiveBoard::find(std::string_view topic) {
    const auto found =
        std::ranges::find_if(topics_, [&](const auto& one) { return one->declared.name == topic; });
    return found == topics_.end() ? nullptr : found->get();
}

void LiveBoard::join(LiveSeatPtr seat, std::size_t lane, Account account, SteadyTime now) {
    const auto* key = seat.get();
    leave(key);
    auto fresh = std::make_unique<Client>();
    const auto least = std::ranges::min_element(by_turn_, {}, &std::vector<Client*>::size);
    fresh->turn = static_cast<std::size_t>(least - by_turn_.begin());
    fresh->number = ++last_number_;
    fresh->lane = lane;
    // Nobody is asked value by value whether they see what is for everybody in the centre.
    fresh->sees_all = account.area.empty() && account.role != Role::unit && !account.disabled;
    fresh->account = std::move(account);
    fresh->heard = now;
    fresh->seat = std::move(seat);
    auto* client = clients_.emplace(key, std::move(fresh)).first->second.get();
    least->push_back(client);
}

void LiveBoard::leave(const LiveSeat* seat) {
    auto* gone = find(seat);
    if (!gone)
        return;
    for (const auto& open : gone->open)
        for (const auto& subject : open.subjects)
            close(*gone, *open.topic, subject.id);
    for (auto& watching : gone->watching)
        forget(watching);
    std::erase(by_turn_[gone->turn], gone);
    std::erase(prompt_, gone);
    clients_.erase(seat);
}

void LiveBoard::taken(const LiveSeat* seat, std::int64_t batch) {
    if (auto* known = find(seat); known && batch <= known->sent)
        known->taken = std::max(known->taken, batch);
}

void LiveBoard::prompt(Client& client) {
    if (client.is_prompt)
        return;
    prompt_.push_back(&client);
    client.is_prompt = true;
}

void LiveBoard::tell_soon(const Topic& topic) {
    for (const auto& [key, client] : clients_)
        if (std::ranges::any_of(client->watching,
                                [&](const Watching& one) { return one.topic == &topic; })) {
            client->prompt_gap = prompt_change_after;
            prompt(*client);
        }
}

void LiveBoard::refuse(Client& client, std::int64_t id, Failure why) {
    if (client.refusals.size() < 2 * max_watches)
        client.refusals.push_back({id, std::move(why)});
    prompt(client);
}

void LiveBoard::forget(Watching& watching) {
    for (const auto& told : watching.told)
        watching.topic->values.forget(told.slot);
    watching.told.clear();
}

Result<LiveBoard::Topic*> LiveBoard::watched_topic(const Client& client, const WatchLive& watch) {
    if (auto sound = check(watch); !sound)
        return sound.error();
    auto* topic = find(watch.topic);
    if (!topic)
        return fail(FailureKind::not_found, "topic", "no such topic");
    if (!topic->declared.may_watch(client.account))
        return fail(FailureKind::forbidden, "topic", "not for this account");
    if (watch.box && !topic->declared.placed)
        return fail(FailureKind::invalid_field, "box", "the topic's values have no place");
    return topic;
}

void LiveBoard::watch(const LiveSeat* from, WatchLive watch) {
    auto* client = find(from);
    if (!client)
        return;
    const auto topic = watched_topic(*client, watch);
    if (!topic)
        return refuse(*client, watch.id, topic.error());
    auto found = std::ranges::find(client->watching, watch.id,
                                   [](const Watching& one) { return one.watch.id; });
    if (found == client->watching.end()) {
        if (client->watching.size() >= max_watches)
            return refuse(
                *client, watch.id,
                fail(FailureKind::too_many, "id", std::format("at most {} watches", max_watches)));
        client->watching.emplace_back();
        found = std::prev(client->watching.end());
    } else if (found->topic != *topic) {
        forget(*found);
    }
    found->topic = *topic;
    found->watch = std::move(watch);
    found->next = 0;
    prompt(*client);
}

void LiveBoard::unwatch(const LiveSeat* from, std::int64_t id) {
    auto* client = find(from);
    if (!client)
        return;
    const auto found =
        std::ranges::find(client->watching, id, [](const Watching& one) { return one.watch.id; });
    if (found == client->watching.end())
        return;
    forget(*found);
    client->watching.erase(found);
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
    // The value that is there now may be of another area: then the account may not touch it.
    const auto may_change = [&](const std::string& key) {
        const auto* known = topic->values.find(key);
        return !known || area_contains(account.area, area_of(*known->audience));
    };
    for (std::size_t i = 0; i < command.remove.size(); ++i)
        if (!may_change(command.remove[i]))
            return fail(FailureKind::forbidden, std::format("remove[{}]", i), "of another area");
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
        if (!may_change(word.key))
            return fail(FailureKind::forbidden, field("key"), "of another area");
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
        auto audience = std::make_shared<Audience>();
        if (command.set[i].area)
            audience->areas.push_back(*command.set[i].area);
        if (topic->values.set(command.set[i], std::move(texts[i]), std::move(audience), 0, now))
            ++done.set;
    }
    for (const auto& key : command.remove)
        done.removed += topic->values.remove(key) ? 1 : 0;
    if (topic->declared.prompt)
        tell_soon(*topic);
    return done;
}

std::vector<LiveBoard::Batch> LiveBoard::start_over() {
    std::vector<Batch> out;
    out.reserve(clients_.size());
    for (const auto& [key, client] : clients_)
        out.push_back({client->seat, client->lane, {}, 0, Ending::going_away});
    forget_seats();
    for (auto& topic : topics_)
        topic->values = no_values(topic->declared);
    told_.clear();
    seen_.clear();
    return out;
}

void LiveBoard::forget_seats() {
    prompt_.clear();
    for (auto& clients : by_turn_)
        clients.clear();
    clients_.clear();
}

LiveFigures LiveBoard::figures() const {
    auto out = figures_;
    for (const auto& topic : topics_)
        out.values += static_cast<std::int64_t>(topic->values.size());
    for (const auto& [key, client] : clients_)
        out.watches += static_cast<std::int64_t>(client->watching.size());
    return out;
}

} // namespace chengyun::hub
