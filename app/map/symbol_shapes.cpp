#include "app/map/symbol_shapes.h"

#include <QPolygonF>

#include <cmath>

namespace chengyun::console {
namespace {

/// A polygon with its corners cut round.
QPainterPath rounded(const QPolygonF& corners, double radius) {
    QPainterPath path;
    const qsizetype n = corners.size();
    for (qsizetype i = 0; i < n; ++i) {
        const QPointF corner = corners[i];
        const auto towards = [&](QPointF other) {
            const QPointF d = other - corner;
            return corner + d * (radius / std::hypot(d.x(), d.y()));
        };
        const QPointF in = towards(corners[(i + n - 1) % n]);
        const QPointF out = towards(corners[(i + 1) % n]);
        if (i == 0)
            path.moveTo(in);
        else
            path.lineTo(in);
        path.quadTo(corner, out);
    }
    path.closeSubpath();
    return path;
}

} // namespace

QPainterPath shape_of(Layer layer) {
    QPainterPath path;
    switch (layer) {
    case Layer::risk:
        return rounded({{0, -13.5}, {14, 11}, {-14, 11}}, 4);
    case Layer::supply:
        path.addRoundedRect(QRectF(-11, -11, 22, 22), 3.5, 3.5);
        return path;
    case Layer::rescue_force:
        path.moveTo(-11, -10.5);
        path.cubicTo(-6, -10.5, -3, -11.5, 0, -13);
        path.cubicTo(3, -11.5, 6, -10.5, 11, -10.5);
        path.lineTo(11, -1);
        path.cubicTo(11, 6, 6, 10.5, 0, 13.5);
        path.cubicTo(-6, 10.5, -11, 6, -11, -1);
        path.closeSubpath();
        return path;
    case Layer::shelter:
        return rounded({{0, -13.5}, {12.5, -3.5}, {12.5, 11}, {-12.5, 11}, {-12.5, -3.5}}, 3);
    case Layer::camera:
        break;
    }
    path.addEllipse(QPointF(), 11.5, 11.5);
    return path;
}

GlyphPlace glyph_place(Layer layer) {
    switch (layer) {
    case Layer::risk:
        return {{0, 4}, 11.5};
    case Layer::supply:
        return {{0, 0}, 14.5};
    case Layer::rescue_force:
        return {{0, -0.8}, 14};
    case Layer::shelter:
        return {{0, 2}, 14};
    case Layer::camera:
        break;
    }
    return {{0, 0}, 14};
}

QPainterPath pin_shape() {
    // A circle and the two tangents from it to the tip.
    const double r = pin_head_radius;
    const double half = std::acos(r / -pin_head_y) * 180 / M_PI;
    QPainterPath path;
    const QRectF head(-r, pin_head_y - r, 2 * r, 2 * r);
    path.moveTo(0, 0);
    path.arcTo(head, 270 + half, 360 - 2 * half);
    path.closeSubpath();
    return path;
}

} // namespace chengyun::console
