#include "hub/orders/order_presence.h"

#include "hub/orders/order_entry.h"

namespace chengyun::hub {

LiveTopic order_presence_topic(const OrderService& orders, ReadJob read) {
    LiveTopic topic;
    topic.name = "presence.orders";
    topic.may_watch = [](const Account& account) { return account.role != Role::unit; };
    topic.presence = [&orders,
                      read = std::move(read)](const Account& account, const std::string& order,
                                              std::function<void(Result<Audience>)> answer) {
        read([&orders, account, order, answer = std::move(answer)](Result<Database*> db) {
            if (!db)
                return answer(db.error());
            auto audience = orders.audience(**db, account, order);
            if (!audience)
                return answer(audience.error());
            answer(Audience{std::move(audience->areas), std::move(audience->units)});
        });
    };
    return topic;
}

} // namespace chengyun::hub
