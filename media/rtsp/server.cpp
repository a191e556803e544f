#include "media/rtsp/server.h"

#include "media/rtsp/clip_source.h"

#include <gst/rtsp-server/rtsp-server.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace chengyun::media {

struct RtspServer::Impl {
    std::unique_ptr<GstRTSPServer, GUnref> server;
    RtspLimits limits;
    guint source = 0;
    guint cleaner = 0;
};

namespace {

/// A synthetic camera: a moving ball on a ground of its own shade, its number and the time, encoded
/// on the fly.
std::string synthetic_pipeline(int number) {
    constexpr std::array grounds{"0xff16324a", "0xff2b2a4c", "0xff1d3b34",
                                 "0xff40303a", "0xff30363f", "0xff22404f"};
    const auto* ground = grounds[static_cast<std::size_t>(number) % grounds.size()];
    return std::string("( videotestsrc is-live=true pattern=ball motion=sweep background-color=") +
           ground + " foreground-color=0xffb9d3e6" +
           " ! video/x-raw,width=640,height=360,framerate=15/1"
           " ! textoverlay text=\"DEMO " +
           std::to_string(number) +
           "\" valignment=top halignment=left font-desc=\"Sans Bold 18\""
           " ! clockoverlay time-format=\"%F %T\" valignment=bottom halignment=right"
           " ! x264enc tune=zerolatency speed-preset=ultrafast bitrate=600 key-int-max=30"
           " ! h264parse ! rtph264pay name=pay0 pt=96 config-interval=-1 )";
}

std::string clip_pipeline(const Clip& clip) {
    return clip.is_h265() ? "( appsrc name=clip ! h265parse ! rtph265pay name=pay0 pt=96 "
                            "config-interval=-1 )"
                          : "( appsrc name=clip ! h264parse ! rtph264pay name=pay0 pt=96 "
                            "config-interval=-1 )";
}

/// What a camera shows goes on while nobody looks: how far into the clip the clock is, 0 … 1.
double clock_share(const Clip& clip) {
    const auto length = static_cast<gint64>(clip.duration()) / GST_USECOND;
    return length > 0
               ? static_cast<double>(g_get_real_time() % length) / static_cast<double>(length)
               : 0;
}

void configure(GstRTSPMediaFactory*, GstRTSPMedia* media, gpointer user) {
    const auto& camera = *static_cast<DemoCamera*>(user);
    const ElementPtr bin(gst_rtsp_media_get_element(media));
    const ElementPtr source(gst_bin_get_by_name(GST_BIN(bin.get()), "clip"));
    if (source)
        feed_clip(source.get(), camera.clip, camera.start + clock_share(*camera.clip));
}

void mount(GstRTSPMountPoints* points, const DemoCamera& camera) {
    GstRTSPMediaFactory* factory = gst_rtsp_media_factory_new();
    const auto launch =
        camera.clip ? clip_pipeline(*camera.clip) : synthetic_pipeline(camera.number);
    gst_rtsp_media_factory_set_launch(factory, launch.c_str());
    // A late viewer gets its first picture at once rather than with the next key picture: an
    // encoder makes one for it; a clip cannot, but costs so little that each viewer has it for
    // itself.
    gst_rtsp_media_factory_set_shared(factory, !camera.clip);
    gst_rtsp_media_factory_set_ensure_keyunit_on_start(factory, !camera.clip);
    gst_rtsp_media_factory_set_latency(factory, 100);
    g_signal_connect_data(
        factory, "media-configure", G_CALLBACK(configure), new DemoCamera(camera),
        [](gpointer user, GClosure*) { delete static_cast<DemoCamera*>(user); }, GConnectFlags(0));
    gst_rtsp_mount_points_add_factory(points, camera.path.c_str(), factory);
}

using Moment = std::chrono::steady_clock::time_point;
using ClientPtr = std::unique_ptr<GstRTSPClient, GUnref>;

struct Quiet {
    ClientPtr client;
    Moment since;
};

std::vector<ClientPtr> clients_of(GstRTSPServer* server) {
    std::vector<ClientPtr> out;
    GList* all = gst_rtsp_server_client_filter(server, nullptr, nullptr);
    for (GList* one = all; one; one = one->next)
        out.emplace_back(GST_RTSP_CLIENT(one->data));
    g_list_free(all);
    return out;
}

/// Since when the connection has been seen without a session; none when it has one. Noted at the
/// connection itself, which may be gone and its address another's by the next time.
std::optional<Moment> quiet_since(GstRTSPClient* client, Moment now) {
    constexpr const char* mark = "chengyun-quiet-since";
    GList* sessions = gst_rtsp_client_session_filter(client, nullptr, nullptr);
    const bool has_session = sessions != nullptr;
    g_list_free_full(sessions, g_object_unref);
    if (has_session) {
        g_object_set_data(G_OBJECT(client), mark, nullptr);
        return {};
    }
    if (const auto* since = static_cast<Moment*>(g_object_get_data(G_OBJECT(client), mark)))
        return *since;
    g_object_set_data_full(G_OBJECT(client), mark, new Moment(now),
                           [](gpointer since) { delete static_cast<Moment*>(since); });
    return now;
}

} // namespace

