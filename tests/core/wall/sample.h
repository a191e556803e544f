// A wall of two screens, and what is put onto it.
#pragma once

#include "core/json/codec.h"
#include "core/wall/commands.h"

#include <QByteArray>

namespace chengyun::test {

inline constexpr Instant now = instant_of(1'790'000'000'000);
inline constexpr std::chrono::minutes minute{1};

inline Wall sample_wall() {
    Wall wall;
    wall.id = "0190a000-0000-7000-8000-00000000a001";
    wall.name = "主屏";
    wall.screens = {{"1", 0, 0, 1920, 1080}, {"2", 1940, 0, 1920, 1080}};
    return wall;
}

inline PaneContent content(const std::string& kind, const std::string& subject = {}) {
    PaneContent content;
    content.kind = kind;
    content.subject = subject;
    if (kind == "announcement")
        content.text = "暴雨红色预警";
    if (kind == "title")
        content.title = "标题";
    return content;
}

/// "kind field", or nothing for what is not refused.
template <class T>
QByteArray refusal(const Result<T>& result) {
    if (result)
        return {};
    const auto& why = result.error();
    return QByteArray::fromStdString(std::string(json::name_of(why.kind)) +
                                     (why.field.empty() ? "" : " " + why.field));
}

} // namespace chengyun::test
