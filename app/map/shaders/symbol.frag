#version 440
layout(location = 0) in vec2 at;
layout(location = 1) in float visible;
layout(location = 0) out vec4 colour;
layout(binding = 1) uniform sampler2D atlas;
void main() {
    colour = texture(atlas, at) * visible; // premultiplied
}
