// The machine of a wall: signed in without a keyboard, by a code once and by what it keeps since.
#pragma once

#include "app/link/session.h"
#include "app/link/small_files.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace chengyun::console {

struct WallSeatOptions {
    QString folder;      ///< of this machine's wall; the session is kept there
    QString sessionFile; ///< a session file of somebody else's making, in the place of that
    QString url, code;   ///< a one-time code of this hub, to be used first
};

/// GUI thread. Asks again until the hub says yes or no; a code that the hub does not take leaves
/// the machine with the session that it has.
class WallSeat : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    /// Why the hub did not take the code, in words; empty otherwise.
    Q_PROPERTY(QString failureText READ failureText NOTIFY stateChanged)

public:
    /// Missing: nothing says who this is. Opening: the hub is asked. Refused: it does not know the
    /// code, and no session is kept. Running: signed in, whether the hub is there or not. Revoked:
    /// the hub has ended the session; for good.
    enum class State { Missing, Opening, Refused, Running, Revoked };
    Q_ENUM(State)

    WallSeat(Session& session, WallSeatOptions options, QObject* parent = nullptr);
    void start();

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] QString failureText() const { return failureText_; }

Q_SIGNALS:
    void stateChanged();

private:
    [[nodiscard]] QString keptFile() const;
    void openKept();
    void tryCode();
    void follow();
    void become(State state, const QString& failureText = {});

    Session& session_;
    WallSeatOptions options_;
    SmallFiles files_;
    QTimer again_;
    State state_ = State::Missing;
    QString failureText_;
    QString refusal_; ///< of the code, while a kept session is tried instead
};

} // namespace chengyun::console
