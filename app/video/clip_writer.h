// A clip as an MP4 file, of coded pictures as they are.
#pragma once

#include "app/video/clip_ring.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace chengyun::console {

/// What is written into a picture or clip about itself.
struct FootageMarks {
    QString camera; ///< its name
    QString who;    ///< took it
    QDateTime from; ///< the first picture, by the hub's clock and in the hall's zone
    QDateTime to;   ///< the last one; as `from` for a snapshot
};

/// How long the pictures of the cut take, by when they came.
[[nodiscard]] std::chrono::milliseconds length_of(const ClipCut& cut);

/// Any thread; takes as long as copying the clip. Camera, time and who stand in its metadata
/// (title, date, artist, comment). Fails with `wrong_type` for a coding that MP4 does not hold, and
/// with `internal` and GStreamer's own words.
[[nodiscard]] Result<QByteArray> mp4_of(const ClipCut& cut, const FootageMarks& marks);

} // namespace chengyun::console
