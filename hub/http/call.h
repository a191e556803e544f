// One request on its way through a handler.
#pragma once

#include "core/account/account_codec.h"
#include "hub/http/response.h"
#include "hub/http/sessions.h"
#include "hub/store/writer.h"

#include <drogon/HttpRequest.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

struct Call {
    drogon::HttpRequestPtr request;
    SignedInPtr who;                     ///< none on routes that are open to anybody
    std::vector<std::string> parameters; ///< what stood for {…} in the pattern
    CommandKey key;                      ///< of commands
    std::string address;                 ///< of who asks, without port
    bool by_cookie = false;

    [[nodiscard]] std::string_view body() const {
        return {request->bodyData(), request->bodyLength()};
    }
    [[nodiscard]] const Account& account() const { return who->account; }
    /// A query parameter, or empty.
    [[nodiscard]] const std::string& query(const std::string& name) const {
        return request->getParameter(name);
    }
    /// A query parameter that is a number in range; `otherwise` when absent.
    [[nodiscard]] Result<std::int64_t> number(const std::string& name, std::int64_t otherwise,
                                              std::int64_t low, std::int64_t high) const;
    template <class T>
    [[nodiscard]] Result<T> read() const {
        return json::read<T>(body());
    }
};
using CallPtr = std::shared_ptr<Call>;

/// Of method, path, query and body, for telling a repeated command from another under its key.
[[nodiscard]] std::string digest_of(std::string_view method, std::string_view path,
                                    std::string_view query, std::string_view body);

} // namespace chengyun::hub
