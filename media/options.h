// What the command line asks for.
#pragma once

#include "core/result.h"
#include "media/rtsp/server.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace chengyun::media {

struct Options {
    std::string demo; ///< folder of clips; empty or without clips: synthetic pictures
    bool is_demo = false;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8554; ///< 0 takes a free one
    int cameras = 60;          ///< how many demonstration cameras, 1 … 1,000
    RtspLimits limits;
    bool help = false;
    bool version = false;
};

/// Arguments without the program's name. Fails with invalid_field naming the option.
[[nodiscard]] Result<Options> parse_options(std::span<const char* const> arguments);

[[nodiscard]] std::string_view usage();

} // namespace chengyun::media
