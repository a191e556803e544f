#include "bench/live/fleet.h"

#include "bench/client/wire.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <unistd.h>

namespace chengyun::bench {
namespace {

constexpr int batches_a_second = 20;
/// Where they drive: a square of one degree.
constexpr double west = 114, south = 30, side = 1;

std::pair<double, double> place_of(const FleetSize& size, int vehicle, int round) {
    const int a_side = static_cast<int>(std::lround(std::sqrt(size.vehicles)));
    const double apart = side / a_side;
    const double angle = 0.7 * round + vehicle;
    return {west + apart * (vehicle % a_side + 0.5) + 0.2 * apart * std::cos(angle),
            south + apart * (vehicle / a_side + 0.5) + 0.2 * apart * std::sin(angle)};
}

/// Of a square view.
double width_of(const FleetSize& size) {
    return side * std::sqrt(static_cast<double>(size.in_view) / size.vehicles);
}

/// The same for the same seat and move, from 0 to 1.
double chance(std::uint64_t seat, std::uint64_t move, std::uint64_t which) {
    auto x = seat * 0x9e3779b97f4a7c15 + move * 0xbf58476d1ce4e5b9 + which * 0x94d049bb133111eb;
    x ^= x >> 31;
    x *= 0xd6e8feb86659fd93;
    x ^= x >> 32;
    return static_cast<double>(x >> 11) / 9007199254740992.0;
}

void append(std::string& out, const char* format, auto... values) {
    char text[256];
    const int length = std::snprintf(text, sizeof text, format, values...);
    out.append(text, static_cast<std::size_t>(length));
}

} // namespace

int FleetState::took_at(double p) const {
    std::int64_t all = 0, until = 0;
    for (const auto& count : took)
        all += count;
    for (int ms = 0; ms < most_ms; ++ms)
        if ((until += took[static_cast<std::size_t>(ms)]) >=
            static_cast<std::int64_t>(std::ceil(p * static_cast<double>(all))))
            return ms;
    return most_ms;
}

void drive(const FleetSize& size, int port, const std::string& token, FleetState& state) {
    const int fd = connect_to(port, true);
    const int in_batch = (size.vehicles + batches_a_second - 1) / batches_a_second;
    const auto began = now_ns();
    for (int round = 0; round < FleetState::most_rounds; ++round) {
        for (int batch = 0; batch < batches_a_second; ++batch) {
            const auto due = began + (static_cast<std::int64_t>(round) * batches_a_second + batch) *
                                         1'000'000'000 / batches_a_second;
            if (const auto left = due - now_ns(); left > 0)
                ::usleep(static_cast<useconds_t>(left / 1000));
            if (batch == 0 && state.stop)
                ::_exit(0);
            const int first = batch * in_batch, end = std::min(size.vehicles, first + in_batch);
            std::string body = "{\"set\":[";
            for (int vehicle = first; vehicle < end; ++vehicle) {
                const auto [lon, lat] = place_of(size, vehicle, round);
                append(body,
                       "%s{\"key\":\"v%05d\",\"place\":{\"lon\":%.6f,\"lat\":%.6f},"
                       "\"value\":{\"round\":%d,\"speed\":%d,\"heading\":%d}}",
                       vehicle == first ? "" : ",", vehicle, lon, lat, round, vehicle % 60,
                       (vehicle + round) % 360);
            }
            body += "]}";
            const auto now = now_ns();
            for (int vehicle = first; vehicle < end; ++vehicle)
                state.sent[vehicle][round] = now;
            const auto reply =
                round_trip(fd, post_request("/api/v1/live/positions", token, {}, body));
            if (reply.status != 200) {
                std::fprintf(stderr, "bench live: %d %s\n", reply.status, reply.body.c_str());
                ::_exit(1);
            }
            state.said += end - first;
        }
        state.round = round;
    }
    ::_exit(1); // it should have been stopped before
}

Views::Views(const FleetSize& size, FleetState& state)
    : size_(size), state_(state), views_(static_cast<std::size_t>(size.seats)) {
    for (auto& view : views_)
        view.known.assign(static_cast<std::size_t>(size.vehicles), -1);
}

void Views::turn(std::int64_t now, const SaySeat& say) {
    if (state_.is_still && !state_.compared)
        compare();
    if (!state_.is_watched || state_.is_still)
        return;
    if (began_ == 0)
        began_ = now;
    const auto period = size_.move_seconds * std::int64_t{1'000'000'000};
    for (std::size_t seat = 0; seat < views_.size(); ++seat) {
        auto& view = views_[seat];
        // Each seat at a moment of its own.
        const auto due =
            began_ + view.moves * period +
            (view.moves == 0
                 ? 0
                 : static_cast<std::int64_t>(chance(seat, 0, 3) * static_cast<double>(period)));
        if (now < due || (state_.stop && view.moves > 0))
            continue;
        const auto move = static_cast<std::uint64_t>(view.moves++);
        const auto width = width_of(size_);
        view.west = west + chance(seat, move, 1) * (side - width);
        view.south = south + chance(seat, move, 2) * (side - width);
        std::string text;
        append(text,
               "{\"t\":\"watch\",\"id\":1,\"topic\":\"positions\",\"box\":{\"west\":%.9f,"
               "\"south\":%.9f,\"east\":%.9f,\"north\":%.9f}}",
               view.west, view.south, view.west + width, view.south + width);
        say(seat, text);
    }
}

void Views::heard(std::size_t seat, std::string_view frame, std::int64_t now) {
    if (!frame.starts_with("{\"t\":\"live\""))
        return;
    auto& known = views_[seat].known;
    ++state_.batches;
    const auto number_at = [&](std::size_t at) { return std::atoi(frame.data() + at); };
    const auto set_at = std::min(frame.find("\"set\":["), frame.size());
    constexpr std::string_view gone = "\"v", key = "{\"key\":\"v", round = "\"round\":";
    if (const auto list = frame.find("\"gone\":["); list < set_at)
        for (auto at = frame.find(gone, list); at < set_at; at = frame.find(gone, at + 1))
            known[static_cast<std::size_t>(number_at(at + gone.size()))] = -1;
    for (auto at = frame.find(key, set_at); at != std::string_view::npos;
         at = frame.find(key, at + 1)) {
        const auto vehicle = static_cast<std::size_t>(number_at(at + key.size()));
        const int fresh = number_at(frame.find(round, at) + round.size());
        const int before = std::exchange(known[vehicle], static_cast<std::int16_t>(fresh));
        ++state_.told;
        for (int word = before + 1; before >= 0 && word <= fresh; ++word) {
            const auto ms = (now - state_.sent[vehicle][word]) / 1'000'000;
            ++state_.took[static_cast<std::size_t>(
                std::clamp<std::int64_t>(ms, 0, FleetState::most_ms - 1))];
        }
    }
}

/// Now that all stands still, every seat must show exactly what lies in its view.
void Views::compare() {
    const auto width = width_of(size_);
    const int last = state_.round;
    std::int64_t shown = 0;
    for (const auto& view : views_)
        for (int vehicle = 0; vehicle < size_.vehicles; ++vehicle) {
            const auto [lon, lat] = place_of(size_, vehicle, last);
            // As it was sent, to six digits.
            const auto x = std::round(lon * 1e6) / 1e6, y = std::round(lat * 1e6) / 1e6;
            const bool inside = x >= view.west && x <= view.west + width && y >= view.south &&
                                y <= view.south + width;
            const int known = view.known[static_cast<std::size_t>(vehicle)];
            state_.wrong += known != (inside ? last : -1) ? 1 : 0;
            shown += known >= 0 ? 1 : 0;
        }
    state_.view_sum = shown;
    state_.compared = true;
}

} // namespace chengyun::bench
