// What just happened, said briefly at the bottom; it goes by itself unless the pointer is on it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Column {
    id: stack

    spacing: Theme.s2
    width: Theme.px(440)

    function show(text: string, failed: bool): void {
        if (toasts.count >= 4)
            toasts.remove(0);
        toasts.append({
            "words": text,
            "failed": failed
        });
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
            required property int index
            width: stack.width
            height: Math.max(Theme.px(44), label.implicitHeight + 2 * Theme.s3)
            radius: Theme.radius
            color: Theme.raised
            border.color: toast.failed ? Theme.late : Theme.line
            border.width: Theme.hair
            Accessible.role: Accessible.AlertMessage
            Accessible.name: words

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
                onClicked: toasts.remove(toast.index)
            }
            HoverHandler {
                id: hover
            }
            Timer {
                interval: toast.failed ? 12000 : 5000
                running: !hover.hovered
                onTriggered: toasts.remove(toast.index)
            }
        }
    }
}
