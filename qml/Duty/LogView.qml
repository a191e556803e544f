// The log of the shifts: search, and what was written, the newest first.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: view

    required property DutyCapability duty
    required property Seat seat
    required property LogDialog writer
    readonly property LogModel log: duty.records.log
    readonly property bool filtered: log.text.length > 0 || log.kind.length > 0 || log.order.length > 0 || log.day.length > 0

    function forgetFilters(): void {
        search.clear();
        view.log.kind = "";
        view.log.order = "";
        view.log.day = "";
    }
    Component.onCompleted: log.look()

    Rectangle {
        id: bar
        width: parent.width
        height: Theme.px(56)
        color: Theme.ground
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s3
            SearchField {
                id: search
                width: Theme.px(240)
                focus: true
                placeholderText: qsTr("Words, names, numbers")
                text: view.log.text
                onTextChanged: view.log.text = text
            }
            ComboBox {
                id: kinds
                width: Theme.px(140)
                textRole: "text"
                valueRole: "key"
                model: [{
                        "key": "",
                        "text": qsTr("All kinds")
                    }, ...view.log.kinds]
                currentIndex: Math.max(0, model.findIndex(kind => kind.key === view.log.kind))
                onActivated: view.log.kind = currentValue
                Accessible.name: qsTr("Kind")
            }
            Segments {
                anchors.verticalCenter: parent.verticalCenter
                entries: [
                    {
                        "key": "",
                        "text": qsTr("All days")
                    },
                    {
                        "key": view.duty.roster.dayText(0),
                        "text": qsTr("Today")
                    },
                    {
                        "key": view.duty.roster.dayText(-1),
                        "text": qsTr("Yesterday")
                    }
                ]
                current: view.log.day
                onPicked: key => view.log.day = key
            }
            TextField {
                id: day
                width: Theme.px(120)
                placeholderText: qsTr("YYYY-MM-DD")
                text: view.log.day
                inputMask: ""
                maximumLength: 10
                wrong: text.length > 0 && !/^\d{4}-\d{2}-\d{2}$/.test(text)
                onEditingFinished: if (!wrong)
                    view.log.day = text
                Accessible.name: qsTr("Day")
            }
            Chip {
                anchors.verticalCenter: parent.verticalCenter
                readonly property string chosen: view.seat.chosen("order")
                visible: chosen.length > 0 || view.log.order.length > 0
                text: qsTr("The chosen order")
                icon.name: "orders"
                checkable: false
                checked: view.log.order.length > 0
                onClicked: view.log.order = checked ? "" : chosen
            }
            Spinner {
                visible: view.log.loading
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Button {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            primary: true
            enabled: view.log.mayWrite
            icon.name: "edit"
            key: "F9"
            text: qsTr("Write")
            hint: view.log.mayWrite ? "" : qsTr("Only those who are on duty write into the log: check in first.")
            onClicked: view.writer.begin("")
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    Rectangle {
        id: notice
        anchors.top: bar.bottom
        width: parent.width
        height: visible ? Theme.px(32) : 0
        visible: view.log.failed
        color: Theme.lateSoft
        Label {
            anchors.centerIn: parent
            text: qsTr("The hub could not be asked: only what this seat knows is shown.")
            color: Theme.late
        }
    }
    ListView {
        id: list
        anchors.top: notice.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        activeFocusOnTab: true
        model: view.log
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Log")
        T.ScrollBar.vertical: ScrollBar {}
        onAtYEndChanged: if (atYEnd && view.log.more)
            view.log.fetchNext()
        section.property: "dayText"
        section.labelPositioning: ViewSection.InlineLabels | ViewSection.CurrentLabelAtStart
        section.delegate: Rectangle {
            id: heading
            required property string section
            width: list.width
            height: Theme.px(30)
            color: Theme.raised
            Label {
                x: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                text: heading.section
                strong: true
                font.pixelSize: Theme.tiny
            }
        }
        delegate: LogRow {
            width: list.width
            mayWrite: view.log.mayWrite
            onOrderWanted: order => view.seat.open("order", order)
            onDialled: number => view.seat.copyWanted(number)
            onCorrectWanted: view.writer.correct(rowKey)
            onSettleWanted: if (!view.log.settle(rowKey))
                view.seat.say(view.duty.commands.failureText, true)
        }
        EmptyState {
            visible: list.count === 0 && !view.log.loading
            anchors.centerIn: parent
            width: Theme.px(400)
            iconName: "list"
            title: view.filtered ? qsTr("Nothing matches") : qsTr("Nothing is written yet")
            text: view.filtered ? "" : qsTr("Calls, events, instructions and what else happens on duty. F9 writes from every screen.")
            actionText: view.filtered ? qsTr("Show all") : ""
            onAction: view.forgetFilters()
        }
    }
}
