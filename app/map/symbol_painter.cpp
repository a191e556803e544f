#include "app/map/symbol_painter.h"

#include "app/map/glyphs.h"
#include "app/map/symbol_shapes.h"
#include "core/resource/kinds.h"

#include <algorithm>
#include <cmath>

namespace chengyun::console {
namespace {

QColor with_alpha(QRgb colour, int alpha) {
    QColor c = QColor::fromRgb(colour);
    c.setAlpha(alpha);
    return c;
}

const char16_t* numeral(Level level) {
    switch (level) {
    case Level::I:
        return u"I";
    case Level::II:
        return u"II";
    case Level::III:
        return u"III";
    case Level::IV:
        return u"IV";
    case Level::none:
        break;
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

} // namespace

QFont symbol_font(double px, QFont::Weight weight) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(std::max(1, int(std::lround(px))));
    font.setWeight(weight);
    return font;
}

void paint_symbol(QPainter& painter, const MapPalette& palette, std::size_t kind,
                  Availability state) {
    const Layer layer = resource_kinds()[kind].layer;
    const QPainterPath shape = shape_of(layer);
    const QColor colour = QColor::fromRgb(palette.layer(layer));
    const QPen shadow(with_alpha(palette.ground, 150), 5, Qt::SolidLine, Qt::RoundCap,
                      Qt::RoundJoin);
    painter.strokePath(shape, shadow);
    const auto edge = [&](const QColor& c) {
        painter.strokePath(shape, QPen(c, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    switch (state) {
    case Availability::available:
        painter.fillPath(shape, with_alpha(palette.raised, 245));
        edge(colour);
        return paint_glyph(painter, kind, glyph_place(layer), colour);
    case Availability::committed:
        painter.fillPath(shape, colour);
        edge(colour);
        return paint_glyph(painter, kind, glyph_place(layer), QColor::fromRgb(palette.ink));
    case Availability::unavailable:
        break;
    }
    QColor faint = colour;
    faint.setAlphaF(0.5F);
    painter.fillPath(shape, with_alpha(palette.surface, 235));
    edge(faint);
    paint_glyph(painter, kind, glyph_place(layer), faint);
    painter.setPen(QPen(with_alpha(palette.ground, 220), 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-11, 11), QPointF(11, -11));
    painter.setPen(QPen(with_alpha(palette.text, 210), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-11, 11), QPointF(11, -11));
}

void paint_pin(QPainter& painter, const MapPalette& palette, Level level, PinState state) {
    const QPainterPath shape = pin_shape();
    painter.strokePath(shape, QPen(with_alpha(palette.ground, 190), 6, Qt::SolidLine, Qt::RoundCap,
                                   Qt::RoundJoin));
    // A fresh order has an edge of the text's colour: nobody has acknowledged it yet.
    const QRgb edge = state == PinState::fresh  ? palette.text
                      : state == PinState::late ? palette.late
                                                : palette.ground;
    painter.strokePath(shape, QPen(QColor::fromRgb(edge), state == PinState::active ? 2 : 3.6,
                                   Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(shape, QColor::fromRgb(level_colour(level, palette.quiet_text)));
    painter.setFont(symbol_font(level == Level::III ? 13 : 14, QFont::Black));
    painter.setPen(QColor::fromRgb(level_ink));
    painter.drawText(QRectF(-15, pin_head_y - 15, 30, 29), Qt::AlignCenter,
                     QString::fromUtf16(numeral(level)));
    if (state != PinState::late)
        return;
    // A clock at the shoulder: its time is over.
    const QPointF at(11, pin_head_y - 10);
    painter.setPen(QPen(QColor::fromRgb(palette.ground), 1.5));
    painter.setBrush(QColor::fromRgb(palette.late));
    painter.drawEllipse(at, 6.5, 6.5);
    painter.setPen(QPen(QColor::fromRgb(palette.ink), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at, at + QPointF(0, -3.6));
    painter.drawLine(at, at + QPointF(2.8, 0));
}

void paint_chip(QPainter& painter, const MapPalette& palette, Level level) {
    const QRectF chip(3.5, 4, level == Level::III ? 15 : 13, 11.5);
    painter.setPen(QPen(QColor::fromRgb(palette.ground), 1.6));
    painter.setBrush(QColor::fromRgb(level_colour(level, palette.quiet_text)));
    painter.drawRoundedRect(chip, 3, 3);
    painter.setFont(symbol_font(9, QFont::Black));
    painter.setPen(QColor::fromRgb(level_ink));
    painter.drawText(chip, Qt::AlignCenter, QString::fromUtf16(numeral(level)));
}

void paint_halo(QPainter& painter, const MapPalette& palette, QPointF middle, double radius,
                Halo halo) {
    const bool selected = halo == Halo::selected;
    painter.setBrush(with_alpha(palette.accent, selected ? 60 : 28));
    painter.setPen(QPen(with_alpha(selected ? palette.accent : palette.text, selected ? 255 : 170),
                        selected ? 2.4 : 1.4));
    painter.drawEllipse(middle, radius, radius);
}

} // namespace chengyun::console
