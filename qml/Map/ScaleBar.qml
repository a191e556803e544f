// How long a stretch on the screen is on the ground.
import QtQuick
import QtLocation
import Chengyun.Style

Item {
    id: bar

    property Map map: null
    readonly property real metresPerPixel: map ? 40075016.69 * Math.cos(map.center.latitude * Math.PI / 180) / (256 * Math.pow(2, map.zoomLevel)) : 1
    /// The longest of 1, 2, 5 × 10ⁿ that fits.
    readonly property real metres: {
        const most = metresPerPixel * Theme.px(110);
        const ten = Math.pow(10, Math.floor(Math.log10(most)));
        return most >= 5 * ten ? 5 * ten : most >= 2 * ten ? 2 * ten : ten;
    }

    implicitWidth: metres / metresPerPixel
    implicitHeight: words.implicitHeight + Theme.px(5)
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Text {
        id: words
        anchors.right: parent.right
        text: bar.metres >= 1000 ? qsTr("%1 km").arg(bar.metres / 1000) : qsTr("%1 m").arg(bar.metres)
        color: Theme.quiet
        style: Text.Outline
        styleColor: Qt.alpha(Theme.ground, 0.8)
        font.family: Theme.family
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.focusWidth
        color: Theme.quiet
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: Theme.focusWidth
        height: Theme.px(6)
        color: Theme.quiet
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: Theme.focusWidth
        height: Theme.px(6)
        color: Theme.quiet
    }
}
