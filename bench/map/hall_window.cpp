#include "bench/map/hall_window.h"

#include "app/icons/icon_provider.h"
#include "app/map/base_map.h"
#include "app/map/point_layer.h"
#include "tests/app/map/map_fixture.h"

#include <QElapsedTimer>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QTimer>

Q_IMPORT_QML_PLUGIN(Chengyun_MapPlugin)
Q_IMPORT_QML_PLUGIN(Chengyun_StylePlugin)
Q_IMPORT_QML_PLUGIN(Chengyun_ControlsPlugin)

namespace chengyun::console {

Result<std::unique_ptr<HallWindow>> HallWindow::open(QSize size, std::size_t points) {
    std::unique_ptr<HallWindow> hall(new HallWindow);
    auto base = embedded_base_map();
    if (!base)
        return base.error();
    TileServerOptions options;
    options.cache_folder = hall->folder_.path();
    auto tiles = TileServer::start(*base, std::move(options));
    if (!tiles)
        return tiles.error();
    hall->tiles_ = std::move(*tiles);
    hall->feed_ = std::make_unique<MapFeed>();
    hall->feed_->setResources(fixture::resources(points));
    hall->feed_->setPins("order", fixture::pins());
    hall->feed_->setAreas(fixture::areas());
    hall->view_ = std::make_unique<QQuickView>();
    hall->view_->engine()->addImageProvider(QStringLiteral("icon"), new IconProvider);
    hall->view_->setResizeMode(QQuickView::SizeRootObjectToView);
    hall->view_->resize(size);
    hall->view_->setInitialProperties(
        {{QStringLiteral("tiles"), QVariant::fromValue(hall->tiles_.get())},
         {QStringLiteral("feed"), QVariant::fromValue(hall->feed_.get())}});
    hall->view_->loadFromModule("Chengyun.Map", "HallMap");
    if (hall->view_->status() != QQuickView::Ready) {
        std::string text;
        for (const auto& error : hall->view_->errors())
            text += error.toString().toStdString() + "\n";
        return fail(FailureKind::internal, "qml", text);
    }
    hall->view_->show();
    return hall;
}

QObject* HallWindow::map() const {
    return view_->rootObject()->property("map").value<QObject*>();
}

PointLayer* HallWindow::layer() const {
    return view_->rootObject()->property("pointLayer").value<PointLayer*>();
}

void HallWindow::settle(int quiet_ms) {
    QEventLoop loop;
    QTimer quiet;
    quiet.setSingleShot(true);
    QObject::connect(&quiet, &QTimer::timeout, &loop, [&] {
        if (layer()->busy())
            quiet.start(quiet_ms);
        else
            loop.quit();
    });
    QObject::connect(view_.get(), &QQuickWindow::frameSwapped, &loop,
                     [&] { quiet.start(quiet_ms); });
    quiet.start(quiet_ms);
    loop.exec();
}

} // namespace chengyun::console
