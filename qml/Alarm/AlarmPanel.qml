// The list behind the bell.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Popup {
    id: panel

    required property AlarmBell bell
    signal orderPicked(string order)

    width: Theme.px(420)
    height: Math.min(Theme.px(560), Math.max(Theme.px(220), head.height + list.contentHeight + foot.height + 2))
    padding: 0
    margins: Theme.s2
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.color: Theme.line
        border.width: Theme.hair
    }
    contentItem: FocusScope {
        focus: true
        Item {
            id: head
            width: parent.width
            height: Theme.headHeight
            Label {
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Alarms")
                strong: true
                font.pixelSize: Theme.body
            }
            Row {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s1
                Button {
                    visible: panel.bell.unacknowledged > 0
                    text: qsTr("Take note of all")
                    onClicked: panel.bell.acknowledgeAll()
                }
                IconButton {
                    checkable: true
                    checked: panel.bell.muted
                    icon.name: panel.bell.muted ? "bell-off" : "bell"
                    text: panel.bell.muted ? qsTr("Sound is off") : qsTr("Sound is on")
                    onClicked: panel.bell.muted = !panel.bell.muted
                }
            }
            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
        ListView {
            id: list
            anchors.top: head.bottom
            anchors.bottom: foot.top
            width: parent.width
            clip: true
            focus: true
            model: panel.bell
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Alarms")
            T.ScrollBar.vertical: ScrollBar {}
            Keys.onReturnPressed: if (currentItem)
                (currentItem as AlarmRow).clicked()
            delegate: AlarmRow {
                width: list.width
                current: list.activeFocus && list.currentIndex === index
                onAcknowledge: panel.bell.acknowledge(alarmId)
                onClicked: {
                    panel.bell.acknowledge(alarmId);
                    if (order.length > 0) {
                        panel.close();
                        panel.orderPicked(order);
                    }
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0
                iconName: "bell"
                title: qsTr("All quiet")
                text: qsTr("New orders, missed deadlines and a lost link ring here.")
            }
        }
        Item {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? Theme.px(36) : 0
            visible: !panel.bell.soundAvailable || panel.bell.muted
            Rule {
                width: parent.width
            }
            Label {
                anchors.fill: parent
                anchors.leftMargin: Theme.s3
                anchors.rightMargin: Theme.s3
                text: !panel.bell.soundAvailable ? panel.bell.soundNote : qsTr("Sound is off: alarms are only shown.")
                quiet: true
                font.pixelSize: Theme.tiny
            }
        }
    }
}
