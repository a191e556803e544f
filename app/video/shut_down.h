// Ends pipelines without anybody waiting for it.
#pragma once

#include <functional>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// Takes the caller's reference. Any thread; returns at once: a dead server or device must not
/// freeze the screen.
void shut_down(GstElement* pipeline);
/// For another way of ending one. Any thread.
void in_background(std::function<void()> job);
/// Waits, at most `milliseconds`, until all of these are done. For program end.
bool wait_for_shut_downs(int milliseconds);

} // namespace chengyun::console
