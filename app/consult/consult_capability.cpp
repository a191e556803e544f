#include "app/consult/consult_capability.h"

#include "app/capability/journal_words.h"
#include "app/consult/consult_words.h"
#include "app/duty/duty_capability.h"
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/orders/order_store.h"
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "app/text.h"
#include "core/consult/consult_codec.h"
#include "core/pinyin/pinyin.h"

#include <algorithm>
#include <set>

namespace chengyun::console {

namespace {

const std::string consultKind = "consult";

} // namespace

ConsultCapability::ConsultCapability(const Shared& shared, ResourcesCapability& resources,
                                     OrdersCapability& orders, DutyCapability& duty)
    : Capability(QStringLiteral("consult")), session_(shared.session), orders_(*orders.store()),
      store_(shared.source),
      commands_(store_, shared.session, shared.link, shared.outbox, shared.clock),
      desk_(store_, commands_, shared.link),
      proposal_(store_, commands_, *duty.roster(), *resources.store(), shared.link),
      guestLink_(shared.link), rooms_(store_), members_(store_, MemberListModel::Whom::All),
      seats_(store_, MemberListModel::Whom::In) {
    nameFields({{"call", [] { return tr("Who is called"); }},
                {"starts", [] { return tr("Begins"); }},
                {"order", [] { return tr("Order"); }},
                {"member", [] { return tr("Member"); }}});
    shared.words.add({"consult"}, consultEntryWords);
    connect(&session_, &Session::accountChanged, this, &ConsultCapability::takeAccount);
    connect(&desk_, &ConsultDesk::changed, this, &ConsultCapability::takeSeat);
    connect(&store_, &ConsultStore::changed, this, [this](const QString& id) {
        if (id == room_)
            Q_EMIT cardChanged();
        Q_EMIT findablesChanged();
    });
    connect(&store_, &ConsultStore::reloaded, this, [this] {
        Q_EMIT cardChanged();
        Q_EMIT findablesChanged();
    });
    onLanguageChange(this, [this] { Q_EMIT cardChanged(); });
    takeAccount();
}

void ConsultCapability::takeAccount() {
    const auto self = commands_.self();
    for (auto* list : {&members_, &seats_})
        list->setSelf(self);
    rooms_.setSelf(self);
    if (self.empty())
        desk_.forget();
    Q_EMIT accountChanged();
    Q_EMIT cardChanged();
}

void ConsultCapability::takeSeat() {
    auto* people =
        desk_.room() == room_ && !room_.isEmpty() ? desk_.conference()->people() : nullptr;
    for (auto* list : {&members_, &seats_})
        list->setPeople(people);
}

void ConsultCapability::setRoom(const QString& room) {
    if (room == room_)
        return;
    room_ = room;
    for (auto* list : {&members_, &seats_})
        list->setRoom(room);
    takeSeat();
    Q_EMIT roomChanged();
    Q_EMIT cardChanged();
}

QVariantMap ConsultCapability::card() const {
    const auto* room = store_.room(room_.toStdString());
    if (!room)
        return {};
    const auto self = commands_.self();
    const auto* own = find_member(*room, self);
    const auto* chair = find_member(*room, room->chair);
    const auto count = [room](MemberState state) {
        return static_cast<int>(std::ranges::count(room->members, state, &ConsultMember::state));
    };
    const bool isChair = !self.empty() && room->chair == self;
    return {{QStringLiteral("room"), qs(room->id)},
            {QStringLiteral("title"), qs(room->title)},
            {QStringLiteral("kind"), qs(json::name_of(room->kind))},
            {QStringLiteral("kindText"), kindWords(room->kind)},
            {QStringLiteral("order"), qs(room->order)},
            {QStringLiteral("orderTitle"), titleFor(qs(room->order))},
            {QStringLiteral("starts"),
             room->starts ? static_cast<qint64>(ms_of(*room->starts)) : qint64(0)},
            {QStringLiteral("ended"),
             room->ended ? static_cast<qint64>(ms_of(*room->ended)) : qint64(0)},
            {QStringLiteral("locked"), room->locked},
            {QStringLiteral("chairName"), chair ? qs(chair->name) : QString()},
            {QStringLiteral("mine"), own ? qs(json::name_of(own->state)) : QString()},
            {QStringLiteral("isChair"), isChair && !room->ended},
            {QStringLiteral("mayEnd"), (isChair || commands_.leads(*room)) && !room->ended},
            {QStringLiteral("inCount"), count(MemberState::in)},
            {QStringLiteral("waitingCount"), count(MemberState::waiting)}};
}

bool ConsultCapability::mayMake() const {
    return !session_.account().id.empty() &&
           may(session_.account().role, Permission::act_for_centre);
}

QString ConsultCapability::roomOf(const QString& order) const {
    const auto* room = store_.ofOrder(order.toStdString());
    return room ? qs(room->id) : QString();
}

QString ConsultCapability::titleFor(const QString& order) const {
    const auto* known = orders_.order(order.toStdString());
    return known ? QStringLiteral("%1 %2").arg(known->number).arg(qs(known->title)) : QString();
}

QString ConsultCapability::named(const QString& name) const {
    const auto wanted = name.toStdString();
    const Consult* found = nullptr;
    for (const auto& room : store_.rooms()) {
        if (room.ended || (room.id != wanted && room.title != wanted && !wanted.empty()))
            continue;
        if (wanted.empty() && room.kind != ConsultKind::standing)
            continue;
        if (!found || (room.kind == ConsultKind::standing && found->kind != ConsultKind::standing))
            found = &room;
    }
    return found ? qs(found->id) : QString();
}

std::optional<Alarm> ConsultCapability::callOf(const Consult& room) const {
    const auto* own = find_member(room, commands_.self());
    if (!own || room.ended || own->state != MemberState::called)
        return std::nullopt;
    Alarm alarm;
    alarm.name = {consultKind, room.id, "call", std::to_string(ms_of(own->since))};
    alarm.icon = QStringLiteral("consult");
    alarm.urgent = true;
    alarm.personal = true; // each seat that is called is to hear of it
    alarm.at = ms_of(own->since);
    alarm.title = [title = qs(room.title)] {
        return tr("You are called to a consultation: %1").arg(isolated(title));
    };
    alarm.text = [room = room] {
        const auto* chair = find_member(room, room.chair);
        return joined({kindWords(room.kind),
                       chair ? tr("Called by %1").arg(isolated(qs(chair->name))) : QString()});
    };
    return alarm;
}

AlarmNews ConsultCapability::alarms(const std::vector<Entry>& entries, const Account&) {
    AlarmNews news;
    std::set<std::string, std::less<>> touched;
    for (const auto& entry : entries)
        for (const auto& room : entry.body.values<Consult>())
            touched.insert(room.id);
    for (const auto& id : touched) {
        news.whole.push_back({consultKind, id});
        const auto* room = store_.room(id);
        if (auto alarm = room ? callOf(*room) : std::nullopt)
            news.alarms.push_back(std::move(*alarm));
    }
    return news;
}

std::vector<Alarm> ConsultCapability::standingAlarms(const Snapshot&, const Account&) {
    std::vector<Alarm> alarms;
    for (const auto& room : store_.rooms())
        if (auto alarm = callOf(room))
            alarms.push_back(std::move(*alarm));
    return alarms;
}

std::vector<Findable> ConsultCapability::findables() const {
    std::vector<Findable> items;
    for (const auto& room : store_.rooms())
        if (!room.ended)
            items.push_back({consultKind,
                             room.id,
                             room.title,
                             {},
                             pinyin_initials(room.title),
                             pinyin(room.title),
                             5});
    return items;
}

FoundLook ConsultCapability::lookOf(const Findable& found) const {
    auto look = Capability::lookOf(found);
    look.kindName = tr("Consultation");
    look.icon = QStringLiteral("consult");
    if (const auto* room = store_.room(found.id))
        look.subtitle = kindWords(room->kind);
    return look;
}

void ConsultCapability::forgetViews() {
    setRoom({});
    proposal_.begin({}, {});
}

} // namespace chengyun::console
