#include "media/rtsp/clip_source.h"

#include <algorithm>
#include <cmath>

namespace chengyun::media {

namespace {

struct Feeder {
    std::shared_ptr<const Clip> clip;
    std::size_t next = 0;
    GstClockTime offset = 0; ///< stamp of the clip's beginning in this round
    GstClockTime begin = 0;  ///< stamp in the clip of the first unit sent
};

void need_data(GstAppSrc* source, guint, gpointer user) {
    auto& feeder = *static_cast<Feeder*>(user);
    const auto& units = feeder.clip->units();
    if (feeder.next == units.size()) {
        feeder.next = 0;
        feeder.offset += feeder.clip->duration();
    }
    GstBuffer* unit = gst_buffer_copy(units[feeder.next++].get());
    GST_BUFFER_PTS(unit) += feeder.offset;
    GST_BUFFER_DTS(unit) += feeder.offset;
    // The first round starts in the middle; stamps still begin at zero.
    GST_BUFFER_PTS(unit) -= std::min(feeder.begin, GST_BUFFER_PTS(unit));
    GST_BUFFER_DTS(unit) -= std::min(feeder.begin, GST_BUFFER_DTS(unit));
    gst_app_src_push_buffer(source, unit); // takes the buffer; refused only while shutting down
}

/// Receivers can begin only at a key picture.
std::size_t key_unit_at(const Clip& clip, double start) {
    const auto& units = clip.units();
    const double share = start - std::floor(start);
    auto at = std::min(units.size() - 1,
                       static_cast<std::size_t>(share * static_cast<double>(units.size())));
    while (at > 0 && GST_BUFFER_FLAG_IS_SET(units[at].get(), GST_BUFFER_FLAG_DELTA_UNIT))
        --at;
    return at;
}

} // namespace

void feed_clip(GstElement* source, std::shared_ptr<const Clip> clip, double start) {
    auto feeder = std::make_unique<Feeder>();
    feeder->next = key_unit_at(*clip, start);
    feeder->begin = std::min(GST_BUFFER_PTS(clip->units()[feeder->next].get()),
                             GST_BUFFER_DTS(clip->units()[feeder->next].get()));
    g_object_set(source, "caps", clip->caps(), "format", GST_FORMAT_TIME, "is-live", TRUE, "block",
                 FALSE, "max-bytes", guint64{512} * 1024, nullptr);
    feeder->clip = std::move(clip);
    GstAppSrcCallbacks callbacks{};
    callbacks.need_data = need_data;
    gst_app_src_set_callbacks(GST_APP_SRC(source), &callbacks, feeder.release(),
                              [](gpointer user) { delete static_cast<Feeder*>(user); });
}

} // namespace chengyun::media
