#include "tests/hard_streams/rtp_clip.h"

#include <gst/app/gstappsink.h>
#include <gst/gst.h>

#include <QtEndian>

#include <memory>

namespace chengyun::test {

namespace {

constexpr qsizetype header_size = 12; ///< RFC 3550 §5.1; payloaders add neither CSRC nor extension

struct Drop {
    void operator()(GstElement* element) const {
        gst_element_set_state(element, GST_STATE_NULL);
        gst_object_unref(element);
    }
};
using Pipeline = std::unique_ptr<GstElement, Drop>;

gboolean add_format(GQuark field, const GValue* value, gpointer user) {
    auto& clip = *static_cast<RtpClip*>(user);
    const QByteArray name = g_quark_to_string(field);
    for (const auto* known : {"media", "payload", "clock-rate", "encoding-name", "ssrc",
                              "timestamp-offset", "seqnum-offset"})
        if (name == known)
            return TRUE;
    if (G_VALUE_HOLDS_STRING(value) && !name.startsWith("a-"))
        clip.format.emplace_back(name, g_value_get_string(value));
    return TRUE;
}

void describe(GstSample* sample, RtpClip& clip) {
    const auto* caps = gst_caps_get_structure(gst_sample_get_caps(sample), 0);
    clip.media = gst_structure_get_string(caps, "media");
    clip.encoding = gst_structure_get_string(caps, "encoding-name");
    int rate = 0;
    gst_structure_get_int(caps, "payload", &clip.payload);
    if (gst_structure_get_int(caps, "clock-rate", &rate))
        clip.clock_rate = static_cast<std::uint32_t>(rate);
    clip.format.clear();
    gst_structure_foreach(caps, add_format, &clip);
}

void add_packet(GstBuffer* buffer, RtpClip& clip, std::uint32_t& first) {
    GstMapInfo map;
    if (!gst_buffer_map(buffer, &map, GST_MAP_READ))
        return;
    const QByteArray bytes(reinterpret_cast<const char*>(map.data),
                           static_cast<qsizetype>(map.size));
    gst_buffer_unmap(buffer, &map);
    if (bytes.size() < header_size)
        return;
    const auto stamp = qFromBigEndian<std::uint32_t>(bytes.constData() + 4);
    if (clip.packets.empty())
        first = stamp;
    clip.packets.push_back(
        {bytes, {}, stamp - first, (static_cast<unsigned char>(bytes[1]) & 0x80) != 0});
}

void add_packets(GstSample* sample, RtpClip& clip, std::uint32_t& first) {
    describe(sample, clip);
    if (GstBufferList* list = gst_sample_get_buffer_list(sample)) {
        for (guint i = 0; i < gst_buffer_list_length(list); ++i)
            add_packet(gst_buffer_list_get(list, i), clip, first);
    } else if (GstBuffer* buffer = gst_sample_get_buffer(sample)) {
        add_packet(buffer, clip, first);
    }
}

void set_times(RtpClip& clip, double rate) {
    using std::chrono::nanoseconds;
    if (rate > 0) {
        const nanoseconds apart(static_cast<std::int64_t>(1e9 / rate));
        int pictures = 0;
        for (auto& packet : clip.packets) {
            packet.at = pictures * apart;
            pictures += packet.ends_picture ? 1 : 0;
        }
        clip.length = pictures * apart;
        return;
    }
    const auto time = [&](std::int64_t ticks) {
        return nanoseconds(ticks * 1'000'000'000 / clip.clock_rate);
    };
    for (auto& packet : clip.packets)
        packet.at = time(packet.stamp);
    const auto apart = clip.packets.size() > 1 ? clip.packets[1].stamp : clip.clock_rate;
    clip.length = time(std::int64_t(apart) * std::ssize(clip.packets));
}

} // namespace

Result<RtpClip> record_clip(const std::string& line, double rate) {
    gst_init(nullptr, nullptr);
    GError* error = nullptr;
    const Pipeline pipeline(
        gst_parse_launch((line + " ! appsink name=out sync=false").c_str(), &error));
    if (error) {
        const std::string why = error->message;
        g_error_free(error);
        return fail(FailureKind::unavailable, "clip", why);
    }
    GstElement* sink = gst_bin_get_by_name(GST_BIN(pipeline.get()), "out");
    g_object_set(sink, "buffer-list", TRUE, nullptr);
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    RtpClip clip;
    std::uint32_t first = 0;
    while (GstSample* sample = gst_app_sink_pull_sample(GST_APP_SINK(sink))) {
        add_packets(sample, clip, first);
        gst_sample_unref(sample);
    }
    gst_object_unref(sink);
    if (clip.packets.empty())
        return fail(FailureKind::unavailable, "clip", "no packets of: " + line);
    set_times(clip, rate);
    return clip;
}

Result<RtpClip> record_h264(const std::string& pictures, const std::string& coding, int count) {
    return record_clip("videotestsrc num-buffers=" + std::to_string(count) +
                           " pattern=smpte75 ! video/x-raw,framerate=10/1," + pictures +
                           " ! x264enc tune=zerolatency speed-preset=ultrafast bitrate=2000 " +
                           coding + " ! rtph264pay config-interval=-1",
                       10);
}

namespace {

/// A key picture begins with this packet, or goes on with its next slice (RFC 6184 §5.4, §5.8).
bool begins_key_slice(const QByteArray& packet) {
    const int type = packet[header_size] & 0x1f;
    const int fragment = packet.size() > header_size + 1 ? packet[header_size + 1] : 0;
    return type == 5 || (type == 28 && (fragment & 0x80) != 0 && (fragment & 0x1f) == 5);
}

} // namespace

RtpClip with_unit(RtpClip clip, const QByteArray& unit) {
    std::vector<RtpPacket> packets;
    bool done = false; // in this picture
    for (const auto& packet : clip.packets) {
        if (!done && begins_key_slice(packet.bytes)) {
            auto own = packet;
            own.bytes = packet.bytes.first(header_size) + unit;
            own.bytes[1] = static_cast<char>(own.bytes[1] & 0x7f);
            own.ends_picture = false;
            packets.push_back(own);
            done = true;
        }
        packets.push_back(packet);
        done = done && !packet.ends_picture;
    }
    clip.packets = std::move(packets);
    return clip;
}

} // namespace chengyun::test
