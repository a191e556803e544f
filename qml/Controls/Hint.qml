// What a control does, after the pointer has rested on it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.ToolTip {
    id: hint

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: -implicitHeight - Theme.s1
    margins: Theme.s1
    padding: Theme.s2
    topPadding: Theme.s1
    bottomPadding: Theme.s1
    delay: Theme.hintDelay
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Label {
        text: hint.text
        font.pixelSize: Theme.tiny
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.line
        border.width: Theme.hair
        radius: Theme.radius
    }
}
