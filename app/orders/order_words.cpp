#include "app/orders/order_words.h"

#include "app/link/language.h"
#include "core/journal/entry_kinds.h"
#include "core/json/codec.h"
#include "core/order/entry_kinds.h"

#include <QCoreApplication>

#include <array>

namespace chengyun::console {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Orders)
};

/// The unit an entry speaks of: the one in its after-image. For sentences.
QString unitIn(const Entry& entry) {
    if (!entry.body.values<Assignment>().empty()) {
        for (const auto& assignment : entry.body.values<Assignment>())
            if (assignment.id == entry.id)
                return isolated(qs(assignment.unit_name));
        return isolated(qs(entry.body.values<Assignment>().front().unit_name));
    }
    return isolated(qs(entry.actor_name));
}

QString reportTitle(const Entry& entry) {
    if (entry.body.values<Report>().empty())
        return Words::tr("%1 reported").arg(unitIn(entry));
    switch (entry.body.values<Report>().front().kind) {
    case ReportKind::departed:
        return Words::tr("%1 departed").arg(unitIn(entry));
    case ReportKind::arrived:
        return Words::tr("%1 arrived").arg(unitIn(entry));
    case ReportKind::progress:
        return Words::tr("%1 reported").arg(unitIn(entry));
    case ReportKind::completion:
        return Words::tr("%1 completed its part").arg(unitIn(entry));
    case ReportKind::attached:
        return Words::tr("Picture or clip attached");
    case ReportKind::return_request:
        return Words::tr("%1 asks to return the order").arg(unitIn(entry));
    }
    return {};
}

QString issuedTitle(const Entry& entry) {
    QStringList units;
    for (const auto& assignment : entry.body.values<Assignment>())
        units.append(isolated(qs(assignment.unit_name)));
    if (units.size() > 3)
        return Words::tr("Issued to %1 and %2 more")
            .arg(units.mid(0, 3).join(Words::tr(", ")))
            .arg(units.size() - 3);
    return units.isEmpty() ? Words::tr("Issued")
                           : Words::tr("Issued to %1").arg(units.join(Words::tr(", ")));
}

} // namespace

QString orderStateName(OrderState state) {
    switch (state) {
    case OrderState::issued:
        return Words::tr("Issued");
    case OrderState::acknowledged:
        return Words::tr("Acknowledged");
    case OrderState::executing:
        return Words::tr("Under way");
    case OrderState::completed:
        return Words::tr("Completed");
    case OrderState::closed:
        return Words::tr("Closed");
    case OrderState::withdrawn:
        return Words::tr("Withdrawn");
    }
    return {};
}

QString assignmentStateName(AssignmentState state) {
    switch (state) {
    case AssignmentState::issued:
        return Words::tr("Not acknowledged");
    case AssignmentState::acknowledged:
        return Words::tr("Acknowledged");
    case AssignmentState::executing:
        return Words::tr("Under way");
    case AssignmentState::completed:
        return Words::tr("Completed");
    case AssignmentState::verified:
        return Words::tr("Verified");
    case AssignmentState::return_requested:
        return Words::tr("Return requested");
    case AssignmentState::reassigned:
        return Words::tr("Reassigned");
    case AssignmentState::withdrawn:
        return Words::tr("Withdrawn");
    }
    return {};
}

QString recipientRoleName(RecipientRole role) {
    return role == RecipientRole::lead ? Words::tr("Lead") : Words::tr("Assisting");
}

QString actName(Act act) {
    switch (act) {
    case Act::acknowledge:
        return Words::tr("Acknowledge");
    case Act::depart:
        return Words::tr("Depart");
    case Act::arrive:
        return Words::tr("Arrive");
    case Act::report:
        return Words::tr("Report");
    case Act::complete:
        return Words::tr("Complete");
    case Act::request_return:
        return Words::tr("Return");
    case Act::reject_return:
        return Words::tr("Reject return");
    case Act::force_return:
        return Words::tr("Uphold the assignment");
    case Act::reassign:
        return Words::tr("Reassign");
    case Act::verify:
        return Words::tr("Verify");
    case Act::send_back:
        return Words::tr("Send back for rework");
    case Act::withdraw:
        return Words::tr("Withdraw");
    case Act::remind:
        return Words::tr("Remind");
    case Act::supervise:
        return Words::tr("Supervise");
    }
    return {};
}

