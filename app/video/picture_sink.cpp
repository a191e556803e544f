#include "app/video/picture_sink.h"

#include "app/video/frame_buffer.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

#include <memory>

namespace chengyun::console {

namespace {

using OnPicture = std::shared_ptr<const std::function<void(Picture)>>;

gpointer handle_of(const OnPicture& picture) {
    return new OnPicture(picture);
}

void drop_handle(gpointer user) {
    delete static_cast<OnPicture*>(user);
}

/// How long ago the packets of a picture came, by their stamps; 0 while that cannot be told.
std::chrono::nanoseconds age_of(GstSample* sample, GstElement* sink) {
    const GstBuffer* buffer = gst_sample_get_buffer(sample);
    const GstSegment* segment = gst_sample_get_segment(sample);
    if (!GST_BUFFER_PTS_IS_VALID(buffer) || segment->format != GST_FORMAT_TIME)
        return {};
    const auto came = gst_segment_to_running_time(segment, GST_FORMAT_TIME, GST_BUFFER_PTS(buffer));
    GstClock* clock = gst_element_get_clock(sink);
    std::chrono::nanoseconds age{};
    if (clock && GST_CLOCK_TIME_IS_VALID(came))
        age = std::chrono::nanoseconds(
            GST_CLOCK_DIFF(came, gst_clock_get_time(clock) - gst_element_get_base_time(sink)));
    if (clock)
        gst_object_unref(clock);
    return age;
}

void deliver(GstSample* sample, GstElement* sink, gpointer user) {
    if (auto frame = frame_of(sample))
        (**static_cast<OnPicture*>(user))(
            {std::move(*frame), shape_of(sample),
             std::chrono::steady_clock::now() -
                 std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                     age_of(sample, sink))});
}

GstFlowReturn take_picture(GstAppSink* sink, gpointer user) {
    if (GstSample* sample = gst_app_sink_pull_sample(sink)) {
        deliver(sample, GST_ELEMENT(sink), user);
        gst_sample_unref(sample);
    }
    return GST_FLOW_OK;
}

/// The sink would keep the first picture until its time, as any other.
GstPadProbeReturn show_first(GstPad* pad, GstPadProbeInfo* info, gpointer user) {
    GstCaps* caps = gst_pad_get_current_caps(pad);
    GstEvent* event = gst_pad_get_sticky_event(pad, GST_EVENT_SEGMENT, 0);
    GstElement* sink = gst_pad_get_parent_element(pad);
    if (caps && event && sink) {
        const GstSegment* segment = nullptr;
        gst_event_parse_segment(event, &segment);
        GstSample* sample = gst_sample_new(GST_PAD_PROBE_INFO_BUFFER(info), caps, segment, nullptr);
        deliver(sample, sink, user);
        gst_sample_unref(sample);
    }
    if (sink)
        gst_object_unref(sink);
    if (event)
        gst_event_unref(event);
    if (caps)
        gst_caps_unref(caps);
    return GST_PAD_PROBE_REMOVE;
}

/// Tells decoders that the lines of a picture may stand in memory as they like: GstFrameBuffer asks
/// where they are. A decoder that is not told so copies each picture.
GstPadProbeReturn offer_any_layout(GstPad*, GstPadProbeInfo* info, gpointer) {
    auto* query = GST_PAD_PROBE_INFO_QUERY(info);
    if (GST_QUERY_TYPE(query) != GST_QUERY_ALLOCATION)
        return GST_PAD_PROBE_OK;
    gst_query_add_allocation_meta(query, GST_VIDEO_META_API_TYPE, nullptr);
    return GST_PAD_PROBE_HANDLED;
}

} // namespace

GstElement* make_picture_sink(std::function<void(Picture)> picture) {
    GstElement* sink = gst_element_factory_make("appsink", nullptr);
    if (!sink)
        return nullptr;
    GstCaps* pixels = gst_caps_from_string(frame_caps());
    // The deadline: no picture takes so long to be shown that all should wait 20 ms, the default.
    g_object_set(sink, "caps", pixels, "max-buffers", 1u, "drop", TRUE, "sync", TRUE,
                 "processing-deadline", guint64{0}, nullptr);
    gst_caps_unref(pixels);
    const auto shared = std::make_shared<const std::function<void(Picture)>>(std::move(picture));
    GstPad* entry = gst_element_get_static_pad(sink, "sink");
    gst_pad_add_probe(entry, GST_PAD_PROBE_TYPE_QUERY_DOWNSTREAM, offer_any_layout, nullptr,
                      nullptr);
    gst_pad_add_probe(entry, GST_PAD_PROBE_TYPE_BUFFER, show_first, handle_of(shared), drop_handle);
    gst_object_unref(entry);
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = take_picture;
    gst_app_sink_set_callbacks(GST_APP_SINK(sink), &callbacks, handle_of(shared), drop_handle);
    return sink;
}

} // namespace chengyun::console
