// The content of a pane between core and QML.
#pragma once

#include "core/wall/board.h"

#include <QVariantMap>

namespace chengyun::console {

/// {kind, subject, title, text, options: {key: value}}; all values are texts.
[[nodiscard]] QVariantMap toMap(const PaneContent& content);
/// What is missing is empty. Values of options are taken as texts.
[[nodiscard]] PaneContent paneContentOf(const QVariantMap& map);

} // namespace chengyun::console
