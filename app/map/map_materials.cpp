#include "app/map/map_materials.h"

#include "app/map/point_set.h"

#include <QMatrix4x4>
#include <QSGMaterialShader>

#include <array>
#include <cstddef>
#include <cstring>
#include <functional>

namespace chengyun::console {
namespace {

/// The start of both uniform blocks, std140.
struct CommonBlock {
    float matrix[16];
    float pixel[4];
};

/// Fills the common start; true when something changed.
bool update_common(QSGMaterialShader::RenderState& state, char* block) {
    if (!state.isMatrixDirty())
        return false;
    const QMatrix4x4 matrix = state.combinedMatrix();
    std::memcpy(block + offsetof(CommonBlock, matrix), matrix.constData(), 64);
    // Logical pixels straight to clip space: the projection without the map's turning and scaling.
    const QMatrix4x4 projection = state.projectionMatrix();
    const std::array<float, 4> pixel{projection(0, 0), projection(1, 0), projection(0, 1),
                                     projection(1, 1)};
    std::memcpy(block + offsetof(CommonBlock, pixel), pixel.data(), 16);
    return true;
}

void put_colour(char* at, QRgb colour, float alpha) {
    const std::array<float, 4> premultiplied{float(qRed(colour)) / 255 * alpha,
                                             float(qGreen(colour)) / 255 * alpha,
                                             float(qBlue(colour)) / 255 * alpha, alpha};
    std::memcpy(at, premultiplied.data(), 16);
}

class SymbolShader : public QSGMaterialShader {
public:
    SymbolShader() {
        setShaderFileName(VertexStage, QStringLiteral(":/chengyun/map/shaders/symbol.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/chengyun/map/shaders/symbol.frag.qsb"));
    }
    bool updateUniformData(RenderState& state, QSGMaterial*, QSGMaterial*) override {
        char* block = state.uniformData()->data();
        bool changed = update_common(state, block);
        if (state.isOpacityDirty()) {
            const float opacity = state.opacity();
            std::memcpy(block + sizeof(CommonBlock), &opacity, 4);
            changed = true;
        }
        return changed;
    }
    void updateSampledImage(RenderState& state, int binding, QSGTexture** texture,
                            QSGMaterial* material, QSGMaterial*) override {
        if (binding != 1)
            return;
        auto* atlas = static_cast<SymbolMaterial*>(material)->texture();
        atlas->commitTextureOperations(state.rhi(), state.resourceUpdateBatch());
        *texture = atlas;
    }
};

class RingShader : public QSGMaterialShader {
public:
    RingShader() {
        setShaderFileName(VertexStage, QStringLiteral(":/chengyun/map/shaders/ring.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/chengyun/map/shaders/ring.frag.qsb"));
    }
    bool updateUniformData(RenderState& state, QSGMaterial* material,
                           QSGMaterial* before) override {
        char* block = state.uniformData()->data();
        bool changed = update_common(state, block);
        const auto& palette = static_cast<RingMaterial*>(material)->palette();
        constexpr std::size_t colours = sizeof(CommonBlock);
        constexpr std::size_t rest = colours + 16 * (2 + layer_count);
        if (!before || &static_cast<RingMaterial*>(before)->palette() != &palette) {
            put_colour(block + colours, palette.ground, 1);
            put_colour(block + colours + 16, palette.surface, 0.94F);
            for (std::size_t i = 0; i < layer_count; ++i)
                put_colour(block + colours + 16 * (i + 2), palette.layer(Layer(i)), 1);
            changed = true;
        }
        if (!before || state.isOpacityDirty() || state.isMatrixDirty()) {
            const std::array<float, 2> values{state.opacity(), float(state.devicePixelRatio())};
            std::memcpy(block + rest, values.data(), 8);
            changed = true;
        }
        return changed;
    }
};

} // namespace

const QSGGeometry::AttributeSet& symbol_attributes() {
    static const std::array<QSGGeometry::Attribute, 4> list{
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::TexCoordAttribute),
        QSGGeometry::Attribute::createWithAttributeType(3, 1, QSGGeometry::FloatType,
                                                        QSGGeometry::UnknownAttribute)};
    static const QSGGeometry::AttributeSet set{int(list.size()), sizeof(SymbolVertex), list.data()};
    return set;
}

const QSGGeometry::AttributeSet& ring_attributes() {
    static const std::array<QSGGeometry::Attribute, 4> list{
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 1, QSGGeometry::FloatType,
                                                        QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(3, 4, QSGGeometry::UnsignedByteType,
                                                        QSGGeometry::ColorAttribute)};
    static const QSGGeometry::AttributeSet set{int(list.size()), sizeof(RingVertex), list.data()};
    return set;
}

SymbolMaterial::SymbolMaterial(QSGTexture* texture) : texture_(texture) {
    setFlag(Blending);
    setFlag(RequiresFullMatrix);
}

QSGMaterialType* SymbolMaterial::type() const {
    static QSGMaterialType type;
    return &type;
}

QSGMaterialShader* SymbolMaterial::createShader(QSGRendererInterface::RenderMode) const {
    return new SymbolShader;
}

int SymbolMaterial::compare(const QSGMaterial* other) const {
    const auto* theirs = static_cast<const SymbolMaterial*>(other)->texture_;
    return texture_ == theirs ? 0 : std::less<>{}(texture_, theirs) ? -1 : 1;
}

RingMaterial::RingMaterial(const MapPalette& palette) : palette_(palette) {
    setFlag(Blending);
    setFlag(RequiresFullMatrix);
}

QSGMaterialType* RingMaterial::type() const {
    static QSGMaterialType type;
    return &type;
}

QSGMaterialShader* RingMaterial::createShader(QSGRendererInterface::RenderMode) const {
    return new RingShader;
}

int RingMaterial::compare(const QSGMaterial* other) const {
    const auto* theirs = &static_cast<const RingMaterial*>(other)->palette_;
    return &palette_ == theirs ? 0 : std::less<>{}(&palette_, theirs) ? -1 : 1;
}

} // namespace chengyun::console
