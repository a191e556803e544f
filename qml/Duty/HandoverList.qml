// The handover sheets: open ones first, then the signed ones.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Item {
    id: panel

    required property HandoverListModel sheets
    property string current: ""
    signal picked(string id)

    function firstId(): string {
        return filtered.valuesAt(0).handoverId ?? "";
    }
    FilteredList {
        id: filtered
        list: panel.sheets
    }
    ListView {
        id: list
        anchors.fill: parent
        clip: true
        model: panel.sheets
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        currentIndex: -1
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Handover sheets")
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onReturnPressed: if (currentItem)
            panel.picked((currentItem as RowBase).rowKey)
        delegate: RowBase {
            id: row
            required property var model
            required property int index
            readonly property bool open: model.closedAt === 0
            rowKey: model.handoverId
            width: list.width
            implicitHeight: Theme.px(76)
            current: panel.current === rowKey
            text: model.postName + " " + model.stateName
            onClicked: {
                list.currentIndex = row.index;
                panel.picked(row.rowKey);
            }
            Column {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: Theme.s3
                anchors.rightMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(3)
                Item {
                    width: parent.width
                    height: title.implicitHeight
                    NameLabel {
                        id: title
                        width: parent.width - due.width - Theme.s2
                        text: row.model.postName
                        strong: true
                        font.pixelSize: Theme.body
                    }
                    CountDown {
                        id: due
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        due: row.open ? row.model.due : 0
                    }
                }
                NameLabel {
                    width: parent.width
                    text: row.model.outgoingName + " → " + (row.model.incomingName.length > 0 ? row.model.incomingName : qsTr("nobody yet")) + (row.model.spanText.length > 0 ? "  ·  " + row.model.spanText.slice(5, 16) : "")
                    quiet: true
                }
                Row {
                    spacing: Theme.s2
                    Tag {
                        text: row.model.stateName
                        tone: !row.open ? Theme.done : row.model.late ? Theme.late : Theme.quiet
                        iconName: !row.open ? "check" : ""
                    }
                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: row.open && row.model.items > 0
                        text: row.model.state === "drafted" ? qsTr("%n item(s)", "", row.model.items) : qsTr("%1 of %2 acknowledged").arg(row.model.acknowledged).arg(row.model.items)
                        quiet: true
                        font.pixelSize: Theme.tiny
                    }
                }
            }
            Rectangle {
                visible: row.model.waits
                width: Theme.px(3)
                height: parent.height
                color: Theme.accent
            }
        }
        footer: Item {
            width: list.width
            height: Theme.px(56)
            Row {
                anchors.centerIn: parent
                spacing: Theme.s2
                Button {
                    flat: true
                    icon.name: "clock"
                    text: qsTr("Show a month more")
                    enabled: !panel.sheets.loading
                    onClicked: panel.sheets.showEarlier()
                }
                Spinner {
                    visible: panel.sheets.loading
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Label {
                visible: panel.sheets.failed
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                text: qsTr("The hub could not be asked.")
                color: Theme.late
                font.pixelSize: Theme.tiny
            }
        }
    }
}
