// clock_camera serve: cameras /1 and /2 of 768×576 at 25 pictures a second, two seconds from key
// picture to key picture, with the time in each picture; prints "listening on PORT".
// clock_camera watch ADDRESS TIMES SECONDS: opens it so often for so long with GStreamer alone and
// prints {"first_ms":[…],"glass_ms":[…]}: from the opening to the first picture, and from the time
// in each later picture to its being handed over for display.
#include "bench/firstframe/picture_clock.h"

#include <gst/rtsp-server/rtsp-server.h>
#include <gst/video/video.h>

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using namespace chengyun::bench;

namespace {

GstPadProbeReturn paint(GstPad* pad, GstPadProbeInfo* info, gpointer) {
    auto* picture = gst_buffer_make_writable(GST_PAD_PROBE_INFO_BUFFER(info));
    GST_PAD_PROBE_INFO_DATA(info) = picture;
    GstCaps* caps = gst_pad_get_current_caps(pad);
    GstVideoInfo format;
    GstVideoFrame frame;
    if (caps && gst_video_info_from_caps(&format, caps) &&
        gst_video_frame_map(&frame, &format, picture, GST_MAP_WRITE)) {
        paint_clock(static_cast<std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame, 0)),
                    GST_VIDEO_FRAME_PLANE_STRIDE(&frame, 0), now_ms());
        gst_video_frame_unmap(&frame);
    }
    if (caps)
        gst_caps_unref(caps);
    return GST_PAD_PROBE_OK;
}

void configure(GstRTSPMediaFactory*, GstRTSPMedia* media, gpointer) {
    GstElement* bin = gst_rtsp_media_get_element(media);
    GstElement* clock = gst_bin_get_by_name(GST_BIN(bin), "clock");
    GstPad* pad = gst_element_get_static_pad(clock, "src");
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, paint, nullptr, nullptr);
    gst_object_unref(pad);
    gst_object_unref(clock);
    gst_object_unref(bin);
}

int serve() {
    GstRTSPServer* server = gst_rtsp_server_new();
    gst_rtsp_server_set_address(server, "127.0.0.1");
    gst_rtsp_server_set_service(server, "0");
    GstRTSPMountPoints* points = gst_rtsp_server_get_mount_points(server);
    for (const auto* path : {"/1", "/2"}) {
        GstRTSPMediaFactory* factory = gst_rtsp_media_factory_new();
        gst_rtsp_media_factory_set_launch(
            factory,
            "( videotestsrc is-live=true pattern=ball"
            " ! video/x-raw,format=I420,width=768,height=576,framerate=25/1 ! identity name=clock"
            " ! x264enc tune=zerolatency speed-preset=ultrafast bitrate=1500 key-int-max=50"
            " ! h264parse ! rtph264pay name=pay0 config-interval=-1 )");
        // As the media gateway does it: who comes in the middle gets a key picture.
        gst_rtsp_media_factory_set_shared(factory, TRUE);
        gst_rtsp_media_factory_set_ensure_keyunit_on_start(factory, TRUE);
        gst_rtsp_media_factory_set_latency(factory, 0);
        g_signal_connect(factory, "media-configure", G_CALLBACK(configure), nullptr);
        gst_rtsp_mount_points_add_factory(points, path, factory);
    }
    g_object_unref(points);
    if (gst_rtsp_server_attach(server, nullptr) == 0)
        return 1;
    std::printf("listening on %d\n", gst_rtsp_server_get_bound_port(server));
    std::fflush(stdout);
    g_main_loop_run(g_main_loop_new(nullptr, FALSE));
    return 0;
}

struct Watch {
    std::mutex mutex;
    std::int64_t opened = 0;
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> glass;
    bool begins = true;
};

void show(GstElement*, GstBuffer* picture, GstPad* pad, gpointer user) {
    auto& watch = *static_cast<Watch*>(user);
    const auto now = now_ms();
    GstCaps* caps = gst_pad_get_current_caps(pad);
    GstVideoInfo format;
    GstVideoFrame frame;
    if (caps && gst_video_info_from_caps(&format, caps) &&
        gst_video_frame_map(&frame, &format, picture, GST_MAP_READ)) {
        const auto time =
            read_clock(static_cast<const std::uint8_t*>(GST_VIDEO_FRAME_PLANE_DATA(&frame, 0)),
                       GST_VIDEO_FRAME_PLANE_STRIDE(&frame, 0));
        gst_video_frame_unmap(&frame);
        const std::scoped_lock lock(watch.mutex);
        if (watch.begins)
            watch.first.push_back(now - watch.opened);
        else if (time)
            watch.glass.push_back(now - *time);
        watch.begins = false;
    }
    if (caps)
        gst_caps_unref(caps);
}

void print(const char* name, const std::vector<std::int64_t>& numbers) {
    std::printf("\"%s\":[", name);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        std::printf("%s%lld", i ? "," : "", static_cast<long long>(numbers[i]));
    std::printf("]");
}

int watch(const std::string& address, int times, int seconds) {
    Watch watch;
    const std::string line = "rtspsrc location=" + address +
                             " protocols=tcp latency=200 tcp-timestamp=true ! rtph264depay "
                             "! h264parse ! avdec_h264 max-threads=1 output-corrupt=false "
                             "! fakesink name=sink sync=true signal-handoffs=true";
    for (int time = 0; time < times; ++time) {
        const auto opened = now_ms();
        {
            const std::scoped_lock lock(watch.mutex);
            watch.begins = true;
            watch.opened = opened;
        }
        GstElement* pipeline = gst_parse_launch(line.c_str(), nullptr);
        if (!pipeline)
            return 1;
        GstElement* sink = gst_bin_get_by_name(GST_BIN(pipeline), "sink");
        g_signal_connect(sink, "handoff", G_CALLBACK(show), &watch);
        gst_object_unref(sink);
        gst_element_set_state(pipeline, GST_STATE_PLAYING);
        // Not in step with the key pictures.
        std::this_thread::sleep_for(std::chrono::milliseconds(seconds * 1000 + 70 * (time % 29)));
        gst_element_set_state(pipeline, GST_STATE_NULL);
        gst_object_unref(pipeline);
    }
    std::printf("{");
    print("first_ms", watch.first);
    std::printf(",");
    print("glass_ms", watch.glass);
    std::printf("}\n");
    return watch.first.size() == static_cast<std::size_t>(times) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    gst_init(&argc, &argv);
    const std::string role = argc > 1 ? argv[1] : "";
    if (role == "serve" && argc == 2)
        return serve();
    if (role == "watch" && argc == 5)
        return watch(argv[2], std::atoi(argv[3]), std::atoi(argv[4]));
    std::fprintf(stderr, "clock_camera serve | watch ADDRESS TIMES SECONDS\n");
    return 2;
}
