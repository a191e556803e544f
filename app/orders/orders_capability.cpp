#include "app/orders/orders_capability.h"

#include "app/capability/journal_words.h"
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/orders/order_words.h"
#include "app/orders/own_drafts.h"
#include "app/resources/resources_capability.h"
#include "app/resources/words.h"
#include "core/order/rules.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

struct SearchWords {
    Q_DECLARE_TR_FUNCTIONS(OrderSearch)
};

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(OrderFields)
};

/// The session, after drafts of an older version have gone to the account whose they are: what is
/// made with it reads them at once.
Session& withOwnDrafts(const Shared& shared) {
    adoptDrafts(shared.stateFolder, Session::lastOwnFolder(shared.stateFolder));
    return shared.session;
}

} // namespace

OrdersCapability::OrdersCapability(const Shared& shared, ResourcesCapability& resources)
    : Capability(QStringLiteral("orders")), session_(shared.session), outbox_(shared.outbox),
      clock_(shared.clock), resources_(*resources.store()),
      store_(shared.source, *resources.store(), shared.clock),
      counts_(store_, shared.session, shared.clock),
      queue_(store_, *resources.store(), counts_, shared.outbox, shared.session, shared.clock),
      list_(store_, *resources.store(), counts_, shared.outbox, shared.session, shared.clock),
      offered_(store_, *resources.store(), counts_, shared.outbox, shared.session, shared.clock),
      board_(store_, *resources.store(), shared.outbox, shared.session, shared.clock),
      supervisions_(store_, *resources.store(), shared.outbox, shared.session, shared.clock),
      allSupervisions_(store_, *resources.store(), shared.outbox, shared.session, shared.clock),
      timeline_(shared.source, store_, shared.link, shared.words), presence_(shared.live),
      draft_(*resources.store(), store_, shared.outbox, withOwnDrafts(shared)),
      texts_(shared.session),
      actions_(store_, shared.outbox, shared.photos, texts_, shared.session, shared.clock),
      nobody_(*resources.store(), store_), unitPicker_(*resources.store(), store_, nobody_),
      load_(store_, counts_, shared.clock), phoneLink_(shared.link),
      nearCameras_(*resources.store()), alarms_(store_, shared.clock, shared.session),
      pins_(store_, shared.clock, shared.map) {
    nameFields({{"kind", [] { return FieldWords::tr("Event class"); }},
                {"level", [] { return FieldWords::tr("Level"); }},
                {"recipients", [] { return FieldWords::tr("Recipients"); }},
                {"limits", [] { return FieldWords::tr("Time limits"); }},
                {"deadline", [] { return FieldWords::tr("Deadline"); }}});
    shared.words.add({"order", "assignment", "supervision", "timer"}, entryWords);
    shared.map.setWords("order", [this](std::string_view id) {
        const auto* order = store_.order(id);
        if (!order)
            return ThingWords();
        return ThingWords{SearchWords::tr("Order"), qs(order->address),
                          QString::number(order->number), QString()};
    });
    nearCameras_.setLayers({QStringLiteral("camera")});
    auto* around = resources.around();
    around->setLoad([this](std::string_view unit) { return store_.openAssignmentsOf(unit); });
    connect(&store_, &OrderStore::loadChanged, around, &AroundModel::refreshLoad);
    // The ticks were for an order that has been issued.
    connect(&draft_, &OrderDraft::issued, around, [around] { around->selectAll(false); });
    connect(&store_, &OrderStore::reloaded, this, &Capability::findablesChanged);
    connect(&store_, &OrderStore::changed, this, &Capability::findablesChanged);
}

AssignmentListModel* OrdersCapability::newBoard(const QString& order, QObject* owner) {
    auto* board = new AssignmentListModel(store_, resources_, outbox_, session_, clock_, owner);
    board->setOrder(order);
    return board;
}

void OrdersCapability::forgetViews() {
    for (auto* list : {&queue_, &list_, &offered_}) {
        list->setFilter(OrderListModel::All);
        list->setText({});
        list->setIncludeClosed(false);
        list->setSortBy(OrderListModel::ByUrgency);
    }
    board_.setOrder({});
    supervisions_.setOrder({});
    timeline_.setOrder({});
    presence_.setOrder({});
    unitPicker_.setText({});
    forgetView(nearCameras_);
}

AlarmNews OrdersCapability::alarms(const std::vector<Entry>& entries, const Account& account) {
    return alarms_.of(entries, account);
}

std::vector<Alarm> OrdersCapability::standingAlarms(const Snapshot& /*snapshot*/,
                                                    const Account& account) {
    return alarms_.standing(account);
}

std::optional<Alarm> OrdersCapability::alarmOf(const AlarmName& name) const {
    return alarms_.named(name);
}

std::vector<Findable> OrdersCapability::findables() const {
    std::vector<Findable> items;
    items.reserve(store_.orders().size());
    for (const auto& order : store_.orders())
        items.push_back({"order",
                         order.id,
                         order.address.empty() ? order.title : order.title + " " + order.address,
                         std::to_string(order.number),
                         {},
                         {},
                         is_open(order.state) ? 40 : -40});
    return items;
}

FoundLook OrdersCapability::lookOf(const Findable& found) const {
    auto look = Capability::lookOf(found);
    look.kindName = SearchWords::tr("Order");
    look.icon = QStringLiteral("orders");
    if (const auto* order = store_.order(found.id)) {
        look.title = qs(order->title);
        look.level = order->level;
        look.subtitle = joined({SearchWords::tr("No. %1").arg(order->number),
                                eventKindName(order->kind), orderStateName(order->state)});
    }
    return look;
}

} // namespace chengyun::console
