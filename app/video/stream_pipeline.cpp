#include "app/video/stream_pipeline.h"

#include "app/video/frame_buffer.h"
#include "app/video/key_gate.h"
#include "core/resource/stream_address.h"

#include <QLoggingCategory>
#include <QThreadPool>

#include <gst/app/gstappsink.h>
#include <gst/gst.h>

#include <mutex>

namespace chengyun::console {

Q_LOGGING_CATEGORY(lc_video, "chengyun.video", QtWarningMsg)

struct StreamPipeline::Shared {
    std::mutex mutex; ///< guards the callbacks, which are cleared before destruction
    OnFrame frame;
    OnOpen open;
    OnEnd end;
    GstElement* pipeline = nullptr;

    void deliver(GstSample* sample) {
        auto picture = frame_of(sample);
        const std::scoped_lock lock(mutex);
        if (picture && frame)
            frame(std::move(*picture));
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

/// Shut-downs have a pool of their own: they may wait for dead servers. Never destroyed: its
/// destructor would wait for them without end when the program is over.
QThreadPool& shutDownPool() {
    static QThreadPool* const pool = [] {
        auto* made = new QThreadPool;
        made->setMaxThreadCount(16);
        return made;
    }();
    return *pool;
}

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

/// rtspsrc's word that the server has answered DESCRIBE.
bool says_open(GstMessage* message) {
    GstProgressType type{};
    gchar* code = nullptr;
    gst_message_parse_progress(message, &type, &code, nullptr);
    const bool open = type == GST_PROGRESS_TYPE_COMPLETE && g_strcmp0(code, "open") == 0;
    g_free(code);
    return open;
}

/// Only pictures are decoded; the sound of a surveillance camera has no place in the hall yet.
void link_picture(GstElement*, GstPad* pad, gpointer decoder) {
    GstCaps* caps = gst_pad_get_current_caps(pad);
    if (!caps)
        caps = gst_pad_query_caps(pad, nullptr);
    const auto* structure = gst_caps_get_size(caps) ? gst_caps_get_structure(caps, 0) : nullptr;
    const char* media = structure ? gst_structure_get_string(structure, "media") : nullptr;
    if (!media || g_str_equal(media, "video")) {
        GstPad* entry = gst_element_get_static_pad(static_cast<GstElement*>(decoder), "sink");
        if (!gst_pad_is_linked(entry))
            gst_pad_link(pad, entry);
        gst_object_unref(entry);
    }
    gst_caps_unref(caps);
}

void link_decoded(GstElement*, GstPad* pad, gpointer sink) {
    GstPad* entry = gst_element_get_static_pad(static_cast<GstElement*>(sink), "sink");
    if (!gst_pad_is_linked(entry))
        gst_pad_link(pad, entry);
    gst_object_unref(entry);
}

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

GstPadProbeReturn guard_decoder(GstPad* pad, GstPadProbeInfo* info, gpointer gate) {
    const auto* unit = GST_PAD_PROBE_INFO_BUFFER(info);
    const bool passes = static_cast<KeyGate*>(gate)->passes(
        {.key = !GST_BUFFER_FLAG_IS_SET(unit, GST_BUFFER_FLAG_DELTA_UNIT),
         .gap = static_cast<bool>(GST_BUFFER_FLAG_IS_SET(unit, GST_BUFFER_FLAG_DISCONT)),
         .late = lateness(pad, unit)});
    return passes ? GST_PAD_PROBE_OK : GST_PAD_PROBE_DROP;
}

/// Frame threads of the software decoder would each hold a picture back.
void tune_decoder(GstBin*, GstBin*, GstElement* element, gpointer) {
    auto* type = G_OBJECT_GET_CLASS(element);
    const char* role = gst_element_class_get_metadata(GST_ELEMENT_CLASS(type), "klass");
    if (role && g_strrstr(role, "Decoder") && g_strrstr(role, "Video"))
        if (GstPad* entry = gst_element_get_static_pad(element, "sink")) {
            gst_pad_add_probe(entry, GST_PAD_PROBE_TYPE_BUFFER, guard_decoder, new KeyGate,
                              [](gpointer gate) { delete static_cast<KeyGate*>(gate); });
            gst_object_unref(entry);
        }
    if (g_object_class_find_property(type, "max-threads"))
        g_object_set(element, "max-threads", 1, nullptr);
    if (g_object_class_find_property(type, "output-corrupt"))
        g_object_set(element, "output-corrupt", FALSE, nullptr);
}

} // namespace

StreamPipeline::StreamPipeline(const QString& address, OnFrame frame, OnOpen open, OnEnd end)
    : shared_(std::make_shared<Shared>()) {
    shared_->frame = std::move(frame);
    shared_->open = std::move(open);
    shared_->end = std::move(end);
    const auto read = read_stream_address(address.toStdString());
    if (!read) {
        shared_->finish(StreamEnd::bad_address, QString::fromStdString(read.error().detail));
        return;
    }
    static std::once_flag once;
    std::call_once(once, [] { gst_init(nullptr, nullptr); });

    GstElement* source = gst_element_factory_make("rtspsrc", nullptr);
    GstElement* decoder = gst_element_factory_make("decodebin", nullptr);
    GstElement* convert = gst_element_factory_make("videoconvert", nullptr);
    GstElement* sink = gst_element_factory_make("appsink", nullptr);
    if (!source || !decoder || !convert || !sink) {
        for (auto* element : {source, decoder, convert, sink})
            if (element)
                gst_object_unref(element);
        shared_->finish(StreamEnd::undecodable,
                        QStringLiteral("GStreamer plug-ins for RTSP are not installed"));
        return;
    }
    // TCP keeps whole pictures through a lossy hall network; 200 ms smooths it. Nothing is dropped
    // by the packet: KeyGate keeps a hiccup from becoming a delay for good, by whole pictures.
    // Packets bear the time at which they came, so that a camera's clock may run fast or be set:
    // otherwise only the first does, and all others are shown when the camera says.
    // User and password are part of the location: as properties a wrong one would be sent up to
    // eight times an attempt.
    g_object_set(source, "location", text_of(*read).c_str(), "protocols", 4u, "latency", 200u,
                 "tcp-timeout", guint64{5000000}, "timeout", guint64{5000000}, "teardown-timeout",
                 guint64{100000000}, "tcp-timestamp", TRUE, nullptr);
    GstCaps* pixels = gst_caps_from_string("video/x-raw,format=(string){NV12,I420}");
    g_object_set(sink, "caps", pixels, "max-buffers", 1u, "drop", TRUE, "sync", TRUE, nullptr);
    gst_caps_unref(pixels);

    GstElement* pipeline = gst_pipeline_new(nullptr);
    shared_->pipeline = GST_ELEMENT(gst_object_ref_sink(pipeline));
    gst_bin_add_many(GST_BIN(pipeline), source, decoder, convert, sink, nullptr);
    gst_element_link(convert, sink);
    g_signal_connect(source, "pad-added", G_CALLBACK(link_picture), decoder);
    g_signal_connect(decoder, "pad-added", G_CALLBACK(link_decoded), convert);
    g_signal_connect(pipeline, "deep-element-added", G_CALLBACK(tune_decoder), nullptr);

    // Each callback owns a share of the state, so the order of destruction cannot matter.
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = [](GstAppSink* from, gpointer user) -> GstFlowReturn {
        if (GstSample* sample = gst_app_sink_pull_sample(from)) {
            static_cast<std::shared_ptr<Shared>*>(user)->get()->deliver(sample);
            gst_sample_unref(sample);
        }
        return GST_FLOW_OK;
    };
    const auto drop_share = [](gpointer user) {
        delete static_cast<std::shared_ptr<Shared>*>(user);
    };
    gst_app_sink_set_callbacks(GST_APP_SINK(sink), &callbacks, new std::shared_ptr<Shared>(shared_),
                               drop_share);
    GstBus* bus = gst_element_get_bus(pipeline);
    gst_bus_set_sync_handler(
        bus,
        [](GstBus*, GstMessage* message, gpointer user) -> GstBusSyncReply {
            auto& shared = **static_cast<std::shared_ptr<Shared>*>(user);
            if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS) {
                shared.finish(StreamEnd::ended, {});
            } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_PROGRESS) {
                if (says_open(message))
                    shared.opened();
            } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
                GError* error = nullptr;
                gst_message_parse_error(message, &error, nullptr);
                shared.finish(reason_of(error), QString::fromUtf8(error->message));
                g_error_free(error);
            }
            // Whoever answers "drop" owns the message. It holds its element, the element its
            // pipeline, and the pipeline its sockets and threads.
            gst_message_unref(message);
            return GST_BUS_DROP;
        },
        new std::shared_ptr<Shared>(shared_), drop_share);
    gst_object_unref(bus);
    gst_element_set_state(pipeline, GST_STATE_PLAYING);
}

StreamPipeline::~StreamPipeline() {
    GstElement* pipeline = nullptr;
    {
        const std::scoped_lock lock(shared_->mutex);
        shared_->frame = {};
        shared_->open = {};
        shared_->end = {};
        pipeline = std::exchange(shared_->pipeline, nullptr);
    }
    if (!pipeline)
        return;
    shutDownPool().start([pipeline] {
        gst_element_set_state(pipeline, GST_STATE_NULL);
        gst_object_unref(pipeline);
    });
}

std::string StreamPipeline::libraryVersion() {
    guint major = 0, minor = 0, micro = 0, nano = 0;
    gst_version(&major, &minor, &micro, &nano);
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(micro);
}

bool StreamPipeline::wait_for_shut_down(int milliseconds) {
    return shutDownPool().waitForDone(milliseconds);
}

} // namespace chengyun::console
