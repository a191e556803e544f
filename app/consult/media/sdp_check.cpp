#include "app/consult/media/sdp_check.h"

#include "app/consult/media/janus_message.h"

#include <algorithm>
#include <array>

namespace chengyun::console {

namespace {

constexpr std::array taken_sound{std::string_view("opus")};
constexpr std::array taken_pictures{std::string_view("h264"), std::string_view("vp8")};

bool cut_front(std::string_view& text, std::string_view front) {
    if (!text.starts_with(front))
        return false;
    text.remove_prefix(front.size());
    return true;
}

std::string_view word(std::string_view& text, char end = ' ') {
    const auto at = std::min(text.find(end), text.size());
    const auto out = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return out;
}

bool is_number(std::string_view text, std::size_t most_digits) {
    return !text.empty() && text.size() <= most_digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

bool is_printable(std::string_view line) {
    return std::ranges::all_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x20; });
}

Failure malformed(const char* what) {
    return fail(FailureKind::malformed, {}, std::string("no session description: ") + what);
}
Failure refused(const std::string& what) {
    return fail(FailureKind::invalid_field, "sdp", what);
}

/// "audio 9 UDP/TLS/RTP/SAVPF 111"
Result<SdpMedia> media_line(std::string_view rest) {
    SdpMedia out;
    const auto type = word(rest);
    const auto port = word(rest);
    const auto way = word(rest);
    if (!is_number(port, 5))
        return malformed("a medium's port");
    out.is_off = port == "0";
    if (type != "audio" && type != "video")
        return refused("the media server offers something that is neither sound nor picture");
    if (way != "UDP/TLS/RTP/SAVPF" && way != "TCP/TLS/RTP/SAVPF" && way != "RTP/SAVPF")
        return refused("the media server offers media that are not encrypted");
    out.is_video = type == "video";
    return out;
}

/// "111 opus/48000/2"
bool read_format(std::string_view rest, SdpMedia& media) {
    if (!is_number(word(rest), 3))
        return false;
    const auto name = word(rest, '/');
    const auto rate = word(rest, '/');
    if (name.empty() || name.size() > 40 || !is_number(rate, 6))
        return false;
    media.codecs.push_back(lower(name));
    return true;
}

Result<> check_formats(const SdpMedia& media) {
    if (media.is_off)
        return {};
    const auto is_taken = [&media](const std::string& codec) {
        return media.is_video ? std::ranges::find(taken_pictures, codec) != taken_pictures.end()
                              : std::ranges::find(taken_sound, codec) != taken_sound.end();
    };
    if (std::ranges::any_of(media.codecs, is_taken))
        return {};
    return refused(std::string("no common format of ") + (media.is_video ? "pictures" : "sound") +
                   (media.codecs.empty() ? std::string() : ": " + media.codecs.front()));
}

} // namespace

Result<std::vector<SdpMedia>> check_sdp(std::string_view text) {
    if (text.size() > longest_sdp)
        return fail(FailureKind::too_large, {}, "the session description is too long");
    if (!text.starts_with("v=0"))
        return malformed("its beginning");
    std::vector<SdpMedia> out;
    std::size_t lines = 0, candidates = 0;
    while (!text.empty()) {
        auto line = word(text, '\n');
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            continue;
        if (++lines > most_sdp_lines || line.size() > longest_sdp_line)
            return fail(FailureKind::too_large, {}, "the session description has too much in it");
        if (line.size() < 2 || line[1] != '=' || !is_printable(line))
            return malformed("a line");
        if (cut_front(line, "m=")) {
            auto media = media_line(line);
            if (!media)
                return media.error();
            if (out.size() == most_media_lines)
                return fail(FailureKind::too_large, {}, "too many media");
            out.push_back(std::move(*media));
            candidates = 0;
        } else if (out.empty()) {
            continue; // of all media: nothing that matters here
        } else if (cut_front(line, "a=rtpmap:")) {
            if (out.back().codecs.size() == 100 || !read_format(line, out.back()))
                return malformed("a format");
        } else if (cut_front(line, "a=mid:")) {
            if (line.empty() || line.size() > 64)
                return malformed("a medium's id");
            out.back().mid = line;
        } else if (line.starts_with("a=candidate:")) {
            if (++candidates > most_candidates)
                return fail(FailureKind::too_large, {}, "too many addresses");
        } else if (line == "a=inactive") {
            out.back().is_off = true;
        }
    }
    if (out.empty())
        return malformed("no media");
    for (const auto& media : out)
        if (auto ok = check_formats(media); !ok)
            return ok.error();
    return out;
}

} // namespace chengyun::console
