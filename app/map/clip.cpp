#include "app/map/clip.h"

#include <algorithm>
#include <array>

namespace chengyun::console {
namespace {

enum class Side { left, right, top, bottom };

double inside_by(QPointF p, const QRectF& box, Side side) {
    switch (side) {
    case Side::left:
        return p.x() - box.left();
    case Side::right:
        return box.right() - p.x();
    case Side::top:
        return p.y() - box.top();
    case Side::bottom:
        return box.bottom() - p.y();
    }
    return 0;
}

} // namespace

QPolygonF clip_ring(const QPolygonF& ring, const QRectF& box) {
    QPolygonF in = ring;
    for (const Side side : {Side::left, Side::right, Side::top, Side::bottom}) {
        if (in.isEmpty())
            break;
        QPolygonF out;
        out.reserve(in.size() + 8);
        QPointF from = in.back();
        double from_by = inside_by(from, box, side);
        for (const QPointF to : std::as_const(in)) {
            const double to_by = inside_by(to, box, side);
            if ((from_by < 0) != (to_by < 0))
                out.append(from + (to - from) * (from_by / (from_by - to_by)));
            if (to_by >= 0)
                out.append(to);
            from = to;
            from_by = to_by;
        }
        in = std::move(out);
    }
    return in;
}

std::vector<QPolygonF> clip_line(const QPolygonF& line, const QRectF& box) {
    std::vector<QPolygonF> pieces;
    bool open = false;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF d = line[i] - a;
        double enter = 0;
        double leave = 1;
        // Liang and Barsky: each side cuts the interval of the segment that is inside.
        const std::array<std::pair<double, double>, 4> sides{{{-d.x(), a.x() - box.left()},
                                                              {d.x(), box.right() - a.x()},
                                                              {-d.y(), a.y() - box.top()},
                                                              {d.y(), box.bottom() - a.y()}}};
        bool visible = true;
        for (const auto& [p, q] : sides) {
            if (p == 0) {
                visible = visible && q >= 0;
            } else if (p < 0) {
                enter = std::max(enter, q / p);
            } else {
                leave = std::min(leave, q / p);
            }
        }
        if (!visible || enter > leave) {
            open = false;
            continue;
        }
        if (!open || enter > 0) {
            pieces.emplace_back();
            pieces.back().append(a + d * enter);
        }
        pieces.back().append(a + d * leave);
        open = leave >= 1;
    }
    return pieces;
}

} // namespace chengyun::console
