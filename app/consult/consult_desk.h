// This seat's place in a consultation: enters, waits in the lobby, asks the hub for tickets, and
// gives them to the conference.
#pragma once

#include "app/consult/consult_commands.h"
#include "app/consult/consult_store.h"
#include "app/consult/media/conference.h"

#include <QObject>
#include <QTimer>

namespace chengyun::console {

class HubLink;

/// GUI thread. A seat is in one room at a time: who enters another leaves the first.
class ConsultDesk : public QObject {
    Q_OBJECT
    /// The room that this seat is in, waits for or enters; empty: none.
    Q_PROPERTY(QString room READ room NOTIFY changed)
    Q_PROPERTY(Phase phase READ phase NOTIFY changed)
    Q_PROPERTY(chengyun::console::Conference* conference READ conference CONSTANT)
    /// Why there is no sound and picture, in words; empty while there is, or nothing to say.
    Q_PROPERTY(QString mediaText READ mediaText NOTIFY mediaChanged)
    /// The server's own words about it, for the hover text.
    Q_PROPERTY(QString mediaDetail READ mediaDetail NOTIFY mediaChanged)
    /// It does not come back by itself: reconnect().
    Q_PROPERTY(bool mediaStopped READ mediaStopped NOTIFY mediaChanged)

public:
    enum class Phase { Out, Entering, Lobby, Seated };
    Q_ENUM(Phase)

    /// All must outlive this.
    ConsultDesk(ConsultStore& store, ConsultCommands& commands, HubLink& link,
                QObject* parent = nullptr);

    /// False when the rules refuse it: the commands' failureText says why. Who is in already (at
    /// another seat, or before a restart) takes his place here.
    Q_INVOKABLE bool enter(const QString& room);
    Q_INVOKABLE void leave();
    /// Asks for another ticket at once.
    Q_INVOKABLE void reconnect();
    /// Another account sits here.
    void forget();

    [[nodiscard]] QString room() const { return room_; }
    [[nodiscard]] Phase phase() const { return phase_; }
    [[nodiscard]] Conference* conference() { return &conference_; }
    [[nodiscard]] QString mediaText() const;
    [[nodiscard]] QString mediaDetail() const;
    [[nodiscard]] bool mediaStopped() const;

Q_SIGNALS:
    void changed();
    void mediaChanged();
    /// This seat is out without having left: why, in words.
    void putOut(const QString& why);

private:
    void set(Phase phase);
    void follow();
    void leaveLate();
    void askTicket();
    void clear();

    ConsultStore& store_;
    ConsultCommands& commands_;
    HubLink& link_;
    Conference conference_;
    QTimer again_;
    QString room_;
    /// Left before the hub had let this seat in: to be left once it has.
    QSet<QString> leaving_;
    QString ticketFailure_; ///< why the hub gave none, in words
    Phase phase_ = Phase::Out;
    bool asking_ = false; ///< for a ticket
    int round_ = 0;       ///< of entering: answers to earlier ones are nobody's
};

} // namespace chengyun::console
