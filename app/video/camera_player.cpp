#include "app/video/camera_player.h"

#include <utility>

namespace chengyun::console {

namespace {

CameraPlayer::Reason reason_of(StreamEnd end) {
    switch (end) {
    case StreamEnd::bad_address:
        return CameraPlayer::Reason::BadAddress;
    case StreamEnd::unreachable:
        return CameraPlayer::Reason::Unreachable;
    case StreamEnd::not_found:
        return CameraPlayer::Reason::NotFound;
    case StreamEnd::unauthorized:
        return CameraPlayer::Reason::Unauthorized;
    case StreamEnd::transport_refused:
        return CameraPlayer::Reason::TransportRefused;
    case StreamEnd::no_pictures:
        return CameraPlayer::Reason::NoPictures;
    case StreamEnd::no_key_picture:
        return CameraPlayer::Reason::NoKeyPicture;
    case StreamEnd::undecodable:
    case StreamEnd::hardware_failed:
        return CameraPlayer::Reason::Undecodable;
    case StreamEnd::stalled:
        return CameraPlayer::Reason::Stalled;
    case StreamEnd::ended:
        return CameraPlayer::Reason::Ended;
    }
    Q_UNREACHABLE();
}

CameraPlayer::State state_of(CameraFeed::State state) {
    switch (state) {
    case CameraFeed::State::connecting:
        return CameraPlayer::State::Connecting;
    case CameraFeed::State::playing:
        return CameraPlayer::State::Playing;
    case CameraFeed::State::frozen:
        return CameraPlayer::State::Frozen;
    case CameraFeed::State::waiting:
        return CameraPlayer::State::Waiting;
    }
    Q_UNREACHABLE();
}

} // namespace

CameraPlayer::CameraPlayer(QObject* parent) : QObject(parent) {}

CameraPlayer::~CameraPlayer() {
    for (const auto& feed : {feed_, next_})
        if (feed) {
            feed->setSeen(this, false);
            feed->setRecorded(this, false);
        }
}

void CameraPlayer::setSource(const QString& source) {
    setSources(source.isEmpty() ? QStringList() : QStringList{source});
}

void CameraPlayer::setSources(const QStringList& sources) {
    if (sources == sources_)
        return;
    // Kept until the events of this turn are through: where a camera moves from one tile to
    // another, the other finds its feed running.
    if (feed_)
        QMetaObject::invokeMethod(this, [old = feed_] {}, Qt::QueuedConnection);
    sources_ = sources;
    subFails_ = false;
    Q_EMIT sourceChanged();
    // Another address may be another camera: its picture must not be taken for this one's.
    if (feed_ && wanted() == shown_)
        dropNext();
    else
        restart();
}

void CameraPlayer::setSmall(bool small) {
    if (small == small_)
        return;
    small_ = small;
    Q_EMIT smallChanged();
    follow();
}

QString CameraPlayer::wanted() const {
    return small_ && sources_.size() > 1 && !subFails_ ? sources_[1] : source();
}

void CameraPlayer::setActive(bool active) {
    if (active == active_)
        return;
    active_ = active;
    Q_EMIT activeChanged();
    restart();
}

void CameraPlayer::setSeen(bool seen) {
    if (seen == seen_)
        return;
    seen_ = seen;
    for (const auto& feed : {feed_, next_})
        if (feed)
            feed->setSeen(this, seen);
    Q_EMIT seenChanged();
}

void CameraPlayer::setRecorded(bool recorded) {
    if (recorded == recorded_)
        return;
    recorded_ = recorded;
    for (const auto& feed : {feed_, next_})
        if (feed)
            feed->setRecorded(this, recorded);
    Q_EMIT recordedChanged();
}

void CameraPlayer::setVideoSink(QVideoSink* sink) {
    if (sink == sink_)
        return;
    sink_ = sink;
    if (sink_ && feed_ && feed_->picture())
        sink_->setVideoFrame(feed_->picture()->frame);
    Q_EMIT videoSinkChanged();
}

CameraPlayer::State CameraPlayer::state() const {
    return feed_ ? state_of(feed_->state()) : State::Idle;
}

CameraPlayer::Reason CameraPlayer::reason() const {
    return feed_ && feed_->why() ? reason_of(*feed_->why()) : Reason::None;
}

void CameraPlayer::retryNow() {
    if (feed_)
        feed_->retryNow();
}

void CameraPlayer::letGo() {
    dropNext();
    shown_.clear();
    if (!feed_)
        return;
    disconnect(feed_.get(), nullptr, this, nullptr);
    feed_->setSeen(this, false);
    feed_->setRecorded(this, false);
    feed_.reset();
}

void CameraPlayer::attach(std::shared_ptr<CameraFeed> feed, const QString& address) {
    feed_ = std::move(feed);
    shown_ = address;
    connect(feed_.get(), &CameraFeed::stateChanged, this, &CameraPlayer::hearOfFeed);
    connect(feed_.get(), &CameraFeed::ticked, this, &CameraPlayer::ticked);
    connect(feed_.get(), &CameraFeed::shown, this, &CameraPlayer::show);
    feed_->setSeen(this, seen_);
    feed_->setRecorded(this, recorded_);
}

void CameraPlayer::restart() {
    letGo();
    frames_ = 0;
    if (const auto address = wanted(); active_ && !address.isEmpty())
        attach(CameraFeed::of(address, limits_), address);
    // Where another player shows the camera already, its picture is there.
    if (feed_ && feed_->picture()) {
        show(*feed_->picture());
    } else {
        if (sink_)
            sink_->setVideoFrame({});
        take({}, {});
        Q_EMIT framesChanged();
    }
    Q_EMIT feedChanged();
    Q_EMIT ticked();
    // Last: who hears of it may close the player or give it another source.
    Q_EMIT stateChanged();
}

void CameraPlayer::follow() {
    dropNext();
    const auto address = wanted();
    if (!feed_ || address == shown_)
        return;
    if (!feed_->picture())
        return restart(); // there is nothing to be kept
    next_ = CameraFeed::of(address, limits_);
    next_->setSeen(this, seen_);
    next_->setRecorded(this, recorded_);
    if (next_->state() == CameraFeed::State::playing)
        return takeOver();
    connect(next_.get(), &CameraFeed::shown, this, &CameraPlayer::takeOver);
    connect(next_.get(), &CameraFeed::stateChanged, this, &CameraPlayer::hearOfNext);
}

void CameraPlayer::takeOver() {
    disconnect(next_.get(), nullptr, this, nullptr);
    auto next = std::exchange(next_, nullptr);
    letGo();
    attach(std::move(next), wanted());
    show(*feed_->picture());
    Q_EMIT feedChanged();
    Q_EMIT ticked();
    Q_EMIT stateChanged();
}

void CameraPlayer::dropNext() {
    if (!next_)
        return;
    disconnect(next_.get(), nullptr, this, nullptr);
    next_->setSeen(this, false);
    next_->setRecorded(this, false);
    next_.reset();
}

namespace {

/// The camera has no such stream that we could show. One that is away may come back.
bool isNoStream(const CameraFeed& feed) {
    return feed.state() == CameraFeed::State::waiting &&
           (feed.why() == StreamEnd::not_found || feed.why() == StreamEnd::no_pictures ||
            feed.why() == StreamEnd::undecodable);
}

} // namespace

void CameraPlayer::hearOfFeed() {
    if (shown_ != source() && isNoStream(*feed_)) {
        subFails_ = true;
        return follow();
    }
    Q_EMIT stateChanged();
}

void CameraPlayer::hearOfNext() {
    if (small_ && isNoStream(*next_)) {
        subFails_ = true;
        dropNext();
    }
}

void CameraPlayer::show(const Picture& picture) {
    if (sink_)
        sink_->setVideoFrame(picture.frame);
    ++frames_;
    take(picture.frame.size(), picture.shape);
    Q_EMIT framesChanged();
}

void CameraPlayer::take(QSize resolution, QSizeF shape) {
    if (resolution == resolution_ && shape == shape_)
        return;
    resolution_ = resolution;
    shape_ = shape;
    Q_EMIT shapeChanged();
}

} // namespace chengyun::console
