#include "app/consult/media/lane.h"

#include "app/consult/media/loudness.h"
#include "app/consult/media/sender.h"
#include "app/video/picture_sink.h"

#include <gst/video/video.h>

namespace chengyun::console {

namespace {

/// What a lane's callbacks hold: the pipeline must not keep the lane, nor the lane the pipeline.
using Watch = std::weak_ptr<Lane>;

void drop_watch(gpointer user) {
    delete static_cast<Watch*>(user);
}

/// "H264", "VP8", "OPUS"; empty for what is none.
std::string codec_of(const GstCaps* caps) {
    const auto* structure =
        caps && gst_caps_get_size(caps) ? gst_caps_get_structure(caps, 0) : nullptr;
    const char* name = structure ? gst_structure_get_string(structure, "encoding-name") : nullptr;
    return name ? name : "";
}

GstPadProbeReturn measure(GstPad*, GstPadProbeInfo* info, gpointer user) {
    if (const auto lane = static_cast<Watch*>(user)->lock()) {
        ++lane->blocks;
        lane->loudest.take(GST_PAD_PROBE_INFO_BUFFER(info));
    }
    return GST_PAD_PROBE_OK;
}

GstElement* bin_of(const std::string& launch) {
    GError* error = nullptr;
    GstElement* bin = gst_parse_bin_from_description(launch.c_str(), TRUE, &error);
    const bool is_whole = bin && !error;
    g_clear_error(&error);
    if (!is_whole && bin) {
        gst_object_unref(gst_object_ref_sink(bin));
        return nullptr;
    }
    return bin;
}

/// As `launch` says, with the pictures' end behind it.
GstElement* picture_bin(const std::string& launch, GstElement* sink) {
    GstElement* bin = bin_of(launch + " ! videoconvert name=last");
    if (!bin || !sink)
        return bin;
    g_object_set(sink, "async", FALSE, nullptr);
    // The exit that the parser has made is not needed: the bin ends here.
    if (GstPad* exit = gst_element_get_static_pad(bin, "src")) {
        gst_ghost_pad_set_target(GST_GHOST_PAD(exit), nullptr);
        gst_element_remove_pad(bin, exit);
        gst_object_unref(exit);
    }
    gst_bin_add(GST_BIN(bin), sink);
    GstElement* last = gst_bin_get_by_name(GST_BIN(bin), "last");
    gst_element_link(last, sink);
    gst_object_unref(last);
    return bin;
}

} // namespace

Lane::~Lane() {
    if (packets_)
        gst_object_unref(packets_);
    if (mixer_entry_)
        gst_object_unref(mixer_entry_);
    if (chain_)
        gst_object_unref(chain_);
}

void Lane::take(GstPad* packets, GstElement* pipeline, GstElement* mixer) {
    GstCaps* caps = gst_pad_get_current_caps(packets);
    {
        const std::scoped_lock lock(mutex_);
        drop();
        if (packets_)
            gst_object_unref(packets_);
        packets_ = GST_PAD(gst_object_ref(packets));
        pipeline_ = pipeline;
        mixer_ = mixer;
        if (caps)
            build(caps);
    }
    gst_pad_add_probe(packets, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, look_at_caps,
                      new Watch(weak_from_this()), drop_watch);
    if (caps)
        gst_caps_unref(caps);
}

/// The line may become another person's, who sends another format.
GstPadProbeReturn Lane::look_at_caps(GstPad*, GstPadProbeInfo* info, gpointer user) {
    auto* event = GST_PAD_PROBE_INFO_EVENT(info);
    if (GST_EVENT_TYPE(event) != GST_EVENT_CAPS)
        return GST_PAD_PROBE_OK;
    GstCaps* caps = nullptr;
    gst_event_parse_caps(event, &caps);
    if (const auto lane = static_cast<Watch*>(user)->lock()) {
        const std::scoped_lock lock(lane->mutex_);
        if (lane->packets_ && codec_of(caps) != lane->codec_) {
            lane->drop();
            lane->build(caps);
        }
    }
    return GST_PAD_PROBE_OK;
}

GstElement* Lane::make_chain(const std::string& codec) {
    if (codec == "OPUS") {
        GstElement* chain = bin_of(
            // The decoder itself gives one channel at this rate: nothing has to be converted.
            std::string(
                "rtpopusdepay ! opusdec use-inband-fec=true plc=true ! capsfilter caps=\"") +
            sound_caps() + "\"");
        if (!chain)
            return nullptr;
        GstPad* exit = gst_element_get_static_pad(chain, "src");
        gst_pad_add_probe(exit, GST_PAD_PROBE_TYPE_BUFFER, measure, new Watch(weak_from_this()),
                          drop_watch);
        gst_object_unref(exit);
        return chain;
    }
    // A broken picture is no reason to end the connection.
    std::string launch;
    if (codec == "H264")
        launch = "rtph264depay request-keyframe=true ! avdec_h264 name=decoder max-threads=1 "
                 "output-corrupt=false max-errors=-1";
    else if (codec == "VP8")
        launch = "rtpvp8depay request-keyframe=true ! vp8dec name=decoder threads=1 max-errors=-1";
    else
        return nullptr;
    GstElement* chain =
        picture_bin(launch, make_picture_sink([watch = weak_from_this()](Picture picture) {
                        if (const auto lane = watch.lock()) {
                            ++lane->shown;
                            lane->picture_(lane->line_, std::move(picture));
                        }
                    }));
    if (GstElement* decoder = chain ? gst_bin_get_by_name(GST_BIN(chain), "decoder") : nullptr) {
        guard(decoder, entry);
        gst_object_unref(decoder);
    }
    return chain;
}

void Lane::build(const GstCaps* caps) {
    codec_ = codec_of(caps);
    GstElement* chain = make_chain(codec_);
    const bool is_sound = chain && codec_ == "OPUS";
    if (!chain) {
        chain = gst_element_factory_make("fakesink", nullptr);
        g_object_set(chain, "async", FALSE, "sync", FALSE, nullptr);
    }
    chain_ = GST_ELEMENT(gst_object_ref_sink(chain));
    gst_bin_add(GST_BIN(pipeline_), chain);
    if (is_sound) {
        mixer_entry_ = gst_element_request_pad_simple(mixer_, "sink_%u");
        GstPad* exit = gst_element_get_static_pad(chain, "src");
        gst_pad_link(exit, mixer_entry_);
        gst_object_unref(exit);
    }
    gst_element_sync_state_with_parent(chain);
    GstPad* in = gst_element_get_static_pad(chain, "sink");
    gst_pad_link(packets_, in);
    gst_object_unref(in);
    // What is waited for is the connection's and this one's together.
    gst_element_post_message(chain, gst_message_new_latency(GST_OBJECT(chain)));
}

void Lane::drop() {
    if (!chain_)
        return;
    GstPad* in = gst_element_get_static_pad(chain_, "sink");
    if (gst_pad_is_linked(in))
        gst_pad_unlink(packets_, in);
    gst_object_unref(in);
    gst_element_set_locked_state(chain_, TRUE);
    gst_element_set_state(chain_, GST_STATE_NULL);
    if (mixer_entry_) {
        gst_element_release_request_pad(mixer_, mixer_entry_);
        gst_object_unref(mixer_entry_);
        mixer_entry_ = nullptr;
    }
    gst_bin_remove(GST_BIN(pipeline_), chain_);
    gst_object_unref(chain_);
    chain_ = nullptr;
    codec_.clear();
}

void Lane::ask_for_key() {
    GstPad* packets = nullptr;
    {
        const std::scoped_lock lock(mutex_);
        if (packets_)
            packets = GST_PAD(gst_object_ref(packets_));
    }
    if (!packets)
        return;
    gst_pad_send_event(packets,
                       gst_video_event_new_upstream_force_key_unit(GST_CLOCK_TIME_NONE, FALSE, 0));
    gst_object_unref(packets);
}

} // namespace chengyun::console
