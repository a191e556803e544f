#include "launch_camera.h"

#include <gst/rtsp-server/rtsp-server.h>

#include <atomic>
#include <mutex>
#include <thread>

struct LaunchCamera::Impl {
    GMainContext* context = nullptr;
    GMainLoop* loop = nullptr;
    GstRTSPServer* server = nullptr;
    std::mutex mutex;
    GstElement* media = nullptr; ///< the last one that was made
    std::atomic<int> viewers{0};
    std::thread thread;
};

LaunchCamera::LaunchCamera(const std::string& line) : impl_(std::make_unique<Impl>()) {
    gst_init(nullptr, nullptr);
    impl_->context = g_main_context_new();
    impl_->loop = g_main_loop_new(impl_->context, FALSE);
    impl_->server = gst_rtsp_server_new();
    gst_rtsp_server_set_address(impl_->server, "127.0.0.1");
    gst_rtsp_server_set_service(impl_->server, "0");
    GstRTSPMediaFactory* factory = gst_rtsp_media_factory_new();
    gst_rtsp_media_factory_set_launch(factory, ("( " + line + " )").c_str());
    gst_rtsp_media_factory_set_shared(factory, FALSE);
    g_signal_connect(factory, "media-configure",
                     G_CALLBACK(+[](GstRTSPMediaFactory*, GstRTSPMedia* media, gpointer user) {
                         auto& impl = *static_cast<Impl*>(user);
                         const std::scoped_lock lock(impl.mutex);
                         g_clear_object(&impl.media);
                         impl.media = gst_rtsp_media_get_element(media);
                         ++impl.viewers;
                     }),
                     impl_.get());
    GstRTSPMountPoints* points = gst_rtsp_server_get_mount_points(impl_->server);
    gst_rtsp_mount_points_add_factory(points, "/camera", factory);
    g_object_unref(points);
    gst_rtsp_server_attach(impl_->server, impl_->context);
    impl_->thread = std::thread([impl = impl_.get()] {
        g_main_context_push_thread_default(impl->context);
        g_main_loop_run(impl->loop);
        g_main_context_pop_thread_default(impl->context);
    });
}

LaunchCamera::~LaunchCamera() {
    gst_rtsp_server_client_filter(
        impl_->server,
        [](GstRTSPServer*, GstRTSPClient*, gpointer) { return GST_RTSP_FILTER_REMOVE; }, nullptr);
    g_main_loop_quit(impl_->loop);
    impl_->thread.join();
    g_clear_object(&impl_->media);
    g_object_unref(impl_->server);
    g_main_loop_unref(impl_->loop);
    g_main_context_unref(impl_->context);
}

QString LaunchCamera::address() const {
    const int port = gst_rtsp_server_get_bound_port(impl_->server);
    return port > 0 ? QStringLiteral("rtsp://127.0.0.1:%1/camera").arg(port) : QString();
}

void LaunchCamera::setCaps(const char* name, const char* caps) {
    const std::scoped_lock lock(impl_->mutex);
    GstElement* filter = impl_->media ? gst_bin_get_by_name(GST_BIN(impl_->media), name) : nullptr;
    if (!filter)
        return;
    GstCaps* read = gst_caps_from_string(caps);
    g_object_set(filter, "caps", read, nullptr);
    gst_caps_unref(read);
    gst_object_unref(filter);
}

int LaunchCamera::viewers() const {
    return impl_->viewers;
}
