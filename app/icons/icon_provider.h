// Icons for QML: image://icon/<name>/<colour>, where the colour is six hex digits.
#pragma once

#include <QQuickImageProvider>

namespace chengyun::console {

/// Draws the icon's SVG with `currentColor` replaced, at the size the Image asks for (sourceSize),
/// 24 pixels square when it asks for none. An unknown name gives an empty image and a warning.
/// Any thread: it keeps no state.
class IconProvider : public QQuickImageProvider {
public:
    IconProvider();
    QImage requestImage(const QString& id, QSize* size, const QSize& requested) override;
};

} // namespace chengyun::console
