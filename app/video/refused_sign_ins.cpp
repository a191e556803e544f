#include "app/video/refused_sign_ins.h"

#include <QCryptographicHash>

#include <algorithm>

namespace chengyun::console {

namespace {

QByteArray digest_of(const QString& address) {
    return QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

RefusedSignIns& RefusedSignIns::shared() {
    static RefusedSignIns refused;
    return refused;
}

void RefusedSignIns::refuse(const QString& address, Clock::time_point until) {
    until_.insert(digest_of(address), until);
}

void RefusedSignIns::forget(const QString& address) {
    until_.remove(digest_of(address));
}

std::chrono::milliseconds RefusedSignIns::left(const QString& address, Clock::time_point now) {
    until_.removeIf([now](const auto& entry) { return entry.value() <= now; });
    const auto found = until_.constFind(digest_of(address));
    return found == until_.constEnd() ? std::chrono::milliseconds(0)
                                      : std::chrono::ceil<std::chrono::milliseconds>(*found - now);
}

} // namespace chengyun::console