QString actPath(Act act) {
    return qs(json::name_of(act)).replace(QLatin1Char('_'), QLatin1Char('-'));
}

std::optional<Act> actOf(const QString& name) {
    return json::enum_of<Act>(
        QString(name).replace(QLatin1Char('-'), QLatin1Char('_')).toStdString());
}

QString timerName(TimerKind kind) {
    switch (kind) {
    case TimerKind::acknowledge:
        return Words::tr("to acknowledge");
    case TimerKind::report:
        return Words::tr("to report");
    case TimerKind::complete:
        return Words::tr("to complete");
    }
    return {};
}

QString escalationName(Escalation level) {
    switch (level) {
    case Escalation::none:
        return {};
    case Escalation::L0:
        return Words::tr("Due soon");
    case Escalation::L1:
        return Words::tr("Overdue");
    case Escalation::L2:
        return Words::tr("Supervised");
    case Escalation::L3:
        return Words::tr("Notice circulated");
    }
    return {};
}

QString supervisionStateName(SupervisionState state) {
    switch (state) {
    case SupervisionState::open:
        return Words::tr("Reply awaited");
    case SupervisionState::replied:
        return Words::tr("Replied");
    case SupervisionState::closed:
        return Words::tr("Closed", "supervision order");
    }
    return {};
}

const Report* reportOf(const Entry& entry) {
    const bool made =
        !entry.body.values<Report>().empty() && entry.kind != entry_kind::assignment_reassigned;
    return made ? &entry.body.values<Report>().front() : nullptr;
}

QString basisText(const std::string& basis) {
    if (basis == "deadline missed: acknowledge")
        return Words::tr("Not acknowledged in time");
    if (basis == "deadline missed: report")
        return Words::tr("Not reported in time");
    if (basis == "deadline missed: complete")
        return Words::tr("Not completed in time");
    return qs(basis);
}

