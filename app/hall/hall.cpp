#include "app/hall/hall.h"

#include "app/alarm/alarm_bell.h"
#include "app/duty/duty_state.h"
#include "app/hall/area_outlines.h"
#include "app/hall/map_adaptor.h"
#include "app/link/cache.h"
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/outbox.h"
#include "app/link/photos.h"
#include "app/link/session.h"
#include "app/map/map_feed.h"
#include "app/map/map_sources.h"
#include "app/map/tile_server.h"
#include "app/orders/assignment_list_model.h"
#include "app/orders/draft_texts.h"
#include "app/orders/order_actions.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_list_model.h"
#include "app/orders/order_load.h"
#include "app/orders/order_store.h"
#include "app/orders/own_drafts.h"
#include "app/orders/phone_link.h"
#include "app/orders/supervision_list_model.h"
#include "app/orders/timeline_model.h"
#include "app/resources/around_model.h"
#include "app/resources/camera_streams.h"
#include "app/resources/resource_list_model.h"
#include "app/resources/resource_store.h"
#include "app/search/command_bar.h"
#include "app/shell/languages.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcHall, "chengyun.hall")

namespace chengyun::console {

struct Hall::Parts {
    Parts(const HallOptions& options, Languages& words, std::unique_ptr<TileServer> server)
        : state(options.stateFolder), version(options.version), languages(words),
          tiles(std::move(server)), cache(options.cacheFolder), feed(link, cache),
          session(link, feed, clock, state),
          outbox(link, clock, state + QStringLiteral("/outbox.sqlite")),
          photos(link, options.cacheFolder + QStringLiteral("/photos")), resources(feed),
          resourceList(resources), cameraList(resources), cameraStreams(link, resources),
          around(resources), nearCameras(resources), orders(feed, resources, clock),
          queue(orders, resources, outbox, session, clock),
          orderList(orders, resources, outbox, session, clock),
          board(orders, resources, outbox, session, clock), timeline(feed, orders, link),
          supervisions(orders, resources, outbox, session, clock),
          allSupervisions(orders, resources, outbox, session, clock),
          draft(resources, orders, outbox, session), drafts(session),
          actions(orders, outbox, photos, drafts, session, clock), load(orders, clock),
          phoneLink(link), nobody(resources, orders), unitPicker(resources, orders, nobody),
          bell(feed, orders, session, clock, makeSpeaker()), duty(feed, outbox, clock),
          commands(resources, orders), mapSearch(resources, orders),
          adaptor(resources, orders, clock, mapFeed), outlines(link, resources, mapFeed) {
        around.setLoad([this](std::string_view unit) { return orders.openAssignmentsOf(unit); });
        QObject::connect(&orders, &OrderStore::loadChanged, &around, &AroundModel::refreshLoad);
        QObject::connect(&session, &Session::shownChanged, &session, [this] { forgetViews(); });
    }

    /// What somebody has looked for and how they have sorted it is not the next one's.
    void forgetViews() {
        for (auto* list : {&queue, &orderList}) {
            list->setFilter(OrderListModel::All);
            list->setText({});
            list->setIncludeClosed(false);
            list->setSortBy(OrderListModel::ByUrgency);
        }
        for (auto* list : {&resourceList, &cameraList}) {
            list->setText({});
            list->setArea({});
            list->setState({});
            list->sortBy(ResourceListModel::NameColumn, false);
        }
        resourceList.setLayers({});
        for (auto* list : {&around, &nearCameras}) {
            list->clear();
            list->setText({});
        }
        for (auto* bar : {&commands, &mapSearch})
            bar->setText({});
        board.setOrder({});
        supervisions.setOrder({});
        timeline.setOrder({});
        unitPicker.setText({});
    }

    QString state, version;
    Languages& languages;
    std::unique_ptr<TileServer> tiles;
    HubClock clock;
    HubLink link;
    Cache cache;
    Feed feed;
    Session session;
    Outbox outbox;
    Photos photos;
    ResourceStore resources;
    ResourceListModel resourceList, cameraList;
    CameraStreams cameraStreams;
    AroundModel around, nearCameras;
    OrderStore orders;
    OrderListModel queue, orderList;
    AssignmentListModel board;
    TimelineModel timeline;
    SupervisionListModel supervisions, allSupervisions;
    OrderDraft draft;
    DraftTexts drafts;
    OrderActions actions;
    OrderLoad load;
    PhoneLink phoneLink;
    RecipientModel nobody; ///< the reassign dialog's suggestions leave nobody out
    SuggestionModel unitPicker;
    AlarmBell bell;
    DutyState duty;
    CommandBar commands, mapSearch;
    MapFeed mapFeed;
    MapAdaptor adaptor;
    AreaOutlines outlines;
};

Hall::Hall() = default;
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
    adoptDrafts(options.stateFolder, Session::lastOwnFolder(options.stateFolder));
    std::unique_ptr<Hall> hall(new Hall);
    hall->parts_ = std::make_unique<Parts>(options, languages, std::move(*tiles));
    return hall;
}

QVariantMap Hall::properties() const {
    auto& p = *parts_;
    const auto object = [](QObject& o) { return QVariant::fromValue(&o); };
    return {
        {QStringLiteral("languages"), object(p.languages)},
        {QStringLiteral("session"), object(p.session)},
        {QStringLiteral("hubClock"), object(p.clock)},
        {QStringLiteral("outbox"), object(p.outbox)},
        {QStringLiteral("photos"), object(p.photos)},
        {QStringLiteral("resources"), object(p.resources)},
        {QStringLiteral("resourceList"), object(p.resourceList)},
        {QStringLiteral("cameraList"), object(p.cameraList)},
        {QStringLiteral("cameraStreams"), object(p.cameraStreams)},
        {QStringLiteral("around"), object(p.around)},
        {QStringLiteral("nearCameras"), object(p.nearCameras)},
        {QStringLiteral("orders"), object(p.orders)},
        {QStringLiteral("queue"), object(p.queue)},
        {QStringLiteral("orderList"), object(p.orderList)},
        {QStringLiteral("board"), object(p.board)},
        {QStringLiteral("supervisions"), object(p.supervisions)},
        {QStringLiteral("allSupervisions"), object(p.allSupervisions)},
        {QStringLiteral("timeline"), object(p.timeline)},
        {QStringLiteral("draft"), object(p.draft)},
        {QStringLiteral("drafts"), object(p.drafts)},
        {QStringLiteral("actions"), object(p.actions)},
        {QStringLiteral("unitPicker"), object(p.unitPicker)},
        {QStringLiteral("load"), object(p.load)},
        {QStringLiteral("phoneLink"), object(p.phoneLink)},
        {QStringLiteral("bell"), object(p.bell)},
        {QStringLiteral("duty"), object(p.duty)},
        {QStringLiteral("commands"), object(p.commands)},
        {QStringLiteral("mapSearch"), object(p.mapSearch)},
        {QStringLiteral("tiles"), object(*p.tiles)},
        {QStringLiteral("mapFeed"), object(p.mapFeed)},
        {QStringLiteral("settingsFile"),
         QUrl::fromLocalFile(p.state + QStringLiteral("/seat.ini"))},
        {QStringLiteral("version"), p.version},
    };
}

Session& Hall::session() {
    return parts_->session;
}
AreaOutlines& Hall::outlines() {
    return parts_->outlines;
}
TileServer& Hall::tiles() {
    return *parts_->tiles;
}

} // namespace chengyun::console
