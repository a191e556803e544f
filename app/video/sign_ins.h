// One user and password at one camera or recorder, as all tiles of the seat try it. Cameras lock a
// user, and some a whole address, after a few wrong passwords; nine tiles on nine channels of a
// recorder, or a tile that is closed and opened again, must not count as nine attempts.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <chrono>

namespace chengyun::console {

/// GUI thread. A sign-in that nothing is known of is tried by one player at a time. Addresses hold
/// passwords, so only digests of them are kept.
class SignIns : public QObject {
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;
    using Key = QByteArray;

    /// What every player of the program shares.
    [[nodiscard]] static SignIns& shared();
    /// The same for all channels of a server with one user and password. An address without a
    /// sign-in has a key of its own.
    [[nodiscard]] static Key key_of(const QString& address);

    /// May `who` try now? Until `who` says how it ended, others may not.
    [[nodiscard]] bool begin(const Key& key, const QObject* who);
    /// The server took it: all may try at any time.
    void accepted(const Key& key);
    /// A stream of it has broken: the server may come back with another password.
    void doubt(const Key& key);
    /// The server refused it at `address`: nobody is to try it by himself before `until`. Where it
    /// has been accepted elsewhere on the server, the refusal may be this address's alone; so the
    /// others are only tried one at a time again.
    void refused(const Key& key, const Key& address, Clock::time_point until);
    /// `who` does not try any more, whatever came of it.
    void end(const Key& key, const QObject* who);
    /// Of an address alone.
    [[nodiscard]] static Key address_key(const QString& address);
    /// A person wants it tried at once.
    void forget(const Key& key);
    /// How long nobody is to try it; 0 when it may be tried.
    [[nodiscard]] std::chrono::milliseconds left(const Key& key,
                                                 Clock::time_point now = Clock::now()) const;

Q_SIGNALS:
    /// It was accepted or refused, or the player that tried it has ended.
    void changed(const QByteArray& key);

private:
    struct Known {
        bool accepted = false;
        const QObject* trying = nullptr; ///< only compared
        Clock::time_point refused_until{};
    };
    QHash<Key, Known> known_;
};

} // namespace chengyun::console
