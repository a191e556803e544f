// What is watched: one connection, whose lines change with who is there.
#include "app/consult/media/conference_call.h"
#include "app/text.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <utility>

namespace chengyun::console {

namespace {

namespace bj = boost::json;

/// Wishes to watch that were refused in a row: more, and something else is wrong.
constexpr int most_refused = 10;
constexpr std::chrono::milliseconds pause{300};

} // namespace

bool ConferenceCall::isTaken(const PublishedStream& stream) {
    if (stream.disabled || stream.mid.empty())
        return false;
    if (stream.kind == StreamKind::audio)
        return stream.codec == "opus";
    return stream.kind == StreamKind::video && (stream.codec == "h264" || stream.codec == "vp8");
}

void ConferenceCall::makeReceiver() {
    ++round_;
    for (auto& [at, line] : lines_)
        if (line.box)
            line.box->show = {};
    lines_.clear();
    boxes_ = std::make_shared<Boxes>();
    attached_ = negotiating_ = answered_ = false;
    early_watching_.clear();
    next_offer_.reset();
    auto& beat = PictureBeat::shared();
    receiver_ = std::make_unique<Receiver>(
        hearsOf(false, round_),
        [&beat, boxes = boxes_](unsigned line, Picture picture) {
            std::shared_ptr<PictureBox> box;
            {
                const std::scoped_lock lock(boxes->mutex);
                if (const auto found = boxes->all.find(line); found != boxes->all.end())
                    box = found->second;
            }
            if (box)
                beat.post(box, std::move(picture));
        },
        sound_);
}

void ConferenceCall::attachWatching() {
    link_.attach([this](std::uint64_t handle) {
        watching_ = handle;
        watch();
    });
}

/// The connection is of no use any more, and there must be another.
void ConferenceCall::restartWatching() {
    if (watching_ != 0)
        link_.detach(std::exchange(watching_, 0));
    makeReceiver();
    if (++refused_ > most_refused)
        return end(Conference::Reason::NoMedia, QStringLiteral("nothing can be watched"), true);
    QTimer::singleShot(pause, this, [this] {
        if (!over_ && watching_ == 0)
            attachWatching();
    });
}

std::vector<ConferenceCall::Place> ConferenceCall::wanted() const {
    std::vector<Place> out;
    for (const auto& [feed, publisher] : publishers_)
        for (const auto& stream : publisher.streams)
            if (isTaken(stream) && out.size() < most_media_lines)
                out.emplace_back(feed, stream.mid);
    return out;
}

void ConferenceCall::watch() {
    if (over_ || !joined_ || watching_ == 0 || negotiating_ || again_.isActive())
        return;
    const auto places = wanted();
    if (!attached_) {
        if (!places.empty())
            askToWatch(places);
        return;
    }
    std::vector<Place> more, fewer;
    for (const auto& place : places)
        if (std::ranges::none_of(lines_,
                                 [&](const auto& line) { return line.second.place == place; }))
            more.push_back(place);
    // Whoever has left is taken out by the media server itself.
    for (const auto& [at, line] : lines_)
        if (!line.place.first.empty() && publishers_.contains(line.place.first) &&
            std::ranges::find(places, line.place) == places.end())
            fewer.push_back(line.place);
    if (!more.empty() || !fewer.empty())
        changeWatched(more, fewer);
}

namespace {

bj::array listed(const std::vector<std::pair<std::string, std::string>>& places) {
    bj::array out;
    for (const auto& [feed, mid] : places)
        out.push_back(bj::object{{"feed", feed}, {"mid", mid}});
    return out;
}

} // namespace

void ConferenceCall::askToWatch(const std::vector<Place>& places) {
    negotiating_ = true;
    link_.ask(watching_,
              {{"request", "join"},
               {"ptype", "subscriber"},
               {"room", ticket_.room.toStdString()},
               {"private_id", private_id_},
               {"token", ticket_.token.toStdString()},
               {"streams", listed(places)}},
              [this](const Result<JanusMessage>& answer) { takeWatched(answer); });
}

void ConferenceCall::changeWatched(const std::vector<Place>& more,
                                   const std::vector<Place>& fewer) {
    negotiating_ = true;
    bj::object body{{"request", "update"}};
    if (!more.empty())
        body["subscribe"] = listed(more);
    if (!fewer.empty())
        body["unsubscribe"] = listed(fewer);
    link_.ask(watching_, std::move(body),
              [this](const Result<JanusMessage>& answer) { takeWatched(answer); });
}

/// The answer to a wish to watch: an offer, unless somebody has left meanwhile.
void ConferenceCall::takeWatched(const Result<JanusMessage>& answer) {
    negotiating_ = false;
    if (answer && answer->sdp && answer->sdp_is_offer) {
        attached_ = true;
        return takeOffer(*answer);
    }
    const auto* room = answer && answer->room ? &*answer->room : nullptr;
    if (room && room->error_code == 0 && room->has_streams) {
        refused_ = 0;
        return; // "updating": the offer comes
    }
    if (++refused_ > most_refused)
        return end(Conference::Reason::BadAnswer, room ? qs(room->error) : QString(), false);
    again_.start(pause);
}

void ConferenceCall::takeOffer(const JanusMessage& message) {
    if (negotiating_) {
        next_offer_ = message;
        return;
    }
    const auto media = check_sdp(*message.sdp);
    if (!media) {
        const auto why = media.error().kind == FailureKind::invalid_field
                             ? Conference::Reason::WrongFormat
                             : Conference::Reason::BadAnswer;
        return end(why, qs(media.error().detail), false);
    }
    negotiating_ = true;
    if (message.room && message.room->has_streams)
        takeLines(message.room->streams, *media);
    receiver_->peer().take_offer(*message.sdp);
}

/// Which line is whose from now on.
void ConferenceCall::takeLines(const std::vector<WatchedStream>& streams,
                               const std::vector<SdpMedia>& media) {
    for (unsigned at = 0; at < media.size(); ++at) {
        const auto found = std::ranges::find(streams, at, &WatchedStream::mline);
        const bool is_used = found != streams.end() && !media[at].is_off;
        put(at, is_used ? Place{found->feed, found->feed_mid} : Place{}, media[at].is_video);
    }
}

void ConferenceCall::put(unsigned at, const Place& place, bool is_picture) {
    auto& line = lines_[at];
    line.is_picture = is_picture;
    if (line.place == place)
        return;
    line.place = place;
    if (!is_picture)
        return;
    if (line.box)
        line.box->show = {};
    line.box = std::make_shared<PictureBox>();
    const auto feed = qs(place.first);
    line.box->show = [this, feed](const Picture& shown) {
        if (auto* picture = people_.picture(feed))
            picture->show(shown);
    };
    {
        const std::scoped_lock lock(boxes_->mutex);
        boxes_->all[at] = line.box;
    }
    const auto* picture = people_.picture(feed);
    receiver_->set_wanted(at, setup_.decodeUnseen || (picture && picture->isSeen()));
}

/// Our answer to what is offered to watch.
void ConferenceCall::answerOffer(const std::string& sdp) {
    answered_ = true;
    link_.ask(
        watching_, {{"request", "start"}},
        [this, round = round_](const Result<JanusMessage>& answer) {
            if (round != round_)
                return;
            negotiating_ = false;
            if (!answer || !answer->room || answer->room->error_code != 0)
                return restartWatching();
            refused_ = 0;
            if (const auto next = std::exchange(next_offer_, std::nullopt))
                takeOffer(*next);
            else
                watch();
        },
        sdp, false);
    for (const auto& [mline, text] : std::exchange(early_watching_, {}))
        link_.trickle(watching_, mline, text);
}

} // namespace chengyun::console
