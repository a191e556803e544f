#include "hub/resources/stream_change.h"

#include "hub/resources/resource_store.h"

#include <utility>

namespace chengyun::hub {

namespace {

/// One address as it is to be, and the one that was there.
struct Split {
    StreamSignIn sign_in;
    bool is_kept = false; ///< nobody said anything of it, and it is the same server's
};

/// Leaves `stream` without what it takes out of it.
[[nodiscard]] Result<Split> split(std::string& stream, const std::string& field,
                                  const std::string& before, const StreamSignIn& stored) {
    auto address = read_stream_address(stream, field);
    if (!address)
        return address.error();
    stream = address->place;
    if (!address->sign_in.empty())
        return Split{std::move(address->sign_in), false};
    if (!address->says_none && is_same_server(before, stream))
        return Split{stored, true};
    return Split{};
}

} // namespace

Result<StreamChange> split_stream(Database& db, const ResourceStore& store, Resource& resource,
                                  const std::optional<Resource>& before) {
    StreamChange change;
    StreamSignIns stored;
    bool is_readable = true;
    if (before && !before->stream.empty()) {
        auto found = store.sign_ins(db, before->id);
        is_readable = found.has_value();
        if (found)
            stored = std::move(*found);
        else if (found.error().kind != FailureKind::wrong_state)
            return found.error();
    }
    if (resource.stream_sub && resource.stream_sub->empty())
        resource.stream_sub.reset();
    bool is_kept = resource.stream.empty() && (!before || before->stream.empty());
    if (!resource.stream.empty()) {
        auto main =
            split(resource.stream, "stream", before ? before->stream : std::string(), stored.main);
        if (!main)
            return main.error();
        change.sign_ins.main = std::move(main->sign_in);
        is_kept = main->is_kept;
    }
    if (resource.stream_sub) {
        auto sub = split(*resource.stream_sub, "stream_sub",
                         before ? before->stream_sub.value_or("") : std::string(), stored.sub);
        if (!sub)
            return sub.error();
        // Kept once, so that who changes main's changes both.
        if (sub->sign_in != change.sign_ins.main ||
            !is_same_server(resource.stream, *resource.stream_sub))
            change.sign_ins.sub = std::move(sub->sign_in);
        is_kept = is_kept && (sub->is_kept || change.sign_ins.sub.empty());
    }
    change.is_new = is_readable ? change.sign_ins != stored : !is_kept;
    return change;
}

StreamAddresses whole_addresses(const Resource& resource, StreamSignIns sign_ins) {
    StreamAddresses out;
    if (resource.stream_sub) {
        auto& own = sign_ins.sub;
        if (own.empty() && is_same_server(resource.stream, *resource.stream_sub))
            own = sign_ins.main;
        out.sub = text_of({*resource.stream_sub, std::move(own), false});
    }
    out.address = text_of({resource.stream, std::move(sign_ins.main), false});
    return out;
}

} // namespace chengyun::hub
