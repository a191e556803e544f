// Who is let in, and who has to go: the connections of the hub, and what may come over them.
#pragma once

#include "hub/http/connections.h"
#include "hub/http/context.h"

#include <drogon/HttpRequest.h>

#include <atomic>
#include <optional>

namespace chengyun::hub {

/// One a process, as Drogon's application is; outlives its loops.
class Door {
public:
    explicit Door(Context& context) : context_(context) {}

    /// Before Drogon runs: how many connections there may be, by http.max_connections and by what
    /// the system allows this process. `largest`: bytes of the largest body.
    void configure(std::int64_t largest);
    /// On the main loop: from now on who takes too long is ended.
    void open();
    /// Any request, whole, before anything is done with it; on its connection's loop. `malformed`
    /// when where it ends, or for whom it is, could be read in two ways: answer, and close. What
    /// comes behind it over the same connection is refused too.
    [[nodiscard]] Result<> admit(const drogon::HttpRequestPtr& request);

private:
    /// On the main loop.
    void look();

    Context& context_;
    std::optional<Connections> connections_;
    std::atomic<bool> look_is_due_{false};
};

} // namespace chengyun::hub
