// What a camera's stream is like at present, in lines over its picture.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: figures

    required property CameraPlayer player

    readonly property list<string> lines: {
        const lines = [];
        if (meter.known) {
            lines.push(qsTr("%1 pictures/s").arg(meter.frameRate.toFixed(1)));
            lines.push(meter.bitRate < 1000 ? qsTr("%1 kbit/s").arg(meter.bitRate) : qsTr("%1 Mbit/s").arg((meter.bitRate / 1000).toFixed(1)));
            lines.push(qsTr("Lost: %1 %").arg(meter.loss.toFixed(1)));
            lines.push(qsTr("Latency: %1 ms").arg(meter.latency));
            lines.push(qsTr("Decoder: %1").arg(meter.decoder));
        }
        if (meter.age >= 0)
            lines.push(qsTr("Age of the picture: %1 s").arg(meter.age));
        return lines;
    }

    visible: figures.lines.length > 0
    width: words.width + 2 * Theme.s2
    height: words.height + 2 * Theme.s1
    radius: Theme.radius
    color: Theme.captionGround
    Accessible.role: Accessible.StaticText
    Accessible.name: figures.lines.join(", ")

    StreamMeter {
        id: meter
        player: figures.player
        running: true
    }
    Column {
        id: words
        x: Theme.s2
        y: Theme.s1
        Repeater {
            model: figures.lines
            Text {
                required property string modelData
                text: modelData
                color: Theme.caption
                font.pixelSize: Theme.tiny
                Accessible.ignored: true
            }
        }
    }
}
