#version 440
layout(location = 0) in float across;
layout(location = 0) out vec4 result;
layout(std140, binding = 0) uniform Block {
    mat4 matrix;
    vec4 pixel;
    vec4 colour;
    vec2 turn;
    float half_width;
    float sharpness;
};
void main() {
    result = colour * clamp((half_width - abs(across)) * sharpness + 0.5, 0.0, 1.0);
}
