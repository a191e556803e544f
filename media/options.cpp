#include "media/options.h"

#include <charconv>

namespace chengyun::media {

namespace {

template <class Number>
Result<Number> number(std::string_view option, std::string_view text, int low, int high) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < low || value > high)
        return fail(FailureKind::invalid_field, std::string(option),
                    "expected a whole number from " + std::to_string(low) + " to " +
                        std::to_string(high));
    return static_cast<Number>(value);
}

} // namespace

Result<Options> parse_options(std::span<const char* const> arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view option(arguments[i]);
        if (option == "--help" || option == "-h") {
            options.help = true;
            continue;
        }
        if (option == "--version") {
            options.version = true;
            continue;
        }
        if (option != "--demo" && option != "--listen" && option != "--cameras" &&
            option != "--max-sessions" && option != "--max-quiet" && option != "--quiet-seconds")
            return fail(FailureKind::unknown_field, std::string(option), "no such option");
        if (i + 1 == arguments.size())
            return fail(FailureKind::missing_field, std::string(option), "needs a value");
        const std::string_view value(arguments[++i]);
        if (option == "--demo") {
            options.is_demo = true;
            options.demo = value;
        } else if (option == "--listen") {
            const auto colon = value.rfind(':');
            if (colon == std::string_view::npos || colon == 0)
                return fail(FailureKind::invalid_field, "--listen", "expected ADDRESS:PORT");
            auto port = number<std::uint16_t>(option, value.substr(colon + 1), 0, 65535);
            if (!port)
                return port.error();
            options.address = value.substr(0, colon);
            options.port = *port;
        } else if (option == "--cameras") {
            auto cameras = number<int>(option, value, 1, 1000);
            if (!cameras)
                return cameras.error();
            options.cameras = *cameras;
        } else if (option == "--max-quiet") {
            auto connections = number<int>(option, value, 1, 100000);
            if (!connections)
                return connections.error();
            options.limits.max_quiet = *connections;
        } else if (option == "--quiet-seconds") {
            auto seconds = number<int>(option, value, 1, 3600);
            if (!seconds)
                return seconds.error();
            options.limits.quiet_seconds = *seconds;
        } else {
            auto sessions = number<int>(option, value, 1, 100000);
            if (!sessions)
                return sessions.error();
            options.limits.max_sessions = *sessions;
        }
    }
    if (!options.help && !options.version && !options.is_demo)
        return fail(FailureKind::missing_field, "--demo", "name the folder of demonstration clips");
    return options;
}

std::string_view usage() {
    return R"(chengyun-media --demo DIR [options]

Serves the clips in DIR (H.264 or H.265 in MP4, MOV or MKV) as looping RTSP cameras
rtsp://ADDRESS:PORT/demo/1 … /demo/N. When DIR holds no clip the cameras are synthetic.

  --demo DIR             folder of clips; may be empty
  --listen ADDRESS:PORT  where to listen                     (127.0.0.1:8554)
  --cameras N            number of cameras                   (60)
  --max-sessions N       RTSP sessions at once               (512)
  --max-quiet N          connections without a session       (64)
  --quiet-seconds N      how long one may be without         (30)
  --help                 this text
  --version              version, commit and GStreamer

Prints "listening on rtsp://ADDRESS:PORT" when ready. SIGINT and SIGTERM end it.
)";
}

} // namespace chengyun::media
