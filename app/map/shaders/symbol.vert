#version 440
// A picture of the atlas about a point: the point moves with the map, the corner's offset stays in
// pixels and upright.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 offset;
layout(location = 2) in vec2 picture;
layout(location = 3) in float strength;
layout(location = 0) out vec2 at;
layout(location = 1) out float visible;
layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 pixel; // columns of the 2 x 2 part that turns pixels into clip space
    float opacity;
};
void main() {
    at = picture;
    visible = strength * opacity;
    gl_Position = matrix * vec4(place, 0.0, 1.0) +
                  vec4(pixel.xy * offset.x + pixel.zw * offset.y, 0.0, 0.0);
}
