// Janus's Admin API over HTTP, by Drogon's client.
#pragma once

#include "hub/consult/janus.h"

#include <memory>
#include <string>

namespace chengyun::hub {

/// `address`: "http://127.0.0.1:7088/admin". The secret is read from its file when it is first
/// needed, and again after the media server has refused it. It is in no log.
[[nodiscard]] std::unique_ptr<Janus> make_janus_http(std::string address, std::string secret_file);

} // namespace chengyun::hub
