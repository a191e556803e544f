// Starts and ends a pipeline that stands for a device: opening one, and closing it, may take long,
// so neither is done on the caller's thread, and whichever comes first, it is over in the end.
#pragma once

#include <gst/gst.h>

#include <memory>

namespace chengyun::console {

struct Running;

/// Of one pipeline.
[[nodiscard]] std::shared_ptr<Running> make_running();
/// Plays it soon, unless it has been ended by then.
void start_soon(GstElement* pipeline, const std::shared_ptr<Running>& running);
/// Takes the caller's reference.
void end_soon(GstElement* pipeline, const std::shared_ptr<Running>& running);

} // namespace chengyun::console
