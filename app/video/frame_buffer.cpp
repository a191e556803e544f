#include "app/video/frame_buffer.h"

#include <QAbstractVideoBuffer>
#include <QVideoFrameFormat>

#include <gst/video/video.h>

#include <algorithm>
#include <array>

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
            // Component `plane` stands in plane `plane` in all formats below.
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

struct Pixels {
    GstVideoFormat decoded;
    QVideoFrameFormat::PixelFormat shown;
};

/// frame_caps says the same.
constexpr std::array pixels{
    Pixels{GST_VIDEO_FORMAT_NV12, QVideoFrameFormat::Format_NV12},
    Pixels{GST_VIDEO_FORMAT_I420, QVideoFrameFormat::Format_YUV420P},
    Pixels{GST_VIDEO_FORMAT_Y42B, QVideoFrameFormat::Format_YUV422P},
    Pixels{GST_VIDEO_FORMAT_I420_10LE, QVideoFrameFormat::Format_YUV420P10},
    Pixels{GST_VIDEO_FORMAT_P010_10LE, QVideoFrameFormat::Format_P010},
};

bool is_full(const GstVideoInfo& info) {
    return info.colorimetry.range == GST_VIDEO_COLOR_RANGE_0_255;
}

QVideoFrameFormat::ColorSpace color_space_of(const GstVideoInfo& info) {
    switch (info.colorimetry.matrix) {
    case GST_VIDEO_COLOR_MATRIX_BT709:
        return QVideoFrameFormat::ColorSpace_BT709;
    case GST_VIDEO_COLOR_MATRIX_BT2020:
        return QVideoFrameFormat::ColorSpace_BT2020;
    default:
        // Qt 6.8 has red and blue of BT.601 in full range the wrong way round. That matrix is
        // JPEG's, which Qt has right under this name.
        return is_full(info) ? QVideoFrameFormat::ColorSpace_AdobeRgb
                             : QVideoFrameFormat::ColorSpace_BT601;
    }
}

} // namespace

const char* frame_caps() {
    return "video/x-raw,format=(string){NV12,I420,Y42B,I420_10LE,P010_10LE}";
}

std::optional<QVideoFrame> frame_of(GstSample* sample) {
    GstVideoInfo info;
    if (!gst_video_info_from_caps(&info, gst_sample_get_caps(sample)))
        return std::nullopt;
    const auto* known = std::ranges::find(pixels, GST_VIDEO_INFO_FORMAT(&info), &Pixels::decoded);
    if (known == pixels.end())
        return std::nullopt;
    QVideoFrameFormat format(QSize(info.width, info.height), known->shown);
    format.setColorRange(is_full(info) ? QVideoFrameFormat::ColorRange_Full
                                       : QVideoFrameFormat::ColorRange_Video);
    format.setColorSpace(color_space_of(info));
    return QVideoFrame(std::make_unique<GstFrameBuffer>(sample, info, std::move(format)));
}

QSizeF shape_of(GstSample* sample) {
    GstVideoInfo info;
    if (!gst_video_info_from_caps(&info, gst_sample_get_caps(sample)) || info.par_d <= 0)
        return {};
    return {static_cast<double>(info.width) * info.par_n / info.par_d,
            static_cast<double>(info.height)};
}

} // namespace chengyun::console
