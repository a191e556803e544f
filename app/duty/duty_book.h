// Posts and people as a planner sees and edits them in forms.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

namespace chengyun::console {

class DutyCommands;
class DutyRoster;
class HubClock;
class ResourceStore;
class Session;

/// GUI thread. Cards are maps with the fields of core/duty's types by their names, and some words.
class DutyBook : public QObject {
    Q_OBJECT
    /// {id, name, kind, kindName, unit, unitName, people, days, daysName, times ("08:30–20:30"),
    /// qualification, closed, editable}, in the chain of command.
    Q_PROPERTY(QVariantList posts READ posts NOTIFY postsChanged)
    /// Units that this account may plan: {unit, name}; the centre is the empty unit.
    Q_PROPERTY(QVariantList units READ units NOTIFY unitsChanged)

public:
    DutyBook(DutyRoster& roster, DutyCommands& commands, ResourceStore& resources, Session& session,
             HubClock& clock, QObject* parent = nullptr);

    /// All fields for the form; of an empty id those of a new one.
    Q_INVOKABLE [[nodiscard]] QVariantMap postCard(const QString& id) const;
    Q_INVOKABLE [[nodiscard]] QVariantMap personCard(const QString& id) const;
    /// False: refused (DutyCommands::failureText, failureField).
    Q_INVOKABLE bool writePost(const QVariantMap& card);
    Q_INVOKABLE bool writePerson(const QVariantMap& card);

    [[nodiscard]] QVariantList posts() const;
    [[nodiscard]] QVariantList units() const;

Q_SIGNALS:
    void postsChanged();
    void unitsChanged();

private:
    DutyRoster& roster_;
    DutyCommands& commands_;
    ResourceStore& resources_;
    Session& session_;
    HubClock& clock_;
};

} // namespace chengyun::console