namespace {

QString entryTitle(const Entry& entry) {
    const auto& kind = entry.kind;
    const auto unit = unitIn(entry);
    if (kind == entry_kind::order_issued)
        return issuedTitle(entry);
    if (kind == entry_kind::order_withdrawn)
        return Words::tr("Order withdrawn");
    if (kind == entry_kind::order_closed)
        return Words::tr("Order closed");
    if (kind == entry_kind::order_attached)
        return Words::tr("Picture or clip attached");
    if (kind == entry_kind::assignment_acknowledged)
        return Words::tr("%1 acknowledged").arg(unit);
    if (kind == entry_kind::assignment_departed)
        return Words::tr("%1 departed").arg(unit);
    if (kind == entry_kind::assignment_arrived)
        return Words::tr("%1 arrived").arg(unit);
    if (kind == entry_kind::assignment_reported)
        return reportTitle(entry);
    if (kind == entry_kind::assignment_completed)
        return Words::tr("%1 completed its part").arg(unit);
    if (kind == entry_kind::assignment_return_requested)
        return Words::tr("%1 asks to return the order").arg(unit);
    if (kind == entry_kind::assignment_return_rejected)
        return Words::tr("Return by %1 rejected").arg(unit);
    if (kind == entry_kind::assignment_return_forced)
        return Words::tr("%1: assignment upheld by final ruling").arg(unit);
    if (kind == entry_kind::assignment_reassigned) {
        // The order's other assignments may stand in it too, for those new to the order.
        QString to;
        for (const auto& assignment : entry.body.values<Assignment>())
            if (assignment.reassigned_from == entry.id)
                to = isolated(qs(assignment.unit_name));
        return to.isEmpty() ? Words::tr("%1 reassigned").arg(unit)
                            : Words::tr("Reassigned from %1 to %2").arg(unit, to);
    }
    if (kind == entry_kind::assignment_verified)
        return Words::tr("Work of %1 verified").arg(unit);
    if (kind == entry_kind::assignment_sent_back)
        return Words::tr("Sent back to %1 for rework").arg(unit);
    if (kind == entry_kind::assignment_withdrawn)
        return Words::tr("Withdrawn from %1").arg(unit);
    if (kind == entry_kind::assignment_reminded)
        return Words::tr("%1 reminded").arg(unit);
    if (kind == entry_kind::supervision_issued)
        return Words::tr("Supervision order to %1").arg(unit);
    if (kind == entry_kind::supervision_replied)
        return Words::tr("Reply to the supervision order");
    if (kind == entry_kind::supervision_closed)
        return Words::tr("Supervision order closed");
    if (kind == entry_kind::timer_due_soon)
        return Words::tr("%1: due soon").arg(unit);
    if (kind == entry_kind::timer_overdue)
        return Words::tr("%1: overdue, reminded").arg(unit);
    if (kind == entry_kind::timer_supervised)
        return Words::tr("%1: still overdue, supervision order").arg(unit);
    if (kind == entry_kind::timer_circulated)
        return Words::tr("%1: still overdue, notice circulated").arg(unit);
    if (kind == entry_kind::timer_failed)
        return Words::tr("A deadline's timer failed and is set aside: watch it by hand");
    return qs(kind);
}

QString entryText(const Entry& entry) {
    if (const auto* report = reportOf(entry); report && !report->text.empty())
        return qs(report->text);
    for (const auto* name : {"text", "reason", "reminder", "basis", "reply", "outcome"}) {
        const auto found = entry.body.note.find(name);
        if (found != entry.body.note.end() && !found->second.empty())
            return basisText(found->second);
    }
    if (!entry.body.values<Supervision>().empty()) {
        const auto& supervision = entry.body.values<Supervision>().front();
        if (entry.kind == entry_kind::supervision_replied)
            return qs(supervision.reply);
        if (entry.kind == entry_kind::supervision_closed)
            return qs(supervision.outcome);
        return basisText(supervision.basis);
    }
    if (entry.kind == entry_kind::order_issued && !entry.body.values<Order>().empty())
        return qs(entry.body.values<Order>().front().text);
    return {};
}

QString symbolOf(const Entry& entry) {
    const auto& kind = entry.kind;
    if (kind == entry_kind::order_issued)
        return QStringLiteral("issue");
    if (kind == entry_kind::order_closed)
        return QStringLiteral("close");
    if (kind == entry_kind::assignment_verified)
        return QStringLiteral("verify");
    if (kind == entry_kind::assignment_completed)
        return QStringLiteral("complete");
    if (kind == entry_kind::assignment_reported || kind == entry_kind::order_attached)
        return QStringLiteral("report");
    if (kind == entry_kind::assignment_sent_back)
        return QStringLiteral("rework");
    if (kind == entry_kind::assignment_reassigned)
        return QStringLiteral("reassign");
    if (kind.ends_with(".withdrawn"))
        return QStringLiteral("withdraw");
    if (kind.starts_with("assignment.return"))
        return QStringLiteral("return");
    if (kind.starts_with("timer.") || kind.starts_with("supervision.") ||
        kind == entry_kind::assignment_reminded)
        return QStringLiteral("alarm");
    return QStringLiteral("step");
}

bool isUrgent(const Entry& entry) {
    return entry.kind.starts_with("timer.") && entry.kind != entry_kind::timer_due_soon;
}

} // namespace

EntryWords entryWords(const Entry& entry) {
    return {.title = entryTitle(entry),
            .text = entryText(entry),
            .symbol = symbolOf(entry),
            .urgent = isUrgent(entry)};
}

Due nextDue(const Assignment& assignment) {
    switch (assignment.state) {
    case AssignmentState::issued:
    case AssignmentState::return_requested:
        // Asking to return does not stop the clock (the rule of core/order/timers.h).
        if (!assignment.acknowledged)
            return {ms_of(assignment.acknowledge_due), TimerKind::acknowledge};
        [[fallthrough]];
    case AssignmentState::acknowledged:
    case AssignmentState::executing: {
        const auto report = ms_of(assignment.report_due), complete = ms_of(assignment.complete_due);
        if (report != 0 && (complete == 0 || report <= complete))
            return {report, TimerKind::report};
        return {complete, TimerKind::complete};
    }
    default:
        return {};
    }
}

bool isLate(const Assignment& assignment, qint64 now) {
    const auto due = nextDue(assignment);
    return due.at != 0 && due.at < now;
}

std::array<bool, stepCount> stepsOf(const Assignment& assignment) {
    switch (standing(assignment)) {
    case AssignmentState::acknowledged:
        return {true, false, false, false};
    case AssignmentState::executing:
        return {true, true, assignment.arrived.has_value(), false};
    case AssignmentState::completed:
    case AssignmentState::verified:
        return {true, true, true, true};
    default:
        return {};
    }
}

} // namespace chengyun::console
