#include "bench/firstframe/plain_viewer.h"

#include "bench/firstframe/picture_clock.h"

#include <gst/video/video.h>

namespace chengyun::bench {

namespace {

void handed(GstElement*, GstBuffer* buffer, GstPad* pad, gpointer user) {
    GstCaps* caps = gst_pad_get_current_caps(pad);
    GstVideoInfo info;
    GstVideoFrame frame;
    if (caps && gst_video_info_from_caps(&info, caps) &&
        gst_video_frame_map(&frame, &info, buffer, GST_MAP_READ)) {
        static_cast<PlainViewer*>(user)->show(
            static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame, 0)),
            GST_VIDEO_FRAME_PLANE_STRIDE(&frame, 0));
        gst_video_frame_unmap(&frame);
    }
    if (caps)
        gst_caps_unref(caps);
}

} // namespace

PlainViewer::PlainViewer(const std::string& address) {
    const std::string line = "rtspsrc location=" + address +
                             " protocols=tcp latency=200 tcp-timestamp=true ! rtph264depay "
                             "! h264parse ! avdec_h264 max-threads=1 output-corrupt=false "
                             "! fakesink name=sink sync=true signal-handoffs=true";
    pipeline_ = gst_parse_launch(line.c_str(), nullptr);
    GstElement* sink = gst_bin_get_by_name(GST_BIN(pipeline_), "sink");
    g_signal_connect(sink, "handoff", G_CALLBACK(handed), this);
    gst_object_unref(sink);
    gst_element_set_state(pipeline_, GST_STATE_PLAYING);
}

PlainViewer::~PlainViewer() {
    gst_element_set_state(pipeline_, GST_STATE_NULL);
    gst_object_unref(pipeline_);
}

std::vector<double> PlainViewer::ages() const {
    const std::scoped_lock lock(mutex_);
    return ages_;
}

void PlainViewer::show(const std::uint8_t* luma, int stride) {
    const auto now = clock_now();
    std::uint32_t before = 0;
    first_.compare_exchange_strong(before, now);
    const std::scoped_lock lock(mutex_);
    ages_.push_back(clock_between(read_clock(luma, stride), now));
}

} // namespace chengyun::bench
