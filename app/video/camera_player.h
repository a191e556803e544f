// A camera on screen: keeps one stream playing into a VideoOutput's sink, tries again when it
// breaks, and says why there is no picture and how old the last one is.
#pragma once

#include "app/back_off.h"
#include "app/video/sign_ins.h"
#include "app/video/stream_pipeline.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <QVideoSink>

#include <memory>
#include <mutex>

namespace chengyun::console {

/// GUI thread only. Its stream is independent of every other player's: one dead camera cannot hold
/// another one up.
class CameraPlayer : public QObject {
    Q_OBJECT
    /// An address as core/resource/stream_address.h reads it, user and password included. Another
    /// one is connected to at once.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged FINAL)
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
    /// Seconds since the picture on the screen was handed to it, by a monotonic clock; −1 without
    /// one.
    Q_PROPERTY(int pictureAge READ pictureAge NOTIFY ticked FINAL)
    /// Seconds until the next attempt; −1 while none is due.
    Q_PROPERTY(int retryIn READ retryIn NOTIFY ticked FINAL)
    /// Pictures shown since the source was set.
    Q_PROPERTY(int frames READ frames NOTIFY framesChanged FINAL)
    Q_PROPERTY(QSize resolution READ resolution NOTIFY framesChanged FINAL)

public:
    /// Playing: the picture is fresh. Frozen: the stream is open, the picture is older than
    /// freshLimit. Waiting: it has failed, `reason` says why, and is tried again later.
    enum class State { Idle, Connecting, Playing, Frozen, Waiting };
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

    [[nodiscard]] QString source() const { return source_; }
    void setSource(const QString& source);
    [[nodiscard]] bool active() const { return active_; }
    void setActive(bool active);
    [[nodiscard]] QVideoSink* videoSink() const { return sink_; }
    void setVideoSink(QVideoSink* sink);
    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] Reason reason() const { return reason_; }
    [[nodiscard]] QString detail() const { return detail_; }
    [[nodiscard]] int attempt() const { return attempt_; }
    [[nodiscard]] int pictureAge() const;
    [[nodiscard]] int retryIn() const;
    [[nodiscard]] int frames() const { return frames_; }
    [[nodiscard]] QSize resolution() const { return resolution_; }

    /// Tries at once instead of waiting for the next attempt, also where the sign-in was refused.
    Q_INVOKABLE void retryNow();
    /// How long without a picture before a stream counts as stalled; for tests and measurements.
    void setStallLimit(std::chrono::milliseconds limit) { stallLimit_ = limit; }
    /// Up to what age a picture counts as fresh; for tests.
    void setFreshLimit(std::chrono::milliseconds limit) { freshLimit_ = limit; }
    /// The shortest and the longest wait between attempts; for tests and measurements.
    void setBackOff(std::chrono::milliseconds shortest, std::chrono::milliseconds longest) {
        backOff_ = BackOff(shortest, longest);
    }

    /// A stream that showed pictures for so long has come back: its next failure is its first.
    static constexpr std::chrono::milliseconds settled{5000};
    /// So long a player waits for another that tries the same sign-in: a server that says nothing
    /// refuses nothing.
    static constexpr std::chrono::milliseconds longestTurn{3000};
    /// After a refused sign-in nobody tries by himself for so long: cameras lock, typically for
    /// half an hour after five or seven wrong passwords.
    static constexpr std::chrono::minutes refusedWait{30};

Q_SIGNALS:
    void sourceChanged();
    void activeChanged();
    void videoSinkChanged();
    void stateChanged();
    void framesChanged();
    void ticked();

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
    void openStream();
    void hearOfSignIn(const SignIns::Key& key);
    /// How long this sign-in is not to be tried.
    [[nodiscard]] std::chrono::milliseconds refusedFor() const;
    void look();
    void stop();
    void show(const std::shared_ptr<Mailbox>& mailbox);
    void fail(StreamEnd why, const QString& detail);
    void enter(State state, Reason reason = Reason::None, const QString& detail = {});

    QString source_;
    bool active_ = true;
    QPointer<QVideoSink> sink_;
    State state_ = State::Idle;
    Reason reason_ = Reason::None;
    QString detail_;
    int frames_ = 0;
    QSize resolution_;
    int attempt_ = 0;
    BackOff backOff_;
    std::unique_ptr<StreamPipeline> stream_;
    std::shared_ptr<Mailbox> mailbox_; ///< of the current stream; others' pictures are ignored
    SignIns::Key signIn_, address_;    ///< of source_
    QTimer retry_;
    QTimer turn_; ///< runs while another player tries this sign-in
    QTimer watchdog_;
    QElapsedTimer lastPicture_; ///< invalid without a picture on the screen
    QElapsedTimer opened_;      ///< since this stream was tried
    QElapsedTimer playing_;     ///< since this stream's first picture; invalid before
    std::chrono::milliseconds stallLimit_{8000};
    std::chrono::milliseconds freshLimit_{3000};
};

} // namespace chengyun::console
