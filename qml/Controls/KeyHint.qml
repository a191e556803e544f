// A key and what it does.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Row {
    id: hint

    property string key: ""
    property string text: ""
    /// It only tells what the key does where it says so.
    property bool pressable: true
    signal activated

    spacing: Theme.px(6)
    Accessible.role: pressable ? Accessible.Button : Accessible.StaticText
    Accessible.name: text + " " + key
    Accessible.onPressAction: if (hint.pressable)
        hint.activated()

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
        enabled: hint.pressable
        onTapped: hint.activated()
    }
    HoverHandler {
        enabled: hint.pressable
        cursorShape: Qt.PointingHandCursor
    }
}
