#include "bench/conference/room_seat.h"

#include "app/consult/media/webrtc_api.h"
#include "app/text.h"

#include <boost/json/array.hpp>
#include <gst/gst.h>

namespace chengyun::bench {

namespace {

namespace bj = boost::json;
using namespace chengyun::console;

using Bytes = std::shared_ptr<std::atomic<std::uint64_t>>;
using Count = std::shared_ptr<std::atomic<int>>;

void count_bytes(GstElement* webrtc, const char* pad_name, const Bytes& bytes) {
    GstPad* pad = gst_element_get_static_pad(webrtc, pad_name);
    gst_pad_add_probe(
        pad, GstPadProbeType(GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST),
        [](GstPad*, GstPadProbeInfo* info, gpointer user) {
            auto& sum = **static_cast<Bytes*>(user);
            sum += GST_PAD_PROBE_INFO_TYPE(info) & GST_PAD_PROBE_TYPE_BUFFER
                       ? gst_buffer_get_size(GST_PAD_PROBE_INFO_BUFFER(info))
                       : gst_buffer_list_calculate_size(GST_PAD_PROBE_INFO_BUFFER_LIST(info));
            return GST_PAD_PROBE_OK;
        },
        new Bytes(bytes), [](gpointer user) { delete static_cast<Bytes*>(user); });
    gst_object_unref(pad);
}

struct Sinks {
    GstElement* pipeline;
    Count pictures, blocks;
};

/// Plain GStreamer, with the settings of the console's decoders.
void decode(GstElement*, GstPad* pad, gpointer user) {
    if (GST_PAD_DIRECTION(pad) != GST_PAD_SRC)
        return;
    auto& [pipeline, pictures, blocks] = *static_cast<Sinks*>(user);
    GObject* transceiver = nullptr;
    g_object_get(pad, "transceiver", &transceiver, nullptr);
    int kind = 0;
    g_object_get(transceiver, "kind", &kind, nullptr);
    g_object_unref(transceiver);
    const bool is_picture = MediaKind(kind) == MediaKind::video;
    GstElement* bin = gst_parse_bin_from_description(
        is_picture ? "rtph264depay request-keyframe=true ! avdec_h264 max-threads=1 "
                     "output-corrupt=false ! fakesink name=last sync=true async=false"
                   : "rtpopusdepay ! opusdec use-inband-fec=true plc=true ! "
                     "fakesink name=last sync=true async=false",
        TRUE, nullptr);
    GstElement* last = gst_bin_get_by_name(GST_BIN(bin), "last");
    GstPad* end = gst_element_get_static_pad(last, "sink");
    gst_pad_add_probe(
        end, GST_PAD_PROBE_TYPE_BUFFER,
        [](GstPad*, GstPadProbeInfo*, gpointer counted) {
            ++**static_cast<Count*>(counted);
            return GST_PAD_PROBE_OK;
        },
        new Count(is_picture ? pictures : blocks),
        [](gpointer counted) { delete static_cast<Count*>(counted); });
    gst_object_unref(end);
    gst_object_unref(last);
    gst_bin_add(GST_BIN(pipeline), bin);
    gst_element_sync_state_with_parent(bin);
    GstPad* in = gst_element_get_static_pad(bin, "sink");
    gst_pad_link(pad, in);
    gst_object_unref(in);
}

} // namespace

RoomSeat::RoomSeat(const ConferenceTicket& ticket, bool sends) : ticket_(ticket) {
    if (sends) {
        sender_ = std::make_unique<Sender>(hears());
        for (const char* pad : {"sink_0", "sink_1"})
            count_bytes(sender_->peer().webrtc(), pad, sent_);
        sender_->begin();
    } else {
        peer_ = std::make_unique<WebrtcPeer>(hears());
        g_object_set(peer_->webrtc(), "latency", 80u, nullptr);
        g_signal_connect_data(
            peer_->webrtc(), "pad-added", G_CALLBACK(decode),
            new Sinks{peer_->pipeline(), pictures_, blocks_},
            [](gpointer user, GClosure*) { delete static_cast<Sinks*>(user); }, GConnectFlags(0));
        peer_->play();
    }
    connect(&link_, &JanusLink::lost, this,
            [this](const Failure& why) { Q_EMIT failed(qs(why.detail)); });
    connect(&link_, &JanusLink::opened, this, [this] {
        link_.attach([this](std::uint64_t handle) {
            room_ = handle;
            link_.ask(room_,
                      {{"request", "join"},
                       {"ptype", "publisher"},
                       {"room", ticket_.room.toStdString()},
                       {"id", ticket_.feed.toStdString()},
                       {"token", ticket_.token.toStdString()}},
                      [this](const Result<JanusMessage>& answer) {
                          if (!answer || !answer->room || answer->room->what != "joined")
                              Q_EMIT failed(QStringLiteral("not let in"));
                          else
                              joined(*answer->room);
                      });
        });
    });
    link_.open(ticket_.url, ticket_.token);
}

WebrtcPeer::Hears RoomSeat::hears() {
    const auto later = [this](auto act) {
        QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
    };
    WebrtcPeer::Hears out;
    out.described = [this, later](std::string sdp) {
        later([this, sdp = std::move(sdp)] {
            own_ = sdp;
            if (sender_)
                publish();
            else
                link_.ask(handle_, {{"request", "start"}}, [](const auto&) {}, own_, false);
            if (!sender_)
                told_ = true;
        });
    };
    out.candidate = [this, later](unsigned line, std::string text) {
        later([this, line, text = std::move(text)] { trickle(line, text); });
    };
    out.connected = [this, later] { later([this] { connected_ = true; }); };
    out.failed = [this, later](const std::string& why) {
        later([this, why] { Q_EMIT failed(qs(why)); });
    };
    return out;
}

void RoomSeat::trickle(unsigned line, const std::string& text) {
    early_.emplace_back(line, text);
    if (told_)
        for (const auto& [at, candidate] : std::exchange(early_, {}))
            link_.trickle(handle_, at, candidate);
}

void RoomSeat::joined(const RoomEvent& room) {
    joined_ = true;
    if (sender_) {
        handle_ = room_;
        publish();
    } else {
        watch(room);
    }
}

void RoomSeat::publish() {
    if (!joined_ || own_.empty())
        return;
    told_ = true;
    link_.ask(
        handle_,
        {{"request", "publish"}, {"audiocodec", "opus"}, {"videocodec", sender_->picture_codec()}},
        [this](const Result<JanusMessage>& answer) {
            if (!answer || !answer->sdp)
                Q_EMIT failed(QStringLiteral("not published"));
            else
                sender_->peer().take_answer(*answer->sdp);
        },
        own_, true);
}

void RoomSeat::watch(const RoomEvent& room) {
    bj::array streams;
    for (const auto& publisher : room.publishers)
        for (const auto& stream : publisher.streams)
            streams.push_back(bj::object{{"feed", publisher.feed}, {"mid", stream.mid}});
    link_.attach([this, streams, key = room.private_id](std::uint64_t handle) {
        handle_ = handle;
        link_.ask(handle_,
                  {{"request", "join"},
                   {"ptype", "subscriber"},
                   {"room", ticket_.room.toStdString()},
                   {"private_id", key},
                   {"streams", streams}},
                  [this](const Result<JanusMessage>& answer) {
                      if (!answer || !answer->sdp)
                          Q_EMIT failed(QStringLiteral("nothing to watch"));
                      else
                          peer_->take_offer(*answer->sdp);
                  });
    });
}

} // namespace chengyun::bench
