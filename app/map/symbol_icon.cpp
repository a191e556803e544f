#include "app/map/symbol_icon.h"

#include "app/map/map_feed.h"
#include "app/map/symbol_painter.h"

#include <algorithm>

namespace chengyun::console {

SymbolIcon::SymbolIcon(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setImplicitSize(28, 28);
    setAntialiasing(true);
}

template <class T>
void SymbolIcon::assign(T& member, const T& value) {
    if (member == value)
        return;
    member = value;
    Q_EMIT changed();
    update();
}

void SymbolIcon::setLayer(int layer) {
    assign(layer_, std::clamp(layer, -1, int(layer_count) - 1));
}

void SymbolIcon::setKind(const QString& kind) {
    assign(kind_, kind);
}

void SymbolIcon::setState(int state) {
    assign(state_, std::clamp(state, 0, 2));
}

void SymbolIcon::setLevel(int level) {
    assign(level_, std::clamp(level, 0, 4));
}

void SymbolIcon::setDark(bool dark) {
    assign(dark_, dark);
}

void SymbolIcon::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(width() / 2, height() / 2);
    const MapPalette& palette = map_palette(dark_);
    const bool pin = layer_ < 0;
    // A symbol is 29 pixels across, a pin 40 high.
    const double zoom = std::min(width(), height()) / (pin ? 44.0 : 32.0);
    painter->scale(zoom, zoom);
    if (pin) {
        painter->translate(0, 19);
        return paint_pin(*painter, palette, Level(level_), PinState(state_));
    }
    Resource resource;
    resource.layer = Layer(layer_);
    resource.kind = kind_.toStdString();
    paint_symbol(*painter, palette, look_of(resource).kind, Availability(state_));
    if (level_ != 0)
        paint_chip(*painter, palette, Level(level_));
}

} // namespace chengyun::console
