// Who acts: the hub, the account at it and the token that proves it, as one value.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace chengyun::console {

/// Replaced as a whole by HubLink::become, never changed in parts: no request can carry one
/// person's token and another's name.
struct Identity {
    QUrl hub;             ///< base address, without /api/v1 and without a slash at the end
    QString account;      ///< id; empty while it is not known
    QByteArray token;     ///< empty when nobody is signed in
    quint64 generation{}; ///< counts the identities of this run; tells answers to a former one

    /// Somebody is known, and may ask the hub for something.
    [[nodiscard]] bool maySend() const { return !account.isEmpty() && !token.isEmpty(); }
    /// Name of what belongs to this account of this hub in files and folders; empty while the
    /// account is not known.
    [[nodiscard]] QString stem() const;
};

/// The same for an account by its hub's address and its id.
[[nodiscard]] QString stemOf(const QString& hub, const QString& account);

} // namespace chengyun::console
