// Requests to the hub in the name of the account that is signed in: one identity, one network
// access manager.
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
#include <string_view>

namespace chengyun::console {

/// An answer: an HTTP status with a body, or `status` 0 and a reason when no answer came.
struct Reply {
    int status = 0;
    QByteArray type;
    QByteArray body;
    QString error;          ///< the network's own words, for logs
    bool untrusted = false; ///< no authority known here has signed the hub's certificate
    bool newer = false;     ///< the hub speaks a version that this console does not understand
    bool former = false;    ///< the request was sent by an account that has signed out since

    [[nodiscard]] bool answered() const { return status != 0; }
    /// True for a status of 200 to 299. A proxy or a network's sign-in page can send such a status,
    /// too. Before a caller acts on it, it looks in `body` for words that only the hub says.
    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    /// The refusal as the hub put it (problem+json), or a Failure of kind `unavailable`. The field
    /// of an `unavailable` says why:
    /// - empty: no answer came;
    /// - `certificate`: the hub's certificate is not trusted;
    /// - `version`: the hub is too new for this console, and its answer has not been read;
    /// - `foreign`: something else than the hub has answered;
    /// - `hub`: the hub says that it cannot do this now.
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
    /// The sender gets the answer even when another account is signed in by then.
    bool outlivesIdentity = false;
    /// The account that sends this, when it is not the one signed in: one that has just signed out.
    /// The sender gets the answer; the present identity does not change by it.
    std::optional<Identity> as = std::nullopt;
};

/// GUI thread. Callbacks come on the GUI thread and not after `context` is destroyed. When the
/// identity has changed since a request was sent, its answer is not passed on: `done` gets a Reply
/// without an answer, with `former` set.
class HubLink : public QObject {
    Q_OBJECT
public:
    explicit HubLink(QObject* parent = nullptr);

    [[nodiscard]] const Identity& identity() const { return identity_; }
    /// The one way to change who acts: hub, account and token in one step. "http://127.0.0.1:8790";
    /// a trailing /api/v1 is not part of the address. Proxies are off for loopback. Without a token
    /// nobody is signed in. Without an account, the account is not known yet.
    void become(const QUrl& hub, const QString& account = {}, const QByteArray& token = {});
    /// Nobody, at the same hub.
    void becomeNobody();

    /// "/snapshot" → http://host/api/v1/snapshot, with the token when there is one.
    [[nodiscard]] QNetworkRequest request(const QString& path) const;
    /// The proxy that the stream must use, too.
    [[nodiscard]] QNetworkProxy proxy() const { return net_.proxy(); }
    /// Address of the WebSocket below /api/v1, with ws or wss.
    [[nodiscard]] QUrl streamUrl(const JournalPosition& from) const;

    void get(const QString& path, QObject* context, OnReply done, int timeoutMs = 20000);
    void send(const Command& command, QObject* context, OnReply done, int timeoutMs = 20000);

    /// True while the stream is open; the feed says so.
    [[nodiscard]] bool isReachable() const { return reachable_; }
    void setReachable(bool reachable);

    /// The hub speaks a newer version than this console: nothing it says is taken for an answer.
    [[nodiscard]] bool isHubNewer() const { return hubNewer_; }
    /// By the version that an answer or a frame of the stream told.
    void takeVersion(std::string_view told);

Q_SIGNALS:
    void hubNewerChanged();
    void reachableChanged(bool reachable);
    /// The hub said 401 although a token was sent.
    void refusedToken();
    /// Another account is signed in now, or none: its receivers drop the former identity's data.
    void identityChanged();

private:
    [[nodiscard]] static QNetworkRequest requestOf(const QString& path, const Identity& identity);
    void watch(QNetworkReply* reply, bool outlives, quint64 generation, QObject* context,
               OnReply done);

    QNetworkAccessManager net_;
    Identity identity_;
    bool reachable_ = false;
    bool hubNewer_ = false;
};

} // namespace chengyun::console
