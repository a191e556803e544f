// The rota and the figures of a month as spreadsheets.
#pragma once

#include "app/duty/print/figures_table.h"
#include "app/duty/print/rota_table.h"
#include "core/result.h"

#include <QByteArray>

namespace chengyun::console {

/// Head and the columns of posts and times stay while one scrolls; prints on A3.
[[nodiscard]] Result<QByteArray> rotaXlsx(const RotaTable& table);
/// Numbers are numbers, with their sum below; prints on A4.
[[nodiscard]] Result<QByteArray> figuresXlsx(const FiguresTable& table);

} // namespace chengyun::console
