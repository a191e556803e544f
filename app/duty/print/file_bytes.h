// A finished document becomes a file as a whole, or not at all.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QUrl>

namespace chengyun::console {

/// Any thread. unavailable ("disk") when the file cannot be written; what was there before stays.
[[nodiscard]] Result<> writeBytes(const QUrl& file, const QByteArray& bytes);

} // namespace chengyun::console
