// The password of the person who is signed in: proven at a locked seat, and changed.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace chengyun::console {

class HubLink;
class Session;
struct Reply;

/// GUI thread. The hub says whether a password is right. While it cannot be reached, a seat must
/// open all the same, for an emergency does not wait for the network: then a hash decides that is
/// made when the hub has taken a password here (PBKDF2, SHA-512, a salt of its own). It is kept in
/// memory only, for this account only, and gone with the program. A seat that was signed in by a
/// file has none, and needs the hub. The hash decides as well while the hub lets nobody try the
/// name, because somebody guesses at it elsewhere. Tries that it decides are counted as the hub
/// counts its own.
class OwnPassword : public QObject {
    Q_OBJECT
    /// A change is under way.
    Q_PROPERTY(bool busy READ isBusy NOTIFY stateChanged)
    /// Why the last change failed, in words; empty when it did not.
    Q_PROPERTY(QString failureText READ failureText NOTIFY stateChanged)
    /// "old_password" or "new_password" when the failure is about one of them.
    Q_PROPERTY(QString failureField READ failureField NOTIFY stateChanged)
    /// Of a new password, in characters, by the hub's rule; 0 while it is not known.
    Q_PROPERTY(int minLength READ minLength NOTIFY stateChanged)

public:
    /// A password is right; or `forbidden`: it is not; `locked_out`: too many were wrong;
    /// `unavailable`: nobody could say.
    using OnProven = std::function<void(const Result<>&)>;
    /// Milliseconds that only grow.
    using Ticks = std::function<qint64()>;

    OwnPassword(HubLink& link, Session& session, Ticks ticks = {}, QObject* parent = nullptr);
    ~OwnPassword() override;

    /// `done` is called once, unless `context` has been destroyed or another has signed in
    /// meanwhile.
    void prove(const QString& password, QObject* context, OnProven done);
    /// `changed` or `failureText` says what became of it.
    Q_INVOKABLE void change(const QString& present, const QString& wanted);
    /// Asks the hub for its rule, and forgets an earlier failure: before somebody is to change it.
    Q_INVOKABLE void begin();

    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] QString failureText() const { return failureText_; }
    [[nodiscard]] QString failureField() const { return failureField_; }
    [[nodiscard]] int minLength() const { return minLength_; }

Q_SIGNALS:
    void stateChanged();
    /// The hub has taken the new one, and ended this account's other sessions.
    void changed();

private:
    struct Kept {
        QByteArray salt;
        QByteArray hash;
    };

    void keep(const QString& password);
    /// The hub's yes names the account that asked.
    [[nodiscard]] bool isOwn(const Reply& reply) const;
    void forgiveTries();
    void proveHere(const QString& password, QPointer<QObject> context, OnProven done,
                   Failure unreached);
    void finish(const QString& failure, const QString& field = {});
    void takeChange(const Reply& reply, const QString& wanted);

    HubLink& link_;
    Session& session_;
    std::shared_ptr<Kept> kept_; ///< the worker's alone, but for whether there is one
    int owner_ = 0;              ///< counts those who were signed in
    Ticks ticks_;
    int wrongTries_ = 0; ///< that no hub has counted
    qint64 nextTry_ = 0; ///< none before, by ticks_
    bool busy_ = false;
    QString failureText_;
    QString failureField_;
    int minLength_ = 0;
    QThreadPool worker_; ///< last: it ends before what it calls back into
};

} // namespace chengyun::console
