// Hard streams by name, for programs that choose among them.
#pragma once

#include "tests/hard_streams/hard_manner.h"

#include <QByteArray>
#include <QByteArrayList>

namespace chengyun::test {

struct HardClips {
    RtpClip usual;    ///< H.264, 320×240, 10 pictures a second, a key picture each second
    RtpClip larger;   ///< the same of 640×360
    RtpClip h265;     ///< of 352×288
    RtpClip b_frames; ///< of 320×240
    RtpClip sound;
};
[[nodiscard]] Result<HardClips> record_hard_clips();

/// All of them play. "usual" is the one that is not hard.
[[nodiscard]] const QByteArrayList& hard_manner_names();
/// The manner of a name; that of "usual" where there is none of this name. Each goes on
/// (HardCamera::go_on) to pictures of another size, and then to another codec.
[[nodiscard]] HardManner hard_manner(const QByteArray& name, const HardClips& clips);

} // namespace chengyun::test
