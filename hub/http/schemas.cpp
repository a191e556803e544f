#include "hub/http/schemas.h"

#include <boost/core/demangle.hpp>

#include <algorithm>

namespace chengyun::hub {

using Object = Schemas::Object;

namespace {

boost::json::string text(std::string_view of) {
    return boost::json::string(of);
}

/// "Order" for chengyun::Order and for one in an anonymous namespace alike.
std::string name_of(std::type_index type) {
    const auto full = boost::core::demangle(type.name());
    return full.substr(full.rfind(':') + 1);
}

} // namespace

Object Schemas::simple(std::string_view type) {
    return {{"type", text(type)}};
}

Object Schemas::instant() {
    return {{"type", "integer"},
            {"minimum", 0},
            {"maximum", latest_instant_ms},
            {"description", "UTC milliseconds"}};
}

Object Schemas::list_of(Object item) {
    return {{"type", "array"}, {"items", std::move(item)}};
}

Object Schemas::map_of(Object item) {
    return {{"type", "object"}, {"additionalProperties", std::move(item)}};
}

Object Schemas::page_of(Object item, bool goes_on) {
    std::vector<Member> members{{"items", list_of(std::move(item)), true}};
    if (goes_on)
        members.push_back({"next", simple("string"), false});
    return struct_of(std::move(members));
}

Object Schemas::enum_of(const std::vector<std::string_view>& names, char separator) {
    boost::json::array all;
    for (const auto name : names) {
        auto& written = all.emplace_back(text(name)).as_string();
        std::ranges::replace(written, '_', separator);
    }
    return {{"type", "string"}, {"enum", std::move(all)}};
}

Object Schemas::struct_of(std::vector<Member> members) {
    Object properties;
    boost::json::array required;
    for (auto& member : members) {
        properties[member.name] = std::move(member.schema);
        if (member.is_required)
            required.push_back(text(member.name));
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

Object Schemas::reference(std::type_index type, bool is_open, Object (*make)(Schemas&)) {
    const auto name = name_of(type);
    const auto [known, fresh] = named_.try_emplace(name, Named{type, {}, is_open});
    if (fresh)
        known->second.schema = make(*this);
    else if (known->second.type != type)
        ambiguous_ = name;
    return {{"$ref", text("#/components/schemas/" + name)}};
}

void Schemas::add_open_member(std::string_view name, Object schema) {
    open_members_[name] = std::move(schema);
}

Result<Object> Schemas::named() const {
    if (!ambiguous_.empty())
        return fail(FailureKind::conflict, ambiguous_, "two types of this name");
    Object out;
    for (const auto& [name, named] : named_) {
        auto& schema = out[name] = named.schema;
        if (named.is_open)
            for (const auto& [member, of] : open_members_)
                schema.at("properties").as_object()[member] = of;
    }
    return out;
}

} // namespace chengyun::hub
