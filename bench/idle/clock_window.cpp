// clock_window: an empty Qt Quick window with a clock, as large as a seat's. The least that a
// window costs in which a clock runs.
#include <QGuiApplication>
#include <QQmlApplicationEngine>

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData(R"(
import QtQuick

Window {
    width: 1920
    height: 1080
    visible: true
    color: "#0B1017"

    Text {
        id: clock
        anchors.centerIn: parent
        color: "white"
        text: Qt.formatTime(new Date(), "HH:mm:ss")
        Timer {
            interval: 1000
            repeat: true
            running: true
            onTriggered: clock.text = Qt.formatTime(new Date(), "HH:mm:ss")
        }
    }
})");
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
