// plain_wall RTSP-PREFIX COUNT SECONDS: receives PREFIX1 … PREFIXcount and decodes them with the
// settings of the console's player, in one process, to sinks that show nothing. Prints what that
// costs: {"cpu_s":…,"seconds":…,"pictures":…}.
#include "bench/wall/cpu_time.h"

#include <gst/gst.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

using namespace chengyun::bench;

namespace {

GstPadProbeReturn count(GstPad*, GstPadProbeInfo*, gpointer pictures) {
    ++*static_cast<std::atomic<int>*>(pictures);
    return GST_PAD_PROBE_OK;
}

GstElement* receiver(const std::string& address) {
    const std::string line = "rtspsrc location=" + address +
                             " protocols=tcp latency=200 tcp-timestamp=true ! rtph264depay "
                             "! h264parse ! avdec_h264 max-threads=1 output-corrupt=false "
                             "! fakesink name=sink sync=true";
    GError* error = nullptr;
    GstElement* pipeline = gst_parse_launch(line.c_str(), &error);
    if (error)
        std::fprintf(stderr, "plain_wall: %s\n", error->message);
    g_clear_error(&error);
    return pipeline;
}

} // namespace

int main(int argc, char** argv) {
    gst_init(&argc, &argv);
    if (argc != 4) {
        std::fprintf(stderr, "plain_wall RTSP-PREFIX COUNT SECONDS\n");
        return 2;
    }
    const int tiles = std::atoi(argv[2]);
    const int seconds = std::atoi(argv[3]);
    std::vector<std::atomic<int>> pictures(static_cast<std::size_t>(tiles));
    std::vector<GstElement*> pipelines;
    for (int tile = 0; tile < tiles; ++tile) {
        GstElement* pipeline = receiver(argv[1] + std::to_string(tile + 1));
        if (!pipeline)
            return 1;
        GstElement* sink = gst_bin_get_by_name(GST_BIN(pipeline), "sink");
        GstPad* pad = gst_element_get_static_pad(sink, "sink");
        gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, count,
                          &pictures[static_cast<std::size_t>(tile)], nullptr);
        gst_object_unref(pad);
        gst_object_unref(sink);
        gst_element_set_state(pipeline, GST_STATE_PLAYING);
        pipelines.push_back(pipeline);
    }
    const auto sum = [&] {
        int all = 0;
        for (const auto& one : pictures)
            all += one;
        return all;
    };
    const auto sleep = [](int milliseconds) {
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    };
    for (int tenths = 0;; ++tenths) {
        bool all = true;
        for (const auto& one : pictures)
            all = all && one > 0;
        if (all)
            break;
        if (tenths > patience_s * 10) {
            std::fprintf(stderr, "plain_wall: not all cameras show a picture\n");
            return 1;
        }
        sleep(100);
    }
    sleep(settle_s * 1000);
    const double cpu = cpu_seconds();
    const int shown = sum();
    const auto begin = std::chrono::steady_clock::now();
    sleep(seconds * 1000);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("{\"cpu_s\":%.3f,\"seconds\":%.3f,\"pictures\":%d}\n", cpu_seconds() - cpu,
                took.count(), sum() - shown);
    std::fflush(stdout);
    // The cameras' end is not what is measured.
    std::_Exit(0);
}
