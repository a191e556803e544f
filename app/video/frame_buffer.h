// A decoded GStreamer picture as a QVideoFrame without copying it: the frame holds the sample and
// maps its memory only while somebody draws it.
#pragma once

#include <QSizeF>
#include <QVideoFrame>

#include <optional>

typedef struct _GstSample GstSample; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// What frame_of takes, as GStreamer writes caps: what decoders of cameras deliver. The pipeline
/// converts all else.
[[nodiscard]] const char* frame_caps();

/// Takes a reference of its own on `sample`. Any thread. Nothing for a picture that frame_caps does
/// not have.
[[nodiscard]] std::optional<QVideoFrame> frame_of(GstSample* sample);

/// The size in square pixels in which the picture of `sample` is to be shown; empty when it is no
/// picture. Any thread.
[[nodiscard]] QSizeF shape_of(GstSample* sample);

} // namespace chengyun::console
