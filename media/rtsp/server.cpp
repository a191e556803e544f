#include "media/rtsp/server.h"

#include "media/rtsp/clip_source.h"

#include <gst/rtsp-server/rtsp-server.h>

#include <array>

namespace chengyun::media {

struct RtspServer::Impl {
    std::unique_ptr<GstRTSPServer, GUnref> server;
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
