// Exchange of shifts and leave: what waits for me, what is open, what was decided.
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
    required property WordsDialog words
    required property AskDialog asker
    readonly property RequestListModel requests: duty.records.requests

    function act(id: string, act: var): void {
        if (act.needsText)
            view.words.ask({
                "title": act.name,
                "label": qsTr("Why"),
                "note": qsTr("The one who asked reads it."),
                "accept": act.name,
                "required": true,
                "run": text => view.requests.act(id, act.act, text)
            });
        else if (!view.requests.act(id, act.act, ""))
            view.seat.say(view.duty.commands.failureText, true);
    }

    Rectangle {
        id: bar
        width: parent.width
        height: Theme.px(56)
        color: Theme.ground
        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            text: view.requests.waiting > 0 ? qsTr("%n wait(s) for you", "", view.requests.waiting) : view.requests.openCount > 0 ? qsTr("%n open", "", view.requests.openCount) : qsTr("Nothing is open")
            strong: view.requests.waiting > 0
            color: view.requests.waiting > 0 ? Theme.accent : Theme.text
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            visible: view.requests.mayAsk
            Button {
                icon.name: "swap"
                text: qsTr("Ask for an exchange")
                onClicked: view.asker.begin("exchange")
            }
            Button {
                icon.name: "logout"
                text: qsTr("Ask for leave")
                onClicked: view.asker.begin("leave")
            }
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    ListView {
        id: list
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        activeFocusOnTab: true
        model: view.requests
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Requests")
        T.ScrollBar.vertical: ScrollBar {}
        delegate: RequestRow {
            width: list.width
            onActWanted: act => view.act(rowKey, act)
        }
        EmptyState {
            visible: list.count === 0
            anchors.centerIn: parent
            width: Theme.px(400)
            iconName: "swap"
            title: qsTr("No requests")
            text: view.requests.mayAsk ? qsTr("Give a shift to somebody else, in exchange or not, or ask for leave.") : qsTr("Requests of those on the roster appear here.")
        }
    }
}
