#include "app/duty/roster_words.h"

#include "app/text.h"

#include <QCoreApplication>

namespace chengyun::console {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Roster)
};

} // namespace

QString centreName() {
    return Words::tr("Centre");
}

QString postKindName(PostKind kind) {
    switch (kind) {
    case PostKind::leader:
        return Words::tr("Leader on duty");
    case PostKind::commander:
        return Words::tr("Commander");
    case PostKind::shift_leader:
        return Words::tr("Shift leader");
    case PostKind::dispatcher:
        return Words::tr("Dispatcher");
    case PostKind::liaison:
        return Words::tr("Liaison");
    }
    return {};
}

QString shiftStateName(ShiftState state) {
    switch (state) {
    case ShiftState::planned:
        return Words::tr("Planned");
    case ShiftState::on_duty:
        return Words::tr("On duty");
    case ShiftState::closed:
        return Words::tr("Closed");
    case ShiftState::cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

QString requestStateName(RequestState state) {
    switch (state) {
    case RequestState::asked:
        return Words::tr("Asked for");
    case RequestState::agreed:
        return Words::tr("Agreed by the other");
    case RequestState::approved:
        return Words::tr("Approved");
    case RequestState::refused:
        return Words::tr("Refused");
    case RequestState::withdrawn:
        return Words::tr("Withdrawn");
    }
    return {};
}

QString requestActName(RequestAct act) {
    switch (act) {
    case RequestAct::agree:
        return Words::tr("Agree");
    case RequestAct::decline:
        return Words::tr("Decline");
    case RequestAct::approve:
        return Words::tr("Approve");
    case RequestAct::refuse:
        return Words::tr("Refuse");
    case RequestAct::withdraw:
        return Words::tr("Withdraw");
    }
    return {};
}

QString handoverStateName(HandoverState state) {
    switch (state) {
    case HandoverState::drafted:
        return Words::tr("To be handed over");
    case HandoverState::handed_over:
        return Words::tr("Handed over, to be accepted");
    case HandoverState::accepted:
        return Words::tr("Accepted");
    }
    return {};
}

QString handoverItemKindName(HandoverItemKind kind) {
    switch (kind) {
    case HandoverItemKind::open_order:
        return Words::tr("Open order");
    case HandoverItemKind::overdue_order:
        return Words::tr("Overdue order");
    case HandoverItemKind::supervision:
        return Words::tr("Supervision");
    case HandoverItemKind::instruction:
        return Words::tr("Standing instruction");
    case HandoverItemKind::fault:
        return Words::tr("Equipment at fault");
    case HandoverItemKind::announcement:
        return Words::tr("Announcement");
    case HandoverItemKind::log:
        return Words::tr("Log");
    case HandoverItemKind::remark:
        return Words::tr("Remark");
    case HandoverItemKind::further:
        return Words::tr("Not listed one by one");
    }
    return {};
}

QString handoverItemsName(HandoverItemKind kind) {
    switch (kind) {
    case HandoverItemKind::open_order:
        return Words::tr("Open orders");
    case HandoverItemKind::overdue_order:
        return Words::tr("Overdue orders");
    case HandoverItemKind::supervision:
        return Words::tr("Supervision orders");
    case HandoverItemKind::instruction:
        return Words::tr("Standing instructions");
    case HandoverItemKind::fault:
        return Words::tr("Equipment at fault");
    case HandoverItemKind::announcement:
        return Words::tr("Announcements");
    case HandoverItemKind::log:
        return Words::tr("Log of the shift");
    case HandoverItemKind::remark:
        return Words::tr("Further matters");
    case HandoverItemKind::further:
        return Words::tr("Not listed one by one");
    }
    return {};
}

std::span<const HandoverItemKind> handoverItemOrder() {
    using K = HandoverItemKind;
    static constexpr K order[] = {K::overdue_order, K::open_order,  K::supervision,
                                  K::further,       K::instruction, K::fault,
                                  K::announcement,  K::remark,      K::log};
    return order;
}

QString handoverItemTitle(const HandoverItem& item) {
    if (item.kind != HandoverItemKind::further)
        return qs(item.title);
    return (item.subject == further_supervisions ? Words::tr("%1 further supervisions")
                                                 : Words::tr("%1 further open orders"))
        .arg(qs(item.title));
}

QString logKindName(LogKind kind) {
    switch (kind) {
    case LogKind::call_in:
        return Words::tr("Call in");
    case LogKind::call_out:
        return Words::tr("Call out");
    case LogKind::event:
        return Words::tr("Event");
    case LogKind::instruction:
        return Words::tr("Instruction");
    case LogKind::visit:
        return Words::tr("Visit");
    case LogKind::equipment:
        return Words::tr("Equipment");
    case LogKind::announcement:
        return Words::tr("Announcement");
    case LogKind::note:
        return Words::tr("Note");
    }
    return {};
}

QString daysName(Days days) {
    switch (days) {
    case Days::every:
        return Words::tr("Every day");
    case Days::working:
        return Words::tr("Working days");
    case Days::off:
        return Words::tr("Days off");
    }
    return {};
}

QString problemName(RotaProblemKind kind) {
    switch (kind) {
    case RotaProblemKind::gap:
        return Words::tr("Nobody on duty");
    case RotaProblemKind::double_booking:
        return Words::tr("Double booking");
    case RotaProblemKind::too_little_rest:
        return Words::tr("Too little rest");
    case RotaProblemKind::missing_qualification:
        return Words::tr("Not qualified");
    case RotaProblemKind::inactive_person:
        return Words::tr("Not on duty any more");
    case RotaProblemKind::unknown_person:
        return Words::tr("Unknown person");
    case RotaProblemKind::unknown_post:
        return Words::tr("Post is closed");
    case RotaProblemKind::same_backup:
        return Words::tr("Own backup");
    case RotaProblemKind::busy_backup:
        return Words::tr("Backup is busy");
    case RotaProblemKind::on_leave:
        return Words::tr("On leave");
    case RotaProblemKind::unknown_calendar:
        return Words::tr("Holidays are not known");
    }
    return {};
}

QString minuteText(std::int64_t minute) {
    const auto day = minute / 1440;
    const auto text = QStringLiteral("%1:%2")
                          .arg(minute % 1440 / 60, 2, 10, QLatin1Char('0'))
                          .arg(minute % 60, 2, 10, QLatin1Char('0'));
    return day > 0 ? text + QStringLiteral(" (+%1)").arg(day) : text;
}

QString minutesText(std::int64_t minutes) {
    if (minutes >= 2 * 1440)
        return minutes % 1440 < 60
                   ? Words::tr("%1 d").arg(minutes / 1440)
                   : Words::tr("%1 d %2 h").arg(minutes / 1440).arg(minutes % 1440 / 60);
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    if (minutes % 60 == 0)
        return Words::tr("%1 h").arg(minutes / 60);
    return Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace chengyun::console
