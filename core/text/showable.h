// Makes what came from elsewhere fit for showing: every text of a value, however deep.
#pragma once

#include "core/text/visible.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace chengyun {

inline void make_showable(std::string& text) {
    if (bad_character(text, Lines::many))
        text = showable(text);
}

template <class T>
void make_showable(T& value);

template <class T>
void make_showable(std::optional<T>& value) {
    if (value)
        make_showable(*value);
}

template <class T>
void make_showable(std::vector<T>& values) {
    for (auto& value : values)
        make_showable(value);
}

/// Keys that become the same are one.
inline void make_showable(std::map<std::string, std::string>& values) {
    std::map<std::string, std::string> shown;
    for (const auto& [key, value] : values)
        shown.emplace(showable(key), showable(value));
    values = std::move(shown);
}

/// Values of a type that is not known where a change or snapshot is walked: lists of after-images.
class HoldsText {
public:
    virtual void make_showable() = 0;

protected:
    ~HoldsText() = default;
};

/// A described struct, with the lists that it has by kind; what is neither that nor one of those
/// above holds no text.
template <class T>
void make_showable(T& value) {
    if constexpr (requires { value.each([](std::string_view, auto&) {}); })
        value.each([](std::string_view, auto& list) {
            if (auto* texts = dynamic_cast<HoldsText*>(&list))
                texts->make_showable();
        });
    if constexpr (boost::describe::has_describe_members<T>::value)
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) { make_showable(value.*member.pointer); });
}

} // namespace chengyun
