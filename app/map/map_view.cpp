#include "app/map/map_view.h"

namespace chengyun::console {

QPointF MapView::to_item(World at) const {
    const double px = world_px(zoom);
    const double dx = (at.x - centre.x) * px;
    const double dy = (at.y - centre.y) * px;
    const double turn = -bearing * std::numbers::pi / 180;
    return {size.width() / 2 + dx * std::cos(turn) - dy * std::sin(turn),
            size.height() / 2 + dx * std::sin(turn) + dy * std::cos(turn)};
}

World MapView::to_world(QPointF at) const {
    const double px = world_px(zoom);
    const double dx = at.x() - size.width() / 2;
    const double dy = at.y() - size.height() / 2;
    const double turn = bearing * std::numbers::pi / 180;
    return {centre.x + (dx * std::cos(turn) - dy * std::sin(turn)) / px,
            centre.y + (dx * std::sin(turn) + dy * std::cos(turn)) / px};
}

WorldBox MapView::box(double margin) const {
    WorldBox box;
    const double w = size.width() + margin;
    const double h = size.height() + margin;
    for (const QPointF corner :
         {QPointF(-margin, -margin), QPointF(w, -margin), QPointF(-margin, h), QPointF(w, h)})
        box.include(to_world(corner));
    return box;
}

QMatrix4x4 MapView::matrix(World origin) const {
    const QPointF at = to_item(origin);
    const auto px = float(world_px(zoom));
    QMatrix4x4 matrix;
    matrix.translate(float(at.x()), float(at.y()));
    matrix.rotate(float(-bearing), 0, 0, 1);
    matrix.scale(px, px, 1);
    return matrix;
}

} // namespace chengyun::console
