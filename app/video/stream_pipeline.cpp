#include "app/video/stream_pipeline.h"

#include "app/video/decoder_entry.h"
#include "app/video/picture_sink.h"
#include "app/video/rtsp_talk.h"
#include "app/video/shut_down.h"
#include "core/resource/stream_address.h"

#include <gst/gst.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

namespace chengyun::console {

/// What the callbacks of GStreamer share with the one who made the pipeline.
struct StreamShare {
    std::mutex mutex; ///< guards the callbacks, which are cleared before destruction
    StreamPipeline::OnPicture picture;
    StreamPipeline::OnOpen open;
    StreamPipeline::OnEnd end;
    GstElement* pipeline = nullptr;
    GstElement* decoder = nullptr; ///< the pipeline's
    std::shared_ptr<DecoderEntry> entry = std::make_shared<DecoderEntry>();
    std::shared_ptr<RtspTalk> talk;
    StreamTransport transport = StreamTransport::tcp;
    std::atomic<bool> hardware{false};  ///< a decoder in hardware has been tried
    std::atomic<bool> described{false}; ///< the description has a track of pictures
    std::atomic<quint64> packets{0};    ///< of pictures, that have come

    void deliver(Picture shown) {
        turn(shown, entry->quarters);
        const std::scoped_lock lock(mutex);
        if (picture)
            picture(std::move(shown));
    }
    void opened() {
        const std::scoped_lock lock(mutex);
        if (auto once = std::exchange(open, {}))
            once();
    }
    void finish(StreamEnd why, const QString& detail) {
        const std::scoped_lock lock(mutex);
        if (auto once = std::exchange(end, {}))
            once(why, detail);
    }
};

namespace {

/// Each callback of GStreamer has a share, so that the order of destruction cannot matter.
using Share = std::shared_ptr<StreamShare>;

gpointer share_of(const Share& shared) {
    return new Share(shared);
}

void drop_share(gpointer user) {
    delete static_cast<Share*>(user);
}

void connect_share(GstElement* element, const char* signal, GCallback act, const Share& shared) {
    g_signal_connect_data(
        element, signal, act, share_of(shared), [](gpointer user, GClosure*) { drop_share(user); },
        GConnectFlags(0));
}

bool is_made_by(GstElement* element, const char* factory) {
    GstElementFactory* made = gst_element_get_factory(element);
    return made && g_str_equal(GST_OBJECT_NAME(made), factory);
}

/// What GStreamer's words mean, without regard to how far the stream has come.
StreamEnd reason_of(const GError* error) {
    if (error->domain == GST_RESOURCE_ERROR) {
        switch (error->code) {
        case GST_RESOURCE_ERROR_NOT_FOUND:
            return StreamEnd::not_found;
        case GST_RESOURCE_ERROR_NOT_AUTHORIZED:
            return StreamEnd::unauthorized;
        default:
            return StreamEnd::unreachable;
        }
    }
    if (error->domain == GST_STREAM_ERROR)
        return StreamEnd::undecodable;
    return StreamEnd::ended;
}

StreamEnd reason_of(const GError* error, GstObject* from, const StreamShare& shared) {
    auto why = reason_of(error);
    // What a decoder does not take is often said by the element before it.
    if ((GST_IS_ELEMENT(from) && is_hardware(GST_ELEMENT(from))) ||
        (why == StreamEnd::undecodable && shared.hardware))
        return StreamEnd::hardware_failed;
    if (shared.packets > 0)
        return why;
    if (shared.talk->is_transport_refused())
        return StreamEnd::transport_refused;
    const bool is_source = GST_IS_ELEMENT(from) && is_made_by(GST_ELEMENT(from), "rtspsrc");
    if (is_source && shared.talk->is_described() && !shared.described)
        return StreamEnd::no_pictures;
    // Packets of UDP do not come through every firewall: that is all the source says then.
    if (is_source && shared.described && shared.transport == StreamTransport::udp &&
        g_error_matches(error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_READ))
        return StreamEnd::transport_refused;
    return why;
}

/// rtspsrc's word that the server has answered DESCRIBE.
bool says_open(GstMessage* message) {
    GstProgressType type{};
    gchar* code = nullptr;
    gst_message_parse_progress(message, &type, &code, nullptr);
    const bool open = type == GST_PROGRESS_TYPE_COMPLETE && g_strcmp0(code, "open") == 0;
    g_free(code);
    return open;
}

bool is_picture(const GstCaps* caps) {
    const auto* structure = gst_caps_get_size(caps) ? gst_caps_get_structure(caps, 0) : nullptr;
    const char* media = structure ? gst_structure_get_string(structure, "media") : nullptr;
    return !media || g_str_equal(media, "video");
}

/// Only pictures are asked for: sound has a connection of its own (SoundPipeline), and what some
/// tell beside the pictures has no place in the hall.
gboolean select_pictures(GstElement*, guint, GstCaps* caps, gpointer user) {
    const bool wanted = is_picture(caps);
    if (wanted)
        (**static_cast<Share*>(user)).described = true;
    return wanted;
}

GstPadProbeReturn count_packet(GstPad*, GstPadProbeInfo*, gpointer user) {
    ++(**static_cast<Share*>(user)).packets;
    return GST_PAD_PROBE_OK;
}

void link_pictures(GstPad* pad, GstElement* next) {
    GstPad* entry = gst_element_get_static_pad(next, "sink");
    if (!gst_pad_is_linked(entry))
        gst_pad_link(pad, entry);
    gst_object_unref(entry);
}

void link_decoded(GstElement*, GstPad* pad, gpointer next) {
    link_pictures(pad, static_cast<GstElement*>(next));
}

/// decodebin's word that it has nothing for what it gets.
void refuse_codec(GstElement*, GstPad*, GstCaps* caps, gpointer user) {
    gchar* text = gst_caps_to_string(caps);
    (**static_cast<Share*>(user)).finish(StreamEnd::undecodable, QString::fromUtf8(text));
    g_free(text);
}

void link_received(GstElement*, GstPad* pad, gpointer user) {
    const auto& shared = *static_cast<Share*>(user);
    gst_pad_add_probe(pad,
                      GstPadProbeType(GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST),
                      count_packet, share_of(shared), drop_share);
    link_pictures(pad, shared->decoder);
}

void tune(GstBin*, GstBin*, GstElement* element, gpointer user) {
    auto& shared = **static_cast<Share*>(user);
    if (is_picture_decoder(element)) {
        if (is_hardware(element))
            shared.hardware = true;
        guard(element, shared.entry);
    }
    auto* type = G_OBJECT_GET_CLASS(element);
    // Frame threads of the software decoder would each hold a picture back.
    if (g_object_class_find_property(type, "max-threads"))
        g_object_set(element, "max-threads", 1, nullptr);
    if (g_object_class_find_property(type, "output-corrupt"))
        g_object_set(element, "output-corrupt", FALSE, nullptr);
}

GstBusSyncReply hear(GstBus*, GstMessage* message, gpointer user) {
    auto& shared = **static_cast<Share*>(user);
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS) {
        shared.finish(StreamEnd::ended, {});
    } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_PROGRESS) {
        if (says_open(message))
            shared.opened();
    } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        GError* error = nullptr;
        gst_message_parse_error(message, &error, nullptr);
        shared.finish(reason_of(error, GST_MESSAGE_SRC(message), shared),
                      QString::fromUtf8(error->message));
        g_error_free(error);
    }
    // Whoever answers "drop" owns the message. It holds its element, the element its pipeline, and
    // the pipeline its sockets and threads.
    gst_message_unref(message);
    return GST_BUS_DROP;
}

