#include "hub/orders/orders_capability.h"

#include "hub/alarms/alarm_subjects.h"
#include "hub/attachments/attachment_access.h"
#include "hub/capability/policy.h"
#include "hub/orders/order_presence.h"
#include "hub/resources/resources.h"

namespace chengyun::hub {

OrdersCapability::OrdersCapability(const OrderPolicy& policy, Resources& resources,
                                   Deadlines& deadlines, AlarmSubjects& alarms,
                                   AttachmentAccess& attachments)
    : policy_(policy), deadlines_(deadlines.store()), attachments_(attachments),
      service_(*store_, deadlines.store(), *resources.unit_store, resources.reach, policy) {
    deadlines.add(service_.deadline_handler());
    alarms.add(service_.alarm_subject());
    attachments.shown_by([this](Database& db, const Account& account, std::string_view id) {
        return service_.may_fetch(db, account, id);
    });
}

std::vector<Check> OrdersCapability::checks() const {
    return {{"orders",
             [this](const auto& in) { return store_->check(in.db, deadlines_, in.findings); }}};
}

std::span<const JournalKind> OrdersCapability::journal_kinds() const {
    static constexpr JournalKind kinds[] = {{"order_policy", {Viewers::everybody}}};
    return kinds;
}

void OrdersCapability::start(const OpenStore& store) {
    tell_policy(store.writer, policy_);
}

std::vector<LiveTopic> OrdersCapability::live_topics(const ReadJob& read) {
    return {order_presence_topic(service_, read)};
}

Result<> OrdersCapability::add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const {
    auto recent = store_->recent(db, OrderService::scope_of(account), now - std::chrono::hours(24));
    if (!recent)
        return recent.error();
    text.list("orders").add(recent->orders);
    text.list("assignments").add(recent->assignments);
    text.list("reports").add(recent->reports);
    text.list("supervisions").add(recent->supervisions);
    add_policy(text, policy_);
    return {};
}

} // namespace chengyun::hub