Result<std::unique_ptr<RtspServer>> RtspServer::start(const std::string& address,
                                                      std::uint16_t port, const RtspLimits& limits,
                                                      std::span<const DemoCamera> cameras) {
    auto impl = std::make_unique<Impl>();
    impl->server.reset(gst_rtsp_server_new());
    impl->limits = limits;
    // One thread, the default, would let a camera that starts slowly hold up everybody else's.
    GstRTSPThreadPool* threads = gst_rtsp_server_get_thread_pool(impl->server.get());
    gst_rtsp_thread_pool_set_max_threads(threads, 4);
    g_object_unref(threads);
    auto* server = impl->server.get();
    gst_rtsp_server_set_address(server, address.c_str());
    gst_rtsp_server_set_service(server, std::to_string(port).c_str());

    GstRTSPMountPoints* points = gst_rtsp_server_get_mount_points(server);
    for (const auto& camera : cameras)
        mount(points, camera);
    g_object_unref(points);

    GstRTSPSessionPool* pool = gst_rtsp_server_get_session_pool(server);
    gst_rtsp_session_pool_set_max_sessions(pool, static_cast<guint>(limits.max_sessions));
    g_object_unref(pool);

    impl->source = gst_rtsp_server_attach(server, nullptr);
    if (impl->source == 0)
        return fail(FailureKind::unavailable, "--listen",
                    "cannot listen on " + address + ":" + std::to_string(port));
    std::unique_ptr<RtspServer> out(new RtspServer(std::move(impl)));
    out->impl_->cleaner = g_timeout_add_seconds(
        1,
        [](gpointer user) -> gboolean {
            static_cast<RtspServer*>(user)->tend(std::chrono::steady_clock::now());
            return G_SOURCE_CONTINUE;
        },
        out.get());
    return out;
}

std::size_t RtspServer::connections() const {
    return clients_of(impl_->server.get()).size();
}

void RtspServer::tend(std::chrono::steady_clock::time_point now) {
    auto* server = impl_->server.get();
    GstRTSPSessionPool* sessions = gst_rtsp_server_get_session_pool(server);
    gst_rtsp_session_pool_cleanup(sessions);
    g_object_unref(sessions);

    std::vector<Quiet> quiet;
    for (auto& client : clients_of(server))
        if (const auto since = quiet_since(client.get(), now))
            quiet.push_back({std::move(client), *since});
    std::ranges::stable_sort(quiet, {}, &Quiet::since);
    const auto too_many = std::ssize(quiet) - impl_->limits.max_quiet;
    const std::chrono::seconds patience(impl_->limits.quiet_seconds);
    for (std::ptrdiff_t i = 0; i < std::ssize(quiet); ++i) {
        const auto& one = quiet[static_cast<std::size_t>(i)];
        if (i < too_many || now - one.since >= patience)
            gst_rtsp_client_close(one.client.get());
    }
}

RtspServer::RtspServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

RtspServer::~RtspServer() {
    g_source_remove(impl_->cleaner);
    g_source_remove(impl_->source);
    gst_rtsp_server_client_filter(
        impl_->server.get(),
        [](GstRTSPServer*, GstRTSPClient*, gpointer) { return GST_RTSP_FILTER_REMOVE; }, nullptr);
}

std::uint16_t RtspServer::port() const {
    return static_cast<std::uint16_t>(gst_rtsp_server_get_bound_port(impl_->server.get()));
}

} // namespace chengyun::media
