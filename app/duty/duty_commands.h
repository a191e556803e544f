// Commands of duty on their way to the hub: each is checked by the hub's own rules, so that a
// refusal comes at once, and then kept in the outbox.
#pragma once

#include "app/link/outbox_commands.h"
#include "core/duty/commands.h"

#include <QString>

#include <string>

namespace chengyun::console {

class DutyRoster;
class HubClock;
class Session;

/// GUI thread. All return false when the command was not taken: `failureText` says why. After true,
/// `settled` follows for the same subject. What the hub then says of it comes by the outbox and the
/// feed.
class DutyCommands : public OutboxCommands {
    Q_OBJECT
public:
    DutyCommands(DutyRoster& roster, Outbox& outbox, Session& session, HubClock& clock,
                 QObject* parent = nullptr);

    // Subject: the id of the shift.
    /// `from`: "seat", or "telephone" where somebody who leads or plans enters it.
    Q_INVOKABLE bool checkIn(const QString& shift, const QString& from);
    Q_INVOKABLE bool standIn(const QString& shift, const QString& person);
    Q_INVOKABLE bool closeShift(const QString& shift);

    // Subject: the id or key of what is written.
    bool write(const Post& post);
    bool write(const Person& person);
    bool write(const Pattern& pattern);
    bool write(const HolidayYear& year);
    /// Subject: planSubject. The key of the command in the outbox, empty when it was not taken.
    std::string plan(const PlanShifts& plan);
    static const QString planSubject;

    // Subject: the id of the exchange, leave, sheet or log entry.
    bool ask(const AskExchange& command);
    bool ask(const AskLeave& command);
    Q_INVOKABLE bool actOnExchange(const QString& id, const QString& act, const QString& text);
    Q_INVOKABLE bool actOnLeave(const QString& id, const QString& act, const QString& text);
    bool act(const std::string& handover, HandoverAct act, const ActOnHandover& command);
    bool write(const WriteLog& entry);
    Q_INVOKABLE bool settleLog(const QString& id);

private:
    struct Command {
        QString kind;  ///< in the outbox: "shift.check_in"
        QString title; ///< what people see
        QString subject;
        QString path;
        QByteArray method = "POST";
        /// Planning goes in the order it was done: a post before the shifts that man it.
        QString lane{};
    };
    /// The key in the outbox; empty when it was not taken.
    std::string send(const Command& command, const std::string& body);

    DutyRoster& roster_;
    Session& session_;
    HubClock& clock_;
};

} // namespace chengyun::console
