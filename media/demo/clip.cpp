#include "media/demo/clip.h"

#include <gst/app/gstappsink.h>

#include <algorithm>
#include <optional>

namespace chengyun::media {

namespace {

constexpr std::size_t largest_clip = std::size_t{256} * 1024 * 1024;
/// Reading from a disk never pauses this long; a file that makes the demuxer wait for ever is bad.
constexpr int longest_silence_tenths = 50;

/// Sends parsebin's first H.264 or H.265 pad to the sink and lets the others end nowhere. A parser
/// of our own stands between, because parsebin may have settled on the file's own framing already.
void link_video(GstElement* parsebin, GstPad* pad, gpointer target) {
    auto* sink = static_cast<GstElement*>(target);
    const CapsPtr caps(gst_pad_query_caps(pad, nullptr));
    const auto* structure = gst_caps_is_empty(caps.get()) || gst_caps_is_any(caps.get())
                                ? nullptr
                                : gst_caps_get_structure(caps.get(), 0);
    const char* parser_name = nullptr;
    if (structure && gst_structure_has_name(structure, "video/x-h264"))
        parser_name = "h264parse";
    else if (structure && gst_structure_has_name(structure, "video/x-h265"))
        parser_name = "h265parse";
    GstPad* entry = gst_element_get_static_pad(sink, "sink");
    const bool taken = gst_pad_is_linked(entry);
    gst_object_unref(entry);
    GstElement* parser =
        parser_name && !taken ? gst_element_factory_make(parser_name, nullptr) : nullptr;
    if (!parser)
        return;
    // MP4 tells the decoder's settings once, at its head; a camera that starts in the middle has to
    // tell them with its first key picture.
    g_object_set(parser, "config-interval", -1, nullptr);
    gst_bin_add(GST_BIN(GST_OBJECT_PARENT(parsebin)), parser);
    gst_element_link(parser, sink);
    gst_element_sync_state_with_parent(parser);
    entry = gst_element_get_static_pad(parser, "sink");
    gst_pad_link(pad, entry);
    gst_object_unref(entry);
}

std::string error_text(GstMessage* message) {
    GError* error = nullptr;
    gst_message_parse_error(message, &error, nullptr);
    const ErrorPtr owner(error);
    return error ? error->message : "unknown";
}

} // namespace

Result<Clip> Clip::load(const std::filesystem::path& file) {
    const ElementPtr pipeline(GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new("clip"))));
    GstElement* source = gst_element_factory_make("filesrc", nullptr);
    GstElement* parse = gst_element_factory_make("parsebin", nullptr);
    GstElement* sink = gst_element_factory_make("appsink", nullptr);
    if (!source || !parse || !sink)
        return fail(FailureKind::unavailable, {}, "GStreamer's basic plug-ins are not installed");
    gst_bin_add_many(GST_BIN(pipeline.get()), source, parse, sink, nullptr);
    gst_element_link(source, parse);
    const CapsPtr wanted(
        gst_caps_from_string("video/x-h264,stream-format=byte-stream,alignment=au;"
                             "video/x-h265,stream-format=byte-stream,alignment=au"));
    g_object_set(source, "location", file.c_str(), nullptr);
    g_object_set(sink, "sync", FALSE, "caps", wanted.get(), "max-buffers", 64u, nullptr);
    g_signal_connect(parse, "pad-added", G_CALLBACK(link_video), sink);

    Clip clip;
    std::size_t bytes = 0;
    int silence = 0;
    GstClockTime first = GST_CLOCK_TIME_NONE;
    GstClockTime begin =
        GST_CLOCK_TIME_NONE; // of what is seen: later than the first DTS with B pictures
    GstClockTime end = 0;
    std::optional<Failure> failure;
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    const BusPtr bus(gst_element_get_bus(pipeline.get()));
    while (!failure) {
        const SamplePtr sample(gst_app_sink_try_pull_sample(GST_APP_SINK(sink), 100 * GST_MSECOND));
        if (!sample) {
            const MessagePtr message(gst_bus_pop_filtered(
                bus.get(), GstMessageType(GST_MESSAGE_ERROR | GST_MESSAGE_EOS)));
            if (message && GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_ERROR)
                failure = fail(FailureKind::wrong_type, file.filename(), error_text(message.get()));
            if (++silence > longest_silence_tenths)
                failure = fail(FailureKind::wrong_type, file.filename(), "no end to be found");
            if (gst_app_sink_is_eos(GST_APP_SINK(sink)) ||
                (message && GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_EOS))
                break;
            continue;
        }
        silence = 0;
        if (!clip.caps_)
            clip.caps_.reset(gst_caps_ref(gst_sample_get_caps(sample.get())));
        // A copy of the description shares the memory; the time stamps become our own.
        BufferPtr unit(gst_buffer_copy(gst_sample_get_buffer(sample.get())));
        bytes += gst_buffer_get_size(unit.get());
        if (bytes > largest_clip)
            failure = fail(FailureKind::too_large, file.filename(), "more than 256 MiB of video");
        if (!GST_CLOCK_TIME_IS_VALID(GST_BUFFER_DTS(unit.get())))
            GST_BUFFER_DTS(unit.get()) = GST_BUFFER_PTS(unit.get());
        if (!GST_CLOCK_TIME_IS_VALID(GST_BUFFER_PTS(unit.get())))
            continue; // parameter sets alone; the parser repeats them in front of key pictures
        if (!GST_CLOCK_TIME_IS_VALID(first))
            first = std::min(GST_BUFFER_PTS(unit.get()), GST_BUFFER_DTS(unit.get()));
        GST_BUFFER_PTS(unit.get()) -= first;
        GST_BUFFER_DTS(unit.get()) -= std::min(first, GST_BUFFER_DTS(unit.get()));
        const auto length = GST_BUFFER_DURATION_IS_VALID(unit.get())
                                ? GST_BUFFER_DURATION(unit.get())
                                : 40 * GST_MSECOND;
        begin = std::min(begin, GST_BUFFER_PTS(unit.get()));
        end = std::max(end, GST_BUFFER_PTS(unit.get()) + length);
        clip.units_.push_back(std::move(unit));
    }
    gst_element_set_state(pipeline.get(), GST_STATE_NULL);
    if (failure)
        return *failure;
    if (clip.units_.empty())
        return fail(FailureKind::wrong_type, file.filename(), "no H.264 or H.265 video in it");
    clip.duration_ = end - begin;
    clip.h265_ =
        gst_structure_has_name(gst_caps_get_structure(clip.caps_.get(), 0), "video/x-h265");
    return clip;
}

} // namespace chengyun::media
