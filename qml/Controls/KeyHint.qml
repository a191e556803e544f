// A key and what it does.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Row {
    id: hint

    property string key: ""
    property string text: ""
    signal activated

    spacing: Theme.px(6)
    Accessible.role: Accessible.Button
    Accessible.name: text + " " + key

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: keyLabel.implicitWidth + Theme.s2
        height: Theme.px(18)
        radius: Theme.radius / 2
        color: Theme.raised
        border.color: Theme.line
        border.width: Theme.hair
        Label {
            id: keyLabel
            anchors.centerIn: parent
            text: hint.key
            font.pixelSize: Theme.tiny
            Accessible.ignored: true
        }
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: hint.text
        quiet: true
        font.pixelSize: Theme.tiny
        Accessible.ignored: true
    }
    TapHandler {
        onTapped: hint.activated()
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
