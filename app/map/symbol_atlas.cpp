#include "app/map/symbol_atlas.h"

#include "app/map/glyphs.h"
#include "app/map/symbol_shapes.h"
#include "app/map/theme.h"
#include "core/resource/kinds.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <functional>
#include <string_view>

namespace chengyun::console {
namespace {

constexpr std::string_view figures = "0123456789.k";
constexpr double symbol_margin = 18; ///< shape, outline and shadow
constexpr QRgb ink = 0xff0b1017;     ///< on the bright level colours

QColor with_alpha(QRgb colour, int alpha) {
    QColor c = QColor::fromRgb(colour);
    c.setAlpha(alpha);
    return c;
}

QFont font_of(double px, QFont::Weight weight) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(std::max(1, int(std::lround(px))));
    font.setWeight(weight);
    return font;
}

const char16_t* numeral(Level level) {
    switch (level) {
    case Level::I: return u"I";
    case Level::II: return u"II";
    case Level::III: return u"III";
    case Level::IV: return u"IV";
    case Level::none: break;
    }
    return u"!";
}

void paint_glyph(QPainter& painter, std::size_t kind, GlyphPlace place, const QColor& colour) {
    const Glyph glyph = glyph_of_kind(kind);
    painter.save();
    painter.translate(place.middle);
    painter.scale(place.side / 16, place.side / 16);
    painter.translate(-8, -8);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(glyph.lines);
    painter.fillPath(glyph.solid, colour);
    painter.restore();
}

/// available: dark with a coloured edge. committed: filled. unavailable: faint and struck through.
void paint_symbol(QPainter& painter, std::size_t kind, Availability state) {
    const Layer layer = resource_kinds()[kind].layer;
    const QPainterPath shape = shape_of(layer);
    const QColor colour = QColor::fromRgb(theme::layer(layer));
    const QPen shadow(with_alpha(theme::ground, 150), 5, Qt::SolidLine, Qt::RoundCap,
                      Qt::RoundJoin);
    painter.strokePath(shape, shadow);
    const auto edge = [&](const QColor& c) {
        painter.strokePath(shape, QPen(c, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    switch (state) {
    case Availability::available:
        painter.fillPath(shape, with_alpha(theme::raised, 245));
        edge(colour);
        return paint_glyph(painter, kind, glyph_place(layer), colour);
    case Availability::committed:
        painter.fillPath(shape, colour);
        edge(colour);
        return paint_glyph(painter, kind, glyph_place(layer), QColor::fromRgb(ink));
    case Availability::unavailable:
        break;
    }
    QColor faint = colour;
    faint.setAlphaF(0.5F);
    painter.fillPath(shape, with_alpha(theme::surface, 235));
    edge(faint);
    paint_glyph(painter, kind, glyph_place(layer), faint);
    painter.setPen(QPen(with_alpha(theme::ground, 220), 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-11, 11), QPointF(11, -11));
    painter.setPen(QPen(with_alpha(theme::text, 210), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-11, 11), QPointF(11, -11));
}

void paint_pin(QPainter& painter, Level level, PinState state) {
    const QPainterPath shape = pin_shape();
    painter.strokePath(shape, QPen(with_alpha(theme::ground, 190), 6, Qt::SolidLine, Qt::RoundCap,
                                   Qt::RoundJoin));
    // A fresh order has a white edge: nobody has acknowledged it yet.
    const QRgb edge = state == PinState::fresh  ? theme::text
                      : state == PinState::late ? theme::late
                                                : theme::ground;
    painter.strokePath(shape, QPen(QColor::fromRgb(edge), state == PinState::active ? 2 : 3.6,
                                   Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(shape, QColor::fromRgb(theme::level(level)));
    painter.setFont(font_of(level == Level::III ? 13 : 14, QFont::Black));
    painter.setPen(QColor::fromRgb(ink));
    painter.drawText(QRectF(-15, pin_head_y - 15, 30, 29), Qt::AlignCenter,
                     QString::fromUtf16(numeral(level)));
    if (state != PinState::late)
        return;
    // A clock at the shoulder: its time is over.
    const QPointF at(11, pin_head_y - 10);
    painter.setPen(QPen(QColor::fromRgb(theme::ground), 1.5));
    painter.setBrush(QColor::fromRgb(theme::late));
    painter.drawEllipse(at, 6.5, 6.5);
    painter.setPen(QPen(QColor::fromRgb(ink), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at, at + QPointF(0, -3.6));
    painter.drawLine(at, at + QPointF(2.8, 0));
}

void paint_chip(QPainter& painter, Level level) {
    const QRectF chip(3.5, 4, level == Level::III ? 15 : 13, 11.5);
    painter.setPen(QPen(QColor::fromRgb(theme::ground), 1.6));
    painter.setBrush(QColor::fromRgb(theme::level(level)));
    painter.drawRoundedRect(chip, 3, 3);
    painter.setFont(font_of(9, QFont::Black));
    painter.setPen(QColor::fromRgb(ink));
    painter.drawText(chip, Qt::AlignCenter, QString::fromUtf16(numeral(level)));
}

void paint_halo(QPainter& painter, QPointF middle, double radius, Halo halo) {
    const bool selected = halo == Halo::selected;
    painter.setBrush(with_alpha(theme::accent, selected ? 60 : 28));
    painter.setPen(QPen(with_alpha(selected ? theme::accent : theme::text, selected ? 255 : 170),
                        selected ? 2.4 : 1.4));
    painter.drawEllipse(middle, radius, radius);
}

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

SymbolAtlas SymbolAtlas::paint(double pixel_ratio, double scale) {
    Painting painting(pixel_ratio, scale);
    SymbolAtlas atlas;
    atlas.scale_ = scale;
    const double m = symbol_margin;
    const QRectF around(-m, -m, 2 * m, 2 * m);
    const QRectF pin_box(-22, -44, 44, 48);

    for (std::size_t kind = 0; kind < resource_kinds().size(); ++kind)
        for (int state = 0; state < 3; ++state)
            atlas.symbols_.push_back(painting.add(around, [&](QPainter& painter) {
                paint_symbol(painter, kind, Availability(state));
            }));
    for (int level = 1; level <= 4; ++level)
        atlas.chips_[std::size_t(level)] = painting.add(
            around, [&](QPainter& painter) { paint_chip(painter, Level(level)); });
    for (int level = 0; level <= 4; ++level)
        for (int state = 0; state < 3; ++state)
            atlas.pins_[std::size_t(level * 3 + state)] =
                painting.add(pin_box, [&](QPainter& painter) {
                    paint_pin(painter, Level(level), PinState(state));
                });
    for (int halo = 0; halo < 2; ++halo) {
        atlas.halos_[std::size_t(halo)] =
            painting.add({-24, -24, 48, 48}, [&](QPainter& painter) {
                paint_halo(painter, {}, 20.5, Halo(halo));
            });
        atlas.pin_halos_[std::size_t(halo)] =
            painting.add({-24, -48, 48, 48}, [&](QPainter& painter) {
                paint_halo(painter, {0, pin_head_y}, 20.5, Halo(halo));
            });
    }
    const QFont font = font_of(13, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const QString text{QLatin1Char(figures[i])};
        const double width = metrics.horizontalAdvance(text);
        atlas.figures_[i] = painting.add({0, -9, width, 18}, [&](QPainter& painter) {
            painter.setFont(font);
            painter.setPen(QColor::fromRgb(theme::text));
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
