#include "app/video/sound_pipeline.h"

#include "app/video/rtsp_talk.h"
#include "app/video/shut_down.h"
#include "core/resource/stream_address.h"

#include <gst/gst.h>

#include <atomic>
#include <mutex>
#include <utility>

namespace chengyun::console {

/// What the callbacks of GStreamer share with the one who made the pipeline.
struct SoundShare {
    std::mutex mutex; ///< guards the callbacks and the pipeline
    SoundPipeline::OnHeard heard;
    SoundPipeline::OnEnd end;
    GstElement* pipeline = nullptr;
    bool over = false; ///< nobody wants it any more
    std::string decoder;
    std::atomic<bool> offered{false}; ///< the camera has sound

    void hear() {
        const std::scoped_lock lock(mutex);
        if (auto once = std::exchange(heard, {}))
            once();
    }
    void finish(SoundEnd why, const QString& detail) {
        const std::scoped_lock lock(mutex);
        if (auto once = std::exchange(end, {}))
            once(why, detail);
    }
};

namespace {

using SoundHandle = std::shared_ptr<SoundShare>;

gpointer sound_share_of(const SoundHandle& shared) {
    return new SoundHandle(shared);
}

void drop_sound_share(gpointer user) {
    delete static_cast<SoundHandle*>(user);
}

void drop_sound_share_of(gpointer user, GClosure*) {
    drop_sound_share(user);
}

/// Whether something comes out of it: a server of sound that is not there says so here.
bool opens(GstElement* sink) {
    const bool open = gst_element_set_state(sink, GST_STATE_READY) != GST_STATE_CHANGE_FAILURE;
    gst_element_set_state(sink, GST_STATE_NULL);
    return open;
}

GstElement* made_sink(const QString& wanted) {
    if (!wanted.isEmpty()) {
        GError* error = nullptr;
        GstElement* sink =
            gst_parse_bin_from_description(wanted.toUtf8().constData(), TRUE, &error);
        g_clear_error(&error);
        if (sink)
            gst_object_ref_sink(sink);
        if (sink && !opens(sink))
            gst_clear_object(&sink);
        return sink;
    }
    GstElement* out = nullptr;
    GList* all = gst_element_factory_list_get_elements(
        GST_ELEMENT_FACTORY_TYPE_SINK | GST_ELEMENT_FACTORY_TYPE_MEDIA_AUDIO, GST_RANK_MARGINAL);
    all = g_list_sort(all, gst_plugin_feature_rank_compare_func);
    for (GList* one = all; one && !out; one = one->next) {
        auto* factory = GST_ELEMENT_FACTORY(one->data);
        // It takes a sink that swallows all where there is no device, and says nothing of it.
        if (g_str_equal(GST_OBJECT_NAME(factory), "autoaudiosink"))
            continue;
        GstElement* sink = gst_element_factory_create(factory, nullptr);
        if (!sink)
            continue;
        gst_object_ref_sink(sink);
        if (opens(sink))
            out = sink;
        else
            gst_object_unref(sink);
    }
    gst_plugin_feature_list_free(all);
    return out;
}

/// The first that the camera has.
gboolean select_sound(GstElement*, guint, GstCaps* caps, gpointer user) {
    const auto* structure = gst_caps_get_size(caps) ? gst_caps_get_structure(caps, 0) : nullptr;
    const char* media = structure ? gst_structure_get_string(structure, "media") : nullptr;
    return media && g_str_equal(media, "audio") &&
           !(*static_cast<SoundHandle*>(user))->offered.exchange(true);
}

void link_to(GstElement*, GstPad* pad, gpointer next) {
    GstPad* entry = gst_element_get_static_pad(static_cast<GstElement*>(next), "sink");
    if (!gst_pad_is_linked(entry))
        gst_pad_link(pad, entry);
    gst_object_unref(entry);
}

void note_decoder(GstBin*, GstBin*, GstElement* element, gpointer user) {
    const char* klass =
        gst_element_class_get_metadata(GST_ELEMENT_GET_CLASS(element), GST_ELEMENT_METADATA_KLASS);
    if (!klass || !g_strrstr(klass, "Decoder") || !g_strrstr(klass, "Audio"))
        return;
    auto& shared = **static_cast<SoundHandle*>(user);
    const std::scoped_lock lock(shared.mutex);
    shared.decoder = GST_OBJECT_NAME(gst_element_get_factory(element));
}

SoundEnd sound_end_of(const GError* error, const SoundShare& shared) {
    const bool refused =
        error->domain == GST_RESOURCE_ERROR && (error->code == GST_RESOURCE_ERROR_NOT_AUTHORIZED ||
                                                error->code == GST_RESOURCE_ERROR_NOT_FOUND ||
                                                error->code == GST_RESOURCE_ERROR_OPEN_READ ||
                                                error->code == GST_RESOURCE_ERROR_OPEN_READ_WRITE);
    if (!refused && !shared.offered)
        return SoundEnd::no_sound; // of all that it offers nothing was taken
    return error->domain == GST_STREAM_ERROR ? SoundEnd::undecodable : SoundEnd::unreachable;
}

GstBusSyncReply listen(GstBus*, GstMessage* message, gpointer user) {
    auto& shared = **static_cast<SoundHandle*>(user);
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS) {
        shared.finish(SoundEnd::ended, {});
    } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        GError* error = nullptr;
        gst_message_parse_error(message, &error, nullptr);
        shared.finish(sound_end_of(error, shared), QString::fromUtf8(error->message));
        g_error_free(error);
    }
    gst_message_unref(message);
    return GST_BUS_DROP;
}

