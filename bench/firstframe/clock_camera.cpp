// clock_camera: cameras on loopback whose pictures bear the time at which they were taken, 25 a
// second of 768×576, two seconds from key picture to key picture. /asked gives each viewer a key
// picture when he comes, as most cameras do; /unasked lets him wait for the next one. Prints its
// port.
#include "bench/firstframe/picture_clock.h"

#include <gst/rtsp-server/rtsp-server.h>
#include <gst/video/video.h>

#include <cstdio>

using namespace chengyun::bench;

namespace {

GstPadProbeReturn stamp(GstPad*, GstPadProbeInfo* info, gpointer) {
    auto* buffer = gst_buffer_make_writable(GST_PAD_PROBE_INFO_BUFFER(info));
    GST_PAD_PROBE_INFO_DATA(info) = buffer;
    GstMapInfo map;
    if (gst_buffer_map(buffer, &map, GST_MAP_WRITE)) {
        write_clock(map.data, 768, clock_now());
        gst_buffer_unmap(buffer, &map);
    }
    return GST_PAD_PROBE_OK;
}

GstElement* asked_coder = nullptr; ///< of the camera that makes key pictures when it is asked

void configure(GstRTSPMediaFactory*, GstRTSPMedia* media, gpointer asked) {
    GstElement* bin = gst_rtsp_media_get_element(media);
    GstElement* lens = gst_bin_get_by_name(GST_BIN(bin), "lens");
    GstPad* pad = gst_element_get_static_pad(lens, "src");
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, stamp, nullptr, nullptr);
    gst_object_unref(pad);
    gst_object_unref(lens);
    if (GPOINTER_TO_INT(asked)) {
        g_clear_object(&asked_coder);
        asked_coder = gst_bin_get_by_name(GST_BIN(bin), "coder");
    }
    gst_object_unref(bin);
}

/// Somebody has begun to watch.
void ask_for_key(GstRTSPClient*, GstRTSPContext* context, gpointer) {
    if (!asked_coder || !g_str_has_suffix(context->uri->abspath, "/asked"))
        return;
    GstPad* pad = gst_element_get_static_pad(asked_coder, "src");
    gst_pad_send_event(pad,
                       gst_video_event_new_upstream_force_key_unit(GST_CLOCK_TIME_NONE, TRUE, 0));
    gst_object_unref(pad);
}

void meet(GstRTSPServer*, GstRTSPClient* client, gpointer) {
    g_signal_connect(client, "play-request", G_CALLBACK(ask_for_key), nullptr);
}

} // namespace

int main(int argc, char** argv) {
    gst_init(&argc, &argv);
    GstRTSPServer* server = gst_rtsp_server_new();
    gst_rtsp_server_set_address(server, "127.0.0.1");
    gst_rtsp_server_set_service(server, "0");
    GstRTSPMountPoints* points = gst_rtsp_server_get_mount_points(server);
    for (const bool asked : {true, false}) {
        GstRTSPMediaFactory* factory = gst_rtsp_media_factory_new();
        gst_rtsp_media_factory_set_launch(
            factory,
            "( videotestsrc is-live=true pattern=ball ! "
            "video/x-raw,format=I420,width=768,height=576,framerate=25/1 ! identity name=lens ! "
            "x264enc name=coder tune=zerolatency speed-preset=ultrafast bitrate=2000 "
            "key-int-max=50 ! "
            "rtph264pay name=pay0 pt=96 config-interval=-1 )");
        // One coder for all, as in a camera: it goes on while viewers come and go.
        gst_rtsp_media_factory_set_shared(factory, TRUE);
        gst_rtsp_media_factory_set_latency(factory, 0);
        g_signal_connect(factory, "media-configure", G_CALLBACK(configure), GINT_TO_POINTER(asked));
        gst_rtsp_mount_points_add_factory(points, asked ? "/asked" : "/unasked", factory);
    }
    g_object_unref(points);
    g_signal_connect(server, "client-connected", G_CALLBACK(meet), nullptr);
    if (gst_rtsp_server_attach(server, nullptr) == 0)
        return 1;
    std::printf("%d\n", gst_rtsp_server_get_bound_port(server));
    std::fflush(stdout);
    g_main_loop_run(g_main_loop_new(nullptr, FALSE));
}
