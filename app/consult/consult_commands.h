// What is done about consultations, on its way to the hub: judged by the hub's own rules, so that a
// refusal comes at once.
#pragma once

#include "core/consult/commands.h"

#include <QObject>
#include <QString>
#include <QVariantList>

#include <string>

namespace chengyun {
struct Failure;
}

namespace chengyun::console {

class ConsultStore;
class HubClock;
class HubLink;
class Outbox;
class Session;

/// GUI thread. All return false when the command was not taken: `failureText` says why. Making,
/// calling, answering and ending are kept in the outbox, for two minutes: who was to be called then
/// is not wanted any more. What is done to a room that one is in goes at once or not at all; its
/// refusal by the hub comes by `refused`. In the outbox the subject of a command is its room.
class ConsultCommands : public QObject {
    Q_OBJECT
    /// Why the last command was not taken, in words; empty when it was.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)

public:
    /// All must outlive this.
    ConsultCommands(ConsultStore& store, Session& session, HubLink& link, Outbox& outbox,
                    HubClock& clock, QObject* parent = nullptr);

    /// Its id, or nothing. `kind`: "standing", "planned" (with `starts`, ms UTC) or "order" (with
    /// `order`). `area`: 12 digits, or empty. `call`: of {id, kind, post}.
    Q_INVOKABLE QString make(const QString& kind, const QString& title, const QString& order,
                             const QString& area, qint64 starts, const QVariantList& call);
    /// "14:30" (today, or tomorrow where that is over) or "2026-12-24 14:30" by the hall's zone, in
    /// ms UTC; 0 for what is no time to come.
    Q_INVOKABLE [[nodiscard]] qint64 momentOf(const QString& text) const;
    Q_INVOKABLE bool callMembers(const QString& room, const QVariantList& call);
    Q_INVOKABLE bool accept(const QString& room);
    Q_INVOKABLE bool decline(const QString& room);
    Q_INVOKABLE bool letIn(const QString& room, const QString& member);
    Q_INVOKABLE bool remove(const QString& room, const QString& member);
    Q_INVOKABLE bool handOver(const QString& room, const QString& member);
    Q_INVOKABLE bool setLocked(const QString& room, bool locked);
    Q_INVOKABLE bool end(const QString& room);
    /// For ConsultDesk, which waits for what becomes of it: `refused` in words, or nothing.
    bool enter(const QString& room);
    bool leave(const QString& room);

    [[nodiscard]] QString failureText() const { return failureText_; }
    /// The member as which this seat takes part.
    [[nodiscard]] std::string self() const;
    /// May this account end the room without having its chair?
    [[nodiscard]] bool leads(const Consult& room) const;

Q_SIGNALS:
    void failureChanged();
    /// The hub, or the line, did not take what went at once: `act` ("enter") and why, in words.
    void refused(const QString& act, const QString& room, const QString& why);

private:
    bool refuse(const Failure& failure);
    bool taken();
    [[nodiscard]] Result<Consult> known(const QString& room) const;
    bool keep(const QString& kind, const QString& title, const QString& room, const QString& path,
              const std::string& body);
    bool atOnce(const QString& act, const QString& room, const Result<Consult>& after,
                const std::string& body);

    ConsultStore& store_;
    Session& session_;
    HubLink& link_;
    Outbox& outbox_;
    HubClock& clock_;
    QString failureText_;
};

} // namespace chengyun::console
