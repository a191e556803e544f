// Hostile answers of RTSP servers into what reads them on the way to the player. The first byte
// says what the rest is: an address, a question who somebody is, a coded picture; and a
// description, which GStreamer's own parser gets, as rtspsrc gives it to it.
#include "core/resource/digest_sign_in.h"
#include "core/resource/display_orientation.h"
#include "core/resource/stream_address.h"

#include <gst/sdp/gstsdpmessage.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace chengyun;

namespace {

void expect(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

void address(std::string_view text) {
    const auto place = without_sign_in(text);
    const auto read = read_stream_address(text);
    if (!read)
        return;
    const auto again = read_stream_address(text_of(*read));
    expect(again.has_value(), "a whole address that cannot be read again");
    expect(again->place == read->place && again->sign_in == read->sign_in,
           "an address that becomes another one");
    expect(place == read->place, "a place that depends on how it is asked for");
    expect(is_same_server(read->place, as_rtsp(read->place)), "a server that is not itself");
}

void question(std::string_view header) {
    for (const auto& one : read_digest_questions(header)) {
        expect(!one.realm.empty() && !one.nonce.empty(), "a question that asks nothing");
        // The hash is not what is tried here.
        const auto answer = answer_digest(one, {.method = "DESCRIBE", .uri = "rtsp://h/"}, "u", "p",
                                          [](const std::string&) { return "0"; });
        expect(answer.find_first_of("\r\n") == std::string::npos, "an answer of several lines");
    }
}

void picture(PictureCodec codec, const unsigned char* data, std::size_t size) {
    const auto quarters = quarters_clockwise(codec, {data, size});
    expect(!quarters || (*quarters >= 0 && *quarters <= 3), "more than a whole turn");
}

void description(const unsigned char* data, std::size_t size) {
    static const bool ready = gst_init_check(nullptr, nullptr, nullptr);
    GstSDPMessage* message = nullptr;
    if (!ready || gst_sdp_message_new(&message) != GST_SDP_OK)
        return;
    if (gst_sdp_message_parse_buffer(data, static_cast<guint>(size), message) == GST_SDP_OK)
        for (guint i = 0; i < gst_sdp_message_medias_len(message); ++i) {
            const auto* media = gst_sdp_message_get_media(message, i);
            for (guint format = 0; format < gst_sdp_media_formats_len(media); ++format) {
                const int payload = std::atoi(gst_sdp_media_get_format(media, format));
                if (GstCaps* caps = gst_sdp_media_get_caps_from_media(media, payload)) {
                    gst_sdp_media_attributes_to_caps(media, caps);
                    gst_caps_unref(caps);
                }
            }
        }
    gst_sdp_message_free(message);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0]) {
    case 'a':
        address(text);
        break;
    case 'q':
        question(text);
        break;
    case '4':
        picture(PictureCodec::h264, data + 1, size - 1);
        break;
    case '5':
        picture(PictureCodec::h265, data + 1, size - 1);
        break;
    case 's':
        description(data + 1, size - 1);
        break;
    default:
        break;
    }
    return 0;
}
