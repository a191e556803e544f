// Decides which coded pictures a decoder gets. Without the picture before it, a picture is decoded
// into grey mud, and the mud spreads until the next key picture. So the gate is shut until the
// first key picture, and after a gap until the next one. It also shuts when a stream has fallen
// behind, and opens at a key picture: decoding old pictures would keep the stream behind.
#pragma once

#include <chrono>

namespace chengyun::console {

/// Not for several threads at once: it belongs to the one that feeds the decoder.
class KeyGate {
public:
    /// The gate shuts when a picture is later than `latest`. It opens again at a key picture that
    /// is no later than `caught_up`.
    static constexpr std::chrono::milliseconds latest{2000};
    static constexpr std::chrono::milliseconds caught_up{1000};
    /// After so many pictures without a first key picture the gate opens all the same. Some cameras
    /// send a key picture a minute. Others send none and renew the picture bit by bit: it is better
    /// to see their picture come out of the mud than to see nothing. A player waits longer than
    /// this.
    static constexpr int patience = 100;

    struct Unit {
        bool key = false;
        bool gap = false; ///< at least one picture before this one is missing
        std::chrono::nanoseconds late{};
    };

    /// Nobody looks: nothing passes. Then all is as it was at the beginning.
    void rest() { *this = {}; }

    [[nodiscard]] bool passes(const Unit& unit) {
        if (unit.gap || unit.late > latest)
            shut_ = true;
        if (shut_ && unit.key && unit.late <= caught_up)
            shut_ = false;
        seen_ = seen_ || !shut_;
        if (!seen_ && ++waited_ > patience) {
            seen_ = true;
            shut_ = false;
        }
        return !shut_;
    }

private:
    bool shut_ = true;
    bool seen_ = false; ///< something has gone through
    int waited_ = 0;
};

} // namespace chengyun::console
