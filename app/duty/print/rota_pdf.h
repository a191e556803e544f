// The rota of a month on paper.
#pragma once

#include "app/duty/print/rota_table.h"

#include <QByteArray>
#include <QPageSize>

namespace chengyun::console {

/// Landscape, A3 or A4, in the language of the screen; the head stands on each page. Days off are
/// shaded, holidays more so. `printed`: when, for the foot. Any thread of
/// a program with a QGuiApplication.
[[nodiscard]] QByteArray rotaPdf(const RotaTable& table, QPageSize::PageSizeId size,
                                 const QString& printed);

} // namespace chengyun::console
