#include "app/link/identity.h"

#include <QCryptographicHash>

namespace chengyun::console {

QString stemOf(const QString& hub, const QString& account) {
    if (account.isEmpty())
        return {};
    return QString::fromLatin1(
        QCryptographicHash::hash(hub.toUtf8() + '\n' + account.toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(24));
}

QString Identity::stem() const {
    return stemOf(hub.toString(), account);
}

} // namespace chengyun::console