struct Elements {
    GstElement* source;
    GstElement* decoder;
    GstElement* deinterlace;
    GstElement* convert;
    GstElement* sink;

    [[nodiscard]] std::array<GstElement*, 5> all() const {
        return {source, decoder, deinterlace, convert, sink};
    }
};

void set_up(const Elements& elements, const std::string& location, StreamPipeline::Way way) {
    // GstRTSPLowerTrans
    const guint protocols = way.transport == StreamTransport::tcp ? 4 : 1;
    // So long packets of UDP may be away before the source says so; of TCP the connection does.
    const guint64 silence_us = way.transport == StreamTransport::tcp ? 5'000'000 : 3'000'000;
    // TCP keeps whole pictures through a lossy hall network; 200 ms smooths it. Nothing is dropped
    // by the packet: KeyGate keeps a hiccup from becoming a delay for good, by whole pictures.
    // Packets bear the time at which they came, so that a camera's clock may run fast or be set:
    // otherwise only the first does, and all others are shown when the camera says.
    // User and password are part of the location: as properties a wrong one would be sent up to
    // eight times an attempt.
    g_object_set(elements.source, "location", location.c_str(), "protocols", protocols, "latency",
                 200u, "tcp-timeout", guint64{5000000}, "timeout", silence_us, "teardown-timeout",
                 guint64{100000000}, "tcp-timestamp", TRUE, nullptr);
    // A camera whose connection has ended sends no packets by UDP either.
    g_object_set(elements.source, "udp-reconnect", FALSE, nullptr);
    g_object_set(elements.decoder, "force-sw-decoders", way.decoders == Decoders::software,
                 nullptr);
    // Two fields become one picture without combs; what is not interlaced goes through as it is.
    gst_util_set_object_arg(G_OBJECT(elements.deinterlace), "mode", "auto");
    gst_util_set_object_arg(G_OBJECT(elements.deinterlace), "fields", "top");
}

/// Calls `look` for each element of the pipeline, at any depth.
template <class Look>
void for_each_element(GstElement* pipeline, Look look) {
    GstIterator* elements = gst_bin_iterate_recurse(GST_BIN(pipeline));
    while (gst_iterator_foreach(
               elements,
               [](const GValue* item, gpointer user) {
                   (*static_cast<Look*>(user))(GST_ELEMENT(g_value_get_object(item)));
               },
               &look) == GST_ITERATOR_RESYNC)
        gst_iterator_resync(elements);
    gst_iterator_free(elements);
}

