// bench_map [--shot FILE --size WxH --at LON,LAT --zoom Z --points N]
#include "app/map/point_layer.h"
#include "bench/map/hall_window.h"

#include <QCommandLineParser>
#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QNetworkProxyFactory>
#include <QTextStream>

using namespace chengyun;
using namespace chengyun::console;

int main(int argc, char** argv) {
    QNetworkProxyFactory::setUseSystemConfiguration(false);
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
    return 0;
}
