// Feeds an appsrc with a clip for ever: the same access units again and again under time stamps
// that only grow, so that a receiver sees one endless camera.
#pragma once

#include "media/demo/clip.h"

#include <gst/app/gstappsrc.h>

#include <memory>

namespace chengyun::media {

/// Begins with the key picture at or before `start`, counted in lengths of the clip (1.25 is a
/// quarter into it). Takes over `source` (an appsrc of a media being prepared). The feeder lives as
/// long as the element does. Called on gst-rtsp-server's threads; shares nothing but the immutable
/// clip.
void feed_clip(GstElement* source, std::shared_ptr<const Clip> clip, double start);

} // namespace chengyun::media
