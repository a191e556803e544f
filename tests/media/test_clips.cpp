#include "tests/media/test_clips.h"

#include "media/glib.h"

namespace chengyun::media {

bool write_clip(const std::filesystem::path& file, ClipCodec codec, int frames) {
    gst_init(nullptr, nullptr);
    const std::string encoder = codec == ClipCodec::h264
                                    ? "x264enc key-int-max=10 bframes=2 ! h264parse"
                                    : "x265enc key-int-max=10 ! h265parse";
    const std::string line = "videotestsrc num-buffers=" + std::to_string(frames) +
                             " ! video/x-raw,width=160,height=120,framerate=25/1,format=I420 ! " +
                             encoder + " ! mp4mux ! filesink location=\"" + file.string() + "\"";
    GError* error = nullptr;
    const ElementPtr pipeline(gst_parse_launch(line.c_str(), &error));
    const ErrorPtr owner(error);
    if (error || !pipeline)
        return false;
    gst_element_set_state(pipeline.get(), GST_STATE_PLAYING);
    const BusPtr bus(gst_element_get_bus(pipeline.get()));
    const MessagePtr message(gst_bus_timed_pop_filtered(
        bus.get(), 30 * GST_SECOND, GstMessageType(GST_MESSAGE_ERROR | GST_MESSAGE_EOS)));
    gst_element_set_state(pipeline.get(), GST_STATE_NULL);
    return message && GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_EOS;
}

} // namespace chengyun::media
