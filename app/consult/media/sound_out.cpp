#include "app/consult/media/sound_out.h"

#include "app/consult/media/background.h"
#include "app/consult/media/sender.h"

#include <gst/gst.h>

#include <atomic>
#include <mutex>
#include <utility>

namespace chengyun::console {

struct SoundOutShare {
    std::mutex mutex; ///< guards the callback, which is cleared before destruction
    SoundOut::OnFailed failed;
    GstElement* pipeline = nullptr; ///< of the owner's thread
    std::shared_ptr<Running> running = make_running();
    std::shared_ptr<GstElement> entry;

    void fail(bool missing, const QString& detail) {
        const std::scoped_lock lock(mutex);
        if (auto once = std::exchange(failed, {}))
            once(missing, detail);
    }
};

namespace {

using Share = std::shared_ptr<SoundOutShare>;

GstBusSyncReply hear(GstBus*, GstMessage* message, gpointer user) {
    const auto type = GST_MESSAGE_TYPE(message);
    GError* error = nullptr;
    if (type == GST_MESSAGE_ERROR)
        gst_message_parse_error(message, &error, nullptr);
    else if (type == GST_MESSAGE_WARNING && GST_MESSAGE_SRC(message) &&
             g_str_has_prefix(GST_OBJECT_NAME(GST_MESSAGE_SRC(message)), "auto"))
        // The automatic sink has found no device, and would play nothing.
        gst_message_parse_warning(message, &error, nullptr);
    if (error) {
        const bool missing =
            type == GST_MESSAGE_WARNING ||
            (error->domain == GST_RESOURCE_ERROR && (error->code == GST_RESOURCE_ERROR_NOT_FOUND ||
                                                     error->code == GST_RESOURCE_ERROR_OPEN_WRITE));
        (*static_cast<Share*>(user))->fail(missing, QString::fromUtf8(error->message));
        g_error_free(error);
    }
    gst_message_unref(message);
    return GST_BUS_DROP;
}

/// Probes are found by name in the whole program.
std::string fresh_probe() {
    static std::atomic<unsigned> made{0};
    GstElementFactory* factory = gst_element_factory_find("webrtcechoprobe");
    if (!factory)
        return {};
    gst_object_unref(factory);
    return "conference_echo_" + std::to_string(++made);
}

} // namespace

SoundOut::SoundOut(GstElement* sink, OnFailed failed)
    : shared_(std::make_shared<SoundOutShare>()), probe_(fresh_probe()) {
    shared_->failed = std::move(failed);
    if (!sink)
        sink = gst_element_factory_make("autoaudiosink", nullptr);
    GError* error = nullptr;
    // Stamped as it comes: what arrives is due at once.
    const auto launch =
        std::string("appsrc name=entry is-live=true format=time do-timestamp=true "
                    "leaky-type=downstream max-bytes=0 max-time=0 max-buffers=10 caps=\"") +
        sound_caps() + "\"" + (probe_.empty() ? "" : " ! webrtcechoprobe name=" + probe_) +
        " ! audioconvert ! audioresample";
    GstElement* chain = gst_parse_bin_from_description(launch.c_str(), TRUE, &error);
    const bool is_whole = sink && chain && !error;
    g_clear_error(&error);
    GstElement* pipeline = gst_pipeline_new(nullptr);
    shared_->pipeline = GST_ELEMENT(gst_object_ref_sink(pipeline));
    if (chain)
        gst_bin_add(GST_BIN(pipeline), chain);
    if (sink)
        gst_bin_add(GST_BIN(pipeline), sink);
    if (!is_whole || !gst_element_link(chain, sink)) {
        shared_->fail(false,
                      QStringLiteral("GStreamer plug-ins for loudspeakers are not installed"));
        return;
    }
    shared_->entry = {gst_bin_get_by_name(GST_BIN(chain), "entry"), gst_object_unref};
    GstBus* bus = gst_element_get_bus(pipeline);
    gst_bus_set_sync_handler(bus, hear, new Share(shared_),
                             [](gpointer user) { delete static_cast<Share*>(user); });
    gst_object_unref(bus);
    start_soon(pipeline, shared_->running);
}

SoundOut::~SoundOut() {
    {
        const std::scoped_lock lock(shared_->mutex);
        shared_->failed = {};
    }
    if (auto* pipeline = std::exchange(shared_->pipeline, nullptr))
        end_soon(pipeline, shared_->running);
}

std::shared_ptr<GstElement> SoundOut::entry() const {
    return shared_->entry;
}

} // namespace chengyun::console
