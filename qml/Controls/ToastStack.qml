// What just happened, said briefly at the bottom; it goes by itself unless the pointer is on it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Column {
    id: stack

    spacing: Theme.s2
    width: Theme.px(440)

    function show(text: string, failed: bool): void {
        if (toasts.count >= 6)
            toasts.remove(toasts.count - 1);
        toasts.insert(0, {
            "words": text,
            "failed": failed,
            "gone": false
        });
    }
    /// The place of one that was closed stays empty while another stands above it.
    function close(index: int): void {
        toasts.setProperty(index, "gone", true);
        while (toasts.count > 0 && toasts.get(0).gone)
            toasts.remove(0);
    }
    function clear(): void {
        toasts.clear();
    }

    ListModel {
        id: toasts
    }
    Repeater {
        model: toasts
        Rectangle {
            id: toast
            required property string words
            required property bool failed
            required property bool gone
            required property int index
            opacity: gone ? 0 : 1
            enabled: !gone
            width: stack.width
            height: Math.max(Theme.px(44), label.implicitHeight + 2 * Theme.s3)
            radius: Theme.radius
            color: Theme.raised
            border.color: toast.failed ? Theme.late : Theme.line
            border.width: Theme.hair
            Accessible.role: Accessible.AlertMessage
            Accessible.name: words
            Accessible.ignored: gone

            Icon {
                id: mark
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                name: toast.failed ? "warning" : "check"
                color: toast.failed ? Theme.late : Theme.done
            }
            Label {
                id: label
                anchors.left: mark.right
                anchors.leftMargin: Theme.s2
                anchors.right: closer.left
                anchors.verticalCenter: parent.verticalCenter
                text: toast.words
                wrapMode: Text.Wrap
                maximumLineCount: 4
                Accessible.ignored: true
            }
            IconButton {
                id: closer
                anchors.right: parent.right
                anchors.rightMargin: Theme.s1
                anchors.verticalCenter: parent.verticalCenter
                icon.name: "close"
                iconSize: Theme.px(14)
                text: qsTr("Close")
                onClicked: stack.close(toast.index)
            }
            HoverHandler {
                id: hover
            }
            Timer {
                interval: toast.failed ? 12000 : 5000
                running: !hover.hovered && !toast.gone
                onTriggered: stack.close(toast.index)
            }
        }
    }
}
