#include "app/orders/order_actions.h"

#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/photos.h"
#include "app/link/session.h"
#include "app/orders/draft_texts.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "core/id/uuid.h"
#include "core/text/limits.h"
#include "core/wire/codecs.h"

#include <algorithm>
#include <array>
#include <span>

namespace chengyun::console {
namespace {

constexpr std::array withText{Act::report,       Act::request_return, Act::reject_return,
                              Act::force_return, Act::reassign,       Act::send_back,
                              Act::withdraw,     Act::supervise};
constexpr std::array grave{Act::withdraw, Act::reassign, Act::force_return};
constexpr std::array reporting{Act::depart, Act::arrive, Act::report, Act::complete,
                               Act::request_return};

bool among(std::span<const Act> list, Act act) {
    return std::ranges::find(list, act) != list.end();
}

/// What somebody has to say in words, by the hub's rule, so that a refusal comes at once.
Result<std::string> checkedWords(const QString& text, const char* field) {
    auto words = text.trimmed().toStdString();
    if (const auto ok = check_text(words, field, limits::text, true, Lines::many); !ok)
        return ok.error();
    return words;
}

} // namespace

OrderActions::OrderActions(OrderStore& store, Outbox& outbox, Photos& photos, DraftTexts& drafts,
                           Session& session, HubClock& clock, QObject* parent)
    : QObject(parent), store_(store), outbox_(outbox), photos_(photos), drafts_(drafts),
      session_(session), clock_(clock) {}

bool OrderActions::refuse(const Failure& failure) {
    failureText_ = console::failureText(failure);
    failureField_ = qs(failure.field);
    Q_EMIT failureChanged();
    return false;
}

bool OrderActions::put(const QString& kind, const QString& title, const QString& subject,
                       const QString& path, const boost::json::value& body, QStringList after) {
    Wish wish;
    wish.kind = kind;
    wish.title = title;
    wish.subject = subject;
    wish.path = path;
    wish.body = QByteArray::fromStdString(boost::json::serialize(body));
    wish.after = std::move(after);
    const auto key = outbox_.submit(std::move(wish));
    if (!key)
        return refuse(key.error());
    failureText_.clear();
    failureField_.clear();
    Q_EMIT failureChanged();
    Q_EMIT taken(title, subject);
    return true;
}

bool OrderActions::act(const QString& id, const QString& name, const QVariantMap& details) {
    const auto* assignment = store_.assignment(id.toStdString());
    if (!assignment)
        return refuse(fail(FailureKind::not_found));
    const auto act = actOf(name);
    if (!act)
        return refuse(fail(FailureKind::invalid_field, "act"));
    const auto role = session_.account().role;

    // The same table as the hub's, so that what is impossible is said at once.
    bool onBehalf = false;
    auto next = next_state(assignment->state, *act, role, false);
    if (!next && next.error().kind == FailureKind::forbidden) {
        next = next_state(assignment->state, *act, role, true);
        onBehalf = next.has_value();
    }
    if (!next)
        return refuse(next.error());

    ActOnAssignment body;
    const auto text = details.value(QStringLiteral("text")).toString().trimmed();
    if (!text.isEmpty())
        body.text = text.toStdString();
    else if (needsText(name))
        return refuse(fail(FailureKind::missing_field, *act == Act::report ? "text" : "reason"));
    if (*act == Act::reassign) {
        const auto unit = details.value(QStringLiteral("unit")).toString();
        if (unit.isEmpty())
            return refuse(fail(FailureKind::missing_field, "unit"));
        body.unit = unit.toStdString();
    }
    if (const auto deadline = details.value(QStringLiteral("deadline")).toLongLong();
        *act == Act::supervise && deadline != 0) {
        if (deadline <= ms_of(clock_.exact()))
            return refuse(fail(FailureKind::invalid_field, "deadline"));
        body.deadline = instant_of(deadline);
    }
    if (details.contains(QStringLiteral("lon")) && details.contains(QStringLiteral("lat")))
        body.place = Place{details.value(QStringLiteral("lon")).toDouble(),
                           details.value(QStringLiteral("lat")).toDouble()};
    if (onBehalf || details.value(QStringLiteral("onBehalf")).toBool())
        body.on_behalf = true;
    if (among(reporting, *act))
        body.report = new_id();
    if (const auto checked = check(body); !checked)
        return refuse(checked.error());

    // Photos first: each is a command of its own, which the report names by its key.
    const auto photos = details.value(QStringLiteral("photos")).toList();
    for (const auto& photo : photos)
        if (!photos_.acceptable(photo.toUrl()))
            return refuse(fail(FailureKind::wrong_type, "attachments"));
    QStringList after;
    for (const auto& photo : photos) {
        const auto key = photos_.submit(photo.toUrl(), id);
        if (!key)
            return refuse(key.error());
        after.append(qs(*key));
        body.attachments.push_back("outbox:" + *key);
    }

    const auto title =
        tr("%1: %2").arg(console::actName(*act), isolated(qs(assignment->unit_name)));
    if (!put(QStringLiteral("assignment.") + qs(json::name_of(*act)), title, id,
             QStringLiteral("/assignments/%1/%2").arg(id, actPath(*act)), json::encode(body),
             after))
        return false;
    drafts_.clear(id + QLatin1Char('/') + name);
    return true;
}

int OrderActions::actOnAll(const QStringList& assignments, const QString& name,
                           const QVariantMap& details) {
    return static_cast<int>(std::ranges::count_if(
        assignments, [&](const QString& id) { return act(id, name, details); }));
}

bool OrderActions::mayWithdraw(const QString& id) const {
    const auto* order = store_.order(id.toStdString());
    if (!order || !is_open(order->state))
        return false;
    bool any = false;
    for (const auto* assignment : store_.assignmentsOf(order->id)) {
        if (!is_open(assignment->state))
            continue;
        if (!next_state(assignment->state, Act::withdraw, session_.account().role, false))
            return false;
        any = true;
    }
    return any;
}

bool OrderActions::mayRemind(const QString& order) const {
    return !lateOf(order).isEmpty();
}

QStringList OrderActions::lateOf(const QString& order) const {
    QStringList late;
    for (const auto* assignment : store_.assignmentsOf(order.toStdString())) {
        const auto due = nextDue(*assignment);
        if (assignment->state == AssignmentState::issued || (due.at != 0 && due.at < clock_.now()))
            late.append(qs(assignment->id));
    }
    return late;
}

int OrderActions::remindLate(const QString& order, const QString& text) {
    return actOnAll(lateOf(order), QStringLiteral("remind"), {{QStringLiteral("text"), text}});
}

bool OrderActions::acknowledgeMine(const QString& order) {
    const auto& unit = session_.account().unit;
    for (const auto* assignment : store_.assignmentsOf(order.toStdString()))
        if (!unit.empty() && assignment->unit == unit &&
            assignment->state == AssignmentState::issued)
            return act(qs(assignment->id), QStringLiteral("acknowledge"));
    return refuse(fail(FailureKind::wrong_state));
}

bool OrderActions::withdrawOrder(const QString& id, const QString& reason) {
    const auto* order = store_.order(id.toStdString());
    if (!order)
        return refuse(fail(FailureKind::not_found));
    if (!mayWithdraw(id))
        return refuse(fail(FailureKind::wrong_state));
    const auto words = checkedWords(reason, "reason");
    if (!words)
        return refuse(words.error());
    const auto done =
        put(QStringLiteral("order.withdraw"), tr("Withdraw order %1").arg(order->number), id,
            QStringLiteral("/orders/%1/withdraw").arg(id), boost::json::object{{"reason", *words}});
    if (done)
        drafts_.clear(id + QStringLiteral("/withdraw"));
    return done;
}

bool OrderActions::replyTo(const QString& id, const QString& text) {
    const auto* supervision = store_.supervision(id.toStdString());
    if (!supervision)
        return refuse(fail(FailureKind::not_found));
    const auto words = checkedWords(text, "text");
    if (!words)
        return refuse(words.error());
    const auto done = put(QStringLiteral("supervision.reply"), tr("Reply to a supervision order"),
                          id, QStringLiteral("/supervisions/%1/reply").arg(id),
                          boost::json::object{{"text", *words}});
    if (done)
        drafts_.clear(id + QStringLiteral("/reply"));
    return done;
}

bool OrderActions::closeSupervision(const QString& id, const QString& outcome, double deduction) {
    const auto* supervision = store_.supervision(id.toStdString());
    if (!supervision)
        return refuse(fail(FailureKind::not_found));
    const auto words = checkedWords(outcome, "outcome");
    if (!words)
        return refuse(words.error());
    boost::json::object body{{"outcome", *words}};
    if (deduction > 0)
        body["deduction"] = deduction;
    const auto done = put(QStringLiteral("supervision.close"), tr("Close a supervision order"), id,
                          QStringLiteral("/supervisions/%1/close").arg(id), body);
    if (done)
        drafts_.clear(id + QStringLiteral("/close"));
    return done;
}

QString OrderActions::actName(const QString& name) const {
    const auto act = actOf(name);
    return act ? console::actName(*act) : name;
}

bool OrderActions::needsText(const QString& name) const {
    const auto act = actOf(name);
    return act && among(withText, *act);
}

bool OrderActions::isGrave(const QString& name) const {
    const auto act = actOf(name);
    return act && among(grave, *act);
}

} // namespace chengyun::console
