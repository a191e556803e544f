// Refusals in words for people: what happened, and what to do.
#pragma once

#include "core/result.h"

#include <QString>

#include <initializer_list>
#include <string_view>
#include <utility>

namespace chengyun::console {

/// One sentence in the language of the screen.
[[nodiscard]] QString failureText(const Failure& failure);
/// The name of a field of a command ("recipients[2].unit" → "Recipients"); the path itself when
/// nobody has named it.
[[nodiscard]] QString fieldName(const std::string& path);
/// A capability names the fields of its own commands, each by a function that says it in the
/// language of the screen. Fields that commands of several capabilities have (title, text, place …)
/// are named already. GUI thread.
void nameFields(std::initializer_list<std::pair<std::string_view, QString (*)()>> names);
/// Name of the kind as it stands on the wire.
[[nodiscard]] QString kindKey(FailureKind kind);

} // namespace chengyun::console
