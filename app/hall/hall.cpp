#include "app/hall/hall.h"

#include "app/capability/journal_words.h"
#include "app/hall/capabilities.h"
#include "app/link/cache.h"
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/live_feed.h"
#include "app/link/outbox.h"
#include "app/link/own_password.h"
#include "app/link/photos.h"
#include "app/link/session.h"
#include "app/local/local.h"
#include "app/map/map_feed.h"
#include "app/map/map_sources.h"
#include "app/map/tile_server.h"
#include "app/shell/languages.h"
#include "app/shell/screen_lock.h"

#include <QDir>
#include <QLoggingCategory>
#include <QUrl>

Q_LOGGING_CATEGORY(lcHall, "chengyun.hall")

namespace chengyun::console {

struct Hall::Parts {
    Parts(const HallOptions& options, std::unique_ptr<TileServer> server)
        : tiles(std::move(server)), cache(options.cacheFolder), feed(link, cache), live(feed),
          session(link, feed, clock, options.stateFolder), ownPassword(link, session),
          screenLock(session, ownPassword),
          outbox(link, clock, options.stateFolder + QStringLiteral("/outbox.sqlite")),
          photos(link, feed, options.cacheFolder + QStringLiteral("/photos")),
          capabilities({.source = feed,
                        .link = link,
                        .clock = clock,
                        .session = session,
                        .outbox = outbox,
                        .photos = photos,
                        .live = live,
                        .words = words,
                        .map = mapFeed,
                        .stateFolder = options.stateFolder}) {
        QObject::connect(&feed, &Source::loaded, &feed, [](const SnapshotPtr& snapshot) {
            const auto* policy = snapshot->one<HallPolicy>();
            Local::instance().take(policy ? *policy : HallPolicy()); // an older hub says none
        });
        QObject::connect(&feed, &Source::arrived, &feed, [](const EntriesPtr& entries) {
            for (const auto& entry : *entries)
                if (const auto* policy = entry.body.one<HallPolicy>())
                    Local::instance().take(*policy);
        });
        QObject::connect(&session, &Session::shownChanged, &session, [this] {
            for (auto* capability : capabilities.all())
                capability->forgetViews();
        });
    }

    std::unique_ptr<TileServer> tiles;
    HubClock clock;
    HubLink link;
    Cache cache;
    Feed feed;
    LiveFeed live;
    Session session;
    OwnPassword ownPassword;
    ScreenLock screenLock;
    Outbox outbox;
    Photos photos;
    JournalWords words;
    MapFeed mapFeed;
    Capabilities capabilities;
};

Hall::Hall(const HallOptions& options, Languages& languages, std::unique_ptr<TileServer> server)
    : QQmlPropertyMap(this, nullptr), parts_(std::make_unique<Parts>(options, std::move(server))) {
    auto& p = *parts_;
    const auto give = [this](const QString& name, QObject& object) {
        insert(name, QVariant::fromValue(&object));
    };
    give(QStringLiteral("languages"), languages);
    give(QStringLiteral("session"), p.session);
    give(QStringLiteral("ownPassword"), p.ownPassword);
    give(QStringLiteral("screenLock"), p.screenLock);
    give(QStringLiteral("clock"), p.clock);
    give(QStringLiteral("outbox"), p.outbox);
    give(QStringLiteral("photos"), p.photos);
    give(QStringLiteral("tiles"), *p.tiles);
    give(QStringLiteral("mapFeed"), p.mapFeed);
    insert(QStringLiteral("settingsFile"),
           QUrl::fromLocalFile(options.stateFolder + QStringLiteral("/seat.ini")));
    insert(QStringLiteral("version"), options.version);
    QObjectList all;
    for (auto* capability : p.capabilities.all()) {
        give(capability->name(), *capability);
        all.append(capability);
    }
    insert(QStringLiteral("capabilities"), QVariant::fromValue(all));
}

Hall::~Hall() = default;

Result<std::unique_ptr<Hall>> Hall::make(const HallOptions& options, Languages& languages) {
    // What must survive has to have a place; what may be lost is done without.
    if (!QDir().mkpath(options.stateFolder))
        return fail(FailureKind::unavailable, "state-dir",
                    "cannot make the folder " + options.stateFolder.toStdString());
    if (!QDir().mkpath(options.cacheFolder))
        qCWarning(lcHall) << "cannot make the folder" << options.cacheFolder;
    TileServerOptions tileOptions;
    tileOptions.cache_folder = options.cacheFolder;
    if (!options.mapSourcesFile.isEmpty()) {
        auto read = read_map_sources_file(options.mapSourcesFile);
        tileOptions.sources = std::move(read.sources);
        tileOptions.left_out = std::move(read.left_out);
    }
    for (const auto& [name, why] : tileOptions.left_out)
        qCWarning(lcHall).noquote() << "a map is left out:" << name
                                    << QString::fromStdString(why.field + ": " + why.detail);
    auto map = embedded_base_map();
    if (!map)
        return map.error();
    auto tiles = TileServer::start(*map, std::move(tileOptions));
    if (!tiles)
        return tiles.error();
    return std::unique_ptr<Hall>(new Hall(options, languages, std::move(*tiles)));
}

QVariantMap Hall::properties() {
    return {{QStringLiteral("hall"), QVariant::fromValue(static_cast<QObject*>(this))}};
}

Session& Hall::session() {
    return parts_->session;
}

} // namespace chengyun::console
