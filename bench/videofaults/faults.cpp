#include "bench/videofaults/faults.h"

#include <array>

namespace chengyun::bench {

namespace {

using std::chrono::milliseconds;

/// tests/hard_streams/hard_manners.h
constexpr std::array hard{"stamps_jump_ahead",
                          "stamps_jump_back",
                          "stamps_stand_still",
                          "other_clock",
                          "sound_first",
                          "b_frames_beside_sound",
                          "bad_connection_line",
                          "no_format",
                          "metadata",
                          "twenty_payloads",
                          "tcp_refused",
                          "udp_refused",
                          "another_size",
                          "usual"};

int up_to(std::mt19937& random, int most) {
    return std::uniform_int_distribution<int>(0, most - 1)(random);
}

} // namespace

Fault random_fault(std::mt19937& random, milliseconds freeze) {
    const milliseconds lasts(1000 + up_to(random, 9000));
    switch (up_to(random, 12)) {
    case 0:
        return {"gone", "stop", "start", lasts};
    case 1:
        return {"loss of 5 %", "loss 0.05", "loss 0", lasts};
    case 2:
        return {"reordering", "reorder 0.1", "reorder 0", lasts};
    case 3:
        return {"half-open", "half_open", "whole", lasts};
    case 4:
        return {"freeze", "freeze", "thaw", freeze};
    case 5:
        return {"short freeze", "freeze", "thaw", lasts};
    case 6:
        return {"hangs up", "hang_up", {}, {}};
    case 7:
        return {"changes in mid-stream", "next", {}, {}};
    default: {
        const QByteArray name = hard[static_cast<std::size_t>(up_to(random, hard.size()))];
        return {name, "manner " + name, {}, {}};
    }
    }
}

} // namespace chengyun::bench
