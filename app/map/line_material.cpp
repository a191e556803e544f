#include "app/map/line_material.h"

#include <QMatrix4x4>
#include <QSGMaterialShader>

#include <array>
#include <cmath>
#include <cstring>

namespace chengyun::console {
namespace {

/// std140.
struct Block {
    float matrix[16];
    float pixel[4];
    float colour[4];
    float turn[2]; ///< cosine and sine of the map's turn
    float half;    ///< half of the line's width
    float sharpness;
};

class LineShader : public QSGMaterialShader {
public:
    LineShader() {
        setShaderFileName(VertexStage, QStringLiteral(":/chengyun/map/shaders/line.vert.qsb"));
        setShaderFileName(FragmentStage, QStringLiteral(":/chengyun/map/shaders/line.frag.qsb"));
    }
    bool updateUniformData(RenderState& state, QSGMaterial* now, QSGMaterial* before) override {
        if (before == now && !state.isMatrixDirty() && !state.isOpacityDirty())
            return false;
        const auto* line = static_cast<LineMaterial*>(now);
        Block block{};
        const QMatrix4x4 matrix = state.combinedMatrix();
        std::memcpy(block.matrix, matrix.constData(), sizeof(block.matrix));
        const QMatrix4x4 projection = state.projectionMatrix();
        block.pixel[0] = projection(0, 0);
        block.pixel[1] = projection(1, 0);
        block.pixel[2] = projection(0, 1);
        block.pixel[3] = projection(1, 1);
        const float alpha = line->opacity * state.opacity();
        block.colour[0] = float(qRed(line->colour)) / 255 * alpha;
        block.colour[1] = float(qGreen(line->colour)) / 255 * alpha;
        block.colour[2] = float(qBlue(line->colour)) / 255 * alpha;
        block.colour[3] = alpha;
        const QMatrix4x4 model = state.modelViewMatrix();
        const float length = std::hypot(model(0, 0), model(1, 0));
        block.turn[0] = length > 0 ? model(0, 0) / length : 1;
        block.turn[1] = length > 0 ? model(1, 0) / length : 0;
        block.half = line->width / 2;
        block.sharpness = float(state.devicePixelRatio());
        std::memcpy(state.uniformData()->data(), &block, sizeof(block));
        return true;
    }
};

} // namespace

const QSGGeometry::AttributeSet& line_attributes() {
    static const std::array<QSGGeometry::Attribute, 3> list{
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 2, QSGGeometry::FloatType,
                                                        QSGGeometry::UnknownAttribute)};
    static const QSGGeometry::AttributeSet set{int(list.size()), sizeof(LineVertex), list.data()};
    return set;
}

LineMaterial::LineMaterial(QRgb line_colour, float line_opacity, float line_width)
    : colour(line_colour), opacity(line_opacity), width(line_width) {
    setFlag(Blending);
    setFlag(RequiresFullMatrix);
}

QSGMaterialType* LineMaterial::type() const {
    static QSGMaterialType type;
    return &type;
}

QSGMaterialShader* LineMaterial::createShader(QSGRendererInterface::RenderMode) const {
    return new LineShader;
}

int LineMaterial::compare(const QSGMaterial* other) const {
    const auto* o = static_cast<const LineMaterial*>(other);
    if (colour != o->colour)
        return colour < o->colour ? -1 : 1;
    if (opacity != o->opacity)
        return opacity < o->opacity ? -1 : 1;
    return width == o->width ? 0 : width < o->width ? -1 : 1;
}

} // namespace chengyun::console
