#include "app/consult/media/conference_call.h"

#include "app/consult/media/sdp_check.h"
#include "app/text.h"

#include <boost/json/array.hpp>

#include <utility>

namespace chengyun::console {

namespace {

namespace bj = boost::json;
using Reason = Conference::Reason;

// Of the VideoRoom.
constexpr int no_such_room = 426, room_full = 432, not_allowed = 433, name_taken = 436;

Reason reason_of(const Failure& failure) {
    switch (failure.kind) {
    case FailureKind::forbidden:
        return Reason::TicketRefused;
    case FailureKind::malformed:
    case FailureKind::too_large:
        return Reason::BadAnswer;
    case FailureKind::invalid_field:
        return Reason::WrongFormat;
    default:
        return Reason::Unreachable;
    }
}

Reason reason_of(int error_code) {
    switch (error_code) {
    case no_such_room:
        return Reason::RoomEnded;
    case room_full:
        return Reason::RoomFull;
    case not_allowed:
    case name_taken:
        return Reason::TicketRefused;
    default:
        return Reason::BadAnswer;
    }
}

/// Where another attempt makes sense without anybody's doing.
bool comes_back(Reason why) {
    return why == Reason::Unreachable || why == Reason::NoMedia;
}

/// Somebody who sends nothing has a place for it all the same.
bool is_sent(const PublishedStream& stream) {
    return ConferenceCall::isTaken(stream) && stream.description != stream_none &&
           (stream.kind == StreamKind::audio || stream.description != stream_muted);
}

} // namespace

ConferenceCall::ConferenceCall(const ConferenceTicket& ticket, const ConferenceSetup& setup,
                               ConferencePeople& people, QSet<QString> own, OwnStreams streams,
                               Receiver::OnSound sound)
    : ticket_(ticket), setup_(setup), people_(people), own_(std::move(own)),
      streams_(std::move(streams)), sound_(std::move(sound)), boxes_(std::make_shared<Boxes>()),
      sender_(std::make_unique<Sender>(hearsOf(true, 0))) {
    connect(&link_, &JanusLink::opened, this, &ConferenceCall::open);
    connect(&link_, &JanusLink::heard, this, &ConferenceCall::take);
    connect(&link_, &JanusLink::lost, this, [this](const Failure& why) {
        const auto reason = reason_of(why);
        end(reason, qs(why.detail), comes_back(reason));
    });
    connect(&people_, &ConferencePeople::seenChanged, this, &ConferenceCall::see);
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, this, [this] {
        end(Reason::NoMedia, QStringLiteral("no way for picture and sound in time"), true);
    });
    patience_.start(patience);
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &ConferenceCall::watch);
    connect(&measure_, &QTimer::timeout, this, &ConferenceCall::measure);
    measure_.start(100);
    connect(&look_, &QTimer::timeout, this, &ConferenceCall::look);
    look_.start(1000);
    if (!sender_->exists()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                end(Reason::NotInstalled,
                    QStringLiteral("GStreamer plug-ins for WebRTC, Opus or H.264 are missing"),
                    false);
            },
            Qt::QueuedConnection);
        return;
    }
    // What takes long begins first: addresses and keys are looked for while the server is asked.
    sender_->begin();
    makeReceiver();
    link_.open(ticket_.url, ticket_.token);
}

ConferenceCall::~ConferenceCall() {
    over_ = true;
    for (auto& [at, line] : lines_)
        if (line.box)
            line.box->show = {};
    link_.close();
}

