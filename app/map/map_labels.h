// Names on the map, upright at whatever bearing, none over another. Render thread, during
// synchronisation; text goes through Qt Quick's own glyph cache.
#pragma once

#include "app/map/map_view.h"

#include <QColor>
#include <QQuickWindow>
#include <QSGNode>
#include <QString>

#include <unordered_map>
#include <vector>

namespace chengyun::console {

struct MapLabel {
    World at;
    QPointF shift; ///< of the text's middle, logical pixels
    QString text;
    double px = 12; ///< of the font
    QRgb colour = 0;
    QRgb halo = 0; ///< about the letters
    int weight = 400;
    double spacing = 0;
};

class MapLabels : public QSGNode {
public:
    /// Those that come first win. `limit`: how many at most are shown.
    void place(QQuickWindow& window, const std::vector<MapLabel>& wanted, const MapView& view,
               std::size_t limit);
    /// The same labels after the map has moved.
    void move(const MapView& view);

    [[nodiscard]] std::size_t count() const { return shown_.size(); }

private:
    struct Shown {
        QSGTransformNode* node = nullptr;
        World at;
        QPointF shift;
        QSizeF size;
        bool wanted = false;
    };
    void put(Shown& shown, const MapView& view) const;

    std::unordered_map<std::string, Shown> shown_; ///< by text, place and look
};

} // namespace chengyun::console
