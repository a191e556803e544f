#include "app/video/picture_image.h"

#include <QBuffer>
#include <QPainter>
#include <QTransform>

#include <gst/video/video.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace chengyun::console {

namespace {

struct Coded {
    QVideoFrameFormat::PixelFormat shown;
    GstVideoFormat coded;
    int planes;
};

/// What frame_of (frame_buffer.h) makes.
constexpr std::array formats{
    Coded{QVideoFrameFormat::Format_NV12, GST_VIDEO_FORMAT_NV12, 2},
    Coded{QVideoFrameFormat::Format_YUV420P, GST_VIDEO_FORMAT_I420, 3},
    Coded{QVideoFrameFormat::Format_YUV422P, GST_VIDEO_FORMAT_Y42B, 3},
    Coded{QVideoFrameFormat::Format_YUV420P10, GST_VIDEO_FORMAT_I420_10LE, 3},
    Coded{QVideoFrameFormat::Format_P010, GST_VIDEO_FORMAT_P010_10LE, 2},
};

std::optional<GstVideoInfo> info_of(const QVideoFrame& frame) {
    const auto* known = std::ranges::find(formats, frame.pixelFormat(), &Coded::shown);
    if (known == formats.end())
        return {};
    GstVideoInfo info;
    if (!gst_video_info_set_format(&info, known->coded, static_cast<guint>(frame.width()),
                                   static_cast<guint>(frame.height())))
        return {};
    const auto format = frame.surfaceFormat();
    info.colorimetry.range = format.colorRange() == QVideoFrameFormat::ColorRange_Full
                                 ? GST_VIDEO_COLOR_RANGE_0_255
                                 : GST_VIDEO_COLOR_RANGE_16_235;
    switch (format.colorSpace()) {
    case QVideoFrameFormat::ColorSpace_BT709:
        info.colorimetry.matrix = GST_VIDEO_COLOR_MATRIX_BT709;
        break;
    case QVideoFrameFormat::ColorSpace_BT2020:
        info.colorimetry.matrix = GST_VIDEO_COLOR_MATRIX_BT2020;
        break;
    default:
        info.colorimetry.matrix = GST_VIDEO_COLOR_MATRIX_BT601; // frame_of says why so many names
    }
    return info;
}

/// A GstVideoFrame over memory that is somebody else's.
GstVideoFrame frame_over(const GstVideoInfo& info) {
    GstVideoFrame out{};
    out.info = info;
    return out;
}

struct ConverterDrop {
    void operator()(GstVideoConverter* converter) const { gst_video_converter_free(converter); }
};

void draw_strip(QImage& image, int height, const FootageMarks& marks) {
    const QRect strip(0, image.height() - height, image.width(), height);
    QPainter painter(&image);
    painter.fillRect(strip, Qt::black);
    painter.setPen(Qt::white);
    auto font = painter.font();
    font.setPixelSize(height * 6 / 10);
    painter.setFont(font);
    const auto inner = strip.adjusted(height / 3, 0, -height / 3, 0);
    const auto when = marks.from.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t"));
    const auto right = when + QStringLiteral("  ") + marks.who;
    const QFontMetrics metrics(font);
    const int taken =
        std::min(metrics.horizontalAdvance(right) + height / 2, inner.width() * 2 / 3);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(right, Qt::ElideRight, taken));
    painter.drawText(
        inner, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(marks.camera, Qt::ElideMiddle, std::max(0, inner.width() - taken)));
}

} // namespace

QImage image_of(const Picture& picture) {
    QVideoFrame frame = picture.frame;
    const auto info = info_of(frame);
    // As it lies in memory, which the camera may say is turned.
    const auto turned = static_cast<int>(frame.rotation());
    const QSize size =
        turned % 180 == 0 ? picture.shape.toSize() : picture.shape.toSize().transposed();
    if (!info || size.isEmpty() || !frame.map(QVideoFrame::ReadOnly))
        return {};
    QImage image(size, QImage::Format_RGB32);
    GstVideoInfo pixels;
    bool good = !image.isNull() && gst_video_info_set_format(&pixels, GST_VIDEO_FORMAT_BGRx,
                                                             static_cast<guint>(size.width()),
                                                             static_cast<guint>(size.height()));
    if (good) {
        auto from = frame_over(*info);
        for (int plane = 0; plane < frame.planeCount(); ++plane) {
            from.data[plane] = frame.bits(plane);
            from.info.stride[plane] = frame.bytesPerLine(plane);
        }
        auto to = frame_over(pixels);
        to.data[0] = image.bits();
        to.info.stride[0] = static_cast<gint>(image.bytesPerLine());
        GstVideoInfo in = from.info, out = to.info;
        const std::unique_ptr<GstVideoConverter, ConverterDrop> converter(
            gst_video_converter_new(&in, &out, nullptr));
        good = converter != nullptr;
        if (good)
            gst_video_converter_frame(converter.get(), &from, &to);
    }
    frame.unmap();
    if (!good)
        return {};
    return turned == 0 ? image : image.transformed(QTransform().rotate(turned));
}

Result<QByteArray> snapshot_of(const Picture& picture, const FootageMarks& marks) {
    const auto seen = image_of(picture);
    if (seen.isNull())
        return fail(FailureKind::internal, "snapshot", "the picture cannot be read");
    const int height = std::max(20, seen.height() / 24);
    QImage image(seen.width(), seen.height() + height, QImage::Format_RGB32);
    if (image.isNull())
        return fail(FailureKind::internal, "snapshot", "no memory for the picture");
    {
        QPainter painter(&image);
        painter.drawImage(0, 0, seen);
    }
    draw_strip(image, height, marks);
    image.setText(QStringLiteral("Title"), marks.camera);
    image.setText(QStringLiteral("Author"), marks.who);
    image.setText(QStringLiteral("Creation Time"), marks.from.toString(Qt::ISODate));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, "JPEG", 92))
        return fail(FailureKind::internal, "snapshot", "JPEG cannot be written");
    return bytes;
}

} // namespace chengyun::console