void add_packets(StreamFigures& figures, GstElement* jitter_buffer) {
    GstStructure* stats = nullptr;
    g_object_get(jitter_buffer, "stats", &stats, nullptr);
    if (!stats)
        return;
    guint64 pushed = 0;
    guint64 lost = 0;
    gst_structure_get_uint64(stats, "num-pushed", &pushed);
    gst_structure_get_uint64(stats, "num-lost", &lost);
    gst_structure_free(stats);
    figures.packets = pushed;
    figures.packets_lost = lost;
}

} // namespace

StreamPipeline::StreamPipeline(const QString& address, Way way, OnPicture picture, OnOpen open,
                               OnEnd end)
    : shared_(std::make_shared<StreamShare>()) {
    shared_->picture = std::move(picture);
    shared_->open = std::move(open);
    shared_->end = std::move(end);
    const auto read = read_stream_address(address.toStdString());
    if (!read) {
        shared_->finish(StreamEnd::bad_address, QString::fromStdString(read.error().detail));
        return;
    }
    static std::once_flag once;
    std::call_once(once, [] {
        gst_init(nullptr, nullptr);
        register_rtsp_ear();
    });

    const Elements elements{gst_element_factory_make("rtspsrc", nullptr),
                            gst_element_factory_make("decodebin", nullptr),
                            gst_element_factory_make("deinterlace", nullptr),
                            gst_element_factory_make("videoconvert", nullptr),
                            make_picture_sink([shared = shared_](Picture shown) {
                                shared->deliver(std::move(shown));
                            })};
    const auto all = elements.all();
    if (std::ranges::find(all, nullptr) != all.end()) {
        for (auto* element : all)
            if (element)
                gst_object_unref(element);
        shared_->finish(StreamEnd::undecodable,
                        QStringLiteral("GStreamer plug-ins for RTSP are not installed"));
        return;
    }
    set_up(elements, as_rtsp(text_of(*read)), way);
    shared_->talk = std::make_shared<RtspTalk>(read->sign_in);
    shared_->transport = way.transport;
    shared_->decoder = elements.decoder;
    GstElement* pipeline = gst_pipeline_new(nullptr);
    shared_->pipeline = GST_ELEMENT(gst_object_ref_sink(pipeline));
    for (auto* element : all)
        gst_bin_add(GST_BIN(pipeline), element);
    gst_element_link_many(elements.deinterlace, elements.convert, elements.sink, nullptr);
    listen_to(elements.source, shared_->talk);
    connect_share(elements.source, "select-stream", G_CALLBACK(select_pictures), shared_);
    connect_share(elements.source, "pad-added", G_CALLBACK(link_received), shared_);
    connect_share(elements.decoder, "unknown-type", G_CALLBACK(refuse_codec), shared_);
    g_signal_connect(elements.decoder, "pad-added", G_CALLBACK(link_decoded), elements.deinterlace);
    connect_share(pipeline, "deep-element-added", G_CALLBACK(tune), shared_);
    GstBus* bus = gst_element_get_bus(pipeline);
    gst_bus_set_sync_handler(bus, hear, share_of(shared_), drop_share);
    gst_object_unref(bus);
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
}

StreamPipeline::~StreamPipeline() {
    GstElement* pipeline = nullptr;
    {
        const std::scoped_lock lock(shared_->mutex);
        shared_->picture = {};
        shared_->open = {};
        shared_->end = {};
        pipeline = std::exchange(shared_->pipeline, nullptr);
    }
    if (!pipeline)
        return;
    shut_down(pipeline);
}

void StreamPipeline::set_wanted(bool wanted) {
    shared_->entry->wanted = wanted;
}

void StreamPipeline::set_ring(std::shared_ptr<ClipRing> ring) {
    shared_->entry->ring = std::move(ring);
}

StreamFigures StreamPipeline::figures() const {
    const auto& entry = *shared_->entry;
    StreamFigures out;
    out.bytes = entry.bytes;
    out.pictures = entry.pictures;
    out.held_back = entry.held_back;
    if (shared_->pipeline)
        for_each_element(shared_->pipeline, [&out](GstElement* element) {
            if (is_picture_decoder(element))
                out.decoder = QString::fromUtf8(GST_OBJECT_NAME(gst_element_get_factory(element)));
            else if (is_made_by(element, "rtpjitterbuffer"))
                add_packets(out, element);
        });
    return out;
}

StreamProgress StreamPipeline::progress() const {
    return {.packets = shared_->packets, .has_key = shared_->entry->has_key};
}

std::string StreamPipeline::libraryVersion() {
    guint major = 0, minor = 0, micro = 0, nano = 0;
    gst_version(&major, &minor, &micro, &nano);
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(micro);
}

bool StreamPipeline::wait_for_shut_down(int milliseconds) {
    return wait_for_shut_downs(milliseconds);
}

} // namespace chengyun::console
