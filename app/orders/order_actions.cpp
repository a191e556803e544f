#include "app/orders/order_actions.h"

#include "app/enclosure.h"
#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/photos.h"
#include "app/link/session.h"
#include "app/orders/draft_texts.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "core/id/uuid.h"
#include "core/order/order_codec.h"
#include "core/text/limits.h"

#include <QFileInfo>

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

OutboxRequest requestOf(const QString& kind, const QString& title, const QString& subject,
                        const QString& order, const QString& path,
                        const boost::json::object& body) {
    OutboxRequest request;
    request.kind = kind;
    request.title = title;
    request.subject = subject;
    request.lane = order;
    request.path = path;
    request.body = QByteArray::fromStdString(boost::json::serialize(body));
    return request;
}

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
    return refuse(console::failureText(failure), qs(failure.field));
}

bool OrderActions::refuse(const QString& words, const QString& field) {
    failureText_ = words;
    failureField_ = field;
    Q_EMIT failureChanged();
    return false;
}

bool OrderActions::put(const Draft& draft, std::vector<OutboxRequest> requests) {
    const auto owner = outbox_.owner();
    QList<std::pair<QString, QString>> told;
    for (const auto& request : requests)
        if (request.kind != QLatin1String("attachment"))
            told.append({request.title, request.subject});
    const auto taken =
        outbox_.submit(std::move(requests), this, [this, draft, owner, told](const Result<>& kept) {
            if (kept && owner == outbox_.owner())
                for (const auto& [title, subject] : told)
                    Q_EMIT this->taken(title, subject);
            settle(draft, owner, kept);
        });
    if (!taken)
        return refuse(taken.error());
    failureText_.clear();
    failureField_.clear();
    Q_EMIT failureChanged();
    return true;
}

void OrderActions::settle(const Draft& draft, const QString& owner, const Result<>& kept) {
    // Somebody else may be signed in by now: neither are the words theirs nor the news.
    if (owner != outbox_.owner())
        return;
    if (kept)
        drafts_.clearSent(draft.key, draft.text);
    else
        refuse(kept.error());
    Q_EMIT settled(draft.key, kept.has_value());
}

