#include "app/consult/media/webrtc_peer.h"

#include "app/consult/media/webrtc_api.h"
#include "app/video/shut_down.h"

#include <atomic>
#include <mutex>
#include <utility>

namespace chengyun::console {

/// What the callbacks of GStreamer share with the one who made the connection.
struct PeerShare {
    std::mutex mutex; ///< guards the callbacks, which are cleared before destruction
    WebrtcPeer::Hears hears;
    GstElement* pipeline = nullptr; ///< of the owner's thread
    GstElement* webrtc = nullptr;   ///< in the pipeline
    std::atomic<bool> offered{false};

    template <class Act>
    void with(Act act) {
        const std::scoped_lock lock(mutex);
        act(hears);
    }
    void fail(const std::string& detail) {
        with([&](WebrtcPeer::Hears& all) {
            if (auto once = std::exchange(all.failed, {}))
                once(detail);
        });
    }
};

namespace {

using Share = std::shared_ptr<PeerShare>;

gpointer share_of(const Share& shared) {
    return new Share(shared);
}
void drop_share(gpointer user) {
    delete static_cast<Share*>(user);
}
void drop_share_of_signal(gpointer user, GClosure*) {
    drop_share(user);
}

void listen(GstElement* to, const char* signal, GCallback call, const Share& shared) {
    g_signal_connect_data(to, signal, call, share_of(shared), drop_share_of_signal,
                          GConnectFlags(0));
}

/// A promise that calls `call` with a share and the webrtcbin, which lives until then.
struct Promised {
    Share shared;
    GstElement* webrtc;

    Promised(Share s, GstElement* w)
        : shared(std::move(s)), webrtc(GST_ELEMENT(gst_object_ref(w))) {}
    ~Promised() { gst_object_unref(webrtc); }
    Promised(const Promised&) = delete;
    Promised& operator=(const Promised&) = delete;
};

GstPromise* promise(const Share& shared, GstElement* webrtc, GstPromiseChangeFunc call) {
    return gst_promise_new_with_change_func(call, new Promised(shared, webrtc), [](gpointer user) {
        delete static_cast<Promised*>(user);
    });
}

/// What went wrong, where the reply says so.
std::string wrong_in(GstPromise* given) {
    if (gst_promise_wait(given) != GST_PROMISE_RESULT_REPLIED)
        return "the connection is being closed";
    const auto* reply = gst_promise_get_reply(given);
    GError* error = nullptr;
    if (!reply || !gst_structure_has_field(reply, "error"))
        return {};
    gst_structure_get(reply, "error", G_TYPE_ERROR, &error, nullptr);
    std::string out = error ? error->message : "unknown";
    g_clear_error(&error);
    return out;
}

/// Ours has been made: it is set, and told.
void take_own(GstPromise* given, gpointer user, const char* field) {
    auto& [shared, webrtc] = *static_cast<Promised*>(user);
    const auto wrong = wrong_in(given);
    const auto* reply = wrong.empty() ? gst_promise_get_reply(given) : nullptr;
    SessionDescription* made = nullptr;
    if (reply)
        gst_structure_get(reply, field, session_description_type(), &made, nullptr);
    const DescriptionPtr own(made);
    gst_promise_unref(given);
    if (!own)
        return shared->fail("no description could be made: " + wrong);
    g_signal_emit_by_name(webrtc, "set-local-description", own.get(), nullptr);
    char* text = gst_sdp_message_as_text(own->sdp);
    shared->with([&](WebrtcPeer::Hears& all) {
        if (all.described)
            all.described(text);
    });
    g_free(text);
}

void on_offer(GstPromise* given, gpointer user) {
    take_own(given, user, "offer");
}
void on_known(GstElement* webrtc, gpointer user) {
    auto& shared = *static_cast<Share*>(user);
    if (!shared->offered.exchange(true))
        g_signal_emit_by_name(webrtc, "create-offer", nullptr, promise(shared, webrtc, on_offer));
}
void on_answer(GstPromise* given, gpointer user) {
    take_own(given, user, "answer");
}

/// The media server's offer is set: the answer comes next.
void on_remote_offer(GstPromise* given, gpointer user) {
    auto& [shared, webrtc] = *static_cast<Promised*>(user);
    const auto wrong = wrong_in(given);
    gst_promise_unref(given);
    if (!wrong.empty())
        return shared->fail("the media server's offer is not taken: " + wrong);
    g_signal_emit_by_name(webrtc, "create-answer", nullptr, promise(shared, webrtc, on_answer));
}

void on_remote_answer(GstPromise* given, gpointer user) {
    auto& [shared, webrtc] = *static_cast<Promised*>(user);
    const auto wrong = wrong_in(given);
    gst_promise_unref(given);
    if (!wrong.empty())
        shared->fail("the media server's answer is not taken: " + wrong);
}

void on_candidate(GstElement*, guint mline, const char* text, gpointer user) {
    if (text && *text)
        (*static_cast<Share*>(user))->with([&](WebrtcPeer::Hears& all) {
            if (all.candidate)
                all.candidate(mline, text);
        });
}

void on_gathering(GstElement* webrtc, GParamSpec*, gpointer user) {
    int state = 0;
    g_object_get(webrtc, "ice-gathering-state", &state, nullptr);
    if (GatheringState(state) == GatheringState::complete)
        (*static_cast<Share*>(user))->with([](WebrtcPeer::Hears& all) {
            if (all.candidate)
                all.candidate(0, {});
        });
}

void on_connection(GstElement* webrtc, GParamSpec*, gpointer user) {
    int state = 0;
    g_object_get(webrtc, "connection-state", &state, nullptr);
    auto& shared = **static_cast<Share*>(user);
    if (ConnectionState(state) == ConnectionState::connected)
        shared.with([](WebrtcPeer::Hears& all) {
            if (all.connected)
                all.connected();
        });
    else if (ConnectionState(state) == ConnectionState::failed)
        shared.fail("no way for picture and sound");
}

GstBusSyncReply hear(GstBus*, GstMessage* message, gpointer user) {
    auto& shared = **static_cast<Share*>(user);
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        GError* error = nullptr;
        gst_message_parse_error(message, &error, nullptr);
        shared.fail(error->message);
        g_error_free(error);
    } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_LATENCY) {
        // Not on this thread: it may hold what the query needs.
        GstObject* top = GST_MESSAGE_SRC(message);
        gst_object_ref(top);
        while (GstObject* above = gst_object_get_parent(top)) {
            gst_object_unref(top);
            top = above;
        }
        if (GST_IS_BIN(top))
            gst_element_call_async(
                GST_ELEMENT(top),
                [](GstElement* pipeline, gpointer) {
                    gst_bin_recalculate_latency(GST_BIN(pipeline));
                },
                nullptr, nullptr);
        gst_object_unref(top);
    }
    gst_message_unref(message);
    return GST_BUS_DROP;
}

} // namespace

