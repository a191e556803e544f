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
    watchdog_.setInterval(500);
    connect(&watchdog_, &QTimer::timeout, this, [this] {
        if (lastFrame_.hasExpired(stallLimit_.count()))
            fail(StreamEnd::stalled, {});
    });
}

CameraPlayer::~CameraPlayer() {
    stop();
}

void CameraPlayer::setSource(const QUrl& source) {
    if (source == source_)
        return;
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

void CameraPlayer::setVideoSink(QVideoSink* sink) {
    if (sink == sink_)
        return;
    sink_ = sink;
    Q_EMIT videoSinkChanged();
}

void CameraPlayer::retryNow() {
    if (state_ == State::Waiting)
        connectStream();
}

void CameraPlayer::restart() {
    stop();
    backOff_.reset();
    frames_ = 0;
    resolution_ = {};
    Q_EMIT framesChanged();
    if (sink_)
        sink_->setVideoFrame({});
    if (active_ && !source_.isEmpty())
        connectStream();
    else
        enter(State::Idle);
}

void CameraPlayer::connectStream() {
    stop();
    // While waiting, the screen goes on saying why there is no picture.
    enter(State::Connecting, reason_, detail_);
    auto mailbox = std::make_shared<Mailbox>();
    mailbox_ = mailbox;
    lastFrame_.start();
    watchdog_.start();
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
        [this, mailbox](StreamEnd why, const QString& detail) {
            QMetaObject::invokeMethod(
                this,
                [this, mailbox, why, detail] {
                    if (mailbox == mailbox_)
                        fail(why, detail);
                },
                Qt::QueuedConnection);
        });
}

void CameraPlayer::stop() {
    retry_.stop();
    watchdog_.stop();
    mailbox_.reset();
    stream_.reset();
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
    lastFrame_.start();
    if (sink_)
        sink_->setVideoFrame(frame);
    ++frames_;
    resolution_ = frame.size();
    Q_EMIT framesChanged();
    if (state_ != State::Playing) {
        backOff_.reset();
        enter(State::Playing);
    }
}

void CameraPlayer::fail(StreamEnd why, const QString& detail) {
    stop();
    enter(State::Waiting, reason_of(why), detail);
    // An address that is wrong stays wrong until somebody changes it.
    if (why != StreamEnd::bad_address)
        retry_.start(backOff_.next(QRandomGenerator::global()->generateDouble()));
}

void CameraPlayer::enter(State state, Reason reason, const QString& detail) {
    state_ = state;
    reason_ = reason;
    detail_ = detail;
    Q_EMIT stateChanged();
}

} // namespace chengyun::console
