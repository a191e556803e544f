#include "app/video/decoder_entry.h"

#include "app/video/key_gate.h"
#include "core/resource/display_orientation.h"

#include <gst/gst.h>

namespace chengyun::console {

namespace {

struct Guard {
    KeyGate gate;
    std::shared_ptr<DecoderEntry> counts;
};

/// How long after its time a coded picture reaches the decoder; 0 while that cannot be told.
std::chrono::nanoseconds lateness(GstPad* pad, const GstBuffer* unit) {
    std::chrono::nanoseconds late{};
    GstElement* decoder = gst_pad_get_parent_element(pad);
    GstEvent* event = gst_pad_get_sticky_event(pad, GST_EVENT_SEGMENT, 0);
    GstClock* clock = decoder ? gst_element_get_clock(decoder) : nullptr;
    const auto stamp = GST_BUFFER_DTS_OR_PTS(unit);
    if (event && clock && GST_CLOCK_TIME_IS_VALID(stamp)) {
        const GstSegment* segment = nullptr;
        gst_event_parse_segment(event, &segment);
        const auto due = gst_segment_to_running_time(segment, GST_FORMAT_TIME, stamp);
        if (GST_CLOCK_TIME_IS_VALID(due))
            late = std::chrono::nanoseconds(GST_CLOCK_DIFF(
                due, gst_clock_get_time(clock) - gst_element_get_base_time(decoder)));
    }
    if (clock)
        gst_object_unref(clock);
    if (event)
        gst_event_unref(event);
    if (decoder)
        gst_object_unref(decoder);
    return late;
}

void record(ClipRing& ring, GstPad* pad, GstBuffer* unit) {
    if (GstCaps* caps = gst_pad_get_current_caps(pad)) {
        ring.add(unit, caps, ClipRing::Clock::now());
        gst_caps_unref(caps);
    }
}

std::optional<PictureCodec> codec_of(GstPad* pad) {
    std::optional<PictureCodec> out;
    GstCaps* caps = gst_pad_get_current_caps(pad);
    if (caps && !gst_caps_is_empty(caps)) {
        const auto* structure = gst_caps_get_structure(caps, 0);
        if (gst_structure_has_name(structure, "video/x-h264"))
            out = PictureCodec::h264;
        else if (gst_structure_has_name(structure, "video/x-h265"))
            out = PictureCodec::h265;
    }
    if (caps)
        gst_caps_unref(caps);
    return out;
}

/// It is said with each key picture, or never.
int quarters_of(GstPad* pad, GstBuffer* key_picture) {
    const auto codec = codec_of(pad);
    GstMapInfo map;
    if (!codec || !gst_buffer_map(key_picture, &map, GST_MAP_READ))
        return 0;
    const auto quarters = quarters_clockwise(*codec, {map.data, map.size});
    gst_buffer_unmap(key_picture, &map);
    return quarters.value_or(0);
}

GstPadProbeReturn let_in(GstPad* pad, GstPadProbeInfo* info, gpointer user) {
    auto& [gate, counts] = *static_cast<Guard*>(user);
    auto* unit = GST_PAD_PROBE_INFO_BUFFER(info);
    counts->bytes += gst_buffer_get_size(unit);
    ++counts->pictures;
    if (const auto ring = counts->ring.load())
        record(*ring, pad, unit);
    if (!counts->wanted) {
        gate.rest();
        counts->has_key = false;
        return GST_PAD_PROBE_DROP;
    }
    const bool key = !GST_BUFFER_FLAG_IS_SET(unit, GST_BUFFER_FLAG_DELTA_UNIT);
    const bool passes = gate.passes(
        {.key = key,
         .gap = static_cast<bool>(GST_BUFFER_FLAG_IS_SET(unit, GST_BUFFER_FLAG_DISCONT)),
         .late = lateness(pad, unit)});
    if (key || !passes)
        counts->has_key = passes;
    if (key)
        counts->quarters = quarters_of(pad, unit);
    if (passes)
        return GST_PAD_PROBE_OK;
    ++counts->held_back;
    return GST_PAD_PROBE_DROP;
}

/// Whether `role` is among what an element says that it is: "Codec/Decoder/Video/Hardware".
bool is_called(GstElement* element, const char* role) {
    const char* klass =
        gst_element_class_get_metadata(GST_ELEMENT_GET_CLASS(element), GST_ELEMENT_METADATA_KLASS);
    return klass && g_strrstr(klass, role);
}

} // namespace

bool is_picture_decoder(GstElement* element) {
    return is_called(element, "Decoder") &&
           (is_called(element, "Video") || is_called(element, "Image"));
}

bool is_hardware(GstElement* element) {
    return is_called(element, "Hardware");
}

void guard(GstElement* decoder, std::shared_ptr<DecoderEntry> counts) {
    GstPad* entry = gst_element_get_static_pad(decoder, "sink");
    if (!entry)
        return;
    gst_pad_add_probe(entry, GST_PAD_PROBE_TYPE_BUFFER, let_in, new Guard{{}, std::move(counts)},
                      [](gpointer user) { delete static_cast<Guard*>(user); });
    gst_object_unref(entry);
}

} // namespace chengyun::console
