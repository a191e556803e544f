#include "tests/hard_streams/hard_manners.h"

#include <array>
#include <utility>

namespace chengyun::test {

namespace {

using Change = void (*)(HardManner&, const HardClips&);

HardTrack track_of(const RtpClip& clip) {
    HardTrack out;
    out.clips = {clip};
    return out;
}

QByteArray twenty_payloads(QByteArray text) {
    QByteArray list, more;
    for (int payload = 100; payload < 119; ++payload) {
        const auto number = QByteArray::number(payload);
        list += ' ' + number;
        more += "a=rtpmap:" + number + " X-CAMERA-" + number + "/90000\r\n";
    }
    return text.replace("RTP/AVP 96", "RTP/AVP" + list + " 96")
        .replace("a=control:track0", more + "a=control:track0");
}

const std::array<std::pair<const char*, Change>, 14> all{{
    {"usual", [](HardManner&, const HardClips&) {}},
    {"stamps_jump_ahead",
     [](HardManner& manner, const HardClips&) {
         manner.jump = std::chrono::hours(24);
         manner.jump_every = 13;
     }},
    {"stamps_jump_back",
     [](HardManner& manner, const HardClips&) {
         manner.jump = std::chrono::hours(-24);
         manner.jump_every = 13;
     }},
    {"stamps_stand_still",
     [](HardManner& manner, const HardClips&) { manner.stamps_stand_still = true; }},
    {"other_clock", [](HardManner& manner, const HardClips&) { manner.other_clock = true; }},
    {"b_frames_beside_sound",
     [](HardManner& manner, const HardClips& clips) {
         manner.tracks = {track_of(clips.b_frames), track_of(clips.sound)};
     }},
    {"sound_first",
     [](HardManner& manner, const HardClips& clips) {
         manner.tracks.insert(manner.tracks.begin(), track_of(clips.sound));
     }},
    {"bad_connection_line",
     [](HardManner& manner, const HardClips&) {
         manner.description = [](QByteArray text) {
             return text.replace("c=IN IP4 0.0.0.0", "c=IN IP9 x/127/3/y");
         };
     }},
    {"no_format",
     [](HardManner& manner, const HardClips&) {
         manner.description = [](QByteArray text) { return text.replace("a=fmtp", "a=x-fmtp"); };
     }},
    {"metadata",
     [](HardManner& manner, const HardClips&) {
         manner.description = [](QByteArray text) {
             return text.replace("m=video", "m=application 0 RTP/AVP 107\r\na=rtpmap:107 "
                                            "vnd.onvif.metadata/90000\r\na=control:track9\r\n"
                                            "m=video");
         };
     }},
    {"twenty_payloads",
     [](HardManner& manner, const HardClips&) { manner.description = twenty_payloads; }},
    {"tcp_refused", [](HardManner& manner, const HardClips&) { manner.tcp = false; }},
    {"udp_refused", [](HardManner& manner, const HardClips&) { manner.udp = false; }},
    {"another_size",
     [](HardManner& manner, const HardClips& clips) { manner.tracks = {track_of(clips.larger)}; }},
}};

} // namespace

Result<HardClips> record_hard_clips() {
    const std::string line = "videotestsrc num-buffers=20 ! video/x-raw,framerate=10/1,";
    auto usual = record_h264("width=320,height=240");
    auto larger = record_h264("width=640,height=360");
    auto h265 = record_clip(line + "width=352,height=288 ! x265enc tune=zerolatency "
                                   "speed-preset=ultrafast key-int-max=10 ! rtph265pay "
                                   "config-interval=-1",
                            10);
    auto b_frames = record_clip(line + "width=320,height=240 ! x264enc bframes=3 b-adapt=false "
                                       "key-int-max=10 ! rtph264pay config-interval=-1",
                                10);
    auto sound = record_clip("audiotestsrc num-buffers=100 samplesperbuffer=160 ! "
                             "audio/x-raw,rate=8000 ! alawenc ! rtppcmapay",
                             0);
    for (const auto* one : {&usual, &larger, &h265, &b_frames, &sound})
        if (!*one)
            return one->error();
    return HardClips{*usual, *larger, *h265, *b_frames, *sound};
}

const QByteArrayList& hard_manner_names() {
    static const QByteArrayList names = [] {
        QByteArrayList out;
        for (const auto& [name, change] : all)
            out.append(name);
        return out;
    }();
    return names;
}

HardManner hard_manner(const QByteArray& name, const HardClips& clips) {
    HardManner manner;
    HardTrack pictures;
    pictures.clips = {clips.usual, clips.larger, clips.h265};
    manner.tracks = {pictures};
    for (const auto& [known, change] : all)
        if (name == known)
            change(manner, clips);
    return manner;
}

} // namespace chengyun::test
