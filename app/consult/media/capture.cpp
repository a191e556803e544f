#include "app/consult/media/capture.h"

#include "app/consult/media/background.h"
#include "app/consult/media/sender.h"
#include "app/consult/media/webrtc_peer.h"
#include "app/video/picture_sink.h"

#include <gst/app/gstappsink.h>

#include <mutex>
#include <utility>

namespace chengyun::console {

struct CaptureShare {
    std::mutex mutex; ///< guards the callbacks, which are cleared before destruction
    Capture::Hears hears;
    GstElement* pipeline = nullptr; ///< of the owner's thread
    std::shared_ptr<Running> running = make_running();

    void fail(bool missing, const QString& detail) {
        const std::scoped_lock lock(mutex);
        if (auto once = std::exchange(hears.failed, {}))
            once(missing, detail);
    }
};

namespace {

using Share = std::shared_ptr<CaptureShare>;

gpointer share_of(const Share& shared) {
    return new Share(shared);
}
void drop_share(gpointer user) {
    delete static_cast<Share*>(user);
}

bool says_missing(const GError* error) {
    return error->domain == GST_RESOURCE_ERROR &&
           (error->code == GST_RESOURCE_ERROR_NOT_FOUND ||
            error->code == GST_RESOURCE_ERROR_OPEN_READ ||
            error->code == GST_RESOURCE_ERROR_OPEN_READ_WRITE);
}

GstBusSyncReply hear(GstBus*, GstMessage* message, gpointer user) {
    auto& shared = **static_cast<Share*>(user);
    const auto type = GST_MESSAGE_TYPE(message);
    GError* error = nullptr;
    if (type == GST_MESSAGE_ERROR)
        gst_message_parse_error(message, &error, nullptr);
    else if (type == GST_MESSAGE_WARNING && GST_MESSAGE_SRC(message) &&
             g_str_has_prefix(GST_OBJECT_NAME(GST_MESSAGE_SRC(message)), "auto"))
        // The automatic source has found no device, and would be silent instead.
        gst_message_parse_warning(message, &error, nullptr);
    if (error) {
        shared.fail(says_missing(error) || type == GST_MESSAGE_WARNING,
                    QString::fromUtf8(error->message));
        g_error_free(error);
    }
    gst_message_unref(message);
    return GST_BUS_DROP;
}

GstFlowReturn take_sample(GstAppSink* sink, gpointer user) {
    if (GstSample* sample = gst_app_sink_pull_sample(sink)) {
        {
            auto& shared = **static_cast<Share*>(user);
            const std::scoped_lock lock(shared.mutex);
            if (shared.hears.sample)
                shared.hears.sample(sample);
        }
        gst_sample_unref(sample);
    }
    return GST_FLOW_OK;
}

/// Noise goes out, the loudness is evened, and what the loudspeaker plays is taken off.
std::string cleaning(const std::string& probe) {
    GstElementFactory* factory = gst_element_factory_find("webrtcdsp");
    if (!factory)
        return {};
    gst_object_unref(factory);
    return " ! webrtcdsp noise-suppression=true gain-control=true " +
           (probe.empty() ? std::string("echo-cancel=false") : "echo-cancel=true probe=" + probe);
}

} // namespace

Capture::Capture(Hears hears) : shared_(std::make_shared<CaptureShare>()) {
    shared_->hears = std::move(hears);
}

Capture::~Capture() {
    {
        const std::scoped_lock lock(shared_->mutex);
        shared_->hears = {};
    }
    if (auto* pipeline = std::exchange(shared_->pipeline, nullptr))
        end_soon(pipeline, shared_->running);
}

void Capture::run(GstElement* source, const std::string& rest, bool is_picture) {
    const auto missing = [this](const char* what) {
        shared_->fail(false, QString::fromLatin1(what));
    };
    GError* error = nullptr;
    GstElement* chain = gst_parse_bin_from_description(
        (rest + (is_picture
                     ? " ! tee name=both both. ! queue leaky=downstream max-size-buffers=2 ! "
                       "appsink name=samples both. ! queue name=own leaky=downstream "
                       "max-size-buffers=2"
                     : " ! appsink name=samples"))
            .c_str(),
        TRUE, &error);
    const bool is_whole = source && chain && !error;
    g_clear_error(&error);
    GstElement* pipeline = gst_pipeline_new(nullptr);
    shared_->pipeline = GST_ELEMENT(gst_object_ref_sink(pipeline));
    if (source)
        gst_bin_add(GST_BIN(pipeline), source);
    if (chain)
        gst_bin_add(GST_BIN(pipeline), chain);
    if (!is_whole)
        return missing("GStreamer plug-ins for cameras or microphones are not installed");
    if (is_picture) {
        GstElement* own = make_picture_sink([shared = shared_](Picture picture) {
            const std::scoped_lock lock(shared->mutex);
            if (shared->hears.picture)
                shared->hears.picture(std::move(picture));
        });
        if (!own)
            return missing("GStreamer has no appsink");
        g_object_set(own, "async", FALSE, "sync", FALSE, nullptr);
        gst_bin_add(GST_BIN(pipeline), own);
        gst_element_link(chain, own);
    }
    GstElement* samples = gst_bin_get_by_name(GST_BIN(chain), "samples");
    g_object_set(samples, "sync", FALSE, "async", FALSE, "max-buffers", 10u, "drop", TRUE, nullptr);
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = take_sample;
    gst_app_sink_set_callbacks(GST_APP_SINK(samples), &callbacks, share_of(shared_), drop_share);
    gst_object_unref(samples);
    if (!gst_element_link(source, chain))
        return missing("the device gives a format that is not known here");
    use_common_time(pipeline);
    GstBus* bus = gst_element_get_bus(pipeline);
    gst_bus_set_sync_handler(bus, hear, share_of(shared_), drop_share);
    gst_object_unref(bus);
    start_soon(pipeline, shared_->running);
}

namespace {

std::string to_sent_picture() {
    return std::string(
               "videoconvert ! videoscale add-borders=true ! videorate drop-only=false ! ") +
           sent_picture_caps();
}

std::string to_sound() {
    return std::string("audioconvert ! audioresample ! ") + sound_caps();
}

} // namespace

std::unique_ptr<Capture> Capture::test_picture(const QString& name, Hears hears) {
    std::unique_ptr<Capture> out(new Capture(std::move(hears)));
    std::string launch =
        std::string("videotestsrc is-live=true pattern=ball ! capsfilter caps=\"") +
        sent_picture_caps() + "\"";
    if (GstElementFactory* factory = gst_element_factory_find("textoverlay")) {
        gst_object_unref(factory);
        launch +=
            " ! textoverlay name=text wait-text=false valignment=bottom font-desc=\"Sans 28\"";
    }
    GstElement* source = gst_parse_bin_from_description(launch.c_str(), TRUE, nullptr);
    if (GstElement* text = source ? gst_bin_get_by_name(GST_BIN(source), "text") : nullptr) {
        g_object_set(text, "text", name.toUtf8().constData(), nullptr);
        gst_object_unref(text);
    }
    out->run(source, std::string("videoconvert ! ") + sent_picture_caps(), true);
    return out;
}

std::unique_ptr<Capture> Capture::test_sound(Hears hears) {
    std::unique_ptr<Capture> out(new Capture(std::move(hears)));
    GstElement* source = gst_element_factory_make("audiotestsrc", nullptr);
    if (source)
        g_object_set(source, "is-live", TRUE, "freq", 440.0, "volume", 0.3, "samplesperbuffer",
                     sound_rate / 50, nullptr);
    out->run(source, to_sound(), false);
    return out;
}

std::unique_ptr<Capture> Capture::camera(GstElement* source, Hears hears) {
    std::unique_ptr<Capture> out(new Capture(std::move(hears)));
    if (!source)
        source = gst_element_factory_make("autovideosrc", nullptr);
    // Many cameras code their larger pictures as JPEG.
    out->run(source, "decodebin ! " + to_sent_picture(), true);
    return out;
}

std::unique_ptr<Capture> Capture::microphone(GstElement* source, const std::string& probe,
                                             Hears hears) {
    std::unique_ptr<Capture> out(new Capture(std::move(hears)));
    if (!source)
        source = gst_element_factory_make("autoaudiosrc", nullptr);
    out->run(source, to_sound() + cleaning(probe), false);
    return out;
}

} // namespace chengyun::console
