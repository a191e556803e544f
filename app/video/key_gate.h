// Decides which coded pictures a decoder gets. What a decoder makes of a picture whose forerunner
// is missing is grey mud that spreads until the next key picture, so nothing goes through before
// the first key picture, nor after a gap until the next one. A stream that has fallen behind skips
// to a key picture too: decoding what is over would only keep it behind.
#pragma once

#include <chrono>

namespace chengyun::console {

/// Not for several threads at once: it belongs to the one that feeds the decoder.
class KeyGate {
public:
    /// How late a picture may be when the decoder gets it, and how late at most the key picture is
    /// at which a stream that was later goes on.
    static constexpr std::chrono::milliseconds latest{2000};
    static constexpr std::chrono::milliseconds caught_up{1000};
    /// So many pictures are waited through for a stream's first key picture. There are cameras that
    /// send one a minute, and some that never do but renew the picture bit by bit: theirs is better
    /// seen coming out of the mud than not at all. It is less than a player's patience.
    static constexpr int patience = 100;

    struct Unit {
        bool key = false;
        bool gap = false; ///< something between the one before and this one is missing
        std::chrono::nanoseconds late{};
    };

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
