// The way of a capability's commands into the outbox: what is refused at once is said in words, and
// the rest is told when it is on disk.
#pragma once

#include "app/link/outbox.h"

#include <QObject>
#include <QString>

#include <string>

namespace chengyun::console {

/// GUI thread. A base of classes whose methods are commands: they return whether the command was
/// taken. What the hub then says of it comes by the outbox and the feed.
class OutboxCommands : public QObject {
    Q_OBJECT
    /// Why the last command was not taken, in words, and the field it is about ("end", "text");
    /// empty when it was.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)
    Q_PROPERTY(QString failureField READ failureField NOTIFY failureChanged)

public:
    Q_INVOKABLE void forgetFailure();
    [[nodiscard]] QString failureText() const { return failureText_; }
    [[nodiscard]] QString failureField() const { return failureField_; }

Q_SIGNALS:
    void failureChanged();
    /// The command about `subject` is in the outbox, or is not (`failureText` says why).
    void settled(const QString& subject, bool kept);

protected:
    /// The outbox must live as long.
    explicit OutboxCommands(Outbox& outbox, QObject* parent = nullptr);

    /// A key for what a command is about.
    [[nodiscard]] std::string newKey() const { return outbox_.newKey(); }
    /// Says why; false.
    bool refuse(const Failure& failure);
    /// The key in the outbox, after which `settled` follows; empty when it was not taken.
    std::string put(OutboxRequest request, const std::string& body);

private:
    /// A failure in words.
    [[nodiscard]] virtual QString wordsOf(const Failure& failure) const;

    Outbox& outbox_;
    QString failureText_;
    QString failureField_;
};

} // namespace chengyun::console
