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
    auto* seat = find(from);
    if (!seat)
        return;
    if (auto sound = check(present); !sound)
        return refuse(*seat, 0, sound.error());
    auto* topic = find(present.topic);
    if (!topic || !topic->declared.presence)
        return refuse(*seat, 0, fail(FailureKind::not_found, "topic", "no such topic"));
    if (!topic->declared.may_watch(seat->account))
        return refuse(*seat, 0, fail(FailureKind::forbidden, "topic", "not for this account"));
    auto open = std::ranges::find(seat->open, topic, &Open::topic);
    if (open == seat->open.end()) {
        seat->open.push_back({topic, {}, now});
        open = std::prev(seat->open.end());
    }
    const auto before = std::exchange(open->subjects, std::move(present.subjects));
    const auto has = [](const std::vector<std::string>& list, const std::string& subject) {
        return std::ranges::find(list, subject) != list.end();
    };
    for (const auto& subject : before)
        if (!has(open->subjects, subject))
            close(*seat, *topic, subject);
    for (const auto& subject : open->subjects)
        if (!has(before, subject))
            ask(*seat, *open, subject);
}

void LiveBoard::heard(const LiveSeat* from, SteadyTime now) {
    auto* seat = find(from);
    if (!seat)
        return;
    seat->heard = now;
    if (std::exchange(seat->is_silent, false))
        for (const auto& open : seat->open)
            ask(*seat, open);
}

/// Its values go when nothing is heard of the seat, and are asked about anew from time to time:
/// who sees an order changes with its recipients.
void LiveBoard::tend(Seat& seat, SteadyTime now) {
    const bool silent = now - seat.heard > silence;
    if (silent && !seat.is_silent)
        for (const auto& open : seat.open)
            for (const auto& subject : open.subjects)
                close(seat, *open.topic, subject);
    seat.is_silent = silent;
    if (silent)
        return;
    for (auto& open : seat.open)
        if (now - open.asked >= ask_again) {
            open.asked = now;
            ask(seat, open);
        }
}

void LiveBoard::ask(const Seat& seat, const Open& open) {
    for (const auto& subject : open.subjects)
        ask(seat, open, subject);
}

void LiveBoard::ask(const Seat& seat, const Open& open, const std::string& subject) {
    open.topic->declared.presence(
        seat.account, subject,
        [this, post = post_, key = seat.seat.get(), number = seat.number, topic = open.topic,
         subject](Result<LiveAudience> audience) {
            post([this, key, number, topic, subject, audience = std::move(audience)] {
                admit(key, number, *topic, subject, audience);
            });
        });
}

void LiveBoard::admit(const LiveSeat* key, std::uint64_t number, Topic& topic,
                      const std::string& subject, const Result<LiveAudience>& audience) {
    const auto* seat = find(key);
    if (!seat || seat->number != number || seat->is_silent)
        return;
    const auto open = std::ranges::find(seat->open, &topic, &Open::topic);
    if (open == seat->open.end() ||
        std::ranges::find(open->subjects, subject) == open->subjects.end())
        return;
    if (!audience)
        return close(*seat, topic, subject);
    LiveWord word;
    word.key = presence_key(subject, number);
    word.subject = subject;
    const auto* known = topic.values.find(word.key);
    if (known && *known->audience == *audience)
        return;
    const auto value = json::write(Presence{seat->account.id, seat->account.display_name});
    // Where there is no room it is asked about again, as all are.
    static_cast<void>(topic.values.set(word, live_text(word, value, clock_()),
                                       std::make_shared<const LiveAudience>(*audience), number,
                                       seat->heard));
}

void LiveBoard::close(const Seat& seat, Topic& topic, const std::string& subject) {
    topic.values.remove(presence_key(subject, seat.number));
}

} // namespace chengyun::hub
