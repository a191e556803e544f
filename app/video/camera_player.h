// A camera on screen: keeps one stream playing into a VideoOutput's sink, tries again when it
// breaks, and says why there is no picture.
#pragma once

#include "app/video/back_off.h"
#include "app/video/stream_pipeline.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QVideoSink>

#include <memory>
#include <mutex>

namespace chengyun::console {

/// GUI thread only. Its stream is independent of every other player's: one dead camera cannot hold
/// another one up.
class CameraPlayer : public QObject {
    Q_OBJECT
    Q_PROPERTY(QUrl source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    /// While false nothing is connected and the last picture is gone.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged FINAL)
    Q_PROPERTY(
        QVideoSink* videoSink READ videoSink WRITE setVideoSink NOTIFY videoSinkChanged FINAL)
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(Reason reason READ reason NOTIFY stateChanged FINAL)
    /// GStreamer's own words, for the hover text; never holds credentials.
    Q_PROPERTY(QString detail READ detail NOTIFY stateChanged FINAL)
    /// Attempts since the last picture.
    Q_PROPERTY(int attempt READ attempt NOTIFY stateChanged FINAL)
    /// Pictures shown since the source was set.
    Q_PROPERTY(int frames READ frames NOTIFY framesChanged FINAL)
    Q_PROPERTY(QSize resolution READ resolution NOTIFY framesChanged FINAL)

public:
    enum class State { Idle, Connecting, Playing, Waiting };
    Q_ENUM(State)
    enum class Reason {
        None,
        BadAddress,
        Unreachable,
        NotFound,
        Unauthorized,
        Undecodable,
        Stalled,
        Ended
    };
    Q_ENUM(Reason)

    explicit CameraPlayer(QObject* parent = nullptr);
    ~CameraPlayer() override;

    [[nodiscard]] QUrl source() const { return source_; }
    void setSource(const QUrl& source);
    [[nodiscard]] bool active() const { return active_; }
    void setActive(bool active);
    [[nodiscard]] QVideoSink* videoSink() const { return sink_; }
    void setVideoSink(QVideoSink* sink);
    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] Reason reason() const { return reason_; }
    [[nodiscard]] QString detail() const { return detail_; }
    [[nodiscard]] int attempt() const { return backOff_.attempt(); }
    [[nodiscard]] int frames() const { return frames_; }
    [[nodiscard]] QSize resolution() const { return resolution_; }

    /// Tries at once instead of waiting for the next attempt.
    Q_INVOKABLE void retryNow();
    /// How long without a picture before a stream counts as stalled; for tests.
    void setStallLimit(std::chrono::milliseconds limit) { stallLimit_ = limit; }

Q_SIGNALS:
    void sourceChanged();
    void activeChanged();
    void videoSinkChanged();
    void stateChanged();
    void framesChanged();

private:
    /// The newest picture on its way from a streaming thread to the GUI thread; older ones that the
    /// screen was too slow for are dropped here.
    struct Mailbox {
        std::mutex mutex;
        QVideoFrame newest;
        bool posted = false;
    };

    void restart();
    void connectStream();
    void stop();
    void show(const std::shared_ptr<Mailbox>& mailbox);
    void fail(StreamEnd why, const QString& detail);
    void enter(State state, Reason reason = Reason::None, const QString& detail = {});

    QUrl source_;
    bool active_ = true;
    QPointer<QVideoSink> sink_;
    State state_ = State::Idle;
    Reason reason_ = Reason::None;
    QString detail_;
    int frames_ = 0;
    QSize resolution_;
    BackOff backOff_;
    std::unique_ptr<StreamPipeline> stream_;
    std::shared_ptr<Mailbox> mailbox_; ///< of the current stream; others' pictures are ignored
    QTimer retry_;
    QTimer watchdog_;
    QElapsedTimer lastFrame_;
    std::chrono::milliseconds stallLimit_{8000};
};

} // namespace chengyun::console
