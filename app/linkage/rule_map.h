// A rule as QML has it.
#pragma once

#include "core/linkage/rule.h"

#include <QVariantMap>

namespace chengyun::console {

/// {id, name, on, wall, screen, event ("issued" …), level ("II", "none"), kinds (list), area, shows
/// ("around" …), minutes, priority}.
[[nodiscard]] QVariantMap ruleMap(const LinkageRule& rule);
/// The same back; what is missing or unknown is as in a new rule. The version is the caller's.
[[nodiscard]] LinkageRule ruleOf(const QVariantMap& map);

} // namespace chengyun::console
