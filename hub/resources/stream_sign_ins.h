// Who may fetch a camera's streams.
#pragma once

#include "core/resource/stream_address.h"

#include <boost/describe/class.hpp>

namespace chengyun::hub {

/// How they are sealed, as JSON.
struct StreamSignIns {
    StreamSignIn main;
    StreamSignIn sub; ///< only where its address was given another one than main's

    [[nodiscard]] bool empty() const { return main.empty() && sub.empty(); }
    bool operator==(const StreamSignIns&) const = default;
};
BOOST_DESCRIBE_STRUCT(StreamSignIns, (), (main, sub))

} // namespace chengyun::hub