Result<OutboxRequest> OrderActions::requestFor(const QString& id, const QString& name,
                                               const QVariantMap& details) const {
    const auto* assignment = store_.assignment(id.toStdString());
    if (!assignment)
        return fail(FailureKind::not_found);
    const auto act = actOf(name);
    if (!act)
        return fail(FailureKind::invalid_field, "act");
    const auto role = session_.account().role;

    // The same table as the hub's, so that what is impossible is said at once.
    bool onBehalf = false;
    auto next = next_state(assignment->state, *act, role, false);
    if (!next && next.error().kind == FailureKind::forbidden) {
        next = next_state(assignment->state, *act, role, true);
        onBehalf = next.has_value();
    }
    if (!next)
        return next.error();

    ActOnAssignment body;
    const auto text = details.value(QStringLiteral("text")).toString().trimmed();
    if (!text.isEmpty())
        body.text = text.toStdString();
    else if (needsText(name))
        return fail(FailureKind::missing_field, *act == Act::report ? "text" : "reason");
    if (*act == Act::reassign) {
        const auto unit = details.value(QStringLiteral("unit")).toString();
        if (unit.isEmpty())
            return fail(FailureKind::missing_field, "unit");
        body.unit = unit.toStdString();
    }
    if (const auto deadline = details.value(QStringLiteral("deadline")).toLongLong();
        *act == Act::supervise && deadline != 0) {
        if (deadline <= ms_of(clock_.exact()))
            return fail(FailureKind::invalid_field, "deadline");
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
        return checked.error();
    // The hub's names of the photos take these places when they are known.
    OutboxRequest request;
    const auto photos = details.value(QStringLiteral("photos")).toList();
    for (qsizetype i = 0; i < photos.size(); ++i) {
        const auto key = outbox_.newKey();
        request.after.append(qs(key));
        body.attachments.push_back("outbox:" + key);
    }
    request.kind = QStringLiteral("assignment.") + qs(json::name_of(*act));
    request.title = tr("%1: %2").arg(console::actName(*act), isolated(qs(assignment->unit_name)));
    request.subject = id;
    request.lane = qs(assignment->order);
    request.path = QStringLiteral("/assignments/%1/%2").arg(id, actPath(*act));
    request.body = QByteArray::fromStdString(boost::json::serialize(json::encode(body)));
    return request;
}

bool OrderActions::act(const QString& id, const QString& name, const QVariantMap& details) {
    auto request = requestFor(id, name, details);
    if (!request)
        return refuse(request.error());
    const Draft draft{id + QLatin1Char('/') + name,
                      details.value(QStringLiteral("text")).toString()};
    const auto chosen = details.value(QStringLiteral("photos")).toList();
    if (chosen.isEmpty())
        return put(draft, {std::move(*request)});
    QList<QUrl> photos;
    for (const auto& photo : chosen)
        photos.append(photo.toUrl());
    putWithPhotos(draft, std::move(*request), photos);
    return true;
}

void OrderActions::putWithPhotos(const Draft& draft, OutboxRequest request,
                                 const QList<QUrl>& photos) {
    // Photos first: each is a command of its own, which the report names by its key. All get onto
    // the disk together, or none.
    photos_.prepare(
        photos, this,
        [this, draft, request = std::move(request), photos,
         owner = outbox_.owner()](const Result<QList<QByteArray>>& pictures) {
            if (owner != outbox_.owner())
                return; // its words are kept, and its owner may send them
            if (!pictures)
                return settle(draft, owner, pictures.error());
            std::vector<OutboxRequest> requests;
            for (qsizetype i = 0; i < photos.size(); ++i) {
                OutboxRequest photo;
                photo.key = request.after.at(i).toStdString();
                photo.kind = QStringLiteral("attachment");
                photo.title = tr("Photo %1").arg(QFileInfo(photos.at(i).toLocalFile()).fileName());
                photo.subject = request.subject;
                photo.path = QStringLiteral("/attachments");
                photo.type = "image/jpeg";
                photo.body = pictures->at(i);
                requests.push_back(std::move(photo));
            }
            requests.push_back(request);
            if (!put(draft, std::move(requests)))
                Q_EMIT settled(draft.key, false);
        });
}

bool OrderActions::attach(const QString& order, const QVariant& enclosure) {
    const auto one = enclosure.value<Enclosure>();
    if (order.isEmpty() || one.content.isEmpty())
        return refuse(fail(FailureKind::not_found));
    // One that has just been issued here is not known yet, and is sent before this.
    const auto* known = store_.order(order.toStdString());
    const auto& policy = photos_.policy();
    const auto most = one.type == "video/mp4" ? policy.max_film_bytes : policy.max_bytes;
    if (one.content.size() > most)
        return refuse(tr("It has %1 MB, and the hub takes at most %2. It can be saved as a file.")
                          .arg((one.content.size() + (1 << 20) - 1) >> 20)
                          .arg(most >> 20),
                      QStringLiteral("attachments"));
    // What a camera saw is worth sending for longer than a command: nothing waits for it.
    constexpr qint64 lifetime = 24LL * 3600 * 1000;
    OutboxRequest content;
    content.key = outbox_.newKey();
    content.kind = QStringLiteral("attachment");
    content.title = one.title;
    content.subject = order;
    content.path = QStringLiteral("/attachments");
    content.type = one.type;
    content.body = one.content;
    content.lifetimeMs = lifetime;
    AttachToOrder body;
    body.report = new_id();
    body.text = one.text.toStdString();
    body.attachments = {"outbox:" + content.key};
    auto request =
        requestOf(QStringLiteral("order.attach"), one.title, order, order,
                  QStringLiteral("/orders/%1/attach").arg(order), json::encode(body).as_object());
    request.lifetimeMs = lifetime;
    request.after = {qs(content.key)};
    const auto number = known ? static_cast<int>(known->number) : 0;
    const auto taken = outbox_.submit(
        {std::move(content), std::move(request)}, this,
        [this, order, number, title = one.title, owner = outbox_.owner()](const Result<>& kept) {
            if (owner != outbox_.owner())
                return; // the news is not for who sits there now
            if (!kept)
                refuse(kept.error());
            Q_EMIT enclosed(order, number, title, kept.has_value());
        });
    return taken ? true : refuse(taken.error());
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

QStringList OrderActions::lateOf(const QString& order) const {
    QStringList late;
    for (const auto* assignment : store_.assignmentsOf(order.toStdString())) {
        if (isLate(*assignment, clock_.now()))
            late.append(qs(assignment->id));
    }
    return late;
}

int OrderActions::remindLate(const QString& order, const QString& text) {
    std::vector<OutboxRequest> requests;
    const auto late = lateOf(order);
    for (const auto& assignment : late) {
        if (auto request =
                requestFor(assignment, QStringLiteral("remind"), {{QStringLiteral("text"), text}}))
            requests.push_back(std::move(*request));
        else
            refuse(request.error());
    }
    const auto count = static_cast<int>(requests.size());
    return count > 0 && put({order + QStringLiteral("/remind_late"), text}, std::move(requests))
               ? count
               : 0;
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
    return put(
        {id + QStringLiteral("/withdraw_order"), reason},
        {requestOf(QStringLiteral("order.withdraw"), tr("Withdraw order %1").arg(order->number), id,
                   id, QStringLiteral("/orders/%1/withdraw").arg(id), {{"reason", *words}})});
}

bool OrderActions::replyTo(const QString& id, const QString& text) {
    const auto* supervision = store_.supervision(id.toStdString());
    if (!supervision)
        return refuse(fail(FailureKind::not_found));
    const auto words = checkedWords(text, "text");
    if (!words)
        return refuse(words.error());
    return put({id + QStringLiteral("/reply"), text},
               {requestOf(QStringLiteral("supervision.reply"), tr("Reply to a supervision order"),
                          id, qs(supervision->order),
                          QStringLiteral("/supervisions/%1/reply").arg(id), {{"text", *words}})});
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
    return put({id + QStringLiteral("/close_supervision"), outcome},
               {requestOf(QStringLiteral("supervision.close"), tr("Close a supervision order"), id,
                          qs(supervision->order), QStringLiteral("/supervisions/%1/close").arg(id),
                          body)});
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
