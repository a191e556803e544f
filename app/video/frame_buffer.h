// A decoded GStreamer picture as a QVideoFrame without copying it: the frame holds the sample and
// maps its memory only while somebody draws it.
#pragma once

#include <QVideoFrame>

#include <optional>

typedef struct _GstSample GstSample; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// Takes a reference of its own on `sample`. Any thread. Nothing for a picture format other than
/// NV12 or I420, which the pipeline never delivers.
[[nodiscard]] std::optional<QVideoFrame> frame_of(GstSample* sample);

} // namespace chengyun::console
