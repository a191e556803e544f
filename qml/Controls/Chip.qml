// A choice among several, drawn as a word one can press; with a count when there is one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.Button {
    id: control

    property int count: -1
    property bool alert: false
    property string hint: ""

    implicitWidth: row.implicitWidth + 2 * Theme.s2
    implicitHeight: Theme.px(28)
    checkable: true
    focusPolicy: Qt.TabFocus // not by a click: Space would press it again
    hoverEnabled: true
    font.pixelSize: Theme.small
    Accessible.name: count >= 0 ? text + " " + count : text

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s1
            Icon {
                visible: control.icon.name.length > 0
                anchors.verticalCenter: parent.verticalCenter
                name: control.icon.name
                size: Theme.px(14)
                color: control.checked ? Theme.accent : Theme.quiet
            }
            Label {
                visible: control.text.length > 0
                anchors.verticalCenter: parent.verticalCenter
                text: control.text
                color: control.checked ? Theme.text : Theme.quiet
                font.pixelSize: control.font.pixelSize
                Accessible.ignored: true
            }
            Label {
                visible: control.count >= 0
                // Room for two digits: what stands behind does not move when a ninth becomes a tenth.
                width: Math.max(implicitWidth, Math.ceil(font.pixelSize * 1.25))
                anchors.verticalCenter: parent.verticalCenter
                text: control.count
                color: control.alert && control.count > 0 ? Theme.late : control.checked ? Theme.accent : Theme.quiet
                strong: true
                font.pixelSize: control.font.pixelSize
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.checked ? Theme.accentSoft : control.hovered ? Theme.raised : "transparent"
        border.width: control.visualFocus ? Theme.focusWidth : Theme.hair
        border.color: control.visualFocus ? Theme.accent : control.checked ? Qt.alpha(Theme.accent, 0.5) : Theme.line
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
