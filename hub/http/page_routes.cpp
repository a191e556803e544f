// /field, /setup, /link and the description of the interface.
#include "hub/http/pages.h"
#include "hub/http/routes.h"

#include <algorithm>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// Pages are small and change with the program: always asked for, seldom sent.
Response answer(const Page& page, const std::string& tag, const Call& call) {
    Response out{200, {}, page.type};
    out.headers = {{"etag", tag}, {"cache-control", "no-cache"}};
    // The page is /field, without a slash; its worker lies below it.
    if (page.path == "/field/worker.js")
        out.headers.emplace_back("service-worker-allowed", "/field");
    if (call.request->getHeader("if-none-match") == tag)
        out.status = 304;
    else
        out.body = page.content;
    return out;
}

Task<Response> serve(const Page& page, std::string tag, CallPtr call) {
    co_return answer(page, tag, *call);
}

} // namespace

void add_page_routes(Router& router, Context&) {
    for (const auto& page : pages()) {
        const auto tag = '"' + digest_of("page", page.path, {}, page.content) + '"';
        router.add({"GET", page.path, Access::anybody, {}, [&page, tag](CallPtr call) {
                        return serve(page, tag, std::move(call));
                    }});
    }
}

} // namespace chengyun::hub
