// Requests to the hub, as whoever is signed in: one identity, one network access manager.
#pragma once

#include "app/link/identity.h"
#include "core/journal/position.h"
#include "core/result.h"
#include "core/time/instant.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>
#include <string>

namespace chengyun::console {

/// What came back: an HTTP status with a body, or `status` 0 and a reason when no answer came.
struct Reply {
    int status = 0;
    QByteArray type;
    QByteArray body;
    QString error;          ///< the network's own words, for logs
    bool untrusted = false; ///< nobody vouches here for the hub's certificate
    bool former = false;    ///< asked as somebody who is not signed in here any more

    [[nodiscard]] bool answered() const { return status != 0; }
    /// By the status alone, which a proxy or a network's sign-in page can say as well: whoever acts
    /// on it looks for what only the hub says in `body`.
    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    /// The refusal as the hub put it (problem+json), or `unavailable` when the hub was not heard:
    /// no answer, or one that is not in its words. The field of that tells them apart: empty when
    /// nothing came, `certificate` when that is why, `foreign` when something else has answered,
    /// `hub` when the hub itself says that it cannot do it now.
    [[nodiscard]] Failure failure() const;
};
using OnReply = std::function<void(const Reply&)>;

/// A request that changes something, or an upload.
struct Command {
    QByteArray method = "POST";
    QString path; ///< below /api/v1, "/orders"
    QByteArray type = "application/json";
    QByteArray body;
    QByteArray key;     ///< Idempotency-Key
    qint64 expires = 0; ///< Command-Expires by the hub's clock; 0: none
    /// The answer counts for whom it was asked for, also when somebody else is signed in by then.
    bool outlivesIdentity = false;
    /// Who asks, when that is not whoever is signed in: somebody who has just left. The answer
    /// counts, and says nothing about who is here now.
    std::optional<Identity> as = std::nullopt;
};

/// GUI thread. Callbacks come on the GUI thread and not after `context` is destroyed. An answer to
/// a request of a former identity is no answer: `done` is told that none came (`Reply::former`).
class HubLink : public QObject {
    Q_OBJECT
public:
    explicit HubLink(QObject* parent = nullptr);

    [[nodiscard]] const Identity& identity() const { return identity_; }
    /// The one way to change who acts: hub, account and token in one step. "http://127.0.0.1:8790";
    /// a trailing /api/v1 is not part of the address. Proxies are off for loopback. Without a token
    /// nobody is signed in; without an account it is not known yet who.
    void become(const QUrl& hub, const QString& account = {}, const QByteArray& token = {});
    /// Nobody, at the same hub.
    void becomeNobody();

    /// "/snapshot" → http://host/api/v1/snapshot, with the token when there is one.
    [[nodiscard]] QNetworkRequest request(const QString& path) const;
    /// What the stream must use to get there.
    [[nodiscard]] QNetworkProxy proxy() const { return net_.proxy(); }
    /// Address of the WebSocket below /api/v1, with ws or wss.
    [[nodiscard]] QUrl streamUrl(const JournalPosition& from) const;

    void get(const QString& path, QObject* context, OnReply done, int timeoutMs = 20000);
    void send(const Command& command, QObject* context, OnReply done, int timeoutMs = 20000);

    /// True while the stream is open; the feed says so.
    [[nodiscard]] bool isReachable() const { return reachable_; }
    void setReachable(bool reachable);

Q_SIGNALS:
    void reachableChanged(bool reachable);
    /// The hub said 401 although a token was sent.
    void refusedToken();
    /// Somebody else, or nobody: what belongs to the former identity is not the present one's.
    void identityChanged();

private:
    [[nodiscard]] static QNetworkRequest requestOf(const QString& path, const Identity& identity);
    void watch(QNetworkReply* reply, bool outlives, quint64 generation, QObject* context,
               OnReply done);

    QNetworkAccessManager net_;
    Identity identity_;
    bool reachable_ = false;
};

} // namespace chengyun::console
