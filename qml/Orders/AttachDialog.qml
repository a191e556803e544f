// With which order a picture or clip of a camera is to be kept: the open ones, those nearest to the camera first.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property OrderStore store
    required property bool mayAttach
    property var what: ({})
    property var orders: []
    readonly property alias list: list
    signal picked(string order, var enclosure)

    /// `what` as the command order.attach has it.
    function ask(what: var): void {
        dialog.what = what;
        dialog.orders = dialog.mayAttach ? dialog.store.openNear(what.lon, what.lat, 50) : [];
        list.currentIndex = dialog.orders.length > 0 ? 0 : -1;
        dialog.open();
    }
    function toFile(): void {
        dialog.close();
        dialog.what.toFile();
    }
    function take(row: int): void {
        list.currentIndex = row;
        dialog.submit();
    }

    title: qsTr("%1: keep it where?").arg(dialog.what.title ?? "")
    acceptText: qsTr("Keep with the order")
    acceptEnabled: list.currentIndex >= 0
    onOpened: list.forceActiveFocus()
    onSubmitted: {
        dialog.picked(dialog.orders[list.currentIndex].id, dialog.what.enclosure);
        dialog.close();
    }
    // Nothing of it is held longer than somebody may want it.
    onClosed: {
        dialog.orders = [];
        dialog.what = ({
                "toFile": dialog.what.toFile,
                "title": dialog.what.title
            });
    }

    contentItem: Item {
        implicitHeight: Theme.px(380)
        ListView {
            id: list
            anchors.top: parent.top
            anchors.bottom: file.top
            anchors.bottomMargin: Theme.s2
            width: parent.width
            clip: true
            focus: true
            model: dialog.orders
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Open orders near the camera")
            T.ScrollBar.vertical: ScrollBar {}
            Keys.onReturnPressed: dialog.submit()
            Keys.onEnterPressed: dialog.submit()
            Keys.onPressed: event => {
                if (event.key !== Qt.Key_F)
                    return;
                event.accepted = true;
                dialog.toFile();
            }
            delegate: RowBase {
                id: row
                required property int index
                required property var modelData
                width: list.width
                implicitHeight: Theme.px(48)
                current: ListView.isCurrentItem
                text: modelData.title
                onClicked: list.currentIndex = row.index
                onDoubleClicked: dialog.take(row.index)
                LevelBadge {
                    id: badge
                    x: Theme.s2
                    anchors.verticalCenter: parent.verticalCenter
                    level: row.modelData.level
                }
                NameLabel {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.s2
                    anchors.right: far.left
                    anchors.rightMargin: Theme.s2
                    y: Theme.px(6)
                    text: Format.joined([row.modelData.number > 0 ? String(row.modelData.number) : "…", row.modelData.title])
                    strong: row.current
                }
                NameLabel {
                    anchors.left: badge.right
                    anchors.leftMargin: Theme.s2
                    anchors.right: far.left
                    anchors.rightMargin: Theme.s2
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Theme.px(6)
                    text: row.modelData.placeText
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
                Label {
                    id: far
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.distanceText
                    quiet: true
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0
                iconName: "orders"
                title: dialog.mayAttach ? qsTr("No order is open") : qsTr("Your role keeps nothing with orders")
            }
        }
        Button {
            id: file
            anchors.bottom: parent.bottom
            icon.name: "export"
            text: qsTr("To a file …")
            key: "F"
            onClicked: dialog.toFile()
        }
    }
}
