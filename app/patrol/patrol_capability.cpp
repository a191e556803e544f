#include "app/patrol/patrol_capability.h"

#include "app/capability/journal_words.h"
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/orders/orders_capability.h"
#include "app/patrol/patrol_words.h"
#include "app/resources/resources_capability.h"
#include "app/video/video_capability.h"
#include "core/resource/kinds.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace chengyun::console {

namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(PatrolFields)
};

} // namespace

PatrolCapability::PatrolCapability(const Shared& shared, ResourcesCapability& resources,
                                   OrdersCapability& orders, VideoCapability& video)
    : Capability(QStringLiteral("patrol")), session_(shared.session),
      resources_(*resources.store()), streams_(*video.streams()),
      store_(shared.source, resources_, *orders.store(), shared.clock),
      commands_(store_, shared.outbox, shared.session),
      duty_(store_, shared.outbox, *orders.draft()), records_(shared.link),
      shownLog_(store_, shared.link, QSysInfo::machineHostName()), cameras_(resources_) {
    cameras_.setLayers({QStringLiteral("camera")});
    nameFields({{"dwell_s", [] { return FieldWords::tr("Time for each camera"); }},
                {"cameras", [] { return FieldWords::tr("Cameras"); }},
                {"rule", [] { return FieldWords::tr("Rule"); }},
                {"group", [] { return FieldWords::tr("Patrol group"); }}});
    shared.words.add({"patrol"}, patrolEntryWords);
    connect(&session_, &Session::accountChanged, this, &PatrolCapability::accountChanged);
    connect(&store_, &PatrolStore::changed, this, &Capability::findablesChanged);
    onLanguageChange(this, [this] { Q_EMIT kindsChanged(); });
}

bool PatrolCapability::mayEdit() const {
    return !session_.account().id.empty() && may(session_.account().role, Permission::feed_walls);
}

bool PatrolCapability::seesAll() const {
    return session_.account().area.empty();
}

QVariantList PatrolCapability::kinds() const {
    QVariantList list;
    for (const auto& kind : resource_kinds())
        if (kind.layer == Layer::camera)
            list.append(
                QVariantMap{{QStringLiteral("key"), qs(kind.key)},
                            {QStringLiteral("name"), qs(speaksChinese() ? kind.zh : kind.en)}});
    return list;
}

void PatrolCapability::forgetViews() {
    duty_.end();
    forgetView(cameras_);
}

std::vector<Findable> PatrolCapability::findables() const {
    std::vector<Findable> items;
    for (const auto& group : store_.all())
        items.push_back({"patrol", group.id, group.name, {}, {}, {}, 10});
    return items;
}

FoundLook PatrolCapability::lookOf(const Findable& found) const {
    auto look = Capability::lookOf(found);
    look.kindName = FieldWords::tr("Camera patrol");
    look.icon = QStringLiteral("patrol");
    look.subtitle =
        FieldWords::tr("%n camera(s)", nullptr, int(store_.camerasOf(qs(found.id)).size()));
    return look;
}

} // namespace chengyun::console
