// LiveBoard: which seats have what open.
#include "hub/live/live_board.h"

#include "core/json/codec.h"

#include <algorithm>
#include <format>

namespace chengyun::hub {
namespace {

/// One key for each seat and subject.
std::string presence_key(std::string_view subject, std::uint64_t seat) {
    return std::format("{}/{}", subject, seat);
}

} // namespace

void LiveBoard::present(const LiveSeat* from, PresentLive present, SteadyTime now) {
    auto* client = find(from);
    if (!client)
        return;
    if (auto sound = check(present); !sound)
        return refuse(*client, 0, sound.error());
    auto* topic = find(present.topic);
    if (!topic || !topic->declared.presence)
        return refuse(*client, 0, fail(FailureKind::not_found, "topic", "no such topic"));
    if (!topic->declared.may_watch(client->account) || !may_command(client->account.role))
        return refuse(*client, 0, fail(FailureKind::forbidden, "topic", "not for this account"));
    auto open = std::ranges::find(client->open, topic, &Open::topic);
    if (open == client->open.end()) {
        client->open.push_back({topic, {}, now});
        open = std::prev(client->open.end());
    }
    const auto before = std::exchange(open->subjects, {});
    for (auto& id : present.subjects)
        if (std::ranges::find(open->subjects, id, &Subject::id) == open->subjects.end()) {
            const auto known = std::ranges::find(before, id, &Subject::id);
            open->subjects.push_back({std::move(id), known == before.end() || known->is_due});
        }
    for (const auto& subject : before)
        if (std::ranges::find(open->subjects, subject.id, &Subject::id) == open->subjects.end())
            close(*client, *topic, subject.id);
}

void LiveBoard::heard(const LiveSeat* from, SteadyTime now) {
    auto* client = find(from);
    if (!client)
        return;
    client->heard = now;
    if (!std::exchange(client->is_silent, false))
        return;
    for (auto& open : client->open)
        for (auto& subject : open.subjects)
            subject.is_due = true;
}

/// Its values go when nothing is heard of the seat. Questions are asked here alone, at the seat's
/// turn, so that a seat that opens and closes all the time costs no more than one that does not;
/// and anew from time to time: who sees an order changes with its recipients.
void LiveBoard::tend(Client& client, SteadyTime now) {
    const bool silent = now - client.heard > silence;
    if (silent && !client.is_silent)
        for (const auto& open : client.open)
            for (const auto& subject : open.subjects)
                close(client, *open.topic, subject.id);
    client.is_silent = silent;
    if (silent)
        return;
    for (auto& open : client.open) {
        const bool again = now - open.asked >= ask_again;
        if (again)
            open.asked = now;
        for (auto& subject : open.subjects)
            subject.is_due |= again;
        for (auto& subject : open.subjects)
            if (subject.is_due && *questions_ < max_questions) {
                subject.is_due = false;
                ask(client, open, subject.id);
            }
    }
}

void LiveBoard::ask(const Client& client, const Open& open, const std::string& subject) {
    ++*questions_;
    // Ends with the last copy of the question, whether it was answered or dropped.
    std::shared_ptr<void> question(nullptr, [count = questions_](void*) { --*count; });
    open.topic->declared.presence(
        client.account, subject,
        [this, post = post_, key = client.seat.get(), number = client.number, topic = open.topic,
         subject, question = std::move(question)](Result<Audience> audience) {
            post([this, key, number, topic, subject, audience = std::move(audience)] {
                admit(key, number, *topic, subject, audience);
            });
        });
}

void LiveBoard::admit(const LiveSeat* key, std::uint64_t number, Topic& topic,
                      const std::string& subject, const Result<Audience>& audience) {
    const auto* client = find(key);
    if (!client || client->number != number || client->is_silent)
        return;
    const auto open = std::ranges::find(client->open, &topic, &Open::topic);
    if (open == client->open.end() ||
        std::ranges::find(open->subjects, subject, &Subject::id) == open->subjects.end())
        return;
    if (!audience) {
        // Another failure (too many queries wait) says nothing about the order: the value stays,
        // and the question comes again.
        if (audience.error().kind == FailureKind::not_found)
            close(*client, topic, subject);
        return;
    }
    LiveWord word;
    word.key = presence_key(subject, number);
    word.subject = subject;
    const auto* known = topic.values.find(word.key);
    if (known && *known->audience == *audience)
        return;
    const auto value = json::write(Presence{client->account.id, client->account.display_name});
    // Where there is no room it is asked about again, as all are.
    static_cast<void>(topic.values.set(word, live_text(word, value, clock_()),
                                       std::make_shared<const Audience>(*audience), number,
                                       client->heard));
}

void LiveBoard::close(const Client& client, Topic& topic, const std::string& subject) {
    topic.values.remove(presence_key(subject, client.number));
}

} // namespace chengyun::hub
