#include "hub/http/to_drogon.h"

#include "core/wire/version.h"

namespace chengyun::hub {
namespace {

bool is_api(std::string_view path) {
    return path.starts_with("/api/");
}

/// Scripts, styles, pictures and connections from the hub alone; camera pictures as blobs.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

} // namespace

drogon::HttpResponsePtr to_drogon(Response response, std::string_view path) {
    drogon::HttpResponsePtr out;
    if (response.file.empty()) {
        out = drogon::HttpResponse::newHttpResponse();
        out->setBody(std::move(response.body));
        if (response.type == "application/json")
            out->setContentTypeCode(drogon::CT_APPLICATION_JSON);
        else if (!response.type.empty())
            out->setContentTypeString(response.type);
    } else {
        out = drogon::HttpResponse::newFileResponse(response.file, "", drogon::CT_CUSTOM,
                                                    std::string(response.type));
    }
    out->setStatusCode(static_cast<drogon::HttpStatusCode>(response.status));
    bool cacheable = false;
    for (auto& [name, value] : response.headers) {
        cacheable |= name == "cache-control";
        out->addHeader(name, std::move(value));
    }
    out->addHeader("x-content-type-options", "nosniff");
    if (!cacheable)
        out->addHeader("cache-control", "no-store");
    if (is_api(path)) {
        out->addHeader(std::string(wire_header), std::string(wire_version));
    } else {
        out->addHeader("content-security-policy", page_policy);
        out->addHeader("referrer-policy", "no-referrer");
        out->addHeader("permissions-policy", "camera=(self), geolocation=(self), microphone=()");
        out->addHeader("cross-origin-opener-policy", "same-origin");
        out->addHeader("x-frame-options", "DENY");
    }
    return out;
}

void close_if_said(const drogon::HttpResponsePtr& response) {
    static const std::string connection = "connection";
    if (response->getHeader(connection) != "close")
        return;
    response->removeHeader(connection); // Drogon writes its own
    response->setCloseConnection(true);
}

} // namespace chengyun::hub
