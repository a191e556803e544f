// A button with words. `primary` is the one act a place is about; `flat` is for what comes along;
// `grave` for what cannot be taken back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.Button {
    id: control

    property bool primary: false
    property bool grave: false
    property string hint: ""
    /// The key that does the same, shown behind the words.
    property string key: ""

    readonly property color ink: !enabled ? Theme.faint : primary ? Theme.accentInk : grave ? Theme.late : Theme.text

    implicitWidth: Math.max(Theme.px(64), row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.s3
    rightPadding: Theme.s3
    spacing: Theme.s2
    font.pixelSize: Theme.small
    focusPolicy: Qt.TabFocus // not by a click: Space would press it again
    hoverEnabled: true
    Accessible.name: text
    Accessible.description: hint

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s1 + Theme.s1 / 2

            Icon {
                visible: control.icon.name.length > 0
                name: control.icon.name
                color: control.ink
                size: Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                visible: control.text.length > 0
                text: control.text
                color: control.ink
                font.pixelSize: control.font.pixelSize
                font.weight: control.primary ? Font.Bold : Font.Normal
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Label {
                visible: control.key.length > 0
                text: control.key
                color: control.ink
                opacity: 0.7
                font.pixelSize: Theme.tiny
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: {
            if (control.primary)
                return !control.enabled ? Theme.raised : control.down ? Qt.darker(Theme.accent, 1.25) : control.hovered ? Qt.lighter(Theme.accent, 1.08) : Theme.accent;
            if (control.flat)
                return control.down || control.checked ? Theme.hover : control.hovered ? Theme.raised : "transparent";
            return control.down || control.checked ? Theme.hover : control.hovered ? Theme.hover : Theme.raised;
        }
        border.width: control.visualFocus ? Theme.focusWidth : control.flat || control.primary ? 0 : Theme.hair
        border.color: control.visualFocus ? (control.primary ? Theme.text : Theme.accent) : Theme.line
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
    Loader {
        anchors.fill: parent
        active: control.hovered && control.hint.length > 0
        sourceComponent: Hint {
            text: control.hint
            visible: true
        }
    }
}
