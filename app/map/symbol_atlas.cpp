#include "app/map/symbol_atlas.h"

#include "app/map/symbol_painter.h"
#include "app/map/symbol_shapes.h"
#include "core/resource/kinds.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <functional>
#include <string_view>

namespace chengyun::console {
namespace {

constexpr std::string_view figures = "0123456789.k";

} // namespace

/// Lays pictures out in shelves and paints them.
class SymbolAtlas::Painting {
public:
    Painting(double pixel_ratio, double scale) : zoom_(pixel_ratio * scale), scale_(scale) {
        side_ = 512;
        while (side_ < 700 * zoom_)
            side_ *= 2;
        image_ = QImage(side_, side_, QImage::Format_RGBA8888_Premultiplied);
        image_.fill(Qt::transparent);
    }

    /// `box`: the picture's extent about the marked point, at scale 1.
    Sprite add(QRectF box, const std::function<void(QPainter&)>& paint) {
        // Whole pixels with one to spare, so that neighbours never bleed into each other.
        const int w = int(std::ceil(box.width() * zoom_));
        const int h = int(std::ceil(box.height() * zoom_));
        if (x_ + w + 1 > side_) {
            x_ = 1;
            y_ += shelf_ + 1;
            shelf_ = 0;
        }
        shelf_ = std::max(shelf_, h);
        if (y_ + h + 1 > image_.height())
            grow();
        QPainter painter(&image_);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(x_, y_, w, h);
        painter.translate(x_, y_);
        painter.scale(zoom_, zoom_);
        painter.translate(-box.topLeft());
        paint(painter);
        Sprite sprite;
        const double unit = zoom_ / scale_;
        sprite.box = {box.left() * scale_, box.top() * scale_, w / unit, h / unit};
        sprite.uv = QRectF(x_, y_, w, h);
        x_ += w + 1;
        return sprite;
    }

    QImage image() const { return image_; }
    /// Pixels to 0…1, once the height is known.
    void settle(Sprite& sprite) const {
        sprite.uv = {sprite.uv.x() / image_.width(), sprite.uv.y() / image_.height(),
                     sprite.uv.width() / image_.width(), sprite.uv.height() / image_.height()};
    }

private:
    void grow() {
        QImage larger(image_.width(), image_.height() * 2, image_.format());
        larger.fill(Qt::transparent);
        QPainter(&larger).drawImage(0, 0, image_);
        image_ = larger;
    }

    double zoom_;
    double scale_;
    int side_ = 0;
    int x_ = 1, y_ = 1, shelf_ = 0;
    QImage image_;
};

SymbolAtlas SymbolAtlas::paint(double pixel_ratio, double scale, const MapPalette& palette) {
    Painting painting(pixel_ratio, scale);
    SymbolAtlas atlas;
    atlas.scale_ = scale;
    atlas.palette_ = &palette;
    const double m = symbol_margin;
    const QRectF around(-m, -m, 2 * m, 2 * m);
    const QRectF pin_box(-22, -44, 44, 48);

    for (std::size_t kind = 0; kind < resource_kinds().size(); ++kind)
        for (int state = 0; state < 3; ++state)
            atlas.symbols_.push_back(painting.add(around, [&](QPainter& painter) {
                paint_symbol(painter, palette, kind, Availability(state));
            }));
    for (int level = 1; level <= 4; ++level)
        atlas.chips_[std::size_t(level)] = painting.add(
            around, [&](QPainter& painter) { paint_chip(painter, palette, Level(level)); });
    for (int level = 0; level <= 4; ++level)
        for (int state = 0; state < 3; ++state)
            atlas.pins_[std::size_t(level * 3 + state)] =
                painting.add(pin_box, [&](QPainter& painter) {
                    paint_pin(painter, palette, Level(level), PinState(state));
                });
    for (int halo = 0; halo < 2; ++halo) {
        atlas.halos_[std::size_t(halo)] = painting.add({-24, -24, 48, 48}, [&](QPainter& painter) {
            paint_halo(painter, palette, {}, 20.5, Halo(halo));
        });
        atlas.pin_halos_[std::size_t(halo)] =
            painting.add({-24, -48, 48, 48}, [&](QPainter& painter) {
                paint_halo(painter, palette, {0, pin_head_y}, 20.5, Halo(halo));
            });
    }
    const QFont font = symbol_font(13, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const QString text{QLatin1Char(figures[i])};
        const double width = metrics.horizontalAdvance(text);
        atlas.figures_[i] = painting.add({0, -9, width, 18}, [&](QPainter& painter) {
            painter.setFont(font);
            painter.setPen(QColor::fromRgb(palette.text));
            painter.drawText(QPointF(0, metrics.capHeight() / 2), text);
        });
    }
    const auto settle = [&](auto& group) {
        for (Sprite& sprite : group)
            painting.settle(sprite);
    };
    settle(atlas.symbols_);
    settle(atlas.chips_);
    settle(atlas.pins_);
    settle(atlas.halos_);
    settle(atlas.pin_halos_);
    settle(atlas.figures_);
    atlas.image_ = painting.image();
    return atlas;
}

const Sprite& SymbolAtlas::symbol(PointLook look) const {
    return symbols_[std::size_t(look.kind) * 3 + std::min<std::size_t>(look.state, 2)];
}

const Sprite& SymbolAtlas::pin(Level level, PinState state) const {
    return pins_[std::size_t(level) * 3 + std::size_t(state)];
}

const Sprite& SymbolAtlas::figure(char c) const {
    const auto i = figures.find(c);
    return figures_[i == std::string_view::npos ? figures.find('.') : i];
}

} // namespace chengyun::console
