// Registers the types of app/orders under Chengyun.Orders, so that QML knows their names,
// properties and enumerators. C++ makes the objects and hands them over.
#pragma once

#include "app/orders/assignment_list_model.h"
#include "app/orders/draft_texts.h"
#include "app/orders/order_actions.h"
#include "app/orders/order_counts.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_list_model.h"
#include "app/orders/order_load.h"
#include "app/orders/order_presence.h"
#include "app/orders/order_store.h"
#include "app/orders/orders_capability.h"
#include "app/orders/phone_link.h"
#include "app/orders/recipient_model.h"
#include "app/orders/suggestion_model.h"
#include "app/orders/supervision_list_model.h"
#include "app/orders/timeline_model.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct AssignmentListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::AssignmentListModel)
    QML_NAMED_ELEMENT(AssignmentListModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct DraftTextsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DraftTexts)
    QML_NAMED_ELEMENT(DraftTexts)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OrderActionsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrderActions)
    QML_NAMED_ELEMENT(OrderActions)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OrderDraftType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrderDraft)
    QML_NAMED_ELEMENT(OrderDraft)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OrderListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrderListModel)
    QML_NAMED_ELEMENT(OrderListModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct PhoneLinkType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::PhoneLink)
    QML_NAMED_ELEMENT(PhoneLink)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OrderLoadType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrderLoad)
    QML_NAMED_ELEMENT(OrderLoad)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OrderPresenceType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrderPresence)
    QML_NAMED_ELEMENT(OrderPresence)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OrderStoreType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrderStore)
    QML_NAMED_ELEMENT(OrderStore)
    QML_UNCREATABLE("main.cpp makes it")
};

struct RecipientModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RecipientModel)
    QML_NAMED_ELEMENT(RecipientModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct SuggestionModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::SuggestionModel)
    QML_NAMED_ELEMENT(SuggestionModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct SupervisionListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::SupervisionListModel)
    QML_NAMED_ELEMENT(SupervisionListModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct TimelineModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::TimelineModel)
    QML_NAMED_ELEMENT(TimelineModel)
    QML_UNCREATABLE("main.cpp makes it")
};

struct OrderCountsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrderCounts)
    QML_NAMED_ELEMENT(OrderCounts)
    QML_UNCREATABLE("the hall makes it")
};

struct OrdersCapabilityType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::OrdersCapability)
    QML_NAMED_ELEMENT(OrdersCapability)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
