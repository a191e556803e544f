// What is done to groups of camera patrol, on its way to the hub: checked by the hub's own rules,
// so that a refusal comes at once, and then kept in the outbox.
#pragma once

#include "core/patrol/group.h"

#include <QObject>
#include <QString>
#include <QVariantMap>

#include <string>

namespace chengyun::console {

class Outbox;
class PatrolStore;
class Session;

/// GUI thread. In the outbox the subject of a command is its group.
///
/// In QML a group is {id (empty: a new one), name, area, dwell (s), choice ("hand" or "rule"),
/// cameras (ids), ruleArea, ruleKind, nearKm (0: wherever)}.
class PatrolCommands : public QObject {
    Q_OBJECT
    /// Why the last command was not taken, in words, and the field it is about; empty when it was.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)
    Q_PROPERTY(QString failureField READ failureField NOTIFY failureChanged)

public:
    PatrolCommands(PatrolStore& store, Outbox& outbox, Session& session, QObject* parent = nullptr);

    /// A known group, or a new one of the account's area, for the form.
    Q_INVOKABLE [[nodiscard]] QVariantMap form(const QString& group) const;
    /// How many cameras a group has as it is written in the form now.
    Q_INVOKABLE [[nodiscard]] int countOf(const QVariantMap& form) const;
    /// False when it was not taken: `failureText` says why.
    Q_INVOKABLE bool save(const QVariantMap& form);
    Q_INVOKABLE bool remove(const QString& group);

    [[nodiscard]] QString failureText() const { return failureText_; }
    [[nodiscard]] QString failureField() const { return failureField_; }

Q_SIGNALS:
    void failureChanged();

private:
    [[nodiscard]] PatrolGroup groupOf(const QVariantMap& form) const;
    bool refuse(const Failure& failure);
    bool put(const QString& kind, const QString& title, const QString& group,
             const QByteArray& method, const std::string& body);
    void tell(const QString& text, const QString& field);

    PatrolStore& store_;
    Outbox& outbox_;
    Session& session_;
    QString failureText_;
    QString failureField_;
};

} // namespace chengyun::console
