// Vehicles that say where they are once a second, and seats whose views look at some of them.
#pragma once

#include "bench/client/seats.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::bench {

struct FleetSize {
    int vehicles = 10'000; ///< a square number
    int seats = 500;
    int in_view = 300;    ///< about so many in each seat's view
    int move_seconds = 5; ///< a view moves so often
};

/// In memory that all processes share.
struct FleetState {
    static constexpr int most_vehicles = 10'000;
    static constexpr int most_rounds = 256;
    static constexpr int most_ms = 20'000;

    std::atomic<bool> stop{false};       ///< the vehicles stand still
    std::atomic<bool> is_watched{false}; ///< seats have views
    std::atomic<bool> is_still{false};   ///< the last word has had time to arrive: compare
    std::atomic<bool> compared{false};
    std::atomic<std::int64_t> said{0}; ///< words of vehicles
    std::atomic<int> round{-1};        ///< the last that is complete
    std::atomic<std::int64_t> batches{0}, told{0}, view_sum{0};
    std::atomic<std::int64_t> wrong{0}; ///< vehicles that a seat shows otherwise than they are
    /// How many words took so many ms to a seat that saw the vehicle before, also those that a
    /// newer one overtook: then until that one came.
    std::array<std::atomic<std::int64_t>, most_ms> took{};
    std::atomic<std::int64_t> sent[most_vehicles][most_rounds];

    /// In ms; `p` from 0 to 1.
    [[nodiscard]] int took_at(double p) const;
};

/// Says where all vehicles are, once a second, until `stop`. Ends the process.
[[noreturn]] void drive(const FleetSize& size, int port, const std::string& token,
                        FleetState& state);

/// What the seats do with views and batches.
class Views {
public:
    Views(const FleetSize& size, FleetState& state);
    void heard(std::size_t seat, std::string_view frame, std::int64_t now);
    void turn(std::int64_t now, const SaySeat& say);

private:
    struct View {
        double west = 0, south = 0;
        std::int64_t moves = 0;          ///< so often until now
        std::vector<std::int16_t> known; ///< by vehicle: the round of its last word, or -1
    };
    void compare();

    FleetSize size_;
    FleetState& state_;
    std::vector<View> views_;
    std::int64_t began_ = 0;
};

} // namespace chengyun::bench
