#include "app/patrol/patrol_duty.h"

#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/orders/order_draft.h"
#include "app/patrol/patrol_store.h"
#include "core/patrol/patrol_codec.h"

namespace chengyun::console {

PatrolDuty::PatrolDuty(PatrolStore& store, Outbox& outbox, OrderDraft& draft, QObject* parent)
    : QObject(parent), store_(store), outbox_(outbox), draft_(draft) {
    connect(&draft_, &OrderDraft::issued, this, [this](const QString& order) {
        if (order.isEmpty() || order != order_)
            return;
        const auto camera = std::exchange(orderCamera_, {});
        order_.clear();
        Q_EMIT raised(order);
        if (say(camera, PatrolFinding::order, order) && camera == this->camera())
            goOn();
    });
}

bool PatrolDuty::begin(const QString& group) {
    const auto cameras = store_.camerasOf(group);
    if (cameras.isEmpty())
        return false;
    end();
    group_ = group;
    round_ = qs(outbox_.newKey());
    cameras_ = cameras;
    Q_EMIT changed();
    return true;
}

void PatrolDuty::end() {
    group_.clear();
    round_.clear();
    cameras_.clear();
    said_.clear();
    orderCamera_.clear();
    order_.clear();
    failureText_.clear();
    at_ = 0;
    Q_EMIT changed();
}

void PatrolDuty::step(int by) {
    if (cameras_.isEmpty())
        return;
    const auto all = cameras_.size();
    at_ = ((at_ + by) % all + all) % all;
    Q_EMIT changed();
}

void PatrolDuty::orderBegun() {
    orderCamera_ = camera();
    order_ = draft_.orderId();
}

bool PatrolDuty::seenNothing() {
    if (group_.isEmpty())
        return false;
    if (!isSaid() && !say(camera(), PatrolFinding::nothing, {}))
        return false;
    goOn();
    return true;
}

void PatrolDuty::goOn() {
    if (said_.size() == cameras_.size()) {
        const auto group = group_;
        const auto all = count();
        end();
        Q_EMIT completed(group, all);
        return;
    }
    do
        at_ = (at_ + 1) % cameras_.size();
    while (isSaid());
    Q_EMIT changed();
}

bool PatrolDuty::say(const QString& camera, PatrolFinding finding, const QString& order) {
    LookAtCamera look;
    look.id = outbox_.newKey();
    look.round = round_.toStdString();
    look.group = group_.toStdString();
    look.of = count();
    look.camera = camera.toStdString();
    look.finding = finding;
    look.order = order.toStdString();
    OutboxRequest request;
    request.kind = QStringLiteral("patrol.look");
    request.title = tr("Camera looked at in %1").arg(isolated(store_.nameOf(group_)));
    request.subject = group_;
    request.path = QStringLiteral("/patrol_looks");
    request.body = QByteArray::fromStdString(json::write(look));
    auto taken = check(look);
    if (taken)
        taken = outbox_.submit({std::move(request)}, this, [this](const Result<>& kept) {
            if (kept)
                return;
            failureText_ = console::failureText(kept.error());
            Q_EMIT changed();
        });
    failureText_ = taken ? QString() : console::failureText(taken.error());
    if (taken)
        said_.insert(camera);
    Q_EMIT changed();
    return taken.has_value();
}

} // namespace chengyun::console
