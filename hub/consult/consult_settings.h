// Where the media server of consultations is.
#pragma once

#include "hub/config/settings.h"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>

namespace chengyun::hub {

struct ConsultSettings {
    std::string janus;             ///< its Admin API; empty: there is none
    std::string janus_secret_file; ///< holds the admin secret
    std::string media_url;         ///< what seats connect to
    std::int64_t ticket_seconds = 30;
};
BOOST_DESCRIBE_STRUCT(ConsultSettings, (), (janus, janus_secret_file, media_url, ticket_seconds))

[[nodiscard]] Section consult_settings();

} // namespace chengyun::hub
