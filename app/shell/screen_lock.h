// A seat that nobody watches: locked by a key or by itself, opened by the password of who sits
// there.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace chengyun::console {

class OwnPassword;
class Session;

/// GUI thread. Locking hides the hall and ends nothing: the stream, the outbox and the alarms go
/// on. It is over when the password is given, or nobody is signed in any more.
class ScreenLock : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool locked READ isLocked NOTIFY stateChanged)
    /// A password is being checked.
    Q_PROPERTY(bool checking READ isChecking NOTIFY stateChanged)
    /// Why the last try failed, in words; empty when it did not.
    Q_PROPERTY(QString failureText READ failureText NOTIFY stateChanged)
    /// After so many minutes without a key or the pointer it locks itself; 0: never.
    Q_PROPERTY(int idleMinutes READ idleMinutes WRITE setIdleMinutes NOTIFY idleMinutesChanged)

public:
    /// Milliseconds that only grow.
    using Ticks = std::function<qint64()>;

    ScreenLock(Session& session, OwnPassword& password, Ticks ticks = {},
               QObject* parent = nullptr);

    /// Nothing when nobody is signed in.
    Q_INVOKABLE void lock();
    Q_INVOKABLE void unlock(const QString& password);

    [[nodiscard]] bool isLocked() const { return locked_; }
    [[nodiscard]] bool isChecking() const { return checking_; }
    [[nodiscard]] QString failureText() const { return failureText_; }
    [[nodiscard]] int idleMinutes() const { return idleMinutes_; }
    void setIdleMinutes(int minutes);
    /// Locks when it is time. By itself it looks when the time may have come; tests say when.
    void look();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void stateChanged();
    void idleMinutesChanged();

private:
    void set(bool locked, bool checking, const QString& failure);
    void watch();

    Session& session_;
    OwnPassword& password_;
    Ticks ticks_;
    bool locked_ = false;
    bool checking_ = false;
    QString failureText_;
    int idleMinutes_ = 0;
    bool watching_ = false; ///< it looks at events and the time
    qint64 lastInput_ = 0;
    QTimer timer_;
};

} // namespace chengyun::console
