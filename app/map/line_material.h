// Lines of a width in pixels, smooth at their edges. Render thread only.
#pragma once

#include <QRgb>
#include <QSGGeometry>
#include <QSGMaterial>

namespace chengyun::console {

struct LineVertex {
    float x, y;        ///< about the chunk's origin
    float dx, dy;      ///< direction of the segment, length 1
    float along, side; ///< −1 or 1: which end, which edge
};

[[nodiscard]] const QSGGeometry::AttributeSet& line_attributes();

class LineMaterial : public QSGMaterial {
public:
    LineMaterial(QRgb colour, float opacity, float width);
    [[nodiscard]] QSGMaterialType* type() const override;
    [[nodiscard]] QSGMaterialShader*
    createShader(QSGRendererInterface::RenderMode mode) const override;
    [[nodiscard]] int compare(const QSGMaterial* other) const override;

    QRgb colour;
    float opacity;
    float width; ///< logical pixels
};

} // namespace chengyun::console
