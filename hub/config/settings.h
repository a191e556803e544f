// How settings are declared: a section of them is a described struct, whose members are the keys
// and whose initial values are the defaults, with a line for each key. The file, the flags, the
// help and docs/settings.md all follow from that.
#pragma once

#include "core/result.h"

#include <boost/describe/members.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chengyun::hub {

class Config;

/// What a key's member does not say.
struct Setting {
    std::string_view name;    ///< the member's
    std::string_view help;    ///< one line
    std::int64_t low = 0;     ///< the range of a whole number, both ends included;
    std::int64_t high = 0;    ///< no limits where both are 0
    std::string_view alias{}; ///< a shorter flag: "listen" for --http.listen
};

/// Where a key's value is.
using SettingValue = std::variant<bool*, std::int64_t*, double*, std::string*>;

struct SectionMember {
    std::string_view name;
    SettingValue value;
};

/// `name` is also the section's in the file; empty for the keys above all sections.
struct Section {
    std::string_view name;
    std::vector<Setting> settings; ///< in the order of the help; one for each member
    /// The section's members in this configuration.
    std::function<std::vector<SectionMember>(Config&)> members;
    /// What values must satisfy beyond their type and range, if anything. The detail names the key.
    std::function<Result<>(const Config&)> check{};
};
using Sections = std::span<const Section>;

/// The members of a described struct. Their types are those of SettingValue.
template <class T>
[[nodiscard]] std::vector<SectionMember> members_of(T& section) {
    using All = boost::describe::describe_members<T, boost::describe::mod_public>;
    return [&]<template <class...> class List, class... D>(List<D...>) {
        return std::vector<SectionMember>{{D::name, &(section.*D::pointer)}...};
    }(All{});
}

/// A key of the whole configuration.
struct Key {
    std::string name; ///< "http.listen"
    Setting setting;
    SettingValue value;
};
/// In the order of the help. The values point into `config`.
[[nodiscard]] std::vector<Key> keys_of(Config& config, Sections sections);

/// A value as text: true, 12, 0.5, "text in quotes".
[[nodiscard]] std::string text_of(const SettingValue& value);

/// docs/settings.md
[[nodiscard]] std::string settings_document(Sections sections);

} // namespace chengyun::hub
