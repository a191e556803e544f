// OrderService: what the alarm desk asks about orders.
#include "core/order/alarms.h"
#include "core/order/order_codec.h"
#include "hub/alarms/alarm_subjects.h"
#include "hub/orders/order_entry.h"
#include "hub/orders/order_service.h"
#include "hub/store/rows.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

/// Does one of these alarms have that name?
bool names_one(const std::vector<OrderAlarm>& alarms, const AlarmName& name) {
    return std::ranges::any_of(alarms, [&](const OrderAlarm& alarm) {
        return alarm.kind == name.kind && alarm.occurrence == name.occurrence;
    });
}

std::vector<OrderAlarm> list_of(std::optional<OrderAlarm> alarm) {
    return alarm ? std::vector{std::move(*alarm)} : std::vector<OrderAlarm>();
}

} // namespace

AlarmSubject OrderService::alarm_subject() const {
    const auto audience = [this](Database& db, std::string_view id) -> Result<AlarmAudience> {
        auto order = orders_.order(db, id);
        if (!order)
            return order.error();
        auto heads = orders_.heads(db, order->number);
        if (!heads)
            return heads.error();
        return AlarmAudience{false, audience_of(*order, *heads).areas};
    };
    const auto may_take = [this](Database& db, const Account& account,
                                 std::string_view id) -> Result<bool> {
        auto order = orders_.order(db, id);
        if (!order)
            return order.error();
        return commands(account, *order);
    };
    const auto stands = [this](Database& db, const AlarmName& name, Instant now) -> Result<bool> {
        auto order = orders_.order(db, name.subject);
        if (!order)
            return order.error();
        if (!is_open(order->state))
            return false;
        if (names_one(list_of(standing_alarm(*order)), name))
            return true;
        const std::string named(named_in(name.occurrence));
        if (name.kind == order_alarm::supervision) {
            auto supervision = orders_.supervision(db, named);
            if (!supervision)
                return supervision.error();
            return names_one(list_of(standing_alarm(*supervision)), name);
        }
        auto assignment = orders_.assignment(db, named);
        if (!assignment)
            return assignment.error();
        return names_one(standing_alarms(*assignment, order->limits, policy_, now), name);
    };
    return {order_alarm::subject_kind, audience, may_take, stands};
}

} // namespace chengyun::hub
