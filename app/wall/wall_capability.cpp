#include "app/wall/wall_capability.h"

#include "app/capability/journal_words.h"
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/wall/wall_words.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(WallFields)
};

} // namespace

WallCapability::WallCapability(const Shared& shared)
    : Capability(QStringLiteral("wall")), session_(shared.session), store_(shared.source),
      commands_(store_, shared.outbox, shared.session, shared.clock), aims_(store_),
      hands_(shared.live, shared.link) {
    nameFields({{"wall", [] { return FieldWords::tr("Wall"); }},
                {"screen", [] { return FieldWords::tr("Screen"); }},
                {"cell", [] { return FieldWords::tr("Pane"); }},
                {"from", [] { return FieldWords::tr("Pane"); }},
                {"to", [] { return FieldWords::tr("Pane"); }},
                {"content", [] { return FieldWords::tr("Content"); }},
                {"preset", [] { return FieldWords::tr("Preset"); }},
                {"minutes", [] { return FieldWords::tr("Minutes"); }},
                {"key", [] { return FieldWords::tr("Key"); }},
                {"name", [] { return FieldWords::tr("Name"); }},
                {"area", [] { return FieldWords::tr("Area"); }},
                {"screens", [] { return FieldWords::tr("Screens"); }},
                {"scale_percent", [] { return FieldWords::tr("Enlargement"); }},
                {"boxes", [] { return FieldWords::tr("Rectangles"); }},
                {"mode", [] { return FieldWords::tr("Mode"); }},
                {"layout", [] { return FieldWords::tr("Layout"); }}});
    shared.words.add({"wall"}, wallEntryWords);
    connect(&session_, &Session::accountChanged, this, &WallCapability::accountChanged);
}

bool WallCapability::mayFeed() const {
    return !session_.account().id.empty() && may(session_.account().role, Permission::feed_walls);
}

bool WallCapability::mayConfigure() const {
    return !session_.account().id.empty() &&
           may(session_.account().role, Permission::configure_walls);
}

QString WallCapability::ownArea() const {
    return qs(session_.account().area);
}

QString WallCapability::own() const {
    return qs(wall_of(session_.account()).value_or(std::string()));
}

} // namespace chengyun::console
