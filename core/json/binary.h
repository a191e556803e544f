// A compact binary form of every described type, for files that the same program on the same
// machine reads again. Little-endian, no names: a fingerprint of the described members stands in
// front of the file, so that a file of another version is recognised and thrown away.
#pragma once

#include "core/json/codec.h"
#include "core/result.h"

#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace chengyun::binary {

static_assert(std::endian::native == std::endian::little, "files are little-endian");

/// Not cryptographic: finds torn and rotten bytes. Eight bytes a step, as files have megabytes.
[[nodiscard]] inline std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ull ^ bytes.size();
    while (bytes.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), 8);
        hash = std::rotl((hash ^ word) * 0xBF58476D1CE4E5B9ull, 31);
        bytes.remove_prefix(8);
    }
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ull;
    return hash ^ (hash >> 29);
}

class Writer {
public:
    template <class T>
    void put(const T& value) {
        namespace jd = json::detail;
        if constexpr (std::is_same_v<T, Instant>) {
            raw(value.time_since_epoch().count());
        } else if constexpr (std::is_enum_v<T>) {
            raw(static_cast<std::uint8_t>(value));
        } else if constexpr (std::is_arithmetic_v<T>) {
            raw(value);
        } else if constexpr (std::is_same_v<T, std::string>) {
            raw(static_cast<std::uint32_t>(value.size()));
            bytes_.append(value);
        } else if constexpr (jd::is_optional<T>) {
            raw(static_cast<std::uint8_t>(value.has_value()));
            if (value)
                put(*value);
        } else if constexpr (jd::is_vector<T>) {
            raw(static_cast<std::uint32_t>(value.size()));
            for (const auto& item : value)
                put(item);
        } else if constexpr (jd::is_map<T>) {
            raw(static_cast<std::uint32_t>(value.size()));
            for (const auto& [key, item] : value) {
                put(key);
                put(item);
            }
        } else {
            boost::mp11::mp_for_each<jd::Members<T>>([&](auto d) { put(value.*d.pointer); });
            if constexpr (jd::is_open<T>)
                value.put_members(*this);
        }
    }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    template <class T>
    void raw(T value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    std::string bytes_;
};

/// Every read is checked against the end; after a failure everything reads as empty and `ok` is
/// false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool atEnd() const { return bytes_.empty(); }

    template <class T>
    void get(T& value) {
        namespace jd = json::detail;
        if constexpr (std::is_same_v<T, Instant>) {
            std::int64_t ms = 0;
            raw(ms);
            value = instant_of(ms);
        } else if constexpr (std::is_enum_v<T>) {
            std::uint8_t number = 0;
            raw(number);
            value = static_cast<T>(number);
        } else if constexpr (std::is_arithmetic_v<T>) {
            raw(value);
        } else if constexpr (std::is_same_v<T, std::string>) {
            const auto size = length(1);
            value.assign(bytes_.substr(0, size));
            bytes_.remove_prefix(size);
        } else if constexpr (jd::is_optional<T>) {
            std::uint8_t has = 0;
            raw(has);
            if (has)
                get(value.emplace());
        } else if constexpr (jd::is_vector<T>) {
            value.resize(length(1));
            for (auto& item : value) {
                if (!ok_)
                    return;
                get(item);
            }
        } else if constexpr (jd::is_map<T>) {
            for (auto left = length(8); left > 0 && ok_; --left) {
                std::string key;
                get(key);
                get(value[key]);
            }
        } else {
            boost::mp11::mp_for_each<jd::Members<T>>([&](auto d) { get(value.*d.pointer); });
            if constexpr (jd::is_open<T>)
                ok_ = value.get_members(*this) && ok_;
        }
    }

private:
    template <class T>
    void raw(T& value) {
        if (bytes_.size() < sizeof value) {
            ok_ = false;
            bytes_ = {};
            value = {};
            return;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
    }
    /// A count that cannot be more than what is left, at `least` bytes an item.
    [[nodiscard]] std::size_t length(std::size_t least) {
        std::uint32_t count = 0;
        raw(count);
        if (count > bytes_.size() / least) {
            ok_ = false;
            bytes_ = {};
            return 0;
        }
        return count;
    }

    std::string_view bytes_;
    bool ok_ = true;
};

namespace detail {

template <class T>
void describe(std::string& out) {
    namespace jd = json::detail;
    if constexpr (std::is_same_v<T, Instant>) {
        out += 't';
    } else if constexpr (std::is_enum_v<T>) {
        out += 'e';
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) {
            out += d.name;
            out += ',';
        });
    } else if constexpr (std::is_floating_point_v<T>) {
        out += 'f';
    } else if constexpr (std::is_arithmetic_v<T>) {
        out += 'i';
        out += static_cast<char>('0' + sizeof(T));
    } else if constexpr (std::is_same_v<T, std::string>) {
        out += 's';
    } else if constexpr (jd::is_optional<T> || jd::is_vector<T>) {
        out += jd::is_optional<T> ? '?' : '*';
        describe<typename T::value_type>(out);
    } else if constexpr (jd::is_map<T>) {
        out += 'm';
        describe<typename T::mapped_type>(out);
    } else {
        out += '{';
        boost::mp11::mp_for_each<jd::Members<T>>([&](auto d) {
            out += d.name;
            out += ':';
            describe<std::remove_cvref_t<decltype(std::declval<T>().*d.pointer)>>(out);
        });
        if constexpr (jd::is_open<T>)
            T::describe_members(out);
        out += '}';
    }
}

} // namespace detail

/// Differs whenever a described member or enumerator is added, removed, renamed or moved.
template <class T>
[[nodiscard]] std::uint64_t fingerprint() {
    std::string text;
    detail::describe<T>(text);
    return checksum(text);
}

} // namespace chengyun::binary
