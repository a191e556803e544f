#include "app/orders/order_presence.h"

#include "app/text.h"
#include "core/json/codec.h"
#include "core/text/showable.h"

namespace chengyun::console {
namespace {
const auto topic = QStringLiteral("presence.orders");
}

OrderPresence::OrderPresence(LiveFeed& live, QObject* parent)
    : QObject(parent), live_(live), watch_(live, topic) {
    connect(&watch_, &LiveWatch::changed, this, &OrderPresence::refresh);
}

void OrderPresence::setOrder(const QString& order) {
    if (order == order_)
        return;
    order_ = order;
    const auto subjects = order.isEmpty() ? QStringList() : QStringList{order};
    live_.present(topic, subjects);
    watch_.stop(); // those at the order before are not at this one
    watch_.setSubjects(subjects);
    Q_EMIT orderChanged();
}

void OrderPresence::refresh() {
    QStringList others;
    for (const auto& [key, value] : watch_.values()) {
        auto presence = json::decode<Presence>(value.value, json::Unknown::ignore);
        if (!presence)
            continue;
        make_showable(presence->name);
        others << qs(presence->name);
    }
    others.removeDuplicates();
    others.sort();
    if (others == others_)
        return;
    others_ = others;
    Q_EMIT othersChanged();
}

} // namespace chengyun::console
