#include "app/linkage/linkage_capability.h"

#include "app/capability/journal_words.h"
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/linkage/linkage_words.h"
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "app/wall/wall_capability.h"
#include "core/resource/kinds.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(LinkageFields)
};

} // namespace

LinkageCapability::LinkageCapability(const Shared& shared, ResourcesCapability& resources,
                                     OrdersCapability& orders, WallCapability& wall)
    : Capability(QStringLiteral("linkage")), session_(shared.session),
      resources_(*resources.store()), walls_(*wall.store()), store_(shared.source, walls_),
      commands_(store_, walls_, shared.outbox),
      proposal_(shared.source, *orders.store(), resources_), trial_(shared.link) {
    nameFields({{"rule", [] { return FieldWords::tr("Rule"); }},
                {"about", [] { return FieldWords::tr("Order or risk"); }},
                {"priority", [] { return FieldWords::tr("Priority"); }},
                {"kinds", [] { return FieldWords::tr("Event classes"); }}});
    shared.words.add({"linkage"}, linkageEntryWords);
    connect(&session_, &Session::accountChanged, this, &LinkageCapability::accountChanged);
    for (const auto changed : {&WallStore::wallsChanged, &WallStore::reloaded})
        connect(&walls_, changed, this, &LinkageCapability::screensChanged);
    connect(&resources_, &ResourceStore::reloaded, this, &LinkageCapability::wordsChanged);
    connect(&resources_, &ResourceStore::languageChanged, this, &LinkageCapability::wordsChanged);
}

bool LinkageCapability::may(Permission permission) const {
    return !session_.account().id.empty() && chengyun::may(session_.account().role, permission);
}

bool LinkageCapability::mayFeed() const {
    return may(Permission::feed_walls);
}

bool LinkageCapability::mayKeep() const {
    return may(Permission::configure_walls);
}

QVariantList LinkageCapability::screens() const {
    const auto walls = walls_.walls();
    QVariantList list;
    for (const auto& known : walls) {
        const auto* wall =
            walls_.wall(known.toMap()[QStringLiteral("id")].toString().toStdString());
        for (const auto& screen : wall->screens)
            list.append(QVariantMap{
                {QStringLiteral("wall"), qs(wall->id)},
                {QStringLiteral("screen"), qs(screen.name)},
                {QStringLiteral("text"),
                 walls.size() == 1 ? qs(screen.name) : joined({qs(screen.name), qs(wall->name)})}});
    }
    return list;
}

QVariantList LinkageCapability::eventKinds() const {
    QVariantList list{QVariantMap{{QStringLiteral("key"), QString()},
                                  {QStringLiteral("text"), tr("All classes")}}};
    for (const auto& kind : event_kinds())
        list.append(QVariantMap{{QStringLiteral("key"), qs(kind.key)},
                                {QStringLiteral("text"), qs(speaksChinese() ? kind.zh : kind.en)}});
    return list;
}

QVariantList LinkageCapability::areas() const {
    QVariantList list{QVariantMap{{QStringLiteral("key"), QString()},
                                  {QStringLiteral("text"), tr("Everywhere")}}};
    for (const auto& choice : resources_.areaChoices()) {
        const auto area = choice.toMap();
        list.append(QVariantMap{{QStringLiteral("key"), area[QStringLiteral("code")]},
                                {QStringLiteral("text"), area[QStringLiteral("name")]}});
    }
    return list;
}

void LinkageCapability::forgetViews() {
    proposal_.dismiss();
    trial_.forget();
}

} // namespace chengyun::console
