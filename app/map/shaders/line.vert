#version 440
// A stretch of an outline, widened in pixels whatever the map's scale.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 direction;
layout(location = 2) in vec2 corner; // which end, which edge
layout(location = 0) out float across;
layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 pixel;
    vec4 colour;
    vec2 turn;
    float half_width;
    float sharpness;
};
void main() {
    vec2 d = vec2(direction.x * turn.x - direction.y * turn.y,
                  direction.x * turn.y + direction.y * turn.x);
    float reach = half_width + 0.5 / sharpness;
    vec2 offset = vec2(-d.y, d.x) * corner.y * reach + d * corner.x * half_width * 0.5;
    across = corner.y * reach;
    gl_Position = matrix * vec4(place, 0.0, 1.0) +
                  vec4(pixel.xy * offset.x + pixel.zw * offset.y, 0.0, 0.0);
}
