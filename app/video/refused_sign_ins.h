// Which cameras refused their sign-in not long ago. Cameras lock a user, and some a whole address,
// after a few wrong passwords; a tile that is closed and opened again must not count as somebody
// new.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>

namespace chengyun::console {

/// GUI thread. Addresses hold passwords, so only digests of them are kept.
class RefusedSignIns {
public:
    using Clock = std::chrono::steady_clock;

    /// What every player of the program shares.
    [[nodiscard]] static RefusedSignIns& shared();

    /// Nobody is to try `address` by itself before `until`.
    void refuse(const QString& address, Clock::time_point until);
    /// The camera took it, or somebody wants to try at once.
    void forget(const QString& address);
    /// How long nobody is to try it; 0 when it may be tried.
    [[nodiscard]] std::chrono::milliseconds left(const QString& address,
                                                 Clock::time_point now = Clock::now());

private:
    QHash<QByteArray, Clock::time_point> until_; ///< by the address's digest
};

} // namespace chengyun::console
