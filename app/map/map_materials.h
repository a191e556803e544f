// The two scene-graph materials of the point layer: pictures of the atlas, and cluster rings. Both
// keep pixel offsets upright whatever the map's matrix does, which is why they need it whole.
// Render thread only.
#pragma once

#include "app/map/map_palette.h"

#include <QSGGeometry>
#include <QSGMaterial>
#include <QSGTexture>

namespace chengyun::console {

struct SymbolVertex {
    float x, y;   ///< about the chunk's origin, in the chunk's unit
    float dx, dy; ///< logical pixels
    float u, v;
    float strength; ///< 0…1
};

struct RingVertex {
    float x, y;
    float dx, dy;
    float radius;
    unsigned char shares[4]; ///< summed shares of the first four layers, 255 is the whole turn
};

[[nodiscard]] const QSGGeometry::AttributeSet& symbol_attributes();
[[nodiscard]] const QSGGeometry::AttributeSet& ring_attributes();

class SymbolMaterial : public QSGMaterial {
public:
    /// The texture belongs to the layer's root node and outlives every material.
    explicit SymbolMaterial(QSGTexture* texture);
    [[nodiscard]] QSGMaterialType* type() const override;
    [[nodiscard]] QSGMaterialShader*
    createShader(QSGRendererInterface::RenderMode mode) const override;
    [[nodiscard]] int compare(const QSGMaterial* other) const override;
    [[nodiscard]] QSGTexture* texture() const { return texture_; }

private:
    QSGTexture* texture_;
};

/// Materials of one palette are the same.
class RingMaterial : public QSGMaterial {
public:
    /// The palette has to outlive every material.
    explicit RingMaterial(const MapPalette& palette);
    [[nodiscard]] QSGMaterialType* type() const override;
    [[nodiscard]] QSGMaterialShader*
    createShader(QSGRendererInterface::RenderMode mode) const override;
    [[nodiscard]] int compare(const QSGMaterial* other) const override;
    [[nodiscard]] const MapPalette& palette() const { return palette_; }

private:
    const MapPalette& palette_;
};

} // namespace chengyun::console
