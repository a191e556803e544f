#include "app/linkage/linkage_proposal.h"

#include "app/link/source.h"
#include "app/orders/order_store.h"
#include "app/resources/resource_store.h"
#include "app/text.h"
#include "core/linkage/rule.h"
#include "core/order/entry_kinds.h"

namespace chengyun::console {

LinkageProposal::LinkageProposal(Source& source, OrderStore& orders, ResourceStore& resources,
                                 QObject* parent)
    : QObject(parent), orders_(orders), resources_(resources) {
    connect(&source, &Source::loaded, this, [this] {
        if (!propose(thing_, about_, issued_))
            clear();
    });
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        for (const auto& entry : *entries) {
            if (entry.kind != entry_kind::order_issued)
                continue;
            const auto* order = orders_.order(entry.subject);
            // What somebody looks at stays: the key is for that.
            const bool is_free = thing_.isEmpty() || issued_;
            if (is_free && order && (order->level == Level::I || order->level == Level::II))
                propose(QStringLiteral("order"), qs(order->id), true);
        }
        // An order that is over is proposed no more.
        const auto* order = thing_ == u"order" ? orders_.order(about_.toStdString()) : nullptr;
        if (thing_ == u"order" && (!order || order->closed))
            clear();
    });
}

int LinkageProposal::count(Place place) const {
    // Only what lies within reach is copied.
    const auto near = box_around(place, most_reach_m);
    std::vector<Resource> cameras;
    for (const auto& resource : resources_.resources())
        if (resource.layer == Layer::camera && near.contains(resource.place))
            cameras.push_back(resource);
    return static_cast<int>(cameras_around(place, cameras).size());
}

bool LinkageProposal::propose(const QString& thing, const QString& id, bool issued) {
    std::optional<Place> place;
    QString title;
    if (thing == u"order") {
        const auto* order = orders_.order(id.toStdString());
        if (!order || order->closed)
            return false;
        title = qs(title_of(*order));
        place = order->place;
        if (const auto* about = resources_.resource(order->resource); !place && about)
            place = about->place;
    } else {
        const auto* resource = resources_.resource(id.toStdString());
        if (!resource || resource->layer != Layer::risk)
            return false;
        title = qs(resource->name);
        place = resource->place;
    }
    thing_ = thing;
    about_ = id;
    title_ = title;
    cameras_ = place ? count(*place) : 0;
    issued_ = issued;
    Q_EMIT changed();
    return true;
}

void LinkageProposal::look(const QString& thing, const QString& id) {
    if (!propose(thing, id, false) && !issued_)
        clear();
}

void LinkageProposal::dismiss() {
    clear();
}

void LinkageProposal::clear() {
    if (thing_.isEmpty())
        return;
    thing_.clear();
    about_.clear();
    title_.clear();
    cameras_ = 0;
    issued_ = false;
    Q_EMIT changed();
}

} // namespace chengyun::console
