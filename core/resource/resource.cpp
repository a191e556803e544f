#include "core/resource/resource.h"

#include "core/resource/kinds.h"
#include "core/resource/stream_address.h"
#include "core/text/limits.h"

namespace chengyun {

namespace {

Result<> check_attributes(const Resource& resource) {
    if (resource.attributes.size() > limits::attributes)
        return fail(FailureKind::invalid_field, "attributes", "too many");
    for (const auto& [key, value] : resource.attributes) {
        if (auto ok =
                first_failure(check_text(key, "attributes", limits::code, true),
                              check_text(value, "attributes", limits::text, false, Lines::many));
            !ok)
            return ok;
    }
    if (resource.flags.size() > limits::flags)
        return fail(FailureKind::invalid_field, "flags", "too many");
    for (std::size_t i = 0; i < resource.flags.size(); ++i) {
        if (auto ok = check_text(resource.flags[i], "flags[" + std::to_string(i) + "]",
                                 limits::code, true);
            !ok)
            return ok;
    }
    return {};
}

Result<> check_stream(const Resource& resource, const std::string& text, const char* field) {
    if (resource.layer != Layer::camera)
        return fail(FailureKind::invalid_field, field, "only cameras have one");
    const auto address = read_stream_address(text, field);
    return address ? Result<>() : address.error();
}

/// A camera may be known before it can be reached; nothing else has a stream.
Result<> check_streams(const Resource& resource) {
    if (!resource.stream.empty())
        if (auto ok = check_stream(resource, resource.stream, "stream"); !ok)
            return ok;
    if (!resource.stream_sub)
        return {};
    if (resource.stream.empty())
        return fail(FailureKind::invalid_field, "stream_sub", "beside a stream only");
    return check_stream(resource, *resource.stream_sub, "stream_sub");
}

} // namespace

Result<> check(const Resource& resource) {
    if (auto ok = first_failure(
            check_id(resource.id, "id"), check_text(resource.code, "code", limits::code, true),
            check_text(resource.name, "name", limits::name, true),
            check_range(resource.capacity, "capacity", 0, limits::capacity),
            check_text(resource.address, "address", limits::address, false),
            check_text(resource.source_system, "source_system", limits::definition, false,
                       Lines::many),
            check_text(resource.contact.name, "contact.name", limits::name, false),
            check_text(resource.contact.phone, "contact.phone", limits::phone, false),
            check_streams(resource), check_attributes(resource),
            check_text(resource.initials, "initials", 2 * limits::name, false));
        !ok)
        return ok;
    if (!find_kind(resource.layer, resource.kind))
        return fail(FailureKind::invalid_field, "kind", "no such kind in this layer");
    if (!resource.area.empty()) {
        if (auto ok = check_area(resource.area, "area"); !ok)
            return ok;
    }
    if (!is_plausible(resource.place))
        return fail(FailureKind::invalid_field, "place", "not on the globe");
    return {};
}

} // namespace chengyun
