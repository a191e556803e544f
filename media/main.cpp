// chengyun-media: wires options, cameras and server to a main loop.
#include "media/demo/cameras.h"
#include "media/options.h"
#include "media/rtsp/server.h"

#include "core/json/codec.h"
#include "core/product/version.h"

#include <glib-unix.h>

#include <cstdio>

using namespace chengyun;

namespace {

int refuse(const Failure& failure) {
    std::fprintf(stderr, "chengyun-media: %s: %s (%s)\n", failure.field.c_str(),
                 failure.detail.c_str(), std::string(json::name_of(failure.kind)).c_str());
    return 2;
}

gboolean quit(gpointer loop) {
    g_main_loop_quit(static_cast<GMainLoop*>(loop));
    return G_SOURCE_CONTINUE;
}

} // namespace

int main(int argc, char** argv) {
    const auto options =
        media::parse_options({argv + 1, static_cast<std::size_t>(argc > 0 ? argc - 1 : 0)});
    if (!options)
        return refuse(options.error());
    if (options->help) {
        std::fputs(media::usage().data(), stdout);
        return 0;
    }
    if (options->version) {
        guint major = 0, minor = 0, micro = 0, nano = 0;
        gst_version(&major, &minor, &micro, &nano);
        const auto gstreamer =
            std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(micro);
        std::fputs(version_text("chengyun-media", {{"GStreamer", gstreamer}}).c_str(), stdout);
        return 0;
    }
    gst_init(nullptr, nullptr);
    const auto demo = media::make_demo_cameras(options->demo, options->cameras);
    if (!demo)
        return refuse(demo.error());
    for (const auto& failure : demo->refused)
        std::fprintf(stderr, "chengyun-media: left out %s: %s\n", failure.field.c_str(),
                     failure.detail.c_str());
    auto server =
        media::RtspServer::start(options->address, options->port, options->limits, demo->cameras);
    if (!server)
        return refuse(server.error());

    GMainLoop* loop = g_main_loop_new(nullptr, FALSE);
    g_unix_signal_add(SIGINT, quit, loop);
    g_unix_signal_add(SIGTERM, quit, loop);
    std::printf("listening on rtsp://%s:%u (%zu cameras%s)\n", options->address.c_str(),
                (*server)->port(), demo->cameras.size(),
                demo->cameras.front().clip ? "" : ", synthetic");
    std::fflush(stdout);
    g_main_loop_run(loop);
    server->reset();
    g_main_loop_unref(loop);
    return 0;
}
