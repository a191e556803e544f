// /field, /consult, /setup, /link and the description of the interface.
#include "hub/http/pages.h"
#include "hub/http/routes.h"
#include "hub/http/to_drogon.h"

#include <algorithm>

namespace chengyun::hub {
namespace {

using drogon::Task;

constexpr std::string_view worker_path = "/field/worker.js";

void fill_in(std::string& text, std::string_view placeholder, std::string_view value) {
    if (const auto at = text.find(placeholder); at != std::string::npos)
        text.replace(at, placeholder.size(), value);
}

/// Pages are small and change with the program: always asked for, seldom sent.
Response answer(const Page& page, const std::string& content, const std::string& tag,
                const Call& call, const Context& http) {
    Response out{200, {}, page.type};
    out.headers = {{"etag", tag}, {"cache-control", "no-cache"}};
    // The page is /field, without a slash; its worker lies below it.
    if (page.path == worker_path)
        out.headers.emplace_back("service-worker-allowed", "/field");
    // In these two people see and hear each other; what is not named here no page may use.
    const bool is_field = page.path == "/field", is_consult = page.path == "/consult";
    if (is_field || is_consult) {
        out.headers.emplace_back("content-security-policy", page_policy(http.media_source));
        out.headers.emplace_back("permissions-policy",
                                 is_field ? "camera=(self), geolocation=(self), microphone=(self)"
                                          : "camera=(self), geolocation=(), microphone=(self)");
    }
    if (call.request->getHeader("if-none-match") == tag)
        out.status = 304;
    else
        out.body = content;
    return out;
}

Task<Response> serve(const Page& page, std::string content, std::string tag, CallPtr call,
                     const Context& http) {
    co_return answer(page, content, tag, *call, http);
}

} // namespace

void add_page_routes(Router& router) {
    for (const auto& page : pages()) {
        const auto content =
            page.path == worker_path ? field_worker(pages()) : std::string(page.content);
        const auto tag = '"' + digest_of("page", page.path, {}, content) + '"';
        auto& about = router.add({"GET",
                                  page.path,
                                  Access::anybody,
                                  {},
                                  [&page, content, tag, &http = router.context()](CallPtr call) {
                                      return serve(page, content, tag, std::move(call), http);
                                  }});
        // Pages are for people, not for programs.
        if (page.path == "/api/v1/openapi.json")
            about.says("This description").answers_bytes();
    }
}

std::string field_worker(std::span<const Page> pages) {
    std::string files, contents, worker;
    for (const auto& page : pages) {
        if (page.path == worker_path)
            worker = page.content;
        if (!page.path.starts_with("/field") || page.path == worker_path)
            continue;
        files += (files.empty() ? "" : " ") + std::string(page.path);
        contents += digest_of("page", page.path, {}, page.content);
    }
    fill_in(worker, "{digest}", digest_of("worker", {}, {}, contents).substr(0, 16));
    fill_in(worker, "{files}", files);
    return worker;
}

} // namespace chengyun::hub
