// Our answer as Drogon's, with the headers that every answer of the hub has.
#pragma once

#include "hub/http/response.h"

#include <drogon/HttpResponse.h>

#include <string_view>

namespace chengyun::hub {

/// Content-Security-Policy of a page: scripts, styles, pictures and connections from the hub alone,
/// and connections to `also_connect`, where that is an address; camera pictures as blobs.
[[nodiscard]] std::string page_policy(std::string_view also_connect = {});

[[nodiscard]] drogon::HttpResponsePtr to_drogon(Response response, std::string_view path);

/// The last thing before an answer is sent: one whose headers say `connection: close` ends its
/// connection. Drogon sets what setCloseConnection() had said anew by the request's own headers.
void close_if_said(const drogon::HttpResponsePtr& response);

} // namespace chengyun::hub
