#include "hub/http/to_drogon.h"

#include "core/wire/version.h"

namespace chengyun::hub {
namespace {

bool is_api(std::string_view path) {
    return path.starts_with("/api/");
}

} // namespace

std::string page_policy(std::string_view also_connect) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
           "connect-src 'self'" +
           (also_connect.empty() ? "" : ' ' + std::string(also_connect)) +
           "; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
           "form-action 'self'; frame-ancestors 'none'";
}

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
    bool cacheable = false, has_policy = false, has_permissions = false;
    for (auto& [name, value] : response.headers) {
        cacheable |= name == "cache-control";
        has_policy |= name == "content-security-policy";
        has_permissions |= name == "permissions-policy";
        out->addHeader(name, std::move(value));
    }
    out->addHeader("x-content-type-options", "nosniff");
    if (!cacheable)
        out->addHeader("cache-control", "no-store");
    if (is_api(path)) {
        out->addHeader(std::string(wire_header), std::string(wire_version));
    } else {
        if (!has_policy)
            out->addHeader("content-security-policy", page_policy());
        out->addHeader("referrer-policy", "no-referrer");
        if (!has_permissions)
            out->addHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
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
