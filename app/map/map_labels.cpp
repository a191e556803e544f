#include "app/map/map_labels.h"

#include <QFontMetricsF>
#include <QSGTextNode>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace chengyun::console {
namespace {

QFont font_of(const MapLabel& label) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(std::max(1, int(std::lround(label.px))));
    font.setWeight(QFont::Weight(label.weight));
    if (label.spacing > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, label.spacing);
    return font;
}

std::string key_of(const MapLabel& label) {
    return label.text.toStdString() + '\0' + std::to_string(label.at.x) +
           std::to_string(label.at.y) + '\0' + std::to_string(label.px) +
           std::to_string(label.colour) + '\0' + std::to_string(label.halo);
}

QSGTransformNode* make_node(QQuickWindow& window, const MapLabel& label) {
    QTextLayout layout(label.text, font_of(label));
    layout.setCacheEnabled(true);
    layout.beginLayout();
    layout.createLine().setPosition({0, 0});
    layout.endLayout();
    auto* text = window.createTextNode();
    text->setColor(QColor::fromRgb(label.colour));
    text->setTextStyle(QSGTextNode::Outline);
    QColor halo = QColor::fromRgb(label.halo);
    halo.setAlpha(0xd0);
    text->setStyleColor(halo);
    text->addTextLayout({0, 0}, &layout);
    auto* node = new QSGTransformNode;
    node->appendChildNode(text);
    return node;
}

} // namespace

void MapLabels::place(QQuickWindow& window, const std::vector<MapLabel>& wanted,
                      const MapView& view, std::size_t limit) {
    for (auto& [key, shown] : shown_)
        shown.wanted = false;
    std::vector<QRectF> taken;
    // Wider than the item, so that names do not pop up at its edge while it is panned.
    const double margin = 100;
    const QRectF room(-margin, -margin, view.size.width() + 2 * margin,
                      view.size.height() + 2 * margin);
    for (const MapLabel& label : wanted) {
        if (taken.size() >= limit)
            break;
        const QPointF middle = view.to_item(label.at) + label.shift;
        if (!room.contains(middle))
            continue;
        const std::string key = key_of(label);
        auto found = shown_.find(key);
        QSizeF size;
        if (found != shown_.end()) {
            size = found->second.size;
        } else {
            const QFontMetricsF metrics(font_of(label));
            size = {metrics.horizontalAdvance(label.text), metrics.height()};
        }
        const QRectF rect(middle.x() - size.width() / 2 - 6, middle.y() - size.height() / 2 - 1,
                          size.width() + 12, size.height() + 2);
        if (std::ranges::any_of(taken, [&](const QRectF& r) { return r.intersects(rect); }))
            continue;
        taken.push_back(rect);
        if (found == shown_.end()) {
            found =
                shown_.emplace(key, Shown{make_node(window, label), label.at, label.shift, size})
                    .first;
            appendChildNode(found->second.node);
        }
        found->second.wanted = true;
        put(found->second, view);
    }
    std::erase_if(shown_, [this](const auto& entry) {
        if (entry.second.wanted)
            return false;
        removeChildNode(entry.second.node);
        delete entry.second.node;
        return true;
    });
}

void MapLabels::put(Shown& shown, const MapView& view) const {
    const QPointF middle = view.to_item(shown.at) + shown.shift;
    QMatrix4x4 matrix;
    // On whole pixels text stays crisp.
    matrix.translate(float(std::round(middle.x() - shown.size.width() / 2)),
                     float(std::round(middle.y() - shown.size.height() / 2)));
    shown.node->setMatrix(matrix);
}

void MapLabels::move(const MapView& view) {
    for (auto& [key, shown] : shown_)
        put(shown, view);
}

} // namespace chengyun::console
