#version 440
layout(location = 0) in vec2 from_middle;
layout(location = 1) in float outer;
layout(location = 2) in vec4 sums;
layout(location = 0) out vec4 colour;
layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 pixel;
    vec4 ground;
    vec4 disc;
    vec4 layers[5];
    float opacity;
    float sharpness;
};
void main() {
    float r = length(from_middle);
    float edge = clamp((outer - r) * sharpness + 0.5, 0.0, 1.0);
    float ring = clamp((r - (outer - 4.0)) * sharpness + 0.5, 0.0, 1.0);
    // Clockwise from the top, 0 to 1.
    float turn = fract(atan(from_middle.x, -from_middle.y) / 6.28318530718);
    vec4 arc = layers[0];
    arc = turn >= sums.x ? layers[1] : arc;
    arc = turn >= sums.y ? layers[2] : arc;
    arc = turn >= sums.z ? layers[3] : arc;
    arc = turn >= sums.w ? layers[4] : arc;
    // A rim of the ground's colour keeps the ring apart from the ground and from other rings.
    float rim = clamp((outer + 2.0 - r) * sharpness + 0.5, 0.0, 1.0) * 0.55;
    vec4 inside = mix(disc, arc, ring);
    vec4 under = ground * rim;
    colour = (inside * edge + under * (1.0 - edge * inside.a)) * opacity;
}
