// JSON Schemas of described types, by the mapping that core/json/codec.h reads and writes with.
#pragma once

#include "core/json/codec.h"

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeindex>
#include <vector>

namespace chengyun::hub {

/// Collects the schemas of structs and enums under their types' names, each once.
class Schemas {
public:
    using Object = boost::json::object;

    /// The schema of a T: a reference for structs and enums, the schema itself for all else.
    template <class T>
    [[nodiscard]] Object of();

    [[nodiscard]] static Object list_of(Object item);
    /// {items: […]}, and `next` where `goes_on`.
    [[nodiscard]] static Object page_of(Object item, bool goes_on);
    /// "name", "other-name"; `separator` stands for each '_' of the code.
    template <class E>
    [[nodiscard]] static Object names_of(char separator = '_');

    /// A member that every open type has besides its own (core/journal/images.h).
    void add_open_member(std::string_view name, Object schema);
    /// All that were asked for, by name. Fails with `conflict` where two types have one name.
    [[nodiscard]] Result<Object> named() const;

private:
    struct Member {
        std::string_view name;
        Object schema;
        bool is_required;
    };
    struct Named {
        std::type_index type;
        Object schema;
        bool is_open; ///< it has members that it does not describe
    };
    [[nodiscard]] static Object simple(std::string_view type);
    [[nodiscard]] static Object instant();
    [[nodiscard]] static Object map_of(Object item);
    [[nodiscard]] static Object enum_of(const std::vector<std::string_view>& names, char separator);
    [[nodiscard]] static Object struct_of(std::vector<Member> members);
    /// A reference to the type's schema, which is made when it is first asked for.
    [[nodiscard]] Object reference(std::type_index type, bool is_open, Object (*make)(Schemas&));
    template <class T>
    [[nodiscard]] static Object make_struct(Schemas& all);

    std::map<std::string, Named> named_;
    Object open_members_;
    std::string ambiguous_; ///< a name that two types have
};

/// Makes the schema of one type; for tables of routes.
using SchemaMaker = boost::json::object (*)(Schemas&);
template <class T>
[[nodiscard]] boost::json::object make_schema(Schemas& schemas) {
    return schemas.of<T>();
}

template <class T>
Schemas::Object Schemas::of() {
    namespace detail = json::detail;
    if constexpr (std::is_same_v<T, boost::json::value>)
        return {};
    else if constexpr (std::is_same_v<T, boost::json::object>)
        return simple("object");
    else if constexpr (std::is_same_v<T, Instant>)
        return instant();
    else if constexpr (std::is_same_v<T, bool>)
        return simple("boolean");
    else if constexpr (std::is_same_v<T, std::string>)
        return simple("string");
    else if constexpr (std::is_floating_point_v<T>)
        return simple("number");
    else if constexpr (std::is_arithmetic_v<T>)
        return simple("integer");
    else if constexpr (detail::is_optional<T>)
        return of<typename T::value_type>();
    else if constexpr (detail::is_vector<T>)
        return list_of(of<typename T::value_type>());
    else if constexpr (detail::is_map<T>)
        return map_of(of<typename T::mapped_type>());
    else if constexpr (std::is_enum_v<T>)
        return reference(typeid(T), false, [](Schemas&) { return names_of<T>(); });
    else
        return reference(typeid(T), detail::is_open<T>, make_struct<T>);
}

template <class E>
Schemas::Object Schemas::names_of(char separator) {
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto d) { names.push_back(json::detail::plain(d.name)); });
    return enum_of(names, separator);
}

template <class T>
Schemas::Object Schemas::make_struct(Schemas& all) {
    std::vector<Member> members;
    boost::mp11::mp_for_each<json::detail::Members<T>>([&](auto d) {
        using M = std::remove_cvref_t<decltype(std::declval<T&>().*d.pointer)>;
        members.push_back(
            {json::detail::plain(d.name), all.of<M>(), !json::detail::may_be_absent<M>});
    });
    return struct_of(std::move(members));
}

} // namespace chengyun::hub
