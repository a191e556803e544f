// The journal as it comes in: snapshot, stream, gaps, reconnecting.
#pragma once

#include "app/back_off.h"
#include "app/link/cache.h"
#include "app/link/live_feed.h"
#include "app/link/source.h"

#include <QThreadPool>
#include <QTimer>
#include <QWebSocket>

#include <memory>

namespace chengyun::console {

class HubLink;

/// GUI thread; parsing happens on worker threads.
class Feed : public Source {
    Q_OBJECT
    /// Journal number up to which everything here is known.
    Q_PROPERTY(qint64 position READ position NOTIFY positionChanged)
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)

public:
    Feed(HubLink& link, Cache& cache, QObject* parent = nullptr);
    ~Feed() override;

    /// Shows what the cache has of scope(), then catches up from the hub and follows it.
    void start(const QString& account);
    void stop();
    /// Skips the waiting time before the next attempt.
    void retry();

    /// A message for the live lane; dropped while the stream is not open or the hub has no such
    /// lane. LiveFeed says it again at liveOpened.
    void sayLive(const QString& message);

    [[nodiscard]] qint64 position() const { return position_.seq; }
    [[nodiscard]] bool isOpen() const { return open_; }
    /// True once there is something to show, from the cache or the hub.
    [[nodiscard]] bool hasState() const { return hasState_; }

Q_SIGNALS:
    void positionChanged();
    void openChanged(bool open);
    /// Round trip and hub clock minus local clock, by the last pong.
    void measured(int latencyMs, qint64 offsetMs);
    /// A frame did not follow on what is known; the feed has gone back for it.
    void gapFound(qint64 expected, qint64 got);
    /// The stream is open, at a hub that has a live lane; again for each new stream.
    void liveOpened();
    void liveArrived(const chengyun::console::LiveChangesPtr& changes);
    /// One attempt to reach the hub came to nothing; the next one is scheduled.
    void attemptFailed();

private:
    struct Frame;
    void advance();
    /// Is the hub still too new?
    void askVersion();
    void followHub();
    void connectStream();
    void fetchSnapshot();
    void parseSnapshot(const QByteArray& json);
    void takeSnapshot(const SnapshotPtr& snapshot, bool fromHub);
    void takeText(const QString& text);
    void takeFrame(const std::shared_ptr<Frame>& frame);
    void takePong(qint64 sent, qint64 hubNow, bool live);
    void gap(qint64 got);
    void goBack();
    void lost();
    void setOpen(bool open);
    void ping();

    HubLink& link_;
    Cache& cache_;
    QWebSocket socket_;
    QTimer retry_;
    QTimer ping_;
    QTimer opening_;     ///< a stream that is asked for opens, or the path is dead
    QThreadPool parser_; ///< one thread, so that frames stay in order
    BackOff backOff_;
    int gaps_ = 0; ///< in a row, without an entry in between
    int round_ =
        0; ///< of start, stop and reconnect: what a worker brings from an earlier one is dropped
    int missedPongs_ = 0;
    bool running_ = false;
    bool open_ = false;
    bool live_ = false; ///< this stream's hub has a live lane
    bool hasState_ = false;
    JournalPosition position_;
};

} // namespace chengyun::console
