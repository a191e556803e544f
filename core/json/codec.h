// JSON in both directions for every type described with Boost.Describe.
//
// Written on Boost.JSON's values rather than with its value_to because a refusal must name the
// field that is wrong ("recipients[2].unit"), which value_to cannot say.
//
// The mapping:
//   bool, integers, double               JSON of the same kind; integers are range-checked and may
//                                        be written 12.0 or 1.2e1; a double that is not finite
//                                        becomes null, which no double is read from
//   std::string                          string
//   described enum                       its enumerator's name; a trailing '_' (C++ keywords) is
//                                        not part of the name
//   Instant                              integer, UTC milliseconds
//   std::optional<T>                     absent or null when empty
//   std::vector<T>, std::map<string,T>   array, object; absent when empty
//   described struct                     object; bases are flattened; members that are neither
//                                        optional nor a container are required; a member that
//                                        was renamed (core/json/renamed.h) is read by both names
//   struct derived from Open             object; members that are not described are the struct's
//   own
//                                        to read and write
//   boost::json::value / object          passed through
#pragma once

#include "core/json/renamed.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/bases.hpp>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/members.hpp>
#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace chengyun::json {

/// How a reader treats members that the type does not declare. Requests refuse them, because a
/// misspelt field must not be ignored silently. Answers tolerate them, because an older console
/// must understand a newer hub. `refuse` also refuses a member that is named twice: two readers
/// might take different ones of the two.
enum class Unknown { refuse, ignore };

/// Base of a struct whose object has members beside those that are described, such as one for each
/// kind of entity (core/journal/images.h). It has
///   Result<> decode_member(std::string_view name, const value&, const detail::Path&, Unknown);
///   void encode_members(object&) const;
///   void append_members(std::string& out, char& separator) const;
/// where `separator` is put in front of each member and is ',' afterwards. core/json/binary.h says
/// what else it needs to be written into a file.
struct Open {
    bool operator==(const Open&) const = default;
};

namespace detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_map = false;
template <class T>
inline constexpr bool is_map<std::map<std::string, T>> = true;

template <class T>
inline constexpr bool is_open = std::is_base_of_v<Open, T>;

template <class T>
inline constexpr bool may_be_absent = is_optional<T> || is_vector<T> || is_map<T>;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                         boost::describe::mod_inherited>;

[[nodiscard]] inline std::string_view plain(const char* name) {
    std::string_view view(name);
    if (view.ends_with('_'))
        view.remove_suffix(1);
    return view;
}

/// Where in the document the decoder stands; turned into text only when something is wrong.
class Path {
public:
    Path() = default;
    Path(const Path& parent, std::string_view name) : parent(&parent), member(name) {}
    Path(const Path& parent, std::size_t position)
        : parent(&parent), index(position), is_index(true) {}

    const Path* parent = nullptr;
    std::string_view member;
    std::size_t index = 0;
    bool is_index = false;

    [[nodiscard]] std::string text() const {
        std::string head = parent ? parent->text() : std::string();
        if (is_index)
            return head + "[" + std::to_string(index) + "]";
        if (member.empty())
            return head;
        return head.empty() ? shown() : head + "." + shown();
    }

private:
    /// The member's name, cut: a stranger chose it, and it goes into answers and logs.
    [[nodiscard]] std::string shown() const {
        constexpr std::size_t longest = 64;
        if (member.size() <= longest)
            return std::string(member);
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(member[end]) & 0xc0) == 0x80)
            --end; // not in the middle of a character
        return std::string(member.substr(0, end)) + "…";
    }
};

[[nodiscard]] inline Failure refuse(FailureKind kind, const Path& path, std::string detail) {
    return fail(kind, path.text(), std::move(detail));
}

} // namespace detail

/// The name a described enumerator has on the wire.
template <class E>
    requires std::is_enum_v<E>
[[nodiscard]] std::string_view name_of(E value) {
    return detail::plain(boost::describe::enum_to_string(value, "unknown"));
}

