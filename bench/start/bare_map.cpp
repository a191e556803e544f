// bare_map: a Qt Quick window, as large as a seat's, with Qt Location's empty map. Prints
// {"ready_ms":…} with its first frame, as the console does with --exit-after-ready, and ends.
#include "app/main/process_age.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData(R"(
import QtQuick
import QtLocation
import QtPositioning

Window {
    readonly property bool ready: map.mapReady
    width: 1920
    height: 1080
    visible: true

    Map {
        id: map
        anchors.fill: parent
        plugin: Plugin {
            name: "itemsoverlay"
        }
        center: QtPositioning.coordinate(30.56, 114.05)
        zoomLevel: 11
    }
})");
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &app,
        [window] {
            if (!window->property("ready").toBool())
                return window->update();
            std::printf("{\"ready_ms\":%.0f}\n", chengyun::console::processAgeMs());
            std::fflush(stdout);
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    return QGuiApplication::exec();
}
