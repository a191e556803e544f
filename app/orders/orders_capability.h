// Orders as a capability of the console: queue, board, detail, the form of a new one, what is done
// to them, and what of them rings, is found and stands on the map.
#pragma once

#include "app/capability/capability.h"
#include "app/orders/assignment_list_model.h"
#include "app/orders/draft_texts.h"
#include "app/orders/order_actions.h"
#include "app/orders/order_alarms.h"
#include "app/orders/order_counts.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_list_model.h"
#include "app/orders/order_load.h"
#include "app/orders/order_pins.h"
#include "app/orders/order_presence.h"
#include "app/orders/order_store.h"
#include "app/orders/phone_link.h"
#include "app/orders/recipient_model.h"
#include "app/orders/suggestion_model.h"
#include "app/orders/supervision_list_model.h"
#include "app/orders/timeline_model.h"
#include "app/resources/around_model.h"

namespace chengyun::console {

class ResourcesCapability;

/// GUI thread.
class OrdersCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::OrderStore* store READ store CONSTANT)
    /// Of all open orders, however the lists are filtered.
    Q_PROPERTY(chengyun::console::OrderCounts* counts READ counts CONSTANT)
    Q_PROPERTY(chengyun::console::OrderListModel* queue READ queue CONSTANT)
    /// The board's, filtered and sorted apart from the queue.
    Q_PROPERTY(chengyun::console::OrderListModel* list READ list CONSTANT)
    /// Of the order that is looked at: its assignments, supervisions and timeline.
    Q_PROPERTY(chengyun::console::AssignmentListModel* board READ board CONSTANT)
    /// The open ones for who looks for one to put it somewhere, filtered apart.
    Q_PROPERTY(chengyun::console::OrderListModel* offered READ offered CONSTANT)
    Q_PROPERTY(chengyun::console::SupervisionListModel* supervisions READ supervisions CONSTANT)
    Q_PROPERTY(chengyun::console::TimelineModel* timeline READ timeline CONSTANT)
    /// Who else looks at it.
    Q_PROPERTY(chengyun::console::OrderPresence* presence READ presence CONSTANT)
    Q_PROPERTY(
        chengyun::console::SupervisionListModel* allSupervisions READ allSupervisions CONSTANT)
    Q_PROPERTY(chengyun::console::OrderDraft* draft READ draft CONSTANT)
    Q_PROPERTY(chengyun::console::DraftTexts* texts READ texts CONSTANT)
    Q_PROPERTY(chengyun::console::OrderActions* actions READ actions CONSTANT)
    /// Units to reassign to.
    Q_PROPERTY(chengyun::console::SuggestionModel* unitPicker READ unitPicker CONSTANT)
    Q_PROPERTY(chengyun::console::OrderLoad* load READ load CONSTANT)
    Q_PROPERTY(chengyun::console::PhoneLink* phoneLink READ phoneLink CONSTANT)
    /// Cameras near the order that is looked at.
    Q_PROPERTY(chengyun::console::AroundModel* nearCameras READ nearCameras CONSTANT)

public:
    OrdersCapability(const Shared& shared, ResourcesCapability& resources);

    [[nodiscard]] OrderStore* store() { return &store_; }
    [[nodiscard]] OrderCounts* counts() { return &counts_; }
    [[nodiscard]] OrderListModel* queue() { return &queue_; }
    [[nodiscard]] OrderListModel* list() { return &list_; }
    [[nodiscard]] OrderListModel* offered() { return &offered_; }
    [[nodiscard]] AssignmentListModel* board() { return &board_; }
    [[nodiscard]] SupervisionListModel* supervisions() { return &supervisions_; }
    [[nodiscard]] TimelineModel* timeline() { return &timeline_; }
    [[nodiscard]] OrderPresence* presence() { return &presence_; }
    [[nodiscard]] SupervisionListModel* allSupervisions() { return &allSupervisions_; }
    [[nodiscard]] OrderDraft* draft() { return &draft_; }
    [[nodiscard]] DraftTexts* texts() { return &texts_; }
    [[nodiscard]] OrderActions* actions() { return &actions_; }
    [[nodiscard]] SuggestionModel* unitPicker() { return &unitPicker_; }
    [[nodiscard]] OrderLoad* load() { return &load_; }
    [[nodiscard]] PhoneLink* phoneLink() { return &phoneLink_; }
    [[nodiscard]] AroundModel* nearCameras() { return &nearCameras_; }

    /// A board for one more order that is shown at the same time; it goes with `owner`.
    Q_INVOKABLE [[nodiscard]] chengyun::console::AssignmentListModel* newBoard(const QString& order,
                                                                               QObject* owner);

    [[nodiscard]] bool hasPanes() const override { return true; }
    void forgetViews() override;
    [[nodiscard]] AlarmNews alarms(const std::vector<Entry>& entries,
                                   const Account& account) override;
    [[nodiscard]] std::vector<Alarm> standingAlarms(const Snapshot& snapshot,
                                                    const Account& account) override;
    [[nodiscard]] std::optional<Alarm> alarmOf(const AlarmName& name) const override;
    [[nodiscard]] std::vector<Findable> findables() const override;
    [[nodiscard]] FoundLook lookOf(const Findable& found) const override;

private:
    Session& session_;
    Outbox& outbox_;
    HubClock& clock_;
    ResourceStore& resources_;
    OrderStore store_;
    OrderCounts counts_;
    OrderListModel queue_, list_, offered_;
    AssignmentListModel board_;
    SupervisionListModel supervisions_, allSupervisions_;
    TimelineModel timeline_;
    OrderPresence presence_;
    OrderDraft draft_;
    DraftTexts texts_;
    OrderActions actions_;
    RecipientModel nobody_; ///< the reassign dialog's suggestions leave nobody out
    SuggestionModel unitPicker_;
    OrderLoad load_;
    PhoneLink phoneLink_;
    AroundModel nearCameras_;
    OrderAlarms alarms_;
    OrderPins pins_;
};

} // namespace chengyun::console
