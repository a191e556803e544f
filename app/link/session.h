// Which account is signed in, and whether the hub can be reached.
#pragma once

#include "app/link/session_end.h"
#include "app/link/small_files.h"
#include "core/account/account.h"
#include "core/result.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>
#include <string>

namespace chengyun::console {

class Feed;
class HubClock;
class HubLink;

/// GUI thread. The one place that screens ask "who am I, are we connected".
class Session : public QObject {
    Q_OBJECT
    /// SignedOut → SigningIn → Online ⇄ Offline; Expired when the hub no longer knows the token,
    /// which is no failure to sign in: `failureText` is empty then.
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    /// Online or Offline: there is somebody, and screens show the hall.
    Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY stateChanged)
    Q_PROPERTY(bool online READ isOnline NOTIFY stateChanged)
    Q_PROPERTY(QString hubUrl READ hubUrl NOTIFY hubUrlChanged)
    Q_PROPERTY(QString accountId READ accountId NOTIFY accountChanged)
    Q_PROPERTY(QString name READ name NOTIFY accountChanged)
    Q_PROPERTY(QString displayName READ displayName NOTIFY accountChanged)
    /// "operator", "commander", "unit", "admin", "auditor"; empty when signed out.
    Q_PROPERTY(QString role READ role NOTIFY accountChanged)
    Q_PROPERTY(QString roleName READ roleName NOTIFY accountChanged)
    /// Scope, 12-digit code; empty sees all.
    Q_PROPERTY(QString area READ area NOTIFY accountChanged)
    /// The unit this account acts for, or empty.
    Q_PROPERTY(QString unit READ unit NOTIFY accountChanged)
    Q_PROPERTY(bool mayIssueOrders READ mayIssueOrders NOTIFY accountChanged)
    Q_PROPERTY(bool mayActForCentre READ mayActForCentre NOTIFY accountChanged)
    Q_PROPERTY(bool mayEditResources READ mayEditResources NOTIFY accountChanged)
    /// Round trip of the last ping; −1 while offline.
    Q_PROPERTY(int latencyMs READ latencyMs NOTIFY latencyChanged)
    Q_PROPERTY(qint64 clockOffsetMs READ clockOffsetMs NOTIFY latencyChanged)
    /// Since when the hub has been away, ms UTC; 0 while online.
    Q_PROPERTY(qint64 offlineSince READ offlineSince NOTIFY stateChanged)
    /// Why the last sign-in failed, in words for people; empty when it did not.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)
    /// "unauthenticated", "locked_out", "unavailable" …
    Q_PROPERTY(QString failureKind READ failureKind NOTIFY failureChanged)
    /// The hub is too new for this console; until one of them changes there is no link.
    Q_PROPERTY(bool needsUpdate READ needsUpdate NOTIFY needsUpdateChanged)
    /// Somebody has signed out, and the hub has not ended that session: it has not been heard.
    Q_PROPERTY(bool unended READ isUnended NOTIFY unendedChanged)
    /// A settings file of the account that is shown, for what is looked at (the map's place). It
    /// stays until another account is shown, so that what is closed last still writes its own.
    Q_PROPERTY(QUrl ownSettings READ ownSettings NOTIFY shownChanged)

public:
    enum class State { SignedOut, SigningIn, Online, Offline, Expired };
    Q_ENUM(State)

    /// `folder`: the console's data folder; it remembers there who used which hub last, so that a
    /// start without the hub shows that account's last known hall.
    Session(HubLink& link, Feed& feed, HubClock& clock, QString folder, QObject* parent = nullptr);

    Q_INVOKABLE void signIn(const QString& hubUrl, const QString& name, const QString& password);
    /// A JSON file {"url": …, "token": …}, as `./dev run` makes it. False with `failureText` when
    /// it cannot be read.
    Q_INVOKABLE bool signInWithFile(const QString& path);
    /// By a one-time code: a machine without a keyboard. As signIn() otherwise.
    void signInWithLink(const QString& hubUrl, const QString& code);
    /// What signInWithFile() reads, for the session that is open now.
    [[nodiscard]] QByteArray sessionFile() const;
    /// At once here. The hub is asked to end the session until it has, as long as the program runs.
    Q_INVOKABLE void signOut();
    /// Tries the hub at once instead of waiting for the next attempt.
    Q_INVOKABLE void retry();
    /// The hub's address used last on this machine, for the sign-in form; may be empty.
    Q_INVOKABLE [[nodiscard]] QString lastHubUrl() const;
    Q_INVOKABLE [[nodiscard]] QString lastName() const;

    /// Folder of what belongs to the account that is signed in and to nobody else on this machine
    /// (drafts, typed texts); empty while there is none. It exists.
    [[nodiscard]] QString ownFolder() const;
    /// The same of the account that used a hub last on this machine, by the data folder alone;
    /// empty when nobody did.
    [[nodiscard]] static QString lastOwnFolder(const QString& folder);
    [[nodiscard]] QUrl ownSettings() const;

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] bool isSignedIn() const;
    [[nodiscard]] bool isOnline() const { return state_ == State::Online; }
    [[nodiscard]] QString hubUrl() const;
    [[nodiscard]] const Account& account() const { return account_; }
    [[nodiscard]] QString accountId() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] QString role() const;
    [[nodiscard]] QString roleName() const;
    [[nodiscard]] QString area() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] bool mayIssueOrders() const;
    [[nodiscard]] bool mayActForCentre() const;
    [[nodiscard]] bool mayEditResources() const;
    [[nodiscard]] int latencyMs() const { return latency_; }
    [[nodiscard]] qint64 clockOffsetMs() const;
    [[nodiscard]] qint64 offlineSince() const { return offlineSince_; }
    [[nodiscard]] QString failureText() const { return failureText_; }
    [[nodiscard]] QString failureKind() const;
    [[nodiscard]] bool needsUpdate() const;
    [[nodiscard]] bool isUnended() const { return end_.isOpen(); }

Q_SIGNALS:
    void stateChanged();
    /// The hub has taken this password from somebody, who is signed in now. For who keeps a hash of
    /// it in memory, and for nobody else.
    void signedInWith(const QString& password);
    void hubUrlChanged();
    void accountChanged();
    void latencyChanged();
    void failureChanged();
    void needsUpdateChanged();
    void unendedChanged();
    /// ownFolder() is another one now.
    void ownerChanged();
    /// Somebody else's hall is shown from now on: what the one before looked at is not theirs.
    void shownChanged();

private:
    void become(State state);
    /// Asks the hub for a session; `opened` follows when it has given one.
    void askForSession(const QString& hubUrl, const QString& path, const std::string& body,
                       std::function<void()> opened);
    void open(const Account& account, const QByteArray& token);
    void showNothing();
    void askWho();
    void refuse(const Failure& failure, State state);
    void setFailure(std::optional<Failure> failure);
    void remember(bool withToken);

    HubLink& link_;
    Feed& feed_;
    HubClock& clock_;
    QString folder_;
    SmallFiles files_;
    SessionEnd end_;
    State state_ = State::SignedOut;
    Account account_;
    QString owner_; ///< stem of the identity that ownerChanged() told of last
    QString shown_; ///< stem of the account whose hall the stores hold
    int latency_ = -1;
    qint64 offlineSince_ = 0;
    std::optional<Failure> failure_;
    QString failureText_;
    QTimer askAgain_; ///< the hub is not up yet and nobody knows who this is
    int attempt_ = 0; ///< of this sign-in, so that a late answer to an earlier one is ignored
};

} // namespace chengyun::console
