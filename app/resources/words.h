// The words for classes, layers, levels and states on screens.
#pragma once

#include "core/resource/resource.h"
#include "core/unit/unit.h"

#include <QString>
#include <QVariantMap>

namespace chengyun::console {

[[nodiscard]] QString layerName(Layer layer);
[[nodiscard]] QString levelName(Level level); ///< "I" … "IV", empty for none
/// Of a resource on `layer`: a team that is committed has been sent, a shelter is in use.
[[nodiscard]] QString availabilityName(Availability state, Layer layer = Layer::rescue_force);
[[nodiscard]] QString unitKindName(UnitKind kind);
/// From the kind table, in the language of the screen.
[[nodiscard]] QString resourceKindName(Layer layer, std::string_view kind);
[[nodiscard]] QString eventKindName(std::string_view kind);
/// "840 m", "3.2 km".
[[nodiscard]] QString distanceText(double metres);
/// What a capacity counts: "1200 persons", "30 pieces" (30 艘, 台, 条 … by kind), "25 members";
/// empty for 0. Supplies of several kinds have no sum: a pump truck is no sandbag.
[[nodiscard]] QString capacityText(Layer layer, std::string_view kind, std::int64_t capacity);

} // namespace chengyun::console
