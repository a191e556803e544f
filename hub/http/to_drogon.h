// Our answer as Drogon's, with the headers that every answer of the hub has.
#pragma once

#include "hub/http/response.h"

#include <drogon/HttpResponse.h>

#include <string_view>

namespace chengyun::hub {

[[nodiscard]] drogon::HttpResponsePtr to_drogon(Response response, std::string_view path);

} // namespace chengyun::hub
