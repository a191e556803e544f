#include "app/duty/duty_commands.h"

#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "core/duty/roster_codec.h"

namespace chengyun::console {

const QString DutyCommands::planSubject = QStringLiteral("duty.plan");

namespace {

/// Planning goes in the order it was done: a post before the shifts that man it.
const QString planLane = QStringLiteral("duty.plan");

} // namespace

DutyCommands::DutyCommands(DutyRoster& roster, Outbox& outbox, Session& session, HubClock& clock,
                           QObject* parent)
    : OutboxCommands(outbox, parent), roster_(roster), session_(session), clock_(clock) {}

std::string DutyCommands::send(const Command& command, const std::string& body) {
    OutboxRequest request;
    request.kind = command.kind;
    request.title = command.title;
    request.subject = command.subject;
    request.lane = command.lane;
    request.method = command.method;
    request.path = command.path;
    return put(std::move(request), body);
}

namespace {

QString shiftTitle(const DutyRoster& roster, const Shift& shift) {
    return joined({roster.postName(qs(shift.post)), roster.personName(qs(shift.person)),
                   roster.momentText(shift.start)});
}

} // namespace

bool DutyCommands::checkIn(const QString& id, const QString& from) {
    const auto* shift = roster_.shift(id.toStdString());
    const auto how = json::enum_of<CheckInFrom>(from.toStdString());
    if (!shift || !how)
        return refuse({FailureKind::not_found, "shift", {}});
    const auto after =
        check_in(*shift, roster_.sidesOf(*shift), *how, session_.account().id, clock_.exact());
    if (!after)
        return refuse(after.error());
    return !send({QStringLiteral("shift.check_in"),
                  tr("Check in: %1").arg(shiftTitle(roster_, *shift)), id,
                  QStringLiteral("/duty/shifts/%1/check_in").arg(id)},
                 json::write(CheckIn{*how}))
                .empty();
}

bool DutyCommands::standIn(const QString& id, const QString& person) {
    const auto* shift = roster_.shift(id.toStdString());
    if (!shift)
        return refuse({FailureKind::not_found, "shift", {}});
    const StandIn command{person.toStdString()};
    if (const auto ok = check(command); !ok)
        return refuse(ok.error());
    if (const auto after = stand_in(*shift, roster_.sidesOf(*shift), command.person); !after)
        return refuse(after.error());
    return !send({QStringLiteral("shift.stand_in"),
                  tr("%1 stands in: %2")
                      .arg(isolated(roster_.personName(person)), shiftTitle(roster_, *shift)),
                  id, QStringLiteral("/duty/shifts/%1/stand_in").arg(id)},
                 json::write(command))
                .empty();
}

bool DutyCommands::closeShift(const QString& id) {
    const auto* shift = roster_.shift(id.toStdString());
    const auto* post = shift ? roster_.post(shift->post) : nullptr;
    if (!shift || !post)
        return refuse({FailureKind::not_found, "shift", {}});
    const Handover* sheet = nullptr;
    for (const auto& handover : roster_.handovers())
        if (handover.outgoing == shift->id)
            sheet = &handover;
    if (const auto ok = may_close(*shift, *post, sheet); !ok)
        return refuse(ok.error());
    if (const auto after = close(*shift, roster_.sidesOf(*shift), clock_.exact()); !after)
        return refuse(after.error());
    return !send({QStringLiteral("shift.close"),
                  tr("Close the shift: %1").arg(shiftTitle(roster_, *shift)), id,
                  QStringLiteral("/duty/shifts/%1/close").arg(id)},
                 "{}")
                .empty();
}

bool DutyCommands::write(const Post& post) {
    if (const auto ok = check(post); !ok)
        return refuse(ok.error());
    if (!roster_.may(DutyRight::plan, post.unit))
        return refuse({FailureKind::forbidden, "unit", {}});
    return !send({QStringLiteral("duty.write_post"),
                  tr("Write post: %1").arg(isolated(qs(post.name))), qs(post.id),
                  QStringLiteral("/duty/posts/%1").arg(qs(post.id)), "PUT", planLane},
                 json::write(post))
                .empty();
}

bool DutyCommands::write(const Person& person) {
    if (const auto ok = check(person); !ok)
        return refuse(ok.error());
    if (const auto ok = roster_.mayWrite(person); !ok)
        return refuse(ok.error());
    return !send({QStringLiteral("duty.write_person"),
                  tr("Write person: %1").arg(isolated(qs(person.name))), qs(person.id),
                  QStringLiteral("/duty/people/%1").arg(qs(person.id)), "PUT", planLane},
                 json::write(person))
                .empty();
}

bool DutyCommands::write(const Pattern& pattern) {
    if (const auto ok = check(pattern); !ok)
        return refuse(ok.error());
    return !send({QStringLiteral("duty.write_pattern"),
                  tr("Write pattern: %1").arg(isolated(qs(pattern.name))), qs(pattern.key),
                  QStringLiteral("/duty/patterns/%1").arg(qs(pattern.key)), "PUT", planLane},
                 json::write(pattern))
                .empty();
}

bool DutyCommands::write(const HolidayYear& year) {
    if (const auto ok = check(year); !ok)
        return refuse(ok.error());
    return !send({QStringLiteral("duty.write_holidays"),
                  tr("Write holidays of %1").arg(qs(year.year)), qs(year.year),
                  QStringLiteral("/duty/holidays/%1").arg(qs(year.year)), "PUT", planLane},
                 json::write(year))
                .empty();
}

std::string DutyCommands::plan(const PlanShifts& plan) {
    if (const auto ok = check(plan); !ok) {
        refuse(ok.error());
        return {};
    }
    const auto count = static_cast<int>(plan.shifts.size() + plan.cancelled.size());
    return send({QStringLiteral("shift.plan"), tr("Write the rota: %n shift(s)", "", count),
                 planSubject, QStringLiteral("/duty/shifts"), "POST", planLane},
                json::write(plan));
}

bool DutyCommands::ask(const AskExchange& command) {
    if (const auto ok = check(request_of(command, roster_.selfId().toStdString(), clock_.exact()));
        !ok)
        return refuse(ok.error());
    return !send({QStringLiteral("exchange.ask"),
                  tr("Ask %1 for an exchange").arg(isolated(roster_.personName(qs(command.other)))),
                  qs(command.id), QStringLiteral("/duty/exchanges")},
                 json::write(command))
                .empty();
}

bool DutyCommands::ask(const AskLeave& command) {
    if (const auto ok = check(request_of(command, roster_.selfId().toStdString(), clock_.exact()));
        !ok)
        return refuse(ok.error());
    return !send({QStringLiteral("leave.ask"), tr("Ask for leave"), qs(command.id),
                  QStringLiteral("/duty/leaves")},
                 json::write(command))
                .empty();
}

namespace {

ActOnRequest bodyOf(const QString& text) {
    ActOnRequest body;
    if (const auto words = text.trimmed(); !words.isEmpty())
        body.text = words.toStdString();
    return body;
}

} // namespace

bool DutyCommands::actOnExchange(const QString& id, const QString& name, const QString& text) {
    const auto* exchange = roster_.exchange(id.toStdString());
    const auto act = json::enum_of<RequestAct>(name.toStdString());
    if (!exchange || !act)
        return refuse({FailureKind::not_found, "exchange", {}});
    const auto body = bodyOf(text);
    if (const auto after = apply(*exchange, *act, roster_.actorFor(*exchange), clock_.exact(),
                                 body.text.value_or(""));
        !after)
        return refuse(after.error());
    return !send(
                {QStringLiteral("exchange.act"),
                 tr("%1: exchange asked for by %2")
                     .arg(requestActName(*act), isolated(roster_.personName(qs(exchange->person)))),
                 id, QStringLiteral("/duty/exchanges/%1/%2").arg(id, name)},
                json::write(body))
                .empty();
}

bool DutyCommands::actOnLeave(const QString& id, const QString& name, const QString& text) {
    const auto* leave = roster_.leave(id.toStdString());
    const auto act = json::enum_of<RequestAct>(name.toStdString());
    if (!leave || !act)
        return refuse({FailureKind::not_found, "leave", {}});
    const auto body = bodyOf(text);
    if (const auto after =
            apply(*leave, *act, roster_.actorFor(*leave), clock_.exact(), body.text.value_or(""));
        !after)
        return refuse(after.error());
    return !send({QStringLiteral("leave.act"),
                  tr("%1: leave of %2")
                      .arg(requestActName(*act), isolated(roster_.personName(qs(leave->person)))),
                  id, QStringLiteral("/duty/leaves/%1/%2").arg(id, name)},
                 json::write(body))
                .empty();
}

bool DutyCommands::act(const std::string& id, HandoverAct act, const ActOnHandover& command) {
    const auto* handover = roster_.handover(id);
    if (!handover)
        return refuse({FailureKind::not_found, "handover", {}});
    if (const auto after =
            apply(*handover, act, command, roster_.actorFor(*handover), clock_.exact());
        !after)
        return refuse(after.error());
    return !send({QStringLiteral("handover.act"),
                  tr("Handover: %1").arg(isolated(roster_.postName(qs(handover->post)))), qs(id),
                  QStringLiteral("/duty/handovers/%1/%2").arg(qs(id), qs(json::name_of(act)))},
                 json::write(command))
                .empty();
}

bool DutyCommands::write(const WriteLog& entry) {
    if (const auto ok = check(entry, clock_.exact()); !ok)
        return refuse(ok.error());
    return !send({QStringLiteral("log.write"),
                  tr("Write into the log: %1").arg(logKindName(entry.kind)), qs(entry.id),
                  QStringLiteral("/duty/log")},
                 json::write(entry))
                .empty();
}

bool DutyCommands::settleLog(const QString& id) {
    const auto* entry = roster_.logEntry(id.toStdString());
    if (!entry)
        return refuse({FailureKind::not_found, "log", {}});
    if (const auto after = settle(*entry, session_.account().id, clock_.exact()); !after)
        return refuse(after.error());
    return !send({QStringLiteral("log.settle"), tr("Settle: %1").arg(logKindName(entry->kind)), id,
                  QStringLiteral("/duty/log/%1/settle").arg(id)},
                 "{}")
                .empty();
}

} // namespace chengyun::console
