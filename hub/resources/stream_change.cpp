#include "hub/resources/stream_change.h"

#include "hub/resources/resource_store.h"

namespace chengyun::hub {

Result<StreamChange> split_stream(Database& db, const ResourceStore& store, Resource& resource,
                                  const std::optional<Resource>& before) {
    StreamChange change;
    StreamSignIn stored;
    if (before && !before->stream.empty()) {
        auto found = store.sign_in(db, before->id);
        if (!found)
            return found.error();
        stored = std::move(*found);
    }
    if (!resource.stream.empty()) {
        auto address = read_stream_address(resource.stream);
        if (!address)
            return address.error();
        resource.stream = address->place;
        if (!address->sign_in.empty())
            change.sign_in = std::move(address->sign_in);
        else if (!address->says_none && before && is_same_server(before->stream, resource.stream))
            change.sign_in = stored;
    }
    change.is_new = change.sign_in != stored;
    return change;
}

} // namespace chengyun::hub
