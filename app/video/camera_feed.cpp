#include "app/video/camera_feed.h"

#include "core/resource/stream_address.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace chengyun::console {

namespace {

/// Those that somebody has. Addresses hold passwords, so digests of them are the keys.
QHash<SignIns::Key, std::weak_ptr<CameraFeed>>& feeds() {
    static QHash<SignIns::Key, std::weak_ptr<CameraFeed>> all;
    return all;
}

} // namespace

std::shared_ptr<CameraFeed> CameraFeed::of(const QString& address, const FeedLimits& limits) {
    auto& known = feeds()[SignIns::address_key(address)];
    if (auto feed = known.lock())
        return feed;
    const std::shared_ptr<CameraFeed> feed(new CameraFeed(address, limits));
    known = feed;
    feed->connectStream();
    return feed;
}

CameraFeed::CameraFeed(const QString& address, const FeedLimits& limits)
    : address_(address), signIn_(SignIns::key_of(address)), place_(SignIns::address_key(address)),
      limits_(limits), backOff_(limits.back_off) {
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &CameraFeed::connectStream);
    turn_.setSingleShot(true);
    connect(&turn_, &QTimer::timeout, this, &CameraFeed::openStream);
    rest_.setSingleShot(true);
    rest_.setInterval(limits_.rest);
    connect(&rest_, &QTimer::timeout, this, &CameraFeed::sleep);
    watchdog_.setInterval(250);
    connect(&watchdog_, &QTimer::timeout, this, &CameraFeed::look);
    watchdog_.start();
    connect(&SignIns::shared(), &SignIns::changed, this, &CameraFeed::hearOfSignIn,
            Qt::QueuedConnection);
    if (prefers_udp(without_sign_in(address.toStdString())))
        way_.transport = StreamTransport::udp;
}

CameraFeed::~CameraFeed() {
    stop();
    // Another feed of the address may have been made since the last one let go of this.
    if (const auto known = feeds().constFind(place_);
        known != feeds().constEnd() && known->expired())
        feeds().erase(known);
}

int CameraFeed::pictureAge() const {
    return lastPicture_.isValid() ? static_cast<int>(lastPicture_.elapsed() / 1000) : -1;
}

int CameraFeed::retryIn() const {
    return retry_.isActive() ? static_cast<int>((retry_.remainingTime() + 999) / 1000) : -1;
}

std::optional<StreamFigures> CameraFeed::figures() const {
    return stream_ ? std::optional(stream_->figures()) : std::nullopt;
}

int CameraFeed::overwritten() const {
    return overwritten_ + (box_ ? PictureBeat::shared().overwritten(*box_) : 0);
}

void CameraFeed::retryNow() {
    if (state_ != State::waiting)
        return;
    SignIns::shared().forget(signIn_);
    SignIns::shared().forget(place_);
    connectStream();
}

void CameraFeed::setSeen(const QObject* who, bool seen) {
    if (seen)
        seers_.insert(who);
    else
        seers_.remove(who);
    if (!seers_.isEmpty()) {
        rest_.stop();
        wake();
    } else if (!asleep_ && !rest_.isActive()) {
        rest_.start();
    }
}

void CameraFeed::setRecorded(const QObject* who, bool recorded) {
    if (recorded)
        recorders_.insert(who);
    else
        recorders_.remove(who);
    if (recorders_.isEmpty() == !ring_)
        return;
    ring_ = recorders_.isEmpty() ? nullptr : std::make_shared<ClipRing>();
    if (stream_)
        stream_->set_ring(ring_);
}

void CameraFeed::sleep() {
    asleep_ = true;
    if (stream_)
        stream_->set_wanted(false);
}

void CameraFeed::wake() {
    if (!std::exchange(asleep_, false))
        return;
    if (!stream_)
        return;
    stream_->set_wanted(true);
    quiet_.start();
    // What stands on the screen is old until the next key picture comes.
    if (state_ == State::playing || state_ == State::frozen)
        enter(State::connecting);
}

void CameraFeed::connectStream() {
    stop();
    if (const auto left = refusedFor(); left.count() > 0) {
        retry_.start(left);
        return enter(State::waiting, StreamEnd::unauthorized);
    }
    if (SignIns::shared().begin(signIn_, this))
        return openStream();
    turn_.start(longestTurn);
    enter(State::connecting, why_, detail_);
}

/// Another feed has tried this sign-in, or ended.
void CameraFeed::hearOfSignIn(const SignIns::Key& key) {
    if (key != signIn_)
        return;
    // Somebody has had it tried, with another outcome.
    const bool helped =
        state_ == State::waiting && why_ == StreamEnd::unauthorized && refusedFor().count() == 0;
    if (turn_.isActive() || helped)
        connectStream();
}

std::chrono::milliseconds CameraFeed::refusedFor() const {
    const auto& signIns = SignIns::shared();
    return std::max(signIns.left(signIn_), signIns.left(place_));
}

