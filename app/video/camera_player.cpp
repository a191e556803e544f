#include "app/video/camera_player.h"

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
    if (feed_)
        feed_->setSeen(this, false);
}

void CameraPlayer::setSource(const QString& source) {
    if (source == source_)
        return;
    // Kept until the events of this turn are through: where a camera moves from one tile to
    // another, the other finds its feed running.
    if (feed_)
        QMetaObject::invokeMethod(this, [old = feed_] {}, Qt::QueuedConnection);
    source_ = source;
    Q_EMIT sourceChanged();
    restart();
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
    if (feed_)
        feed_->setSeen(this, seen);
    Q_EMIT seenChanged();
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
    if (!feed_)
        return;
    disconnect(feed_.get(), nullptr, this, nullptr);
    feed_->setSeen(this, false);
    feed_.reset();
}

void CameraPlayer::restart() {
    letGo();
    frames_ = 0;
    if (active_ && !source_.isEmpty()) {
        feed_ = CameraFeed::of(source_, limits_);
        connect(feed_.get(), &CameraFeed::stateChanged, this, &CameraPlayer::stateChanged);
        connect(feed_.get(), &CameraFeed::ticked, this, &CameraPlayer::ticked);
        connect(feed_.get(), &CameraFeed::shown, this, &CameraPlayer::show);
        feed_->setSeen(this, seen_);
    }
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
