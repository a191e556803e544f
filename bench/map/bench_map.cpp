// bench_map [--shot FILE --size WxH --at LON,LAT --zoom Z --points N]
// Without --shot it measures and prints one JSON object as its last line.
#include "app/map/point_layer.h"
#include "bench/map/hall_window.h"
#include "tests/app/map/map_fixture.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxyFactory>
#include <QQmlComponent>
#include <QQuickItem>
#include <QSurfaceFormat>
#include <QTextStream>

#include <cmath>
#include <numeric>

using namespace chengyun;
using namespace chengyun::console;

namespace {

/// The quickest of three builds, in milliseconds.
double index_ms(std::size_t count) {
    const auto points = PointSet::from(fixture::resources(count));
    std::vector<std::uint32_t> all(points->size());
    std::iota(all.begin(), all.end(), 0u);
    double best = 1e12;
    for (int run = 0; run < (count > 500000 ? 1 : 3); ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto index = ClusterIndex::build(points, all, {});
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

enum class Pan {
    to_and_fro, ///< over tiles that have come
    onward      ///< to the east, over tiles that nobody has seen yet
};

/// Frames a second while `map` is panned by 6 pixels a frame.
double pan_fps(QQuickWindow& window, QObject* map, double zoom, int ms, Pan pan = Pan::to_and_fro) {
    const QGeoCoordinate start(30.56, pan == Pan::onward ? 113.9 : 114.05);
    map->setProperty("zoomLevel", zoom);
    map->setProperty("center", QVariant::fromValue(start));
    const double step = 6 * 360 / world_px(zoom);
    int frames = 0;
    QEventLoop loop;
    QElapsedTimer timer;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, [&] {
        if (timer.elapsed() >= ms)
            return loop.quit();
        ++frames;
        const int turn = frames % 160;
        const double away = (pan == Pan::onward ? frames : turn < 80 ? turn : 160 - turn) * step;
        map->setProperty("center", QVariant::fromValue(
                                       QGeoCoordinate(start.latitude(), start.longitude() + away)));
        window.update();
    });
    timer.start();
    window.update();
    loop.exec();
    return frames * 1000.0 / double(timer.elapsed());
}

double rounded(double value) {
    return std::round(value * 10) / 10;
}

/// Qt Location's own way: as many MapQuickItem as there are points, over the same map.
constexpr auto reference_qml = R"(
import QtQuick
import QtLocation
import QtPositioning
Map {
    property var points: []
    property string repository
    property string cache
    plugin: Plugin {
        name: "osm"
        PluginParameter { name: "osm.mapping.providersrepository.address"; value: repository }
        PluginParameter { name: "osm.mapping.cache.directory"; value: cache }
    }
    MapItemView {
        model: points
        delegate: MapQuickItem {
            required property var modelData
            coordinate: QtPositioning.coordinate(modelData.y, modelData.x)
            anchorPoint.x: 12
            anchorPoint.y: 12
            sourceItem: Rectangle { width: 24; height: 24; radius: 12; color: "#1B2A3C"; border.color: "#B7CF86"; border.width: 2 }
        }
    }
})";

double reference_fps(HallWindow& hall, QSize size, std::size_t count, int ms) {
    QVariantList points;
    for (const auto& resource : fixture::resources(count))
        points.append(QPointF(resource.place.lon, resource.place.lat));
    const auto source = hall.tiles().sources().front().toMap();
    QQmlComponent component(hall.view().engine());
    component.setData(reference_qml, QUrl(QStringLiteral("qrc:/reference.qml")));
    QQuickWindow window;
    window.resize(size);
    std::unique_ptr<QObject> map(component.createWithInitialProperties(
        {{QStringLiteral("repository"), source.value(QStringLiteral("repository"))},
         {QStringLiteral("cache"), source.value(QStringLiteral("cache"))},
         {QStringLiteral("points"), points}}));
    auto* item = qobject_cast<QQuickItem*>(map.get());
    if (!item) {
        qWarning("%s", qPrintable(component.errorString()));
        return 0;
    }
    item->setParentItem(window.contentItem());
    item->setSize(size);
    hall.view().hide();
    window.show();
    const double fps = pan_fps(window, item, 11.2, ms);
    hall.view().show();
    return fps;
}

int measure(HallWindow& hall, QSize size) {
    constexpr int ms = 4000;
    QJsonObject result{{QStringLiteral("width"), size.width()},
                       {QStringLiteral("height"), size.height()}};
    for (const auto& [name, count] :
         {std::pair{"index_ms_10k", 10000u}, {"index_ms_100k", 100000u}, {"index_ms_1m", 1000000u}})
        result[QLatin1StringView(name)] = rounded(index_ms(count));
    for (const auto& [name, count] : {std::pair{"10k", 10000u}, {"100k", 100000u}}) {
        hall.feed().setResources(fixture::resources(count));
        for (const bool clustered : {true, false}) {
            hall.layer()->setClustered(clustered);
            hall.settle(500);
            const auto figure =
                QStringLiteral("pan_fps_%1_%2")
                    .arg(QLatin1StringView(name),
                         clustered ? QStringLiteral("clustered") : QStringLiteral("each"));
            // The caches began empty, and nothing else looks at this zoom.
            if (clustered && count == 10000)
                result[figure + QStringLiteral("_cold")] =
                    rounded(pan_fps(hall.view(), hall.map(), 12.2, ms, Pan::onward));
            pan_fps(hall.view(), hall.map(), 11.2, 1000); // tiles come in
            result[figure] = rounded(pan_fps(hall.view(), hall.map(), 11.2, ms));
        }
    }
    hall.layer()->setClustered(true);
    hall.feed().setResources({});
    hall.feed().setAreas({});
    hall.settle(500);
    result[QStringLiteral("pan_fps_empty_map_cold")] =
        rounded(pan_fps(hall.view(), hall.map(), 13.2, ms, Pan::onward));
    hall.settle(500);
    pan_fps(hall.view(), hall.map(), 11.2, 1000);
    result[QStringLiteral("pan_fps_empty_map")] =
        rounded(pan_fps(hall.view(), hall.map(), 11.2, ms));
    result[QStringLiteral("pan_fps_reference_2k_items")] =
        rounded(reference_fps(hall, size, 2000, ms));
    QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QNetworkProxyFactory::setUseSystemConfiguration(false);
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSwapInterval(0);
    QSurfaceFormat::setDefaultFormat(format);
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption shot(
        QStringLiteral("shot"), QStringLiteral("Write a picture and end."), QStringLiteral("file"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the window."),
                                  QStringLiteral("WxH"), QStringLiteral("1920x1080"));
    const QCommandLineOption at(QStringLiteral("at"), QStringLiteral("Centre."),
                                QStringLiteral("lon,lat"), QStringLiteral("114.05,30.56"));
    const QCommandLineOption zoom(QStringLiteral("zoom"), QStringLiteral("Zoom."),
                                  QStringLiteral("z"), QStringLiteral("11.2"));
    const QCommandLineOption points(QStringLiteral("points"), QStringLiteral("How many."),
                                    QStringLiteral("n"), QStringLiteral("10000"));
    parser.addOptions({shot, size, at, zoom, points});
    parser.addHelpOption();
    parser.process(app);
    QTextStream err(stderr);
    const auto wh = parser.value(size).split(u'x');
    auto hall = HallWindow::open(QSize(wh.value(0).toInt(), wh.value(1).toInt()),
                                 parser.value(points).toULongLong());
    if (!hall) {
        err << QString::fromStdString(hall.error().detail) << Qt::endl;
        return 1;
    }
    if (parser.isSet(shot)) {
        const auto lonlat = parser.value(at).split(u',');
        (*hall)->settle(300);
        (*hall)->map()->setProperty("zoomLevel", parser.value(zoom).toDouble());
        (*hall)->map()->setProperty(
            "center", QVariant::fromValue(
                          QGeoCoordinate(lonlat.value(1).toDouble(), lonlat.value(0).toDouble())));
        (*hall)->settle(1500);
        (*hall)->view().grabWindow().save(parser.value(shot));
        return 0;
    }
    (*hall)->settle(500);
    return measure(**hall, (*hall)->view().size());
}
