// One camera's stream, for all who look at it: received and decoded once, tried again when it
// breaks, and not decoded while nobody sees it.
#pragma once

#include "app/back_off.h"
#include "app/video/picture_beat.h"
#include "app/video/sign_ins.h"
#include "app/video/stream_pipeline.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace chengyun::console {

/// Tests and measurements set others.
struct FeedLimits {
    /// How long without a picture before a stream counts as stalled.
    std::chrono::milliseconds stall{8000};
    /// A stream that has shown pictures and of which no packet comes for so long is opened anew.
    std::chrono::milliseconds silence{3500};
    /// Up to what age a picture counts as fresh.
    std::chrono::milliseconds fresh{3000};
    /// So long packets may come without a key picture among them: some cameras send one a minute.
    std::chrono::milliseconds key_wait{90000};
    /// So long a stream that nobody sees goes on being decoded: who comes back at once finds it
    /// running. Later the next key picture has to be waited for.
    std::chrono::milliseconds rest{10000};
    BackOff back_off{}; ///< between attempts
    /// Longer nobody waits for a camera or a network that is away: the picture is to be back soon
    /// after they are.
    std::chrono::milliseconds soon{3000};
};

/// GUI thread only. Independent of every other feed: one dead camera cannot hold another one up.
class CameraFeed : public QObject, public std::enable_shared_from_this<CameraFeed> {
    Q_OBJECT
public:
    enum class State {
        connecting,
        playing, ///< the picture is fresh
        frozen,  ///< the stream is open, the picture is older than FeedLimits::fresh
        waiting  ///< it has failed, `why` says how, and is tried again later
    };

    /// The feed of this address, as core/resource/stream_address.h reads it, user and password
    /// included. All who ask while somebody has it get the same one; the first one's limits count.
    [[nodiscard]] static std::shared_ptr<CameraFeed> of(const QString& address,
                                                        const FeedLimits& limits = {});
    ~CameraFeed() override;

    [[nodiscard]] State state() const { return state_; }
    /// Why it waits or is frozen; while it is tried again, why it was.
    [[nodiscard]] std::optional<StreamEnd> why() const { return why_; }
    /// GStreamer's own words; never holds credentials.
    [[nodiscard]] const QString& detail() const { return detail_; }
    /// Attempts since the last picture.
    [[nodiscard]] int attempt() const { return attempt_; }
    /// Seconds since the last picture was shown, by a monotonic clock; −1 without one.
    [[nodiscard]] int pictureAge() const;
    /// Seconds until the next attempt; −1 while none is due.
    [[nodiscard]] int retryIn() const;
    /// The last picture; none before the first.
    [[nodiscard]] const std::optional<Picture>& picture() const { return picture_; }
    /// Pictures shown.
    [[nodiscard]] int frames() const { return frames_; }
    /// From the first packet of the last picture to its being shown; 0 before the first.
    [[nodiscard]] std::chrono::milliseconds latency() const { return latency_; }
    /// Of the present stream; nothing while there is none.
    [[nodiscard]] std::optional<StreamFigures> figures() const;
    /// Pictures that have been decoded and not shown, because another came before the GUI thread
    /// took them.
    [[nodiscard]] int overwritten() const;

    /// Tries at once instead of waiting for the next attempt, also where the sign-in was refused.
    void retryNow();
    /// Whether `who` sees the picture. While nobody does, nothing is decoded.
    void setSeen(const QObject* who, bool seen);
    /// Whether `who` may want a clip. While anybody may, the last half minute is kept, as it comes.
    void setRecorded(const QObject* who, bool recorded);
    /// What has been kept by now; no units where nothing has.
    [[nodiscard]] ClipCut clip() const { return ring_ ? ring_->cut() : ClipCut(); }

    /// A stream that showed pictures for so long has come back: its next failure is its first.
    static constexpr std::chrono::milliseconds settled{5000};
    /// So long a feed waits for another that tries the same sign-in: a server that says nothing
    /// refuses nothing.
    static constexpr std::chrono::milliseconds longestTurn{3000};
    /// Packets that came so long ago are still coming: a camera may send a picture a second.
    static constexpr std::chrono::milliseconds coming{1200};
    /// So long a stream that shows nothing new gets what could be decoded before it is opened anew.
    static constexpr std::chrono::milliseconds longestUndecoded{500};
    /// After a refused sign-in nobody tries by himself for so long: cameras lock, typically for
    /// half an hour after five or seven wrong passwords.
    static constexpr std::chrono::minutes refusedWait{30};

Q_SIGNALS:
    void stateChanged();
    /// While it does not play: ages and waits have changed.
    void ticked();
    void shown(const chengyun::console::Picture& picture);

private:
    CameraFeed(const QString& address, const FeedLimits& limits);
    void connectStream();
    void openStream();
    void closeStream();
    void hearOfSignIn(const SignIns::Key& key);
    /// How long this sign-in is not to be tried.
    [[nodiscard]] std::chrono::milliseconds refusedFor() const;
    void look();
    void lookAtQuiet(std::chrono::milliseconds quiet);
    [[nodiscard]] std::chrono::milliseconds pauseAfter(StreamEnd why);
    void sleep();
    void wake();
    void stop();
    void show(const Picture& picture);
    void fail(StreamEnd why, const QString& detail);
    void enter(State state, std::optional<StreamEnd> why = {}, const QString& detail = {});

    const QString address_;
    const SignIns::Key signIn_, place_; ///< of the address with and without regard to its path
    const FeedLimits limits_;
    BackOff backOff_;
    State state_ = State::connecting;
    std::optional<StreamEnd> why_;
    QString detail_;
    int attempt_ = 0;
    int frames_ = 0;
    int overwritten_ = 0; ///< of the streams before the current one
    std::chrono::milliseconds latency_{0};
    std::optional<Picture> picture_;
    std::unique_ptr<StreamPipeline> stream_;
    std::shared_ptr<PictureBox> box_; ///< of the current stream; others' pictures are ignored
    StreamPipeline::Way way_;
    /// The other transport has been tried since the last picture.
    bool bothTransports_ = false;
    quint64 packets_ = 0;       ///< of the stream, when it was looked at last
    bool keyIsMissing_ = false; ///< when it was looked at last, packets came and could not be shown
    QElapsedTimer lastPacket_;  ///< since packets were seen to come; invalid before the first
    QElapsedTimer undecoded_;   ///< since what comes could be decoded, and nothing new is shown
    QSet<const QObject*> seers_; ///< only compared
    QSet<const QObject*> recorders_;
    std::shared_ptr<ClipRing> ring_; ///< outlives the streams: a clip goes across a broken one
    bool asleep_ = false;            ///< nobody has seen it for long: it is not decoded
    QTimer retry_;
    QTimer turn_; ///< runs while another feed tries this sign-in
    QTimer watchdog_;
    QTimer rest_;
    QElapsedTimer lastPicture_; ///< since the last picture was shown; invalid before the first
    QElapsedTimer quiet_;       ///< since the stream was opened or woken, or a picture came
    QElapsedTimer playing_;     ///< since this stream's first picture; invalid before
};

} // namespace chengyun::console
