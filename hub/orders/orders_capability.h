// Orders to the hub.
#pragma once

#include "hub/capability/capability.h"
#include "hub/orders/order_service.h"
#include "hub/orders/order_settings.h"
#include "hub/orders/sqlite_order_store.h"

#include <memory>

namespace chengyun::hub {

class AlarmSubjects;
class AttachmentAccess;
struct Resources;

class OrdersCapability final : public Capability {
public:
    /// Reports name attachments: they are shown to those who see the order.
    OrdersCapability(const OrderPolicy& policy, Resources& resources, Deadlines& deadlines,
                     AlarmSubjects& alarms, AttachmentAccess& attachments);

    [[nodiscard]] std::string_view name() const override { return "orders"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] std::span<const JournalKind> journal_kinds() const override;
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    [[nodiscard]] std::vector<LiveTopic> live_topics(const ReadJob& read) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;

    [[nodiscard]] OrderStore& store() { return *store_; }
    [[nodiscard]] OrderService& service() { return service_; }

private:
    OrderPolicy policy_;
    const DeadlineStore& deadlines_;
    const AttachmentAccess& attachments_;
    std::unique_ptr<OrderStore> store_ = make_sqlite_order_store();
    OrderService service_;
};

} // namespace chengyun::hub
