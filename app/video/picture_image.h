// A picture of a camera as an image to be kept, with what it is written on its lower edge.
#pragma once

#include "app/video/clip_writer.h"
#include "app/video/picture.h"
#include "core/result.h"

#include <QByteArray>
#include <QImage>

namespace chengyun::console {

/// Any thread. In its shape and colours; null for a picture whose memory cannot be read.
[[nodiscard]] QImage image_of(const Picture& picture);

/// Any thread of a program that draws. A JPEG of the picture with a strip below it that says
/// camera, time and who (nothing of the picture is covered), and the same in its metadata. Fails
/// with `internal`.
[[nodiscard]] Result<QByteArray> snapshot_of(const Picture& picture, const FootageMarks& marks);

} // namespace chengyun::console
