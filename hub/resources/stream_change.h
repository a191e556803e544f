// What storing a camera does to its sign-in, which is kept apart from it.
#pragma once

#include "core/resource/resource.h"
#include "core/resource/stream_address.h"
#include "core/result.h"

#include <optional>

namespace chengyun::hub {

class Database;
class ResourceStore;

struct StreamChange {
    StreamSignIn sign_in; ///< as it is to be
    bool is_new = false;  ///< it differs from what is stored
};

/// Takes user and password out of `resource.stream`, which is left as everybody may see it. Without
/// any the stored ones stay while the address leads to the same server: who edits a camera's name
/// need not know its password, and who edits its address cannot have the password sent elsewhere.
/// "rtsp://@host" clears them. `resource.stream` must have passed core's check().
[[nodiscard]] Result<StreamChange> split_stream(Database& db, const ResourceStore& store,
                                                Resource& resource,
                                                const std::optional<Resource>& before);

} // namespace chengyun::hub
