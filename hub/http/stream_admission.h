// Whether a stream may be opened: asked by the upgrade itself, and by a page whose upgrade failed,
// because a browser does not tell a page why.
#pragma once

#include "hub/http/context.h"

#include <string_view>

namespace chengyun::hub {

/// `origin` is whose page asks by cookie, empty when no page does; `host` the Host header.
/// `forbidden` for a page of another site, `unavailable` when the hub stops, `too_many` streams.
[[nodiscard]] Result<> check_stream(const Context& context, std::string_view origin,
                                    std::string_view host);

} // namespace chengyun::hub
