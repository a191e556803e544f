// What a control does, after the pointer has rested on it. It stands above the control or, where the window
// has no room there, below it: never over what it explains.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.ToolTip {
    id: hint

    readonly property bool below: parent !== null && parent.mapToItem(null, 0, 0).y < implicitHeight + 2 * Theme.s1
    readonly property int widest: Theme.px(360)

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: below ? parent.height + Theme.s1 : -implicitHeight - Theme.s1
    margins: Theme.s1
    padding: Theme.s2
    topPadding: Theme.s1
    bottomPadding: Theme.s1
    delay: Theme.hintDelay
    implicitWidth: Math.min(contentItem.implicitWidth, widest) + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Label {
        text: hint.text
        font.pixelSize: Theme.tiny
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.line
        border.width: Theme.hair
        radius: Theme.radius
    }
}
