// The list behind the bell.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Popup {
    id: panel

    required property AlarmBell bell
    /// What an alarm is about is to be opened.
    signal picked(string kind, string id)
    signal copyWanted(string text)

    function copyRows(): void {
        const rows = [];
        for (let row = 0; row < sieve.count; ++row) {
            const a = sieve.valuesAt(row);
            rows.push([Qt.formatDateTime(new Date(a.at), "yyyy-MM-dd HH:mm:ss"), a.title, a.text]);
        }
        panel.copyWanted(sieve.tabText(rows));
    }
    onClosed: filter.clear()
    onOpened: {
        list.currentIndex = list.count > 0 ? 0 : -1;
        list.positionViewAtBeginning();
    }

    Sieve {
        id: sieve
        list: panel.bell
        text: filter.text
        textRoles: ["title", "text"]
    }
    width: Theme.px(420)
    height: Math.min(Theme.px(560), Math.max(Theme.px(220), head.height + (filter.visible ? filter.height + 2 * Theme.s2 : 0) + list.contentHeight + foot.height + 2))
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
                    visible: panel.bell.count > 0
                    icon.name: "copy"
                    text: qsTr("Copy the list")
                    onClicked: panel.copyRows()
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
        SearchField {
            id: filter
            visible: panel.bell.count > 0
            anchors.top: head.bottom
            anchors.topMargin: Theme.s2
            x: Theme.s2
            width: parent.width - 2 * Theme.s2
            placeholderText: qsTr("Kind, unit, order")
            Keys.onDownPressed: list.forceActiveFocus()
        }
        ListView {
            id: list
            anchors.top: filter.visible ? filter.bottom : head.bottom
            anchors.topMargin: filter.visible ? Theme.s2 : 0
            anchors.bottom: foot.top
            width: parent.width
            clip: true
            focus: true
            model: sieve
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Alarms")
            T.ScrollBar.vertical: ScrollBar {}
            Keys.onReturnPressed: openCurrent()
            Keys.onEnterPressed: openCurrent()
            function openCurrent(): void {
                if (currentItem)
                    (currentItem as AlarmRow).clicked();
            }
            Keys.onSpacePressed: if (currentItem)
                (currentItem as AlarmRow).acknowledge()
            Keys.onPressed: event => {
                event.accepted = event.matches(StandardKey.Copy);
                if (event.accepted)
                    panel.copyRows();
            }
            delegate: AlarmRow {
                width: list.width
                current: list.activeFocus && list.currentIndex === index
                onAcknowledge: panel.bell.acknowledge(alarmId)
                onClicked: {
                    panel.bell.acknowledge(alarmId);
                    if (subject.length > 0) {
                        panel.close();
                        panel.picked(subjectKind, subject);
                    }
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0
                iconName: "bell"
                title: filter.text.length > 0 ? qsTr("Nothing matches what is typed") : qsTr("No alarms")
                text: filter.text.length > 0 ? "" : qsTr("New orders, missed deadlines and a lost link ring here.")
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
