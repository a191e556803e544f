#include "app/video/clip_writer.h"

#include <gio/gio.h>
#include <gst/app/gstappsrc.h>
#include <gst/gst.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <string_view>

namespace chengyun::console {

namespace {

struct ObjectDrop {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, ObjectDrop>;

struct PipelineDrop {
    void operator()(GstElement* pipeline) const {
        gst_element_set_state(pipeline, GST_STATE_NULL);
        gst_object_unref(pipeline);
    }
};

/// The parser that brings a coding into the form that MP4 wants; null for one that it cannot hold.
const char* parser_of(const GstCaps* caps) {
    const auto* structure = gst_caps_get_structure(caps, 0);
    if (gst_structure_has_name(structure, "video/x-h264"))
        return "h264parse";
    if (gst_structure_has_name(structure, "video/x-h265"))
        return "h265parse";
    return nullptr;
}

using Stamps = std::vector<GstClockTime>;

/// When each picture is shown, from 0 on. By the camera's own stamps where they run as the pictures
/// came, within a second; else, where they jump or stand still, by when they came.
Stamps shown_at(const std::vector<ClipUnit>& units) {
    constexpr gint64 trust = GST_SECOND;
    Stamps stamps, came;
    bool good = true;
    const auto first = GST_BUFFER_PTS(units.front().buffer.get());
    for (const auto& unit : units) {
        const auto since = std::chrono::nanoseconds(unit.came - units.front().came).count();
        // Two pictures never have one time.
        came.push_back(std::max<GstClockTime>(static_cast<GstClockTime>(since),
                                              came.empty() ? 0 : came.back() + GST_MSECOND));
        const auto stamp = GST_BUFFER_PTS(unit.buffer.get());
        good = good && GST_CLOCK_TIME_IS_VALID(stamp) && GST_CLOCK_TIME_IS_VALID(first) &&
               std::llabs(GST_CLOCK_DIFF(first, stamp) - since) < trust;
        stamps.push_back(stamp);
    }
    auto sorted = stamps;
    std::ranges::sort(sorted);
    good = good && std::ranges::adjacent_find(sorted) == sorted.end();
    if (!good)
        return came;
    for (auto& stamp : stamps)
        stamp -= sorted.front();
    return stamps;
}

struct Times {
    Stamps shown, decoded;
};

/// When each picture is decoded: in their order, and none after it is shown. Where pictures are
/// shown in another order than they came (B-frames), all are shown a little later for it.
Times times_of(const std::vector<ClipUnit>& units) {
    Times out{shown_at(units), {}};
    out.decoded = out.shown;
    std::ranges::sort(out.decoded);
    GstClockTime lead = 0;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (out.decoded[i] > out.shown[i])
            lead = std::max(lead, out.decoded[i] - out.shown[i]);
    for (auto& stamp : out.shown)
        stamp += lead;
    return out;
}

void set_tags(GstElement* muxer, const FootageMarks& marks) {
    const auto camera = marks.camera.toUtf8();
    const auto who = marks.who.toUtf8();
    const auto from = marks.from.toString(Qt::ISODate);
    const auto comment = (from == marks.to.toString(Qt::ISODate)
                              ? from
                              : from + QStringLiteral(" – ") + marks.to.toString(Qt::ISODate))
                             .toUtf8();
    GstDateTime* date = gst_date_time_new_from_iso8601_string(
        marks.from.toUTC().toString(Qt::ISODate).toUtf8().constData());
    auto* setter = GST_TAG_SETTER(muxer);
    gst_tag_setter_add_tags(setter, GST_TAG_MERGE_REPLACE_ALL, GST_TAG_TITLE, camera.constData(),
                            GST_TAG_ARTIST, who.constData(), GST_TAG_COMMENT, comment.constData(),
                            nullptr);
    if (date) {
        gst_tag_setter_add_tags(setter, GST_TAG_MERGE_REPLACE, GST_TAG_DATE_TIME, date, nullptr);
        gst_date_time_unref(date);
    }
}

void push(GstElement* source, const ClipCut& cut) {
    const auto [shown, decoded] = times_of(cut.units);
    for (std::size_t i = 0; i < cut.units.size(); ++i) {
        // Shares the bytes with the ring.
        GstBuffer* unit = gst_buffer_copy(cut.units[i].buffer.get());
        if (i == 0 && cut.head)
            unit = gst_buffer_append(gst_buffer_copy(cut.head.get()), unit);
        GST_BUFFER_PTS(unit) = shown[i];
        GST_BUFFER_DTS(unit) = decoded[i];
        GST_BUFFER_DURATION(unit) = GST_CLOCK_TIME_NONE;
        if (cut.units[i].key)
            GST_BUFFER_FLAG_UNSET(unit, GST_BUFFER_FLAG_DELTA_UNIT);
        gst_app_src_push_buffer(GST_APP_SRC(source), unit); // takes it
    }
    gst_app_src_end_of_stream(GST_APP_SRC(source));
}

Result<> wait_for_end(GstElement* pipeline) {
    GstBus* bus = gst_element_get_bus(pipeline);
    GstMessage* message = gst_bus_timed_pop_filtered(
        bus, 60 * GST_SECOND, GstMessageType(GST_MESSAGE_EOS | GST_MESSAGE_ERROR));
    gst_object_unref(bus);
    if (!message)
        return fail(FailureKind::internal, "clip", "the clip was not written in a minute");
    Result<> out;
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        GError* error = nullptr;
        gst_message_parse_error(message, &error, nullptr);
        out = fail(FailureKind::internal, "clip", error->message);
        g_error_free(error);
    }
    gst_message_unref(message);
    return out;
}

} // namespace

std::chrono::milliseconds length_of(const ClipCut& cut) {
    if (cut.units.empty())
        return {};
    return std::chrono::duration_cast<std::chrono::milliseconds>(cut.units.back().came -
                                                                 cut.units.front().came);
}

Result<QByteArray> mp4_of(const ClipCut& cut, const FootageMarks& marks) {
    static std::once_flag once;
    std::call_once(once, [] { gst_init(nullptr, nullptr); });
    if (cut.units.empty())
        return fail(FailureKind::not_found, "clip", "no key picture has come yet");
    const char* parser_name = parser_of(cut.caps.get());
    if (!parser_name)
        return fail(FailureKind::wrong_type, "clip",
                    gst_structure_get_name(gst_caps_get_structure(cut.caps.get(), 0)));
    const std::unique_ptr<GstElement, PipelineDrop> pipeline(
        GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new(nullptr))));
    GstElement* source = gst_element_factory_make("appsrc", nullptr);
    GstElement* parser = gst_element_factory_make(parser_name, nullptr);
    GstElement* muxer = gst_element_factory_make("mp4mux", nullptr);
    GstElement* sink = gst_element_factory_make("giostreamsink", nullptr);
    bool complete = true;
    for (auto* element : {source, parser, muxer, sink}) {
        complete = complete && element;
        if (element)
            gst_bin_add(GST_BIN(pipeline.get()), element);
    }
    if (!complete || !gst_element_link_many(source, parser, muxer, sink, nullptr))
        return fail(FailureKind::unavailable, "clip", "GStreamer's plug-ins for MP4 are missing");
    // Into memory: what goes to the disk is whole before its first byte is written there.
    const Object<GOutputStream> memory(g_memory_output_stream_new_resizable());
    g_object_set(sink, "stream", memory.get(), nullptr);
    g_object_set(source, "caps", cut.caps.get(), "format", GST_FORMAT_TIME, "max-bytes", guint64{0},
                 "max-buffers", guint64{0}, "max-time", guint64{0}, nullptr);
    set_tags(muxer, marks);
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    push(source, cut);
    if (auto ended = wait_for_end(pipeline.get()); !ended)
        return ended.error();
    auto* stream = G_MEMORY_OUTPUT_STREAM(memory.get());
    return QByteArray(static_cast<const char*>(g_memory_output_stream_get_data(stream)),
                      static_cast<qsizetype>(g_memory_output_stream_get_data_size(stream)));
}

} // namespace chengyun::console
