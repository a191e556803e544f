// The list behind the bell: what is open, and who has taken what. It stands beside the place where what
// an alarm is about is shown, and stays while one goes through them.
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
    signal snoozeWanted(list<string> ids, string title)
    signal copyWanted(string text)

    /// The ids of open ones among those that the filter shows.
    function openIds(): list<string> {
        const ids = [];
        for (let row = 0; row < filtered.count; ++row) {
            const alarm = filtered.valuesAt(row);
            if (alarm.state === "open")
                ids.push(alarm.alarmId);
        }
        return ids;
    }
    /// Takes the current one and goes on to the next that is open, below it or else from the top.
    function takeAndGoOn(): void {
        const row = list.currentItem as AlarmRow;
        if (!row)
            return;
        hold.touch();
        if (!row.acknowledged)
            row.take();
        for (let step = 1; step < filtered.count; ++step) {
            const next = (list.currentIndex + step) % filtered.count;
            if (filtered.valuesAt(next).state === "open") {
                list.currentIndex = next;
                return;
            }
        }
    }

    function copyRows(): void {
        const rows = [];
        for (let row = 0; row < filtered.count; ++row) {
            const a = filtered.valuesAt(row);
            rows.push([Format.full(a.at), a.title, a.text, a.note]);
        }
        panel.copyWanted(filtered.tabText(rows));
    }
    onClosed: filter.clear()
    onOpened: {
        hold.release();
        list.currentIndex = list.count > 0 ? 0 : -1;
        list.positionViewAtBeginning();
    }

    FilteredList {
        id: filtered
        list: panel.bell
        text: filter.text
        textRoles: ["title", "text", "note"]
        held: hold.held
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
        Hold {
            id: hold
        }
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
                    text: filter.text.length > 0 ? qsTr("Take note of these") : qsTr("Take note of all")
                    onClicked: panel.bell.take(panel.openIds())
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
            placeholderText: qsTr("Kind, unit, order, who has it")
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
            model: filtered
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
            Keys.onSpacePressed: panel.takeAndGoOn()
            Keys.onPressed: event => {
                const row = currentItem as AlarmRow;
                hold.touch();
                event.accepted = true;
                if (event.matches(StandardKey.Copy))
                    panel.copyRows();
                else if (event.key === Qt.Key_S && row?.maySnooze)
                    row.snooze();
                else if (event.key === Qt.Key_B && row?.mayGiveBack)
                    row.giveBack();
                else
                    event.accepted = false;
            }
            delegate: AlarmRow {
                width: list.width
                current: list.activeFocus && list.currentIndex === index
                onTake: panel.bell.take([alarmId])
                onSnooze: panel.snoozeWanted([alarmId], title)
                onGiveBack: panel.bell.giveBack([alarmId])
                onClicked: {
                    list.currentIndex = index;
                    panel.bell.take([alarmId]);
                    if (subject.length > 0)
                        panel.picked(subjectKind, subject);
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
        LetIn {
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.s2
            anchors.horizontalCenter: parent.horizontalCenter
            waiting: filtered.waiting
            onClicked: hold.release()
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
