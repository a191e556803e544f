// A seat in a conference: one's own picture and sound go to the media server, everybody else's come
// from it. docs/consult.md.
#pragma once

#include "app/consult/media/conference_people.h"
#include "app/consult/media/conference_picture.h"
#include "app/consult/media/conference_ticket.h"
#include "app/consult/media/media_devices.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

typedef struct _GstSample GstSample; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// Where a conference takes picture and sound from, and where it plays.
struct ConferenceSetup {
    /// Instead of devices: a moving test picture with `testName` in it, and a tone.
    bool testSources = false;
    QString testName;
    /// Sound is mixed and not played.
    bool silent = false;
    /// Pictures are decoded although nobody sees them; for measurements.
    bool decodeUnseen = false;
    /// Everybody's sound as it is to be played; on a streaming thread. For measurements.
    std::function<void(GstSample*)> heard{};

    /// CHENGYUN_CONFERENCE_TEST=NAME in the environment: test sources, silent.
    [[nodiscard]] static ConferenceSetup fromEnvironment();
};

/// GUI thread only. Nothing here waits: destroying and leaving return at once.
///
/// Who uses it asks the hub for a ticket, enter()s, and asks for another whenever ticketWanted() is
/// emitted. After a connection was lost everything comes back by itself in this way.
class Conference : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    /// Why it is lost or refused.
    Q_PROPERTY(Reason reason READ reason NOTIFY stateChanged FINAL)
    /// The media server's or GStreamer's own words, for the hover text; never holds secrets.
    Q_PROPERTY(QString detail READ detail NOTIFY stateChanged FINAL)
    /// Whether one's own sound and picture are to be sent. May be set before entering; both are off
    /// at the beginning.
    Q_PROPERTY(bool microphone READ microphone WRITE setMicrophone NOTIFY sendingChanged FINAL)
    Q_PROPERTY(bool camera READ camera WRITE setCamera NOTIFY sendingChanged FINAL)
    /// Why what is to be sent is not, or why nothing is heard.
    Q_PROPERTY(DeviceFault microphoneFault READ microphoneFault NOTIFY faultsChanged FINAL)
    Q_PROPERTY(DeviceFault cameraFault READ cameraFault NOTIFY faultsChanged FINAL)
    Q_PROPERTY(DeviceFault speakerFault READ speakerFault NOTIFY faultsChanged FINAL)
    /// Ids from `devices`; empty: the machine's usual one.
    Q_PROPERTY(QString microphoneDevice READ microphoneDevice WRITE setMicrophoneDevice NOTIFY
                   chosenChanged FINAL)
    Q_PROPERTY(
        QString cameraDevice READ cameraDevice WRITE setCameraDevice NOTIFY chosenChanged FINAL)
    Q_PROPERTY(
        QString speakerDevice READ speakerDevice WRITE setSpeakerDevice NOTIFY chosenChanged FINAL)
    Q_PROPERTY(chengyun::console::MediaDevices* devices READ devices CONSTANT FINAL)
    /// How loud one's own microphone is, 0 … 1; also before entering, while `microphone` is on and
    /// `preview` is true.
    Q_PROPERTY(double ownLevel READ ownLevel NOTIFY ownLevelChanged FINAL)
    /// One's own picture, never null; also before entering, while `camera` and `preview` are on.
    Q_PROPERTY(chengyun::console::ConferencePicture* ownPicture READ ownPicture CONSTANT FINAL)
    /// Before entering: devices run for a look and a listen.
    Q_PROPERTY(bool preview READ preview WRITE setPreview NOTIFY previewChanged FINAL)
    /// Everybody else; empty while not In.
    Q_PROPERTY(chengyun::console::ConferencePeople* people READ people CONSTANT FINAL)

public:
    enum class State {
        Idle,
        Entering, ///< a ticket is being used
        In,
        Lost,   ///< comes back by itself: ticketWanted()
        Refused ///< does not: enter() with another ticket
    };
    Q_ENUM(State)
    enum class Reason {
        None,
        Unreachable,   ///< the media server does not answer, or not any more
        TicketRefused, ///< over, used, forged, or another room's
        RoomEnded,     ///< there is no such room, or it ended
        PutOut,        ///< by the chair
        RoomFull,
        BadAnswer,   ///< what the media server says cannot be understood
        WrongFormat, ///< no common format of picture or sound
        NoMedia,     ///< picture and sound do not get through
        NotInstalled ///< GStreamer plug-ins are missing here
    };
    Q_ENUM(Reason)
    enum class DeviceFault {
        None,
        Missing, ///< the machine has none, or not the chosen one
        Failed   ///< it is there and does not work; another program may have it
    };
    Q_ENUM(DeviceFault)

    explicit Conference(QObject* parent = nullptr);
    explicit Conference(const ConferenceSetup& setup, QObject* parent = nullptr);
    ~Conference() override;

    /// From any state. What was before is left.
    void enter(const ConferenceTicket& ticket);
    /// The hub gives no ticket now: ticketWanted() comes again, later each time.
    void ticketUnavailable();
    /// To Idle.
    Q_INVOKABLE void leave();

    [[nodiscard]] State state() const;
    [[nodiscard]] Reason reason() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] bool microphone() const;
    void setMicrophone(bool on);
    [[nodiscard]] bool camera() const;
    void setCamera(bool on);
    [[nodiscard]] DeviceFault microphoneFault() const;
    [[nodiscard]] DeviceFault cameraFault() const;
    [[nodiscard]] DeviceFault speakerFault() const;
    [[nodiscard]] QString microphoneDevice() const;
    void setMicrophoneDevice(const QString& id);
    [[nodiscard]] QString cameraDevice() const;
    void setCameraDevice(const QString& id);
    [[nodiscard]] QString speakerDevice() const;
    void setSpeakerDevice(const QString& id);
    [[nodiscard]] MediaDevices* devices() const;
    [[nodiscard]] double ownLevel() const;
    [[nodiscard]] ConferencePicture* ownPicture() const;
    [[nodiscard]] bool preview() const;
    void setPreview(bool on);
    [[nodiscard]] ConferencePeople* people() const;

    /// Waits, at most `milliseconds`, until what was left is shut down. For program end.
    static bool waitForShutDown(int milliseconds);

Q_SIGNALS:
    void stateChanged();
    /// Only in the state Lost: ask the hub, then enter() or ticketUnavailable().
    void ticketWanted();
    void sendingChanged();
    void faultsChanged();
    void chosenChanged();
    void ownLevelChanged();
    void previewChanged();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::console
