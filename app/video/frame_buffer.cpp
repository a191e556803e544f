#include "app/video/frame_buffer.h"

#include <QAbstractVideoBuffer>
#include <QVideoFrameFormat>

#include <gst/video/video.h>

namespace chengyun::console {

namespace {

/// Mapped and unmapped by whichever thread draws the frame, one at a time (QVideoFrame's promise).
class GstFrameBuffer final : public QAbstractVideoBuffer {
public:
    GstFrameBuffer(GstSample* sample, const GstVideoInfo& info, QVideoFrameFormat format)
        : sample_(gst_sample_ref(sample)), info_(info), format_(std::move(format)) {}
    ~GstFrameBuffer() override {
        unmap_now();
        gst_sample_unref(sample_);
    }

    MapData map(QVideoFrame::MapMode mode) override {
        MapData data;
        if (mode != QVideoFrame::ReadOnly || mapped_)
            return data;
        if (!gst_video_frame_map(&frame_, &info_, gst_sample_get_buffer(sample_), GST_MAP_READ))
            return data;
        mapped_ = true;
        data.planeCount = static_cast<int>(GST_VIDEO_FRAME_N_PLANES(&frame_));
        for (int plane = 0; plane < data.planeCount; ++plane) {
            const int stride = GST_VIDEO_FRAME_PLANE_STRIDE(&frame_, plane);
            data.bytesPerLine[plane] = stride;
            data.data[plane] = static_cast<uchar*>(GST_VIDEO_FRAME_PLANE_DATA(&frame_, plane));
            // Component `plane` stands in plane `plane` for both formats.
            data.dataSize[plane] = stride * GST_VIDEO_FRAME_COMP_HEIGHT(&frame_, plane);
        }
        return data;
    }
    void unmap() override { unmap_now(); }
    QVideoFrameFormat format() const override { return format_; }

private:
    void unmap_now() {
        if (mapped_)
            gst_video_frame_unmap(&frame_);
        mapped_ = false;
    }

    GstSample* sample_;
    GstVideoInfo info_;
    GstVideoFrame frame_{};
    QVideoFrameFormat format_;
    bool mapped_ = false;
};

} // namespace

std::optional<QVideoFrame> frame_of(GstSample* sample) {
    GstVideoInfo info;
    if (!gst_video_info_from_caps(&info, gst_sample_get_caps(sample)))
        return std::nullopt;
    QVideoFrameFormat::PixelFormat pixels = QVideoFrameFormat::Format_Invalid;
    if (GST_VIDEO_INFO_FORMAT(&info) == GST_VIDEO_FORMAT_NV12)
        pixels = QVideoFrameFormat::Format_NV12;
    else if (GST_VIDEO_INFO_FORMAT(&info) == GST_VIDEO_FORMAT_I420)
        pixels = QVideoFrameFormat::Format_YUV420P;
    else
        return std::nullopt;
    QVideoFrameFormat format(QSize(info.width, info.height), pixels);
    format.setColorRange(info.colorimetry.range == GST_VIDEO_COLOR_RANGE_0_255
                             ? QVideoFrameFormat::ColorRange_Full
                             : QVideoFrameFormat::ColorRange_Video);
    format.setColorSpace(info.colorimetry.matrix == GST_VIDEO_COLOR_MATRIX_BT709
                             ? QVideoFrameFormat::ColorSpace_BT709
                             : QVideoFrameFormat::ColorSpace_BT601);
    return QVideoFrame(std::make_unique<GstFrameBuffer>(sample, info, std::move(format)));
}

} // namespace chengyun::console
