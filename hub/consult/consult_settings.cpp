#include "hub/consult/consult_settings.h"

#include "hub/config/config.h"

#include <string_view>

namespace chengyun::hub {
namespace {

/// It becomes part of a header of the pages (Content-Security-Policy).
bool is_plain_address(std::string_view text) {
    return text.find_first_of(" \t\r\n;,'\"?#") == std::string_view::npos;
}

Result<> check_janus(const ConsultSettings& settings) {
    if (settings.janus.empty())
        return {};
    if (!settings.janus.starts_with("http://") && !settings.janus.starts_with("https://"))
        return fail(FailureKind::invalid_field, "consult.janus",
                    "consult.janus must be an address such as http://127.0.0.1:7088/admin");
    if (settings.janus_secret_file.empty())
        return fail(FailureKind::invalid_field, "consult.janus_secret_file",
                    "consult.janus_secret_file belongs to consult.janus");
    if ((!settings.media_url.starts_with("ws://") && !settings.media_url.starts_with("wss://")) ||
        !is_plain_address(settings.media_url))
        return fail(FailureKind::invalid_field, "consult.media_url",
                    "consult.media_url must be an address such as wss://media.example/janus");
    return {};
}

} // namespace

Section consult_settings() {
    return section_of<ConsultSettings>(
        "consult",
        {
            {"janus",
             "Admin API of the media server, Janus; none: rooms without sound and picture"},
            {"janus_secret_file", "file that holds its admin secret"},
            {"media_url", "WebSocket by which seats and phones reach it"},
            {"ticket_seconds", "how long somebody has for entering with a ticket", 5, 600},
        },
        check_janus);
}

} // namespace chengyun::hub
