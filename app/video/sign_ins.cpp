#include "app/video/sign_ins.h"

#include "core/resource/stream_address.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace chengyun::console {

SignIns& SignIns::shared() {
    static SignIns all;
    return all;
}

SignIns::Key SignIns::key_of(const QString& address) {
    const auto bytes = address.toUtf8();
    const auto read = read_stream_address(bytes.toStdString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!read || read->sign_in.empty()) {
        return address_key(address);
    }
    const QUrl place(QString::fromStdString(as_rtsp(read->place)));
    for (const auto& part : {place.scheme().toUtf8(), place.authority().toUtf8(),
                             QByteArray::fromStdString(read->sign_in.user),
                             QByteArray::fromStdString(read->sign_in.password)}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result();
}

SignIns::Key SignIns::address_key(const QString& address) {
    return QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256);
}

bool SignIns::begin(const Key& key, const QObject* who) {
    auto& known = known_[key];
    if (!known.accepted && known.trying && known.trying != who)
        return false;
    if (!known.accepted)
        known.trying = who;
    return true;
}

void SignIns::accepted(const Key& key) {
    auto& known = known_[key];
    if (known.accepted)
        return;
    known = {.accepted = true};
    Q_EMIT changed(key);
}

void SignIns::doubt(const Key& key) {
    if (const auto known = known_.find(key); known != known_.end())
        known->accepted = false;
}

void SignIns::refused(const Key& key, const Key& address, Clock::time_point until) {
    auto& known = known_[key];
    if (std::exchange(known.accepted, false))
        known_[address].refused_until = until;
    else
        known_[key] = {.refused_until = until};
    Q_EMIT changed(key);
}

void SignIns::end(const Key& key, const QObject* who) {
    const auto known = known_.find(key);
    if (known == known_.end() || known->trying != who)
        return;
    known->trying = nullptr;
    Q_EMIT changed(key);
}

void SignIns::forget(const Key& key) {
    if (const auto known = known_.find(key); known != known_.end())
        known->refused_until = {};
}

std::chrono::milliseconds SignIns::left(const Key& key, Clock::time_point now) const {
    const auto known = known_.constFind(key);
    if (known == known_.constEnd() || known->refused_until <= now)
        return std::chrono::milliseconds(0);
    return std::chrono::ceil<std::chrono::milliseconds>(known->refused_until - now);
}

} // namespace chengyun::console
