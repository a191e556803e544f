// Where a pipeline ends: each decoded picture at its time, without a copy of it.
#pragma once

#include "app/video/picture.h"

#include <functional>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// An element of one sink pad, which belongs to the caller as one that a factory has made; nullptr
/// where GStreamer has no appsink. `picture` is called on a streaming thread for as long as the
/// element lives: for the first picture as soon as it is decoded, and for each one at its time.
[[nodiscard]] GstElement* make_picture_sink(std::function<void(Picture)> picture);

} // namespace chengyun::console
