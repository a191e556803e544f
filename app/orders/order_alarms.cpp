#include "app/orders/order_alarms.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "core/journal/entry_kinds.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengyun::console {
namespace {

struct AlarmWords {
    Q_DECLARE_TR_FUNCTIONS(OrderAlarms)
};

QString alarmTitle(std::string_view kind) {
    if (kind == order_alarm::new_order)
        return AlarmWords::tr("New order");
    if (kind == order_alarm::due_soon)
        return AlarmWords::tr("Due soon");
    if (kind == order_alarm::overdue)
        return AlarmWords::tr("Overdue");
    if (kind == order_alarm::supervision)
        return AlarmWords::tr("Supervision order");
    if (kind == order_alarm::return_requested)
        return AlarmWords::tr("Return requested");
    return AlarmWords::tr("A timer failed");
}

QString alarmIcon(std::string_view kind) {
    if (kind == order_alarm::new_order)
        return QStringLiteral("orders");
    if (kind == order_alarm::overdue)
        return QStringLiteral("warning");
    if (kind == order_alarm::supervision)
        return QStringLiteral("supervise");
    if (kind == order_alarm::return_requested)
        return QStringLiteral("return");
    return QStringLiteral("clock");
}

bool isUrgent(std::string_view kind) {
    return kind == order_alarm::overdue || kind == order_alarm::supervision ||
           kind == order_alarm::timer_failed;
}

QString alarmText(std::string_view kind, const Order* order, const QString& unitName) {
    const auto title = order ? qs(order->title) : QString();
    if (kind == order_alarm::timer_failed)
        return title.isEmpty()
                   ? AlarmWords::tr("Watch the deadlines by hand; the hub's log says why.")
                   : AlarmWords::tr("%1: watch its deadlines by hand").arg(title);
    if (kind == order_alarm::new_order || unitName.isEmpty())
        return title;
    return title.isEmpty() ? unitName
                           : AlarmWords::tr("%1: %2").arg(isolated(unitName), isolated(title));
}

} // namespace

OrderAlarms::OrderAlarms(const OrderStore& orders, const HubClock& clock, const Session& session)
    : orders_(orders), clock_(clock), session_(session) {}

std::string OrderAlarms::unitIn(std::string_view kind, std::string_view occurrence) const {
    auto named = std::string(named_in(occurrence));
    if (kind == order_alarm::supervision) {
        const auto* supervision = orders_.supervision(named);
        named = supervision ? supervision->assignment : std::string();
    }
    const auto* assignment = orders_.assignment(named);
    return assignment ? assignment->unit_name : std::string();
}

Instant OrderAlarms::askedBack(const Assignment& assignment) const {
    Instant at{};
    for (const auto* report : orders_.reportsOf(assignment.order))
        if (report->assignment == assignment.id && report->kind == ReportKind::return_request)
            at = std::max(at, report->time);
    return at;
}

bool OrderAlarms::isInCharge(const std::string& order) const {
    const auto& account = session_.account();
    if (const auto* known = orders_.order(order))
        return commands(account, *known);
    // Of one that is not known here (it was closed long ago) the whole hall's account is for sure.
    return !order.empty() && may(account.role, Permission::act_for_centre) && account.area.empty();
}

Alarm OrderAlarms::about(const std::string& order, const OrderAlarm& found) const {
    const auto kind = found.kind;
    Alarm alarm;
    alarm.name = {std::string(order_alarm::subject_kind), order, std::string(kind),
                  found.occurrence};
    alarm.icon = alarmIcon(kind);
    alarm.urgent = isUrgent(kind);
    alarm.at = ms_of(found.since);
    alarm.title = [kind = alarm.name.kind] { return alarmTitle(kind); };
    alarm.text = [this, name = alarm.name] {
        return alarmText(name.kind, orders_.order(name.subject),
                         qs(unitIn(name.kind, name.occurrence)));
    };
    alarm.level = [this, order] {
        const auto* known = orders_.order(order);
        return known ? known->level : Level::none;
    };
    return alarm;
}

void OrderAlarms::addStanding(std::vector<Alarm>& alarms, const Order& order,
                              const Account& account) const {
    const bool centre = may(account.role, Permission::act_for_centre);
    if (!is_open(order.state) || (!centre && account.unit.empty()))
        return;
    const bool inCharge = commands(account, order);
    const auto add = [&](const OrderAlarm& found) -> Alarm& {
        auto& alarm = alarms.emplace_back(about(order.id, found));
        alarm.personal = !inCharge;
        // Those who sit down are not rung at for each of an evening's late ones.
        alarm.mayWait = centre;
        return alarm;
    };
    if (centre && order.issued_by != account.id)
        if (const auto found = standing_alarm(order))
            add(*found);
    for (const auto* assignment : orders_.assignmentsOf(order.id)) {
        if (!centre && assignment->unit != account.unit)
            continue;
        if (!centre && assignment->state == AssignmentState::issued)
            add({order_alarm::new_order, assignment->id, assignment->issued}).urgent = true;
        for (auto found :
             standing_alarms(*assignment, order.limits, orders_.policy(), clock_.exact())) {
            const bool back = found.kind == order_alarm::return_requested;
            if (back)
                found.since = askedBack(*assignment);
            if (centre || !back)
                add(found);
        }
    }
    for (const auto* supervision : orders_.supervisionsOf(order.id)) {
        const bool concerns =
            centre ? supervision->issuer != account.id : supervision->unit == account.unit;
        if (const auto found = standing_alarm(*supervision); found && concerns)
            add(*found);
    }
}

AlarmNews OrderAlarms::of(const std::vector<Entry>& entries, const Account& account) const {
    AlarmNews news;
    const auto touch = [&](const std::string& order) {
        AlarmNews::Subject subject{std::string(order_alarm::subject_kind), order};
        if (std::ranges::find(news.whole, subject) == news.whole.end())
            news.whole.push_back(std::move(subject));
    };
    for (const auto& entry : entries) {
        for (const auto& order : entry.body.values<Order>())
            touch(order.id);
        for (const auto& assignment : entry.body.values<Assignment>())
            touch(assignment.order);
        for (const auto& supervision : entry.body.values<Supervision>())
            touch(supervision.order);
        if (entry.kind == entry_kind::timer_failed && entry.entity == "assignment" &&
            account.role != Role::unit) {
            auto& alarm = news.alarms.emplace_back(
                about(entry.subject, {order_alarm::timer_failed,
                                      entry.id + '.' + std::to_string(entry.seq), entry.time}));
            alarm.lasts = true;
            alarm.personal = !isInCharge(entry.subject);
        }
    }
    for (const auto& subject : news.whole)
        if (const auto* order = orders_.order(subject.id))
            addStanding(news.alarms, *order, account);
    return news;
}

std::vector<Alarm> OrderAlarms::standing(const Account& account) const {
    std::vector<Alarm> alarms;
    for (const auto& order : orders_.orders())
        addStanding(alarms, order, account);
    return alarms;
}

std::optional<Alarm> OrderAlarms::named(const AlarmName& name) const {
    if (name.subject_kind != order_alarm::subject_kind)
        return std::nullopt;
    auto alarm = about(name.subject, {name.kind, name.occurrence, {}});
    alarm.personal = may(session_.account().role, Permission::act_for_centre) &&
                     !isInCharge(name.subject); // others only look on
    return alarm;
}

} // namespace chengyun::console
