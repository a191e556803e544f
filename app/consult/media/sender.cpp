#include "app/consult/media/sender.h"

#include "app/consult/media/webrtc_api.h"

#include <QRandomGenerator>

#include <gst/app/gstappsrc.h>

#include <array>
#include <cstdint>
#include <string>

namespace chengyun::console {

namespace {

struct PictureCodec {
    const char* name;    ///< as Janus calls it
    const char* encoder; ///< as gst_parse_launch takes it, with the format behind it
    const char* payloader;
    const char* rtp;
};

/// The first that the machine has. A picture is coded by itself alone when somebody asks for one,
/// and every ten seconds.
const std::array picture_codecs{
    PictureCodec{"h264",
                 "x264enc tune=zerolatency speed-preset=ultrafast bitrate=%1 key-int-max=250 "
                 "threads=1 vbv-buf-capacity=400 ! "
                 "video/x-h264,profile=constrained-baseline",
                 "rtph264pay config-interval=-1 aggregate-mode=zero-latency mtu=1200",
                 "encoding-name=H264,packetization-mode=(string)1"},
    PictureCodec{"h264",
                 "openh264enc complexity=low rate-control=bitrate bitrate=%1000 gop-size=250 ! "
                 "video/x-h264,profile=constrained-baseline",
                 "rtph264pay config-interval=-1 aggregate-mode=zero-latency mtu=1200",
                 "encoding-name=H264,packetization-mode=(string)1"},
    PictureCodec{"vp8",
                 "vp8enc deadline=1 cpu-used=8 target-bitrate=%1000 keyframe-max-dist=250 "
                 "end-usage=cbr threads=1",
                 "rtpvp8pay mtu=1200", "encoding-name=VP8"},
};

bool has_factory(const std::string& launch) {
    const auto name = launch.substr(0, launch.find(' '));
    GstElementFactory* factory = gst_element_factory_find(name.c_str());
    if (factory)
        gst_object_unref(factory);
    return factory != nullptr;
}

std::string with_rate(std::string text) {
    text.replace(text.find("%1"), 2, std::to_string(sent_picture_kbit));
    return text;
}

/// The number that marks its packets must be in the description before there are any.
std::string fresh_ssrc() {
    return std::to_string(QRandomGenerator::global()->bounded(1u, 0x7fffffffu));
}

/// A live entry that forgets the oldest rather than wait.
std::string entry(const char* name, const char* caps, int buffers) {
    return std::string("appsrc name=") + name +
           " is-live=true format=time min-latency=0 leaky-type=downstream max-bytes=0 max-time=0 "
           "max-buffers=" +
           std::to_string(buffers) + " caps=\"" + caps + "\"";
}

Sender::Entry entry_of(GstElement* bin, const char* name) {
    return {gst_bin_get_by_name(GST_BIN(bin), name), gst_object_unref};
}

/// Links the ghost pad of `bin` to a new place of the connection.
bool connect_to(GstElement* bin, GstElement* webrtc, unsigned line) {
    const auto name = "sink_" + std::to_string(line);
    GstPad* to = gst_element_request_pad_simple(webrtc, name.c_str());
    GstPad* from = gst_element_get_static_pad(bin, "src");
    const bool linked = to && from && gst_pad_link(from, to) == GST_PAD_LINK_OK;
    if (to) {
        GObject* transceiver = nullptr;
        g_object_get(to, "transceiver", &transceiver, nullptr);
        if (transceiver) {
            // Lost sound is not asked for again: Opus has its own way. Nor is there a number for it
            // that pictures do not use.
            g_object_set(transceiver, "direction", static_cast<int>(MediaDirection::sendonly),
                         "do-nack", line == Sender::picture_line, nullptr);
            g_object_unref(transceiver);
        }
        gst_object_unref(to);
    }
    if (from)
        gst_object_unref(from);
    return linked;
}

GstElement* make(const std::string& launch, GstElement* into) {
    GError* error = nullptr;
    GstElement* bin = gst_parse_bin_from_description(launch.c_str(), TRUE, &error);
    const bool is_whole = bin && !error;
    g_clear_error(&error);
    if (!is_whole) {
        if (bin)
            gst_object_unref(gst_object_ref_sink(bin));
        return nullptr;
    }
    gst_bin_add(GST_BIN(into), bin);
    return bin;
}

/// The connection must know the formats before it is described, and knows them by the first sample.
void put_first(GstElement* entry, const char* caps, gsize size, gsize bright, guint8 dark) {
    GstBuffer* buffer = gst_buffer_new_allocate(nullptr, size, nullptr);
    gst_buffer_memset(buffer, 0, dark, size);
    if (bright < size)
        gst_buffer_memset(buffer, bright, 128, size - bright);
    GST_BUFFER_PTS(buffer) = common_time_now();
    GstCaps* format = gst_caps_from_string(caps);
    GstSample* sample = gst_sample_new(buffer, format, nullptr, nullptr);
    Sender::put(entry, sample);
    gst_sample_unref(sample);
    gst_caps_unref(format);
    gst_buffer_unref(buffer);
}

} // namespace

const char* sent_picture_caps() {
    static const std::string caps =
        "video/x-raw,format=(string)I420,width=(int)" + std::to_string(sent_width) +
        ",height=(int)" + std::to_string(sent_height) + ",framerate=(fraction)" +
        std::to_string(sent_rate) + "/1,pixel-aspect-ratio=(fraction)1/1";
    return caps.c_str();
}

const char* sound_caps() {
    return "audio/x-raw,format=(string)S16LE,rate=(int)48000,channels=(int)1,"
           "layout=(string)interleaved";
}

Sender::Sender(WebrtcPeer::Hears hears) : peer_(std::move(hears)) {
    auto* pipeline = peer_.pipeline();
    if (!pipeline)
        return;
    auto* sound = make(
        entry("sound", sound_caps(), 10) +
            " ! opusenc name=opus bitrate=" + std::to_string(sent_sound_bit) +
            " audio-type=voice inband-fec=true packet-loss-percentage=5 complexity=5 ! "
            "rtpopuspay ! "
            "capsfilter "
            "caps=\"application/x-rtp,media=audio,encoding-name=OPUS,payload=111,clock-rate=48000,"
            "encoding-params=(string)2,sprop-stereo=(string)0,useinbandfec=(string)1,ssrc=(uint)" +
            fresh_ssrc() + "\"",
        pipeline);
    GstElement* picture = nullptr;
    for (const auto& codec : picture_codecs) {
        if (!has_factory(codec.encoder))
            continue;
        picture_codec_ = codec.name;
        picture = make(
            entry("picture", sent_picture_caps(), 2) + " ! " + with_rate(codec.encoder) + " ! " +
                codec.payloader +
                " ! capsfilter caps=\"application/x-rtp,media=video,payload=96,clock-rate=90000," +
                codec.rtp +
                ",rtcp-fb-nack=(boolean)true,rtcp-fb-nack-pli=(boolean)true,"
                "rtcp-fb-ccm-fir=(boolean)true,ssrc=(uint)" +
                fresh_ssrc() + "\"",
            pipeline);
        break;
    }
    if (!sound || !picture)
        return;
    sound_ = entry_of(sound, "sound");
    picture_ = entry_of(picture, "picture");
    is_whole_ = connect_to(sound, peer_.webrtc(), sound_line) &&
                connect_to(picture, peer_.webrtc(), picture_line);
}

void Sender::begin() {
    peer_.offer_when_known();
    peer_.play();
    constexpr gsize pixels = gsize{sent_width} * sent_height;
    put_first(picture_.get(), sent_picture_caps(), pixels * 3 / 2, pixels, 16); // black
    constexpr gsize silence = sizeof(std::int16_t) * sound_rate / 50;
    put_first(sound_.get(), sound_caps(), silence, silence, 0);
}

void Sender::put(GstElement* entry, GstSample* sample) {
    // Refused while the pipeline starts or ends; the next one may be taken.
    static_cast<void>(gst_app_src_push_sample(GST_APP_SRC(entry), sample));
}

} // namespace chengyun::console