namespace {

struct CommonTime {
    GstClock* clock = gst_system_clock_obtain(); ///< never given back
    GstClockTime base = gst_clock_get_time(clock);
};

const CommonTime& common_time() {
    static const CommonTime common;
    return common;
}

} // namespace

void use_common_time(GstElement* pipeline) {
    gst_pipeline_use_clock(GST_PIPELINE(pipeline), common_time().clock);
    gst_element_set_start_time(pipeline, GST_CLOCK_TIME_NONE);
    gst_element_set_base_time(pipeline, common_time().base);
}

std::uint64_t common_time_now() {
    return gst_clock_get_time(common_time().clock) - common_time().base;
}

namespace {

void set_if_there(GObject* object, const char* name, bool value) {
    if (g_object_class_find_property(G_OBJECT_GET_CLASS(object), name))
        g_object_set(object, name, value, nullptr);
}

/// The network's router is not asked to open a way in from outside, as libnice would by itself; and
/// the media server has no addresses of TCP.
void keep_to_udp(GstElement* webrtc) {
    GObject* ice = nullptr;
    GObject* agent = nullptr;
    g_object_get(webrtc, "ice-agent", &ice, nullptr);
    if (ice && g_object_class_find_property(G_OBJECT_GET_CLASS(ice), "agent"))
        g_object_get(ice, "agent", &agent, nullptr);
    if (agent) {
        set_if_there(agent, "upnp", false);
        set_if_there(agent, "ice-tcp", false);
        g_object_unref(agent);
    }
    if (ice)
        g_object_unref(ice);
}

} // namespace

WebrtcPeer::WebrtcPeer(Hears hears) : shared_(std::make_shared<PeerShare>()) {
    shared_->hears = std::move(hears);
    GstElement* webrtc = gst_element_factory_make("webrtcbin", nullptr);
    if (!webrtc)
        return;
    gst_util_set_object_arg(G_OBJECT(webrtc), "bundle-policy", "max-bundle");
    keep_to_udp(webrtc);
    GstElement* pipeline = gst_pipeline_new(nullptr);
    shared_->pipeline = GST_ELEMENT(gst_object_ref_sink(pipeline));
    shared_->webrtc = webrtc;
    gst_bin_add(GST_BIN(pipeline), webrtc);
    use_common_time(pipeline);
    listen(webrtc, "on-ice-candidate", G_CALLBACK(on_candidate), shared_);
    listen(webrtc, "notify::ice-gathering-state", G_CALLBACK(on_gathering), shared_);
    listen(webrtc, "notify::connection-state", G_CALLBACK(on_connection), shared_);
    GstBus* bus = gst_element_get_bus(pipeline);
    gst_bus_set_sync_handler(bus, hear, share_of(shared_), drop_share);
    gst_object_unref(bus);
}

WebrtcPeer::~WebrtcPeer() {
    shared_->with([](Hears& all) { all = {}; });
    shared_->webrtc = nullptr;
    if (auto* pipeline = std::exchange(shared_->pipeline, nullptr))
        shut_down(pipeline);
}

GstElement* WebrtcPeer::pipeline() const {
    return shared_->pipeline;
}

GstElement* WebrtcPeer::webrtc() const {
    return shared_->webrtc;
}

void WebrtcPeer::play() {
    if (shared_->pipeline)
        gst_element_set_state(shared_->pipeline, GST_STATE_PLAYING);
}

void WebrtcPeer::offer_when_known() {
    if (auto* webrtc = shared_->webrtc)
        listen(webrtc, "on-negotiation-needed", G_CALLBACK(on_known), shared_);
}

void WebrtcPeer::take_answer(const std::string& sdp) {
    auto* webrtc = shared_->webrtc;
    if (!webrtc)
        return;
    const auto theirs = make_description(SdpType::answer, sdp);
    if (!theirs)
        return shared_->fail("the media server's answer cannot be read");
    g_signal_emit_by_name(webrtc, "set-remote-description", theirs.get(),
                          promise(shared_, webrtc, on_remote_answer));
}

void WebrtcPeer::take_offer(const std::string& sdp) {
    auto* webrtc = shared_->webrtc;
    if (!webrtc)
        return;
    const auto theirs = make_description(SdpType::offer, sdp);
    if (!theirs)
        return shared_->fail("the media server's offer cannot be read");
    g_signal_emit_by_name(webrtc, "set-remote-description", theirs.get(),
                          promise(shared_, webrtc, on_remote_offer));
}

} // namespace chengyun::console
