// What storing a camera does to its sign-ins, which are kept apart from it.
#pragma once

#include "core/resource/resource.h"
#include "core/result.h"
#include "hub/resources/stream_sign_ins.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace chengyun::hub {

class Database;
class ResourceStore;

struct StreamChange {
    StreamSignIns sign_ins; ///< as they are to be
    bool is_new = false;    ///< they differ from what is stored
};

/// Takes users and passwords out of the resource's streams, which are left as everybody may see
/// them. Without any the stored ones stay while the address leads to the same server: who edits a
/// camera's name need not know its password, and who edits its address cannot have the password
/// sent elsewhere. "rtsp://@host" clears them. What is stored and cannot be opened any more stays
/// as it is until one is given. `resource` must have passed core's check().
[[nodiscard]] Result<StreamChange> split_stream(Database& db, const ResourceStore& store,
                                                Resource& resource,
                                                const std::optional<Resource>& before);

/// The whole addresses, for who may watch. A sub stream without a sign-in of its own has main's, as
/// long as it is at the same server.
struct StreamAddresses {
    std::string address;
    std::optional<std::string> sub;
};
BOOST_DESCRIBE_STRUCT(StreamAddresses, (), (address, sub))
[[nodiscard]] StreamAddresses whole_addresses(const Resource& resource, StreamSignIns sign_ins);

} // namespace chengyun::hub
