#include "app/map/base_map.h"

#include "app/map/clip.h"
#include "app/map/map_palette.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace chengyun::console {

int FeatureGrid::column(double x) const {
    const double width = std::max(extent_.right - extent_.left, 1e-12);
    return std::clamp(int((x - extent_.left) / width * side), 0, side - 1);
}

int FeatureGrid::row(double y) const {
    const double height = std::max(extent_.bottom - extent_.top, 1e-12);
    return std::clamp(int((y - extent_.top) / height * side), 0, side - 1);
}

void FeatureGrid::build(std::vector<WorldBox> boxes) {
    boxes_ = std::move(boxes);
    extent_ = {};
    cells_.assign(std::size_t(side) * side, {});
    for (const auto& box : boxes_) {
        if (box.empty())
            continue;
        extent_.include({box.left, box.top});
        extent_.include({box.right, box.bottom});
    }
    for (std::uint32_t i = 0; i < boxes_.size(); ++i) {
        const auto& box = boxes_[i];
        if (box.empty())
            continue;
        for (int r = row(box.top); r <= row(box.bottom); ++r)
            for (int c = column(box.left); c <= column(box.right); ++c)
                cells_[std::size_t(r) * side + std::size_t(c)].push_back(i);
    }
}

std::vector<std::uint32_t> FeatureGrid::find(const WorldBox& box) const {
    std::vector<std::uint32_t> found;
    if (extent_.empty() || !extent_.intersects(box))
        return found;
    for (int r = row(box.top); r <= row(box.bottom); ++r)
        for (int c = column(box.left); c <= column(box.right); ++c)
            for (const auto i : cells_[std::size_t(r) * side + std::size_t(c)])
                if (boxes_[i].intersects(box))
                    found.push_back(i);
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

/// One tile being painted.
class BaseMap::Painting {
public:
    Painting(const BaseMap& map, TileKey key, int side, const QString& language,
             const MapPalette& palette)
        : map_(map), palette_(palette), key_(key), side_(side), unit_(side / world_px_at_zoom_0),
          scale_(std::ldexp(double(side), key.z)), box_(key.box()), english_(language == u"en"),
          image_(side, side, QImage::Format_RGB32) {}

    QImage run() {
        image_.fill(palette_.ground);
        QPainter painter(&image_);
        painter.setRenderHint(QPainter::Antialiasing);
        paint_graticule(painter);
        paint_water(painter);
        paint_names(painter);
        painter.end();
        return image_;
    }

private:
    [[nodiscard]] QPointF px(World at) const {
        return {(at.x - box_.left) * scale_, (at.y - box_.top) * scale_};
    }

    /// Ring or line in pixels, without vertices closer than half a pixel to the one before.
    [[nodiscard]] QPolygonF thinned(const std::vector<World>& line) const {
        QPolygonF out;
        out.reserve(qsizetype(line.size()));
        for (std::size_t i = 0; i < line.size(); ++i) {
            const QPointF p = px(line[i]);
            if (!out.isEmpty() && i + 1 < line.size()) {
                const QPointF d = p - out.back();
                if (std::abs(d.x()) + std::abs(d.y()) < 0.5)
                    continue;
            }
            out.append(p);
        }
        return out;
    }

    void paint_graticule(QPainter& painter) const {
        // Lines at the step whose cells are some 200 to 600 pixels wide.
        double step = 30;
        for (const double next : {10.0, 5.0, 1.0, 0.5, 0.1, 0.05, 0.01, 0.005, 0.001})
            if (next / 360 * std::ldexp(world_px_at_zoom_0, key_.z) >= 180)
                step = next;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(QColor::fromRgb(palette_.graticule), unit_));
        const Place north_west = place_of({box_.left, box_.top});
        const Place south_east = place_of({box_.right, box_.bottom});
        for (auto i = qint64(std::ceil(north_west.lon / step)); double(i) * step <= south_east.lon;
             ++i) {
            const double x = px(world_of({double(i) * step, 0})).x();
            painter.drawLine(QPointF(x, 0), QPointF(x, side_));
        }
        for (auto i = qint64(std::ceil(south_east.lat / step)); double(i) * step <= north_west.lat;
             ++i) {
            const double y = px(world_of({0, double(i) * step})).y();
            painter.drawLine(QPointF(0, y), QPointF(side_, y));
        }
        painter.setRenderHint(QPainter::Antialiasing, true);
    }

    void paint_water(QPainter& painter) const {
        const double margin = 8 * unit_;
        const QRectF cut = QRectF(0, 0, side_, side_).adjusted(-margin, -margin, margin, margin);
        QPainterPath fill;
        fill.setFillRule(Qt::OddEvenFill);
        QPainterPath shores;
        for (const auto i : map_.grid_.find(box_.grown(margin / scale_))) {
            const Shape& shape = map_.shapes_[i];
            for (const auto& ring : shape.rings) {
                const QPolygonF line = thinned(ring);
                if (!shape.filled) {
                    paint_river(painter, line, cut, shape.width_m);
                    continue;
                }
                if (const QPolygonF inside = clip_ring(line, cut); inside.size() > 2) {
                    fill.addPolygon(inside);
                    fill.closeSubpath();
                }
                for (const auto& piece : clip_line(line, cut))
                    shores.addPolygon(piece);
            }
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromRgb(palette_.water));
        painter.drawPath(fill);
        painter.setBrush(Qt::NoBrush);
        // A soft edge under a fine one: the shore reads at a glance and stays quiet.
        QColor soft = QColor::fromRgb(palette_.shore);
        soft.setAlpha(70);
        painter.setPen(QPen(soft, 3.2 * unit_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(shores);
        const double fine = key_.z < 9 ? 0.5 : 0.9;
        painter.setPen(QPen(QColor::fromRgb(palette_.shore), fine * unit_, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(shores);
    }

    void paint_river(QPainter& painter, const QPolygonF& line, const QRectF& cut,
                     double width_m) const {
        const double latitude = place_of({0.5, (box_.top + box_.bottom) / 2}).lat;
        const double wide = width_m / metres_per_px(latitude, key_.z) * unit_;
        painter.setPen(QPen(QColor::fromRgb(palette_.water), std::max(wide, unit_), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        for (const auto& piece : clip_line(line, cut))
            painter.drawPolyline(piece);
    }

    struct Look {
        double size;
        QRgb colour;
        bool italic;
        int from, to; ///< zooms at which it is shown
        double spacing;
    };

    [[nodiscard]] Look look_of(const Name& name) const {
        switch (name.kind) {
        case NameKind::city:
            return {17, palette_.quiet_text, false, 5, 11, 3};
        case NameKind::district:
            return {13.5, palette_.place_text, false, 9, 14, 2};
        case NameKind::town:
            return {12, palette_.place_text, false, 11, 16, 1};
        case NameKind::river:
            return {12.5, palette_.water_text, true, 9, 16, 4};
        case NameKind::lake:
            return {11.5, palette_.water_text, true, 11, 17, 1};
        }
        return {12, palette_.place_text, false, 10, 15, 0};
    }

    /// Names go by rank and give way to those before them; every tile comes to the same decision
    /// because all of them are placed anew about the same pixel of the world.
    void paint_names(QPainter& painter) const {
        std::vector<QRectF> taken;
        const QRectF tile(0, 0, side_, side_);
        for (const Name& name : map_.names_) {
            const Look look = look_of(name);
            if (key_.z < look.from + std::min(name.rank, 3) - 1 || key_.z > look.to)
                continue;
            QFont font(QStringLiteral("Noto Sans CJK SC"));
            font.setPixelSize(std::max(1, int(std::lround(look.size * unit_))));
            font.setItalic(look.italic);
            font.setLetterSpacing(QFont::AbsoluteSpacing, english_ ? 0 : look.spacing * unit_);
            const QString& text = english_ ? name.en : name.zh;
            const QFontMetricsF metrics(font);
            const QSizeF extent(metrics.horizontalAdvance(text), metrics.height());
            const QPointF at = px(name.at);
            const QRectF rect(at.x() - extent.width() / 2, at.y() - extent.height() / 2,
                              extent.width(), extent.height());
            const QRectF room = rect.adjusted(-8 * unit_, -4 * unit_, 8 * unit_, 4 * unit_);
            if (std::ranges::any_of(taken, [&](const QRectF& r) { return r.intersects(room); }))
                continue;
            taken.push_back(room);
            if (!rect.adjusted(-4, -4, 4, 4).intersects(tile))
                continue;
            QPainterPath letters;
            letters.addText(rect.left(), rect.top() + metrics.ascent(), font, text);
            QColor halo = QColor::fromRgb(palette_.ground);
            halo.setAlpha(200);
            painter.strokePath(letters,
                               QPen(halo, 3 * unit_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.fillPath(letters, QColor::fromRgb(look.colour));
        }
    }

    const BaseMap& map_;
    const MapPalette& palette_;
    TileKey key_;
    int side_;
    double unit_; ///< pixels of the picture to one logical pixel of the map
    double scale_;
    WorldBox box_;
    bool english_;
    QImage image_;
};

QImage BaseMap::paint(TileKey key, int side, const QString& language,
                      const MapPalette& palette) const {
    return Painting(*this, key, side, language, palette).run();
}

} // namespace chengyun::console
