// Hostile words of a media server: nothing but refusals, and what is taken is within its bounds.
// The input is one message, and one session description.
#include "app/consult/media/janus_message.h"
#include "app/consult/media/sdp_check.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace chengyun::console;

namespace {

void expect(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

void look_at(const RoomEvent& room) {
    expect(room.publishers.size() <= most_publishers, "a crowd is taken");
    expect(room.streams.size() <= most_streams, "too many places are taken");
    for (const auto& stream : room.streams)
        expect(stream.mline < most_streams, "a line far away is taken");
    for (const auto& publisher : room.publishers) {
        expect(!publisher.feed.empty(), "somebody without a name is taken");
        expect(publisher.feed.size() <= longest_janus_text, "a long name is taken");
        expect(publisher.streams.size() <= most_streams, "too many streams are taken");
    }
}

void look_at_sdp(std::string_view text) {
    const auto media = check_sdp(text);
    if (!media)
        return;
    expect(!media->empty() && media->size() <= most_media_lines,
           "a wrong number of media is taken");
    for (const auto& one : *media)
        expect(one.is_off || !one.codecs.empty(), "a medium without a format is taken");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    look_at_sdp(text);
    if (const auto message = read_janus_message(text)) {
        if (message->room)
            look_at(*message->room);
        if (message->sdp)
            look_at_sdp(*message->sdp);
    }
    return 0;
}
