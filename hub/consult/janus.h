// The media server as the hub speaks to it: requests of its Admin API.
#pragma once

#include "core/result.h"

#include <boost/json/object.hpp>

namespace chengyun::hub {

/// Waits for the answer, so only on a thread of one's own. Failures: `unavailable` where it does
/// not answer in time, `forbidden` where it does not take the secret, `malformed` where the answer
/// is none; with its own words, which hold no secret.
class Janus {
public:
    virtual ~Janus() = default;

    /// {"janus": "list_tokens", …} → the answer, whose "janus" is "success".
    [[nodiscard]] virtual Result<boost::json::object> admin(boost::json::object request) = 0;
    /// {"request": "list", …} of the VideoRoom → its response. A refusal is one, too: it has an
    /// "error_code".
    [[nodiscard]] virtual Result<boost::json::object> room(boost::json::object request) = 0;
};

} // namespace chengyun::hub
