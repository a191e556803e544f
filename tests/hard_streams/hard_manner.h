// In what way a HardCamera is hard to play. Each field alone is what real cameras do.
#pragma once

#include "tests/hard_streams/rtp_clip.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <vector>

namespace chengyun::test {

/// One m= line and what is sent for it.
struct HardTrack {
    /// The first is sent from the beginning; HardCamera::go_on changes to the next one.
    std::vector<RtpClip> clips;
    std::size_t first_packet = 0; ///< where in the clip a viewer begins
};

struct HardManner {
    enum class SignIn { none, basic, md5, sha256, both, both_sha_first };

    std::vector<HardTrack> tracks;

    SignIn sign_in = SignIn::none;
    QByteArray user, password; ///< in UTF-8

    bool tcp = true;              ///< else SETUP with it is answered 461
    bool udp = true;              ///< else SETUP with it is answered 461
    bool refused_at_play = false; ///< the 461 comes as the answer to PLAY
    bool udp_is_lost = false;     ///< UDP is agreed to, and no packet comes through

    /// Given the description as it should be, returns the one that is told.
    std::function<QByteArray(QByteArray)> description;

    /// Each `jump_every` pictures the time stamps jump by this, forth and back in turns.
    std::chrono::seconds jump{0};
    int jump_every = 0;
    bool stamps_stand_still = false;
    /// Sender reports (RTCP) speak of another century and run twice as fast as the pictures.
    bool other_clock = false;
    bool sends_reports = true;
};

} // namespace chengyun::test
