#version 440
// A cluster's ring. The square about it carries the shares of the layers, summed up.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 offset;
layout(location = 2) in float radius;
layout(location = 3) in vec4 shares;
layout(location = 0) out vec2 from_middle;
layout(location = 1) out float outer;
layout(location = 2) out vec4 sums;
layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 pixel;
    vec4 ground;
    vec4 disc;
    vec4 layers[5];
    float opacity;
    float sharpness; // pixels of the screen to one logical pixel
};
void main() {
    from_middle = offset;
    outer = radius;
    sums = shares;
    gl_Position = matrix * vec4(place, 0.0, 1.0) +
                  vec4(pixel.xy * offset.x + pixel.zw * offset.y, 0.0, 0.0);
}
