// A camera on screen: shows the pictures of its feed in a VideoOutput's sink, and says why there is
// none and how old the last one is.
#pragma once

#include "app/video/camera_feed.h"

#include <QObject>
#include <QPointer>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QVideoSink>

#include <memory>

namespace chengyun::console {

/// GUI thread only. Players of one address share one feed: the camera is asked for one stream, and
/// the stream is decoded once. Where a camera has a main and a sub stream, the player shows the one
/// for its size; from one to the other there is no black moment, because the one that is there
/// stays until the other has a picture.
class CameraPlayer : public QObject {
    Q_OBJECT
    /// An address as core/resource/stream_address.h reads it, user and password included. Another
    /// one is connected to at once.
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    /// The same, and behind it perhaps the camera's sub stream: the same picture in less.
    Q_PROPERTY(QStringList sources READ sources WRITE setSources NOTIFY sourceChanged FINAL)
    /// The picture is shown so small that the sub stream will do.
    Q_PROPERTY(bool small READ isSmall WRITE setSmall NOTIFY smallChanged FINAL)
    /// While false nothing is connected and the last picture is gone.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged FINAL)
    /// While no player of the address is seen the connection stays, and after a while nothing is
    /// decoded.
    Q_PROPERTY(bool seen READ isSeen WRITE setSeen NOTIFY seenChanged FINAL)
    /// Somebody may want a clip of it: the last half minute is kept.
    Q_PROPERTY(bool recorded READ isRecorded WRITE setRecorded NOTIFY recordedChanged FINAL)
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
    /// As the camera sends it; empty before the first picture.
    Q_PROPERTY(QSize resolution READ resolution NOTIFY shapeChanged FINAL)
    /// In which the picture is to be shown, in square pixels; empty before the first picture.
    Q_PROPERTY(QSizeF shape READ shape NOTIFY shapeChanged FINAL)

public:
    /// Playing: the picture is fresh. Frozen: the stream is open, the picture is older than
    /// FeedLimits::fresh. Waiting: it has failed, `reason` says why, and is tried again later.
    enum class State { Idle, Connecting, Playing, Frozen, Waiting };
    Q_ENUM(State)
    enum class Reason {
        None,
        BadAddress,
        Unreachable,
        NotFound,
        Unauthorized,
        TransportRefused,
        NoPictures,
        NoKeyPicture,
        Undecodable,
        Stalled,
        Ended
    };
    Q_ENUM(Reason)

    explicit CameraPlayer(QObject* parent = nullptr);
    ~CameraPlayer() override;

    [[nodiscard]] QString source() const { return sources_.value(0); }
    void setSource(const QString& source);
    [[nodiscard]] const QStringList& sources() const { return sources_; }
    void setSources(const QStringList& sources);
    [[nodiscard]] bool isSmall() const { return small_; }
    void setSmall(bool small);
    [[nodiscard]] bool active() const { return active_; }
    void setActive(bool active);
    [[nodiscard]] bool isSeen() const { return seen_; }
    void setSeen(bool seen);
    [[nodiscard]] bool isRecorded() const { return recorded_; }
    void setRecorded(bool recorded);
    [[nodiscard]] QVideoSink* videoSink() const { return sink_; }
    void setVideoSink(QVideoSink* sink);
    [[nodiscard]] State state() const;
    [[nodiscard]] Reason reason() const;
    [[nodiscard]] QString detail() const { return feed_ ? feed_->detail() : QString(); }
    [[nodiscard]] int attempt() const { return feed_ ? feed_->attempt() : 0; }
    [[nodiscard]] int pictureAge() const { return feed_ ? feed_->pictureAge() : -1; }
    [[nodiscard]] int retryIn() const { return feed_ ? feed_->retryIn() : -1; }
    [[nodiscard]] int frames() const { return frames_; }
    [[nodiscard]] QSize resolution() const { return resolution_; }
    [[nodiscard]] QSizeF shape() const { return shape_; }

    /// Tries at once instead of waiting for the next attempt, also where the sign-in was refused.
    Q_INVOKABLE void retryNow();
    /// For tests and measurements; before the source is set.
    void setLimits(const FeedLimits& limits) { limits_ = limits; }
    /// Of the stream that is shown; null while nothing is to be connected.
    [[nodiscard]] const CameraFeed* feed() const { return feed_.get(); }

Q_SIGNALS:
    void sourceChanged();
    void smallChanged();
    void activeChanged();
    void seenChanged();
    void recordedChanged();
    void videoSinkChanged();
    void stateChanged();
    void framesChanged();
    void shapeChanged();
    void ticked();
    /// Another stream, or none: what was measured of the one before does not count.
    void feedChanged();

private:
    /// The address of the stream for this size.
    [[nodiscard]] QString wanted() const;
    void restart();
    void attach(std::shared_ptr<CameraFeed> feed, const QString& address);
    void letGo();
    /// Changes to the stream that is wanted, once it has a picture.
    void follow();
    void takeOver();
    void dropNext();
    void hearOfFeed();
    void hearOfNext();
    void show(const Picture& picture);
    void take(QSize resolution, QSizeF shape);

    QStringList sources_;
    bool small_ = false;
    bool subFails_ = false; ///< it is there, and not what can be shown: main has to do
    bool active_ = true;
    bool seen_ = true;
    bool recorded_ = false;
    FeedLimits limits_;
    QPointer<QVideoSink> sink_;
    std::shared_ptr<CameraFeed> feed_;
    QString shown_; ///< the feed's address
    /// Of the other stream of the camera, until it has a picture.
    std::shared_ptr<CameraFeed> next_;
    int frames_ = 0;
    QSize resolution_;
    QSizeF shape_;
};

} // namespace chengyun::console