/// The enumerator of that name, if there is one.
template <class E>
    requires std::is_enum_v<E>
[[nodiscard]] std::optional<E> enum_of(std::string_view name) {
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (detail::plain(d.name) == name)
            found = d.value;
    });
    return found;
}

template <class T>
[[nodiscard]] boost::json::value encode(const T& value) {
    if constexpr (std::is_same_v<T, boost::json::value> || std::is_same_v<T, boost::json::object>) {
        return value;
    } else if constexpr (std::is_same_v<T, Instant>) {
        return value.time_since_epoch().count();
    } else if constexpr (std::is_enum_v<T>) {
        return boost::json::string(name_of(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        return boost::json::string(value);
    } else if constexpr (std::is_floating_point_v<T>) {
        if (!std::isfinite(value))
            return nullptr;
        return static_cast<double>(value);
    } else if constexpr (std::is_arithmetic_v<T>) {
        return value;
    } else if constexpr (detail::is_optional<T>) {
        return value ? encode(*value) : boost::json::value(nullptr);
    } else if constexpr (detail::is_vector<T>) {
        boost::json::array array;
        array.reserve(value.size());
        for (const auto& item : value)
            array.push_back(encode(item));
        return array;
    } else if constexpr (detail::is_map<T>) {
        boost::json::object object;
        for (const auto& [key, item] : value)
            object.emplace(key, encode(item));
        return object;
    } else {
        boost::json::object object;
        boost::mp11::mp_for_each<detail::Members<T>>([&](auto d) {
            const auto& member = value.*d.pointer;
            using M = std::remove_cvref_t<decltype(member)>;
            if constexpr (detail::is_optional<M>) {
                if (!member)
                    return;
            } else if constexpr (detail::is_vector<M> || detail::is_map<M>) {
                if (member.empty())
                    return;
            }
            object.emplace(detail::plain(d.name), encode(member));
        });
        if constexpr (detail::is_open<T>)
            value.encode_members(object);
        return object;
    }
}

namespace detail {

template <class T>
[[nodiscard]] Result<T> decode(const boost::json::value& in, const Path& path, Unknown unknown);

template <class T>
[[nodiscard]] Result<T> decode_number(const boost::json::value& in, const Path& path) {
    if constexpr (std::is_floating_point_v<T>) {
        boost::system::error_code error;
        const auto number = in.to_number<double>(error);
        if (error || !std::isfinite(number))
            return refuse(FailureKind::invalid_field, path, "expected a number");
        return static_cast<T>(number);
    } else {
        // Boost's to_number casts a double before it looks whether it fits, which is undefined.
        if (const auto* number = in.if_int64(); number && std::in_range<T>(*number))
            return static_cast<T>(*number);
        if (const auto* number = in.if_uint64(); number && std::in_range<T>(*number))
            return static_cast<T>(*number);
        if (const auto* number = in.if_double()) {
            // 12.0 and 1.2e1 are integers too. Beyond 2^53 a double no longer says which one.
            constexpr double exact = 9007199254740992.0;
            if (std::abs(*number) <= exact && std::trunc(*number) == *number) {
                const auto whole = static_cast<std::int64_t>(*number);
                if (std::in_range<T>(whole))
                    return static_cast<T>(whole);
            }
        }
        return refuse(FailureKind::invalid_field, path, "expected an integer in range");
    }
}

template <class T>
[[nodiscard]] Result<T> decode_struct(const boost::json::value& in, const Path& path,
                                      Unknown unknown) {
    const auto* object = in.if_object();
    if (!object)
        return refuse(FailureKind::invalid_field, path, "expected an object");
    T out{};
    std::optional<Failure> failure;
    std::size_t known = 0;
    boost::mp11::mp_for_each<Members<T>>([&](auto d) {
        if (failure)
            return;
        using M = std::remove_cvref_t<decltype(out.*d.pointer)>;
        const Path here(path, plain(d.name));
        const auto* member = object->if_contains(here.member);
        for (const auto& name : renamed<T>)
            if (!member && name.now == here.member)
                member = object->if_contains(name.before);
        if (!member) {
            if constexpr (!may_be_absent<M>)
                failure = refuse(FailureKind::missing_field, here, "required");
            return;
        }
        ++known;
        auto decoded = decode<M>(*member, here, unknown);
        if (decoded)
            out.*d.pointer = std::move(*decoded);
        else
            failure = decoded.error();
    });
    if (failure)
        return *failure;
    if ((is_open<T> || unknown == Unknown::refuse) && known != object->size()) {
        for (const auto& item : *object) {
            bool declared = false;
            boost::mp11::mp_for_each<Members<T>>(
                [&](auto d) { declared = declared || plain(d.name) == item.key(); });
            for (const auto& name : renamed<T>)
                declared = declared || name.before == item.key();
            if (declared)
                continue;
            const Path here(path, item.key());
            if constexpr (is_open<T>) {
                if (auto read = out.decode_member(item.key(), item.value(), here, unknown); !read)
                    return read.error();
            } else {
                return refuse(FailureKind::unknown_field, here, "no such field");
            }
        }
    }
    return out;
}

template <class T>
Result<T> decode(const boost::json::value& in, const Path& path, Unknown unknown) {
    if constexpr (std::is_same_v<T, boost::json::value>) {
        return in;
    } else if constexpr (std::is_same_v<T, boost::json::object>) {
        if (const auto* object = in.if_object())
            return *object;
        return refuse(FailureKind::invalid_field, path, "expected an object");
    } else if constexpr (std::is_same_v<T, Instant>) {
        auto ms = decode_number<std::int64_t>(in, path);
        if (!ms)
            return ms.error();
        if (*ms < 0 || *ms > latest_instant_ms)
            return refuse(FailureKind::invalid_field, path, "time out of range");
        return instant_of(*ms);
    } else if constexpr (std::is_enum_v<T>) {
        const auto* name = in.if_string();
        if (!name)
            return refuse(FailureKind::invalid_field, path, "expected a name");
        if (auto value = enum_of<T>(*name))
            return *value;
        return refuse(FailureKind::invalid_field, path, "no such value");
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (const auto* text = in.if_string())
            return std::string(*text);
        return refuse(FailureKind::invalid_field, path, "expected text");
    } else if constexpr (std::is_same_v<T, bool>) {
        if (const auto* flag = in.if_bool())
            return *flag;
        return refuse(FailureKind::invalid_field, path, "expected true or false");
    } else if constexpr (std::is_arithmetic_v<T>) {
        return decode_number<T>(in, path);
    } else if constexpr (is_optional<T>) {
        if (in.is_null())
            return T{};
        auto inner = decode<typename T::value_type>(in, path, unknown);
        if (!inner)
            return inner.error();
        return T(std::move(*inner));
    } else if constexpr (is_vector<T>) {
        const auto* array = in.if_array();
        if (!array)
            return refuse(FailureKind::invalid_field, path, "expected a list");
        T out;
        // Bounded: a list of 500,000 zeros must not reserve room for as many orders before the
        // first one is refused.
        out.reserve(std::min<std::size_t>(array->size(), 256));
        for (std::size_t i = 0; i < array->size(); ++i) {
            auto item = decode<typename T::value_type>((*array)[i], Path(path, i), unknown);
            if (!item)
                return item.error();
            out.push_back(std::move(*item));
        }
        return out;
    } else if constexpr (is_map<T>) {
        const auto* object = in.if_object();
        if (!object)
            return refuse(FailureKind::invalid_field, path, "expected an object");
        T out;
        for (const auto& entry : *object) {
            auto item =
                decode<typename T::mapped_type>(entry.value(), Path(path, entry.key()), unknown);
            if (!item)
                return item.error();
            out.emplace(entry.key(), std::move(*item));
        }
        return out;
    } else {
        return decode_struct<T>(in, path, unknown);
    }
}

} // namespace detail

/// Decodes an already parsed value.
template <class T>
[[nodiscard]] Result<T> decode(const boost::json::value& in, Unknown unknown = Unknown::refuse) {
    return detail::decode<T>(in, detail::Path{}, unknown);
}

/// Parses hostile text: depth is limited to 32, UTF-8 is validated, duplicate keys keep the last,
/// numbers are read to the last bit.
[[nodiscard]] Result<boost::json::value> parse(std::string_view text);

/// `invalid_field` with the first member that stands twice in one object of `text`, which has been
/// parsed to `value`.
[[nodiscard]] Result<> check_named_once(std::string_view text, const boost::json::value& value);

/// Parses and decodes in one step.
template <class T>
[[nodiscard]] Result<T> read(std::string_view text, Unknown unknown = Unknown::refuse) {
    auto value = parse(text);
    if (!value)
        return value.error();
    if (unknown == Unknown::refuse)
        if (auto once = check_named_once(text, *value); !once)
            return once.error();
    return decode<T>(*value, unknown);
}

/// Appends `text` as a JSON string.
void append_text(std::string& out, std::string_view text);

namespace detail {

void append_double(std::string& out, double number);
void append_value(std::string& out, const boost::json::value& value);
void append_object(std::string& out, const boost::json::object& object);

template <class T>
void append_integer(std::string& out, T number) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

} // namespace detail

/// Appends the JSON of `value` to `out`: the same as `encode` gives, without the tree in between
/// (the hub writes each after-image of every order). Doubles are the shortest decimals that read
/// back as the same number, and always look like one ("1.0").
template <class T>
void append(std::string& out, const T& value) {
    if constexpr (std::is_same_v<T, boost::json::value>) {
        detail::append_value(out, value);
    } else if constexpr (std::is_same_v<T, boost::json::object>) {
        detail::append_object(out, value);
    } else if constexpr (std::is_same_v<T, Instant>) {
        detail::append_integer(out, ms_of(value));
    } else if constexpr (std::is_enum_v<T>) {
        append_text(out, name_of(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        append_text(out, value);
    } else if constexpr (std::is_same_v<T, bool>) {
        out.append(value ? "true" : "false");
    } else if constexpr (std::is_floating_point_v<T>) {
        detail::append_double(out, value);
    } else if constexpr (std::is_arithmetic_v<T>) {
        detail::append_integer(out, value);
    } else if constexpr (detail::is_optional<T>) {
        if (value)
            append(out, *value);
        else
            out.append("null");
    } else if constexpr (detail::is_vector<T>) {
        char separator = '[';
        for (const auto& item : value) {
            out.push_back(separator);
            append(out, item);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    } else if constexpr (detail::is_map<T>) {
        char separator = '{';
        for (const auto& [key, item] : value) {
            out.push_back(separator);
            append_text(out, key);
            out.push_back(':');
            append(out, item);
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    } else {
        char separator = '{';
        boost::mp11::mp_for_each<detail::Members<T>>([&](auto d) {
            const auto& member = value.*d.pointer;
            using M = std::remove_cvref_t<decltype(member)>;
            if constexpr (detail::is_optional<M>) {
                if (!member)
                    return;
            } else if constexpr (detail::is_vector<M> || detail::is_map<M>) {
                if (member.empty())
                    return;
            }
            out.push_back(separator);
            out.push_back('"');
            out.append(detail::plain(d.name)); // an identifier has nothing to escape
            out.append("\":");
            append(out, member);
            separator = ',';
        });
        if constexpr (detail::is_open<T>)
            value.append_members(out, separator);
        out.append(separator == '{' ? "{}" : "}");
    }
}

/// The JSON text of `value`, as append writes it.
template <class T>
[[nodiscard]] std::string write(const T& value) {
    std::string out;
    append(out, value);
    return out;
}

} // namespace chengyun::json
