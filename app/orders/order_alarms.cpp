#include "app/orders/order_alarms.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace chengyun::console {
namespace {

struct AlarmWords {
    Q_DECLARE_TR_FUNCTIONS(OrderAlarms)
};

QString alarmTitle(std::string_view kind) {
    if (kind == "newOrder")
        return AlarmWords::tr("New order");
    if (kind == "dueSoon")
        return AlarmWords::tr("Due soon");
    if (kind == "overdue")
        return AlarmWords::tr("Overdue");
    if (kind == "supervision")
        return AlarmWords::tr("Supervision order");
    if (kind == "returnRequested")
        return AlarmWords::tr("Return requested");
    return AlarmWords::tr("A timer failed");
}

QString alarmIcon(std::string_view kind) {
    if (kind == "newOrder")
        return QStringLiteral("orders");
    if (kind == "overdue")
        return QStringLiteral("warning");
    if (kind == "supervision")
        return QStringLiteral("supervise");
    if (kind == "returnRequested")
        return QStringLiteral("return");
    return QStringLiteral("clock");
}

QString alarmText(std::string_view kind, const Order* order, const QString& unitName) {
    const auto title = order ? qs(order->title) : QString();
    if (kind == "timerFailed")
        return title.isEmpty()
                   ? AlarmWords::tr("Watch the deadlines by hand; the hub's log says why.")
                   : AlarmWords::tr("%1: watch its deadlines by hand").arg(title);
    if (kind == "newOrder" || unitName.isEmpty())
        return title;
    return title.isEmpty() ? unitName
                           : AlarmWords::tr("%1: %2").arg(isolated(unitName), isolated(title));
}

} // namespace

OrderAlarms::OrderAlarms(const OrderStore& orders, const HubClock& clock)
    : orders_(orders), clock_(clock) {}

Alarm OrderAlarms::about(const char* kind, const std::string& order, const std::string& unitName,
                         qint64 at) const {
    Alarm alarm;
    alarm.kind = kind;
    alarm.icon = alarmIcon(kind);
    alarm.subjectKind = "order";
    alarm.subject = order;
    alarm.at = at;
    alarm.title = [kind] { return alarmTitle(kind); };
    alarm.text = [this, kind, order, unit = qs(unitName)] {
        return alarmText(kind, orders_.order(order), unit);
    };
    alarm.level = [this, order] {
        const auto* found = orders_.order(order);
        return found ? found->level : Level::none;
    };
    return alarm;
}

std::vector<Alarm> OrderAlarms::of(const Entry& entry, const Account& account) {
    missed_.note(entry);
    const bool centre = may(account.role, Permission::act_for_centre);
    const auto concerns = [&](const std::string& unit) {
        return !account.unit.empty() && unit == account.unit;
    };
    const auto* assignment = entry.body.values<Assignment>().empty()
                                 ? nullptr
                                 : &entry.body.values<Assignment>().front();
    const auto& kind = entry.kind;
    const auto one = [&](const char* alarmKind, bool urgent) {
        auto alarm = about(alarmKind, entry.subject, assignment ? assignment->unit_name : "",
                           ms_of(entry.time));
        alarm.urgent = urgent;
        return std::vector<Alarm>{std::move(alarm)};
    };
    if (kind == "order.issued" || kind == "assignment.reassigned") {
        // For the unit that gets it; the centre is told of what others of it issued. A reassignment
        // may hold the order's other assignments, which are no news to theirs.
        const bool mine = std::ranges::any_of(entry.body.values<Assignment>(), [&](const auto& a) {
            return concerns(a.unit) && a.state == AssignmentState::issued &&
                   (kind == "order.issued" || a.reassigned_from == entry.id);
        });
        const bool others = centre && kind == "order.issued" && entry.actor != account.id;
        if (mine || others)
            return one("newOrder", mine);
    } else if (kind == "timer.due_soon" || kind == "timer.overdue") {
        const bool overdue = kind == "timer.overdue";
        if (centre || (assignment && concerns(assignment->unit)))
            return one(overdue ? "overdue" : "dueSoon", overdue);
    } else if (kind == "supervision.issued" || kind == "timer.supervised" ||
               kind == "timer.circulated") {
        const bool own = std::ranges::any_of(entry.body.values<Supervision>(),
                                             [&](const auto& s) { return concerns(s.unit); });
        if (own || (centre && entry.actor != account.id))
            return one("supervision", true);
    } else if (kind == "assignment.return_requested" && centre) {
        return one("returnRequested", false);
    } else if (kind == "timer.failed" && entry.entity == "assignment" &&
               account.role != Role::unit) {
        return one("timerFailed", true);
    }
    return {};
}

std::vector<Alarm> OrderAlarms::missedIn(const Snapshot& snapshot, const Account& account) {
    std::vector<Alarm> found;
    for (const auto& news : missed_.compare(snapshot, account)) {
        const auto& assignment = *news.assignment;
        const qint64 now = ms_of(clock_.exact());
        const auto add = [&](const char* kind, qint64 at, bool urgent) {
            auto alarm = about(kind, assignment.order, assignment.unit_name, at);
            alarm.urgent = urgent;
            alarm.acknowledged = news.before;
            found.push_back(std::move(alarm));
        };
        switch (news.kind) {
        case Missed::Kind::newOrder:
            add("newOrder", ms_of(assignment.issued), true);
            break;
        case Missed::Kind::overdue:
            add("overdue", std::min(now, nextDue(assignment).at), true);
            break;
        case Missed::Kind::returnRequested:
            add("returnRequested", now, false);
            break;
        }
    }
    return found;
}

void OrderAlarms::forget() {
    missed_.forget();
}

} // namespace chengyun::console
