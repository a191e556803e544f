// /field, /setup, /link and the description of the interface.
#include "hub/http/pages.h"
#include "hub/http/routes.h"

#include <algorithm>

namespace chengyun::hub {
namespace {

using drogon::Task;

/// Pages are small and change with the program: always asked for, seldom sent.
Task<Response> serve(const Page& page, std::string tag, CallPtr call) {
    Response out{200, {}, page.type};
    out.headers.emplace_back("etag", tag);
    out.headers.emplace_back("cache-control", "no-cache");
    if (call->request->getHeader("if-none-match") == tag) {
        out.status = 304;
        co_return out;
    }
    out.body = page.content;
    co_return out;
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
