#include "app/consult/media/receiver.h"

#include "app/consult/media/lane.h"
#include "app/consult/media/sender.h"
#include "app/consult/media/webrtc_api.h"

#include <gst/app/gstappsink.h>

#include <map>
#include <mutex>

namespace chengyun::console {

/// What the callbacks of GStreamer share with the one who made the receiver.
struct LaneBook {
    std::mutex mutex; ///< guards all but the elements, which the pipeline owns
    Receiver::OnPicture picture;
    Receiver::OnSound sound;
    std::map<unsigned, std::shared_ptr<Lane>> lanes;
    GstElement* pipeline = nullptr;
    GstElement* mixer = nullptr;

    std::shared_ptr<Lane> find(unsigned line) {
        const std::scoped_lock lock(mutex);
        const auto found = lanes.find(line);
        return found == lanes.end() ? nullptr : found->second;
    }
};

namespace {

using Book = std::shared_ptr<LaneBook>;

gpointer share_of(const Book& book) {
    return new Book(book);
}
void drop_share(gpointer user) {
    delete static_cast<Book*>(user);
}
void drop_share_of_signal(gpointer user, GClosure*) {
    drop_share(user);
}

std::shared_ptr<Lane> lane_at(const Book& book, unsigned line) {
    const std::scoped_lock lock(book->mutex);
    auto& lane = book->lanes[line];
    if (!lane)
        lane = std::make_shared<Lane>(line,
                                      [watch = std::weak_ptr(book)](unsigned of, Picture picture) {
                                          if (const auto all = watch.lock()) {
                                              const std::scoped_lock held(all->mutex);
                                              if (all->picture)
                                                  all->picture(of, std::move(picture));
                                          }
                                      });
    return lane;
}

void take_pad(GstElement*, GstPad* pad, gpointer user) {
    if (GST_PAD_DIRECTION(pad) != GST_PAD_SRC)
        return;
    auto& book = *static_cast<Book*>(user);
    GObject* transceiver = nullptr;
    g_object_get(pad, "transceiver", &transceiver, nullptr);
    if (!transceiver)
        return;
    guint line = 0;
    g_object_get(transceiver, "mlineindex", &line, nullptr);
    g_object_unref(transceiver);
    lane_at(book, line)->take(pad, book->pipeline, book->mixer);
}

/// Lost packets of pictures are asked for again. Opus mends lost sound itself.
void tune_transceiver(GstElement*, GObject* transceiver, gpointer) {
    int kind = 0;
    g_object_get(transceiver, "kind", &kind, nullptr);
    g_object_set(transceiver, "do-nack", MediaKind(kind) == MediaKind::video, nullptr);
}

GstFlowReturn take_mixed(GstAppSink* sink, gpointer user) {
    if (GstSample* sample = gst_app_sink_pull_sample(sink)) {
        {
            auto& book = **static_cast<Book*>(user);
            const std::scoped_lock lock(book.mutex);
            if (book.sound)
                book.sound(sample);
        }
        gst_sample_unref(sample);
    }
    return GST_FLOW_OK;
}

} // namespace

Receiver::Receiver(WebrtcPeer::Hears hears, OnPicture picture, OnSound sound)
    : book_(std::make_shared<LaneBook>()), peer_(std::move(hears)) {
    book_->picture = std::move(picture);
    book_->sound = std::move(sound);
    auto* pipeline = peer_.pipeline();
    GstElement* mixer = gst_element_factory_make("audiomixer", nullptr);
    GstElement* mixed = gst_element_factory_make("appsink", nullptr);
    if (!pipeline || !mixer || !mixed) {
        for (auto* element : {mixer, mixed})
            if (element)
                gst_object_unref(gst_object_ref_sink(element));
        return;
    }
    book_->pipeline = pipeline;
    book_->mixer = mixer;
    // Who is muted sends nothing: nobody waits for him.
    g_object_set(mixer, "ignore-inactive-pads", TRUE, "latency", guint64{20'000'000},
                 "output-buffer-duration", guint64{20'000'000}, nullptr);
    gst_util_set_object_arg(G_OBJECT(mixer), "start-time-selection", "first");
    GstCaps* caps = gst_caps_from_string(sound_caps());
    // At its time, as pictures are: lips and words belong together, and what the network does to
    // the pace stays in the jitter buffer.
    g_object_set(mixed, "caps", caps, "sync", TRUE, "async", FALSE, "max-buffers", 10u, "drop",
                 TRUE, "processing-deadline", guint64{0}, nullptr);
    gst_caps_unref(caps);
    GstAppSinkCallbacks callbacks{};
    callbacks.new_sample = take_mixed;
    gst_app_sink_set_callbacks(GST_APP_SINK(mixed), &callbacks, share_of(book_), drop_share);
    gst_bin_add_many(GST_BIN(pipeline), mixer, mixed, nullptr);
    is_whole_ = gst_element_link(mixer, mixed);
    auto* webrtc = peer_.webrtc();
    // A place that is empty keeps its pad, for who comes next.
    g_object_set(webrtc, "latency", jitter_ms, "reuse-source-pads", TRUE, nullptr);
    g_signal_connect_data(webrtc, "pad-added", G_CALLBACK(take_pad), share_of(book_),
                          drop_share_of_signal, GConnectFlags(0));
    g_signal_connect(webrtc, "on-new-transceiver", G_CALLBACK(tune_transceiver), nullptr);
    peer_.play();
}

Receiver::~Receiver() {
    const std::scoped_lock lock(book_->mutex);
    book_->picture = {};
    book_->sound = {};
}

void Receiver::set_wanted(unsigned line, bool wanted) {
    const auto lane = lane_at(book_, line);
    if (lane->entry->wanted.exchange(wanted) != wanted && wanted)
        lane->ask_for_key();
}

void Receiver::ask_for_key(unsigned line) {
    if (const auto lane = book_->find(line))
        lane->ask_for_key();
}

LaneFigures Receiver::figures(unsigned line) const {
    const auto lane = book_->find(line);
    return lane ? LaneFigures{lane->entry->pictures + lane->blocks, lane->shown} : LaneFigures{};
}

double Receiver::take_level(unsigned line) {
    const auto lane = book_->find(line);
    return lane ? lane->loudest.decibels() : Loudness::silence;
}

} // namespace chengyun::console