WebrtcPeer::Hears ConferenceCall::hearsOf(bool own, int round) {
    // This outlives the callbacks: who destroys a peer waits for those that run.
    const auto on_gui = [this, own, round](auto act) {
        QMetaObject::invokeMethod(
            this,
            [this, own, round, act = std::move(act)] {
                if (!over_ && (own || round == round_))
                    act();
            },
            Qt::QueuedConnection);
    };
    WebrtcPeer::Hears out;
    out.described = [this, own, on_gui](std::string sdp) {
        on_gui([this, own, sdp = std::move(sdp)] {
            if (!own)
                return answerOffer(sdp);
            offer_ = sdp;
            publish();
        });
    };
    out.candidate = [this, own, on_gui](unsigned mline, std::string text) {
        on_gui([this, own, mline, text = std::move(text)] { trickle(own, mline, text); });
    };
    out.connected = [this, own, on_gui] {
        on_gui([this, own] {
            if (!own || !patience_.isActive())
                return;
            patience_.stop();
            Q_EMIT entered();
        });
    };
    out.failed = [this, own, on_gui](const std::string& detail) {
        on_gui([this, own, detail] {
            if (own)
                return end(Reason::NoMedia, qs(detail), true);
            restartWatching();
        });
    };
    return out;
}

void ConferenceCall::open() {
    link_.attach([this](std::uint64_t handle) {
        publishing_ = handle;
        join();
    });
    attachWatching();
}

void ConferenceCall::join() {
    link_.ask(publishing_,
              {{"request", "join"},
               {"ptype", "publisher"},
               {"room", ticket_.room.toStdString()},
               {"id", ticket_.feed.toStdString()},
               {"token", ticket_.token.toStdString()}},
              [this](const Result<JanusMessage>& answer) {
                  const auto* room = answer && answer->room ? &*answer->room : nullptr;
                  if (!room || room->what != "joined") {
                      const auto code = room ? room->error_code : 0;
                      return end(reason_of(code), room ? qs(room->error) : QString(), false);
                  }
                  joined_ = true;
                  private_id_ = room->private_id;
                  takeRoom(*room);
                  publish();
                  watch();
              });
}

void ConferenceCall::publish() {
    if (!joined_ || published_ || offer_.empty())
        return;
    published_ = true;
    const auto media = check_sdp(offer_);
    if (!media || media->size() != 2)
        return end(Reason::NotInstalled, QStringLiteral("our own description is not whole"), false);
    for (const auto& one : *media)
        mids_.push_back(one.mid);
    told_ = streams_;
    link_.ask(
        publishing_,
        {{"request", "publish"},
         {"audiocodec", "opus"},
         {"videocodec", sender_->picture_codec()},
         {"descriptions",
          bj::array{bj::object{{"mid", mids_[0]}, {"description", told_.sound}},
                    bj::object{{"mid", mids_[1]}, {"description", told_.picture}}}}},
        [this](const Result<JanusMessage>& answer) {
            if (!answer || !answer->sdp || answer->sdp_is_offer) {
                const auto& room = answer ? answer->room : std::nullopt;
                return end(Reason::WrongFormat, room ? qs(room->error) : QString(), false);
            }
            if (const auto ok = check_sdp(*answer->sdp); !ok)
                return end(reason_of(ok.error()), qs(ok.error().detail), false);
            sender_->peer().take_answer(*answer->sdp);
            tellStreams();
        },
        offer_, true);
    for (const auto& [mline, text] : std::exchange(early_, {}))
        link_.trickle(publishing_, mline, text);
}

void ConferenceCall::trickle(bool own, unsigned mline, const std::string& candidate) {
    if (own && published_)
        link_.trickle(publishing_, mline, candidate);
    else if (own)
        early_.push_back({mline, candidate});
    else if (answered_)
        link_.trickle(watching_, mline, candidate);
    else
        early_watching_.push_back({mline, candidate});
}

void ConferenceCall::setStreams(const OwnStreams& streams) {
    streams_ = streams;
    tellStreams();
}

void ConferenceCall::tellStreams() {
    if (mids_.empty() || streams_ == told_)
        return;
    told_ = streams_;
    link_.ask(publishing_,
              {{"request", "configure"},
               {"descriptions",
                bj::array{bj::object{{"mid", mids_[0]}, {"description", told_.sound}},
                          bj::object{{"mid", mids_[1]}, {"description", told_.picture}}}}},
              [](const Result<JanusMessage>&) {});
}

