#include "broken_decoder.h"

#include <gst/gst.h>

#include <atomic>

namespace {

std::atomic<int> given{0};

GstFlowReturn fail(GstPad* pad, GstObject* decoder, GstBuffer* picture) {
    ++given;
    gst_buffer_unref(picture);
    GST_ELEMENT_ERROR(decoder, STREAM, DECODE, ("the driver is gone"), ("%s", GST_PAD_NAME(pad)));
    return GST_FLOW_ERROR;
}

/// A pad that there always is, for caps.
GstPadTemplate* always(const char* name, GstPadDirection direction, const char* caps) {
    GstCaps* read = gst_caps_from_string(caps);
    GstPadTemplate* made = gst_pad_template_new(name, direction, GST_PAD_ALWAYS, read);
    gst_caps_unref(read);
    return made;
}

void class_init(gpointer type, gpointer) {
    auto* element = GST_ELEMENT_CLASS(type);
    gst_element_class_set_static_metadata(element, "Broken decoder", "Codec/Decoder/Video/Hardware",
                                          "Fails", "the tests");
    gst_element_class_add_pad_template(element, always("sink", GST_PAD_SINK, "video/x-h264"));
    gst_element_class_add_pad_template(
        element, always("src", GST_PAD_SRC, "video/x-raw,format=(string)I420"));
}

void init(GTypeInstance* instance, gpointer type) {
    auto* element = GST_ELEMENT(instance);
    const auto pad = [&](const char* name) {
        GstPad* made = gst_pad_new_from_template(
            gst_element_class_get_pad_template(GST_ELEMENT_CLASS(type), name), name);
        gst_element_add_pad(element, made);
        return made;
    };
    gst_pad_set_chain_function(pad("sink"), fail);
    pad("src");
}

GType broken_type() {
    static const GType type = [] {
        const GTypeInfo info{
            sizeof(GstElementClass), nullptr, nullptr, class_init, nullptr, nullptr,
            sizeof(GstElement),      0,       init,    nullptr};
        return g_type_register_static(GST_TYPE_ELEMENT, "ChengyunBrokenDecoder", &info,
                                      GTypeFlags(0));
    }();
    return type;
}

} // namespace

BrokenDecoder::BrokenDecoder() {
    gst_init(nullptr, nullptr);
    given = 0;
    registered_ = gst_element_register(nullptr, name, GST_RANK_PRIMARY + 1000, broken_type());
}

BrokenDecoder::~BrokenDecoder() {
    auto* registry = gst_registry_get();
    if (auto* feature = gst_registry_lookup_feature(registry, name)) {
        gst_registry_remove_feature(registry, feature);
        gst_object_unref(feature);
    }
}

int BrokenDecoder::tries() const {
    return given;
}
