// What rings about orders: new ones, missed deadlines, supervision, returns, timers that failed.
// Which stand is core's to say (core/order/alarms.h).
#pragma once

#include "app/capability/alarm.h"
#include "core/account/account.h"
#include "core/journal/entry.h"
#include "core/order/alarms.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

class HubClock;
class OrderStore;
class Session;

/// GUI thread. Reads the store, which must have taken entries and snapshot before, and live as long
/// as the alarms: their words look orders up in it.
///
/// The centre in charge of an order shares its alarms. A unit's own (its new orders among them) are
/// its seat's alone, and so are those of an order that a street sees and does not command.
class OrderAlarms {
public:
    OrderAlarms(const OrderStore& orders, const HubClock& clock, const Session& session);

    [[nodiscard]] AlarmNews of(const std::vector<Entry>& entries, const Account& account) const;
    [[nodiscard]] std::vector<Alarm> standing(const Account& account) const;
    [[nodiscard]] std::optional<Alarm> named(const AlarmName& name) const;

private:
    /// All that stands about one order.
    void addStanding(std::vector<Alarm>& alarms, const Order& order, const Account& account) const;
    /// Does who sits here take the alarms of this order for all?
    [[nodiscard]] bool isInCharge(const std::string& order) const;
    [[nodiscard]] Alarm about(const std::string& order, const OrderAlarm& found) const;
    /// The unit that an alarm is about, or empty.
    [[nodiscard]] std::string unitIn(std::string_view kind, std::string_view occurrence) const;

    /// When the unit asked to return it last.
    [[nodiscard]] Instant askedBack(const Assignment& assignment) const;

    const OrderStore& orders_;
    const HubClock& clock_;
    const Session& session_;
};

} // namespace chengyun::console