void CameraFeed::openStream() {
    quiet_.start();
    packets_ = 0;
    lastPacket_.invalidate();
    undecoded_.invalidate();
    keyIsMissing_ = false;
    auto box = std::make_shared<PictureBox>();
    box->show = [this](const Picture& picture) { show(picture); };
    box_ = box;
    const auto on_gui = [this, box](auto act) {
        QMetaObject::invokeMethod(
            this,
            [this, box, act] {
                if (box == box_)
                    act();
            },
            Qt::QueuedConnection);
    };
    auto& beat = PictureBeat::shared();
    stream_ = std::make_unique<StreamPipeline>(
        address_, way_, [&beat, box](Picture picture) { beat.post(box, std::move(picture)); },
        [this, on_gui] { on_gui([this] { SignIns::shared().accepted(signIn_); }); },
        [this, on_gui](StreamEnd why, const QString& detail) {
            on_gui([this, why, detail] { fail(why, detail); });
        });
    stream_->set_wanted(!asleep_);
    if (ring_)
        ring_->interrupt();
    stream_->set_ring(ring_);
    // While waiting, the screen goes on saying why there is no picture.
    enter(State::connecting, why_, detail_);
}

/// The state follows the picture's age, whatever the stream says of itself: one whose time stamps
/// jump into the future is open and shows nothing new.
void CameraFeed::look() {
    if (stream_ && !asleep_) {
        const std::chrono::milliseconds quiet(quiet_.elapsed());
        if (const auto packets = stream_->progress().packets; packets != packets_) {
            packets_ = packets;
            lastPacket_.start();
        }
        if (quiet > limits_.fresh)
            return lookAtQuiet(quiet);
    }
    if (state_ != State::playing)
        Q_EMIT ticked();
}

void CameraFeed::lookAtQuiet(std::chrono::milliseconds quiet) {
    const bool packets = lastPacket_.isValid() && !lastPacket_.hasExpired(coming.count());
    const bool has_key = stream_->progress().has_key;
    // The key picture that was waited for is here, and will be shown as soon as it is decoded.
    if (std::exchange(keyIsMissing_, packets && !has_key) && has_key)
        return quiet_.start();
    const auto why = packets && !has_key ? StreamEnd::no_key_picture : StreamEnd::stalled;
    // Whoever waits for a key picture and asks anew waits anew.
    if (quiet > (why == StreamEnd::no_key_picture ? limits_.key_wait : limits_.stall))
        return fail(why, {});
    // What comes is not any more what was described: the camera has been set to another codec. It
    // tells so when it is asked.
    if (lastPacket_.hasExpired(longestUndecoded.count()) || !has_key || !playing_.isValid())
        undecoded_.invalidate();
    else if (!undecoded_.isValid())
        undecoded_.start();
    else if (undecoded_.hasExpired(longestUndecoded.count()))
        return fail(StreamEnd::stalled, {});
    // The other end has gone without a word.
    if (playing_.isValid() && lastPacket_.hasExpired(limits_.silence.count()))
        return fail(StreamEnd::stalled, {});
    if (state_ == State::playing)
        return enter(State::frozen, why);
    if (why == StreamEnd::no_key_picture && why_ != why)
        return enter(state_, why);
    Q_EMIT ticked();
}

void CameraFeed::stop() {
    retry_.stop();
    turn_.stop();
    playing_.invalidate();
    overwritten_ = overwritten();
    if (box_)
        box_->show = {};
    box_.reset();
    stream_.reset();
    SignIns::shared().end(signIn_, this);
}

void CameraFeed::show(const Picture& picture) {
    // Who is shown the picture may let go of the last share in this feed.
    const auto self = shared_from_this();
    picture_ = picture;
    lastPicture_.start();
    quiet_.start();
    undecoded_.invalidate();
    bothTransports_ = false;
    if (!playing_.isValid())
        playing_.start();
    ++frames_;
    latency_ = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - picture.arrived);
    if (playing_.hasExpired(settled.count()))
        backOff_.reset();
    Q_EMIT shown(picture);
    if (state_ == State::playing)
        return;
    attempt_ = 0;
    enter(State::playing);
}

void CameraFeed::fail(StreamEnd why, const QString& detail) {
    if (why == StreamEnd::hardware_failed && way_.decoders == Decoders::by_rank) {
        way_.decoders = Decoders::software;
        return connectStream();
    }
    if (why == StreamEnd::transport_refused) {
        way_.transport =
            way_.transport == StreamTransport::tcp ? StreamTransport::udp : StreamTransport::tcp;
        if (!std::exchange(bothTransports_, true))
            return connectStream();
        bothTransports_ = false;
    }
    stop();
    ++attempt_;
    switch (why) {
    case StreamEnd::bad_address:
        break; // it stays wrong until somebody changes it
    case StreamEnd::unauthorized:
        SignIns::shared().refused(signIn_, place_, SignIns::Clock::now() + refusedWait);
        retry_.start(refusedWait);
        break;
    default:
        SignIns::shared().doubt(signIn_);
        retry_.start(pauseAfter(why));
    }
    enter(State::waiting, why, detail);
}

std::chrono::milliseconds CameraFeed::pauseAfter(StreamEnd why) {
    const auto pause = backOff_.next();
    const bool away =
        why == StreamEnd::unreachable || why == StreamEnd::stalled || why == StreamEnd::ended;
    return away ? std::min(pause, limits_.soon) : pause;
}

void CameraFeed::enter(State state, std::optional<StreamEnd> why, const QString& detail) {
    const auto self = shared_from_this();
    state_ = state;
    why_ = why;
    detail_ = detail;
    Q_EMIT ticked();
    // Last: who hears of it may close the player or give it another source.
    Q_EMIT stateChanged();
}

} // namespace chengyun::console
