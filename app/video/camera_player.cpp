#include "app/video/camera_player.h"

#include <QRandomGenerator>

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
        return CameraPlayer::Reason::Undecodable;
    case StreamEnd::stalled:
        return CameraPlayer::Reason::Stalled;
    case StreamEnd::ended:
        return CameraPlayer::Reason::Ended;
    }
    Q_UNREACHABLE();
}

} // namespace

CameraPlayer::CameraPlayer(QObject* parent) : QObject(parent) {
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &CameraPlayer::connectStream);
    watchdog_.setInterval(250);
    connect(&watchdog_, &QTimer::timeout, this, &CameraPlayer::look);
    turn_.setSingleShot(true);
    connect(&turn_, &QTimer::timeout, this, &CameraPlayer::openStream);
    connect(&SignIns::shared(), &SignIns::changed, this, &CameraPlayer::hearOfSignIn,
            Qt::QueuedConnection);
}

CameraPlayer::~CameraPlayer() {
    stop();
}

void CameraPlayer::setSource(const QString& source) {
    if (source == source_)
        return;
    stop();
    source_ = source;
    signIn_ = SignIns::key_of(source);
    address_ = SignIns::address_key(source);
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

void CameraPlayer::setVideoSink(QVideoSink* sink) {
    if (sink == sink_)
        return;
    sink_ = sink;
    Q_EMIT videoSinkChanged();
}

int CameraPlayer::pictureAge() const {
    return lastPicture_.isValid() ? static_cast<int>(lastPicture_.elapsed() / 1000) : -1;
}

int CameraPlayer::retryIn() const {
    return retry_.isActive() ? static_cast<int>((retry_.remainingTime() + 999) / 1000) : -1;
}

void CameraPlayer::retryNow() {
    if (state_ != State::Waiting)
        return;
    SignIns::shared().forget(signIn_);
    SignIns::shared().forget(address_);
    connectStream();
}

void CameraPlayer::restart() {
    stop();
    watchdog_.stop();
    backOff_.reset();
    attempt_ = 0;
    frames_ = 0;
    resolution_ = {};
    lastPicture_.invalidate();
    Q_EMIT framesChanged();
    if (sink_)
        sink_->setVideoFrame({});
    if (!active_ || source_.isEmpty())
        return enter(State::Idle);
    watchdog_.start();
    connectStream();
}

void CameraPlayer::connectStream() {
    stop();
    if (const auto left = refusedFor(); left.count() > 0) {
        retry_.start(left);
        return enter(State::Waiting, Reason::Unauthorized);
    }
    if (SignIns::shared().begin(signIn_, this))
        return openStream();
    turn_.start(longestTurn);
    enter(State::Connecting, reason_, detail_);
}

/// Another player has tried this sign-in, or ended.
void CameraPlayer::hearOfSignIn(const SignIns::Key& key) {
    if (key != signIn_)
        return;
    // Somebody has had it tried, with another outcome.
    const bool helped =
        state_ == State::Waiting && reason_ == Reason::Unauthorized && refusedFor().count() == 0;
    if (turn_.isActive() || helped)
        connectStream();
}

std::chrono::milliseconds CameraPlayer::refusedFor() const {
    const auto& signIns = SignIns::shared();
    return std::max(signIns.left(signIn_), signIns.left(address_));
}

void CameraPlayer::openStream() {
    opened_.start();
    auto mailbox = std::make_shared<Mailbox>();
    mailbox_ = mailbox;
    stream_ = std::make_unique<StreamPipeline>(
        source_,
        [this, mailbox](QVideoFrame frame) {
            {
                const std::scoped_lock lock(mailbox->mutex);
                mailbox->newest = std::move(frame);
                if (std::exchange(mailbox->posted, true))
                    return;
            }
            QMetaObject::invokeMethod(
                this, [this, mailbox] { show(mailbox); }, Qt::QueuedConnection);
        },
        [this, mailbox] {
            QMetaObject::invokeMethod(
                this,
                [this, mailbox] {
                    if (mailbox == mailbox_)
                        SignIns::shared().accepted(signIn_);
                },
                Qt::QueuedConnection);
        },
        [this, mailbox](StreamEnd why, const QString& detail) {
            QMetaObject::invokeMethod(
                this,
                [this, mailbox, why, detail] {
                    if (mailbox == mailbox_)
                        fail(why, detail);
                },
                Qt::QueuedConnection);
        });
    // While waiting, the screen goes on saying why there is no picture.
    enter(State::Connecting, reason_, detail_);
}

/// The state follows the picture's age, whatever the stream says of itself: one whose time stamps
/// jump into the future is open and shows nothing new.
void CameraPlayer::look() {
    if (stream_) {
        const bool shown = playing_.isValid();
        const auto quiet =
            std::chrono::milliseconds(shown ? lastPicture_.elapsed() : opened_.elapsed());
        if (quiet > stallLimit_)
            return fail(StreamEnd::stalled, {});
        if (state_ == State::Playing && quiet > freshLimit_)
            return enter(State::Frozen, Reason::Stalled);
    }
    if (state_ != State::Playing)
        Q_EMIT ticked();
}

void CameraPlayer::stop() {
    retry_.stop();
    turn_.stop();
    playing_.invalidate();
    mailbox_.reset();
    stream_.reset();
    SignIns::shared().end(signIn_, this);
}

void CameraPlayer::show(const std::shared_ptr<Mailbox>& mailbox) {
    if (mailbox != mailbox_)
        return;
    QVideoFrame frame;
    {
        const std::scoped_lock lock(mailbox->mutex);
        frame = std::exchange(mailbox->newest, {});
        mailbox->posted = false;
    }
    if (sink_)
        sink_->setVideoFrame(frame);
    lastPicture_.start();
    if (!playing_.isValid())
        playing_.start();
    ++frames_;
    resolution_ = frame.size();
    Q_EMIT framesChanged();
    if (playing_.hasExpired(settled.count()))
        backOff_.reset();
    if (state_ == State::Playing)
        return;
    attempt_ = 0;
    enter(State::Playing);
}

void CameraPlayer::fail(StreamEnd why, const QString& detail) {
    stop();
    ++attempt_;
    switch (why) {
    case StreamEnd::bad_address:
        break; // it stays wrong until somebody changes it
    case StreamEnd::unauthorized:
        SignIns::shared().refused(signIn_, address_, SignIns::Clock::now() + refusedWait);
        retry_.start(refusedWait);
        break;
    default:
        SignIns::shared().doubt(signIn_);
        retry_.start(backOff_.next());
    }
    enter(State::Waiting, reason_of(why), detail);
}

void CameraPlayer::enter(State state, Reason reason, const QString& detail) {
    state_ = state;
    reason_ = reason;
    detail_ = detail;
    Q_EMIT ticked();
    // Last: whoever hears of it may close the player or give it another source.
    Q_EMIT stateChanged();
}

} // namespace chengyun::console
