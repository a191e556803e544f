// What rings about orders: new ones, missed deadlines, supervision, returns, timers that failed.
#pragma once

#include "app/capability/alarm.h"
#include "app/orders/missed.h"

#include <vector>

namespace chengyun::console {

class HubClock;
class OrderStore;

/// GUI thread. The words look orders up in the store, which must live as long as the alarms.
class OrderAlarms {
public:
    OrderAlarms(const OrderStore& orders, const HubClock& clock);

    /// What `account` must take note of in an entry that has arrived.
    [[nodiscard]] std::vector<Alarm> of(const Entry& entry, const Account& account);
    /// The same in a snapshot, of what it has not been told.
    [[nodiscard]] std::vector<Alarm> missedIn(const Snapshot& snapshot, const Account& account);
    void forget();

private:
    [[nodiscard]] Alarm about(const char* kind, const std::string& order,
                              const std::string& unitName, qint64 at) const;

    const OrderStore& orders_;
    const HubClock& clock_;
    Missed missed_;
};

} // namespace chengyun::console
