#include "app/duty/print/sheet_words.h"

#include <QCoreApplication>

namespace chengyun::console {
namespace {

struct SheetWords {
    Q_DECLARE_TR_FUNCTIONS(DutyRecords)
};

} // namespace

QString handoverItemsName(HandoverItemKind kind) {
    switch (kind) {
    case HandoverItemKind::overdue_order:
        return SheetWords::tr("Overdue orders");
    case HandoverItemKind::open_order:
        return SheetWords::tr("Open orders");
    case HandoverItemKind::supervision:
        return SheetWords::tr("Supervision orders");
    case HandoverItemKind::instruction:
        return SheetWords::tr("Standing instructions");
    case HandoverItemKind::fault:
        return SheetWords::tr("Equipment at fault");
    case HandoverItemKind::announcement:
        return SheetWords::tr("Announcements");
    case HandoverItemKind::log:
        return SheetWords::tr("Log of the shift");
    case HandoverItemKind::remark:
        return SheetWords::tr("Further remarks");
    }
    return {};
}

std::span<const HandoverItemKind> handoverItemOrder() {
    using K = HandoverItemKind;
    static constexpr K order[] = {K::overdue_order, K::open_order,   K::supervision, K::instruction,
                                  K::fault,         K::announcement, K::remark,      K::log};
    return order;
}

QString handoverStateName(HandoverState state) {
    switch (state) {
    case HandoverState::drafted:
        return SheetWords::tr("Not signed yet");
    case HandoverState::handed_over:
        return SheetWords::tr("Handed over, not accepted yet");
    case HandoverState::accepted:
        return SheetWords::tr("Accepted");
    }
    return {};
}

QString logKindName(LogKind kind) {
    switch (kind) {
    case LogKind::call_in:
        return SheetWords::tr("Call in");
    case LogKind::call_out:
        return SheetWords::tr("Call out");
    case LogKind::event:
        return SheetWords::tr("Event");
    case LogKind::instruction:
        return SheetWords::tr("Instruction");
    case LogKind::visit:
        return SheetWords::tr("Visit");
    case LogKind::equipment:
        return SheetWords::tr("Equipment");
    case LogKind::announcement:
        return SheetWords::tr("Announcement");
    case LogKind::note:
        return SheetWords::tr("Note");
    }
    return {};
}

QString requestStateName(RequestState state) {
    switch (state) {
    case RequestState::asked:
        return SheetWords::tr("Asked for");
    case RequestState::agreed:
        return SheetWords::tr("The other agrees");
    case RequestState::approved:
        return SheetWords::tr("Approved");
    case RequestState::refused:
        return SheetWords::tr("Refused");
    case RequestState::withdrawn:
        return SheetWords::tr("Withdrawn");
    }
    return {};
}

QString requestActName(RequestAct act) {
    switch (act) {
    case RequestAct::agree:
        return SheetWords::tr("Agree");
    case RequestAct::decline:
        return SheetWords::tr("Decline");
    case RequestAct::approve:
        return SheetWords::tr("Approve");
    case RequestAct::refuse:
        return SheetWords::tr("Refuse");
    case RequestAct::withdraw:
        return SheetWords::tr("Withdraw");
    }
    return {};
}

} // namespace chengyun::console
