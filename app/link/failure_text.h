// Refusals in words for people: what happened, and what to do.
#pragma once

#include "core/result.h"

#include <QString>

namespace chengyun::console {

/// One sentence in the language of the screen.
[[nodiscard]] QString failureText(const Failure& failure);
/// The name of a field of a command ("recipients" → "Recipients"); the path itself when unknown.
[[nodiscard]] QString fieldName(const std::string& path);
/// Name of the kind as it stands on the wire.
[[nodiscard]] QString kindKey(FailureKind kind);

} // namespace chengyun::console