GstPadProbeReturn first_sound(GstPad*, GstPadProbeInfo*, gpointer user) {
    (*static_cast<SoundHandle*>(user))->hear();
    return GST_PAD_PROBE_REMOVE;
}

/// In the background. Owns `sink`.
void play(const SoundHandle& shared, const std::string& location,
          const std::shared_ptr<RtspTalk>& talk, GstElement* sink) {
    GstElement* source = gst_element_factory_make("rtspsrc", nullptr);
    GstElement* queue = gst_element_factory_make("queue", nullptr);
    GstElement* decoder = gst_element_factory_make("decodebin", nullptr);
    GstElement* convert = gst_element_factory_make("audioconvert", nullptr);
    GstElement* resample = gst_element_factory_make("audioresample", nullptr);
    GstElement* pipeline = GST_ELEMENT(gst_object_ref_sink(gst_pipeline_new(nullptr)));
    bool complete = true;
    for (auto* element : {source, queue, decoder, convert, resample, sink}) {
        complete = complete && element;
        if (element)
            gst_bin_add(GST_BIN(pipeline), element);
    }
    gst_object_unref(sink); // the pipeline has it
    if (!complete) {
        gst_object_unref(pipeline);
        return shared->finish(SoundEnd::undecodable,
                              QStringLiteral("GStreamer plug-ins for sound are not installed"));
    }
    // As for pictures: TCP, 200 ms, packets timed by when they come. What the device does not take
    // in half a second is old.
    g_object_set(source, "location", location.c_str(), "protocols", 4u, "latency", 200u,
                 "tcp-timeout", guint64{5000000}, "timeout", guint64{5000000}, "teardown-timeout",
                 guint64{100000000}, "tcp-timestamp", TRUE, nullptr);
    g_object_set(queue, "leaky", 2, "max-size-time", guint64{500000000}, "max-size-buffers", 0u,
                 "max-size-bytes", 0u, nullptr);
    gst_element_link_many(queue, decoder, nullptr);
    gst_element_link_many(convert, resample, sink, nullptr);
    g_signal_connect_data(source, "select-stream", G_CALLBACK(select_sound), sound_share_of(shared),
                          drop_sound_share_of, GConnectFlags(0));
    listen_to(source, talk);
    g_signal_connect(source, "pad-added", G_CALLBACK(link_to), queue);
    g_signal_connect(decoder, "pad-added", G_CALLBACK(link_to), convert);
    g_signal_connect_data(pipeline, "deep-element-added", G_CALLBACK(note_decoder),
                          sound_share_of(shared), drop_sound_share_of, GConnectFlags(0));
    GstPad* last = gst_element_get_static_pad(resample, "src");
    gst_pad_add_probe(last, GST_PAD_PROBE_TYPE_BUFFER, first_sound, sound_share_of(shared),
                      drop_sound_share);
    gst_object_unref(last);
    GstBus* bus = gst_element_get_bus(pipeline);
    gst_bus_set_sync_handler(bus, listen, sound_share_of(shared), drop_sound_share);
    gst_object_unref(bus);
    // Started before anybody can end it, so that it is not ended first and started then. Nothing of
    // it waits: rtspsrc connects on a thread of its own.
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
    bool over = false;
    {
        const std::scoped_lock lock(shared->mutex);
        over = shared->over;
        if (!over)
            shared->pipeline = pipeline;
    }
    if (over) {
        gst_element_set_state(pipeline, GST_STATE_NULL);
        gst_object_unref(pipeline);
    }
}

} // namespace

SoundPipeline::SoundPipeline(const QString& address, const QString& sink, OnHeard heard, OnEnd end)
    : shared_(std::make_shared<SoundShare>()) {
    shared_->heard = std::move(heard);
    shared_->end = std::move(end);
    const auto read = read_stream_address(address.toStdString());
    if (!read) {
        shared_->finish(SoundEnd::unreachable, QString::fromStdString(read.error().detail));
        return;
    }
    static std::once_flag once;
    std::call_once(once, [] { gst_init(nullptr, nullptr); });
    in_background([shared = shared_, location = as_rtsp(text_of(*read)),
                   talk = std::make_shared<RtspTalk>(read->sign_in), sink] {
        GstElement* made = made_sink(sink);
        if (!made)
            return shared->finish(SoundEnd::no_device, {});
        play(shared, location, talk, made);
    });
}

SoundPipeline::~SoundPipeline() {
    GstElement* pipeline = nullptr;
    {
        const std::scoped_lock lock(shared_->mutex);
        shared_->over = true;
        shared_->heard = {};
        shared_->end = {};
        pipeline = std::exchange(shared_->pipeline, nullptr);
    }
    if (pipeline)
        shut_down(pipeline);
}

std::string SoundPipeline::decoder() const {
    const std::scoped_lock lock(shared_->mutex);
    return shared_->decoder;
}

} // namespace chengyun::console