void ConferenceCall::take(const JanusMessage& message) {
    using Kind = JanusMessage::Kind;
    if (message.kind == Kind::hangup || message.kind == Kind::detached) {
        if (message.sender == publishing_)
            return end(Reason::NoMedia, qs(message.error), true);
        if (message.sender == watching_)
            restartWatching();
        return;
    }
    if (message.sender == watching_ && message.sdp && message.sdp_is_offer)
        return takeOffer(message);
    if (message.room && message.sender == publishing_)
        takeRoom(*message.room);
}

void ConferenceCall::takeRoom(const RoomEvent& event) {
    if (event.what == "destroyed")
        return end(Reason::RoomEnded, {}, false);
    for (const auto& publisher : event.publishers)
        takePublisher(publisher);
    if (event.leaving == "ok")
        return end(Reason::PutOut, qs(event.reason), false);
    if (!event.leaving.empty())
        drop(qs(event.leaving));
    if (!event.kicked.empty())
        drop(qs(event.kicked));
    if (!event.unpublished.empty() && event.unpublished != "ok")
        drop(qs(event.unpublished));
    watch();
}

void ConferenceCall::takePublisher(const Publisher& publisher) {
    const auto feed = qs(publisher.feed);
    if (feed == ticket_.feed || own_.contains(feed) ||
        (publishers_.size() >= most_publishers && !publishers_.contains(publisher.feed)))
        return;
    publishers_[publisher.feed] = publisher;
    ConferenceSeat seat{feed, memberOfFeed(feed)};
    for (const auto& stream : publisher.streams) {
        if (stream.kind == StreamKind::audio && is_sent(stream)) {
            seat.hasSound = true;
            seat.muted = stream.moderated || stream.description == stream_muted;
            seat.tells = !stream.description.empty();
        } else if (stream.kind == StreamKind::video && is_sent(stream)) {
            seat.hasPicture = !stream.moderated;
        } else if (!stream.disabled && !ConferenceCall::isTaken(stream)) {
            qWarning("conference: a stream that cannot be shown: %.40s", stream.codec.c_str());
        }
    }
    people_.put(seat);
}

void ConferenceCall::drop(const QString& feed) {
    publishers_.erase(feed.toStdString());
    people_.remove(feed);
}

void ConferenceCall::measure() {
    for (const auto& [at, line] : lines_)
        if (!line.is_picture && !line.place.first.empty())
            people_.hear(qs(line.place.first), receiver_->take_level(at));
}

/// Who is seen and sends, and shows nothing new, is asked for a whole picture.
void ConferenceCall::look() {
    for (auto& [at, line] : lines_) {
        if (!line.is_picture || line.place.first.empty())
            continue;
        const auto [units, pictures] = receiver_->figures(at);
        const auto* picture = people_.picture(qs(line.place.first));
        const bool is_seen = setup_.decodeUnseen || (picture && picture->isSeen());
        if (is_seen && units != line.units && pictures == line.pictures)
            receiver_->ask_for_key(at);
        line.units = units;
        line.pictures = pictures;
    }
}

void ConferenceCall::see(const QString& feed) {
    const auto* picture = people_.picture(feed);
    for (const auto& [at, line] : lines_)
        if (line.is_picture && qs(line.place.first) == feed)
            receiver_->set_wanted(at, setup_.decodeUnseen || (picture && picture->isSeen()));
}

void ConferenceCall::end(Reason why, const QString& detail, bool again) {
    if (std::exchange(over_, true))
        return;
    for (auto* timer : {&patience_, &measure_, &look_, &again_})
        timer->stop();
    link_.close();
    Q_EMIT ended(why, detail, again);
}

} // namespace chengyun::console
