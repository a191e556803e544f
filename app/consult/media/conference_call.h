// One entrance into a conference with one ticket: from the media server's address to pictures and
// sound, until it ends. Conference makes a new one when it comes back.
#pragma once

#include "app/consult/media/conference.h"
#include "app/consult/media/janus_link.h"
#include "app/consult/media/receiver.h"
#include "app/consult/media/sdp_check.h"
#include "app/consult/media/sender.h"
#include "app/video/picture_beat.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chengyun::console {

/// What the others are told of one's own streams: stream_sent and the like.
struct OwnStreams {
    std::string sound, picture;
    bool operator==(const OwnStreams&) const = default;
};

/// GUI thread. Destroying returns at once.
class ConferenceCall : public QObject {
    Q_OBJECT
public:
    /// `own`: feeds of one's own earlier entrances, which the media server may still show.
    ConferenceCall(const ConferenceTicket& ticket, const ConferenceSetup& setup,
                   ConferencePeople& people, QSet<QString> own, OwnStreams streams,
                   Receiver::OnSound sound);
    ~ConferenceCall() override;

    void setStreams(const OwnStreams& streams);
    /// Whether it can be decoded here.
    [[nodiscard]] static bool isTaken(const PublishedStream& stream);
    [[nodiscard]] Sender::Entry soundEntry() const { return sender_->sound_entry(); }
    [[nodiscard]] Sender::Entry pictureEntry() const { return sender_->picture_entry(); }

    /// So long it may take until picture and sound get through.
    static constexpr std::chrono::milliseconds patience{10'000};

Q_SIGNALS:
    /// Own picture and sound get through.
    void entered();
    /// Once: it is of no use any more. `again`: another ticket may help at once.
    void ended(chengyun::console::Conference::Reason why, const QString& detail, bool again);

private:
    /// What is watched: feed, and medium of that feed.
    using Place = std::pair<std::string, std::string>;
    struct Line {
        Place place;
        bool is_picture = false;
        std::shared_ptr<PictureBox> box;
        quint64 units = 0, pictures = 0; ///< when it was looked at last
    };
    /// Where pictures go, by line; read on streaming threads.
    struct Boxes {
        std::mutex mutex;
        std::map<unsigned, std::shared_ptr<PictureBox>> all;
    };

    void open();
    void join();
    void take(const JanusMessage& message);
    void takeRoom(const RoomEvent& event);
    void takePublisher(const Publisher& publisher);
    void publish();
    void tellStreams();
    void makeReceiver();
    void attachWatching();
    void restartWatching();
    void askToWatch(const std::vector<Place>& places);
    void changeWatched(const std::vector<Place>& more, const std::vector<Place>& fewer);
    void watch();
    void takeWatched(const Result<JanusMessage>& answer);
    void takeOffer(const JanusMessage& message);
    void takeLines(const std::vector<WatchedStream>& streams, const std::vector<SdpMedia>& media);
    void put(unsigned at, const Place& place, bool is_picture);
    void answerOffer(const std::string& sdp);
    void trickle(bool own, unsigned mline, const std::string& candidate);
    void measure();
    void look();
    void see(const QString& feed);
    void drop(const QString& feed);
    [[nodiscard]] std::vector<Place> wanted() const;
    [[nodiscard]] WebrtcPeer::Hears hearsOf(bool own, int round);
    void end(Conference::Reason why, const QString& detail, bool again);

    const ConferenceTicket ticket_;
    const ConferenceSetup setup_;
    ConferencePeople& people_;
    const QSet<QString> own_;
    OwnStreams streams_, told_;
    const Receiver::OnSound sound_;
    std::shared_ptr<Boxes> boxes_;
    JanusLink link_;
    std::unique_ptr<Sender> sender_;
    std::unique_ptr<Receiver> receiver_;
    int round_ = 0; ///< of the receiver: what an earlier one says does not count

    std::uint64_t publishing_ = 0, watching_ = 0; ///< handles
    std::uint64_t private_id_ = 0;
    bool joined_ = false, published_ = false;
    std::string offer_;
    std::vector<std::string> mids_; ///< of the own offer: sound, picture
    struct Candidate {
        unsigned mline;
        std::string text;
    };
    std::vector<Candidate> early_,
        early_watching_; ///< before the media server knows of the connection

    std::map<std::string, Publisher> publishers_;
    std::map<unsigned, Line> lines_;
    bool attached_ = false;    ///< the receiving connection has been asked for
    bool negotiating_ = false; ///< about what is watched
    bool answered_ = false;    ///< the media server has our answer of the receiving connection
    std::optional<JanusMessage> next_offer_; ///< that came meanwhile
    int refused_ = 0;                        ///< wishes to watch, in a row

    QTimer patience_, measure_, look_, again_;
    bool over_ = false;
};

} // namespace chengyun::console
