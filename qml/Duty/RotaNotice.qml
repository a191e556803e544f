// What stands in the way of the rota: conflicts with another planner, a refusal, a month that is not
// there.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: notice

    required property RotaDesk rota
    required property DutyRoster roster
    /// A year that is looked at and whose holidays nobody has entered; empty when all are known.
    readonly property string unknownYear: {
        const years = [rota.board.first.slice(0, 4), rota.board.last.slice(0, 4)];
        return years.find(year => !rota.plans.years.some(known => known.year === year)) ?? "";
    }
    readonly property bool asksForYear: unknownYear.length > 0 && text === unknownText
    readonly property string unknownText: Format.fill(qsTr("The holidays of %1 have not been entered: only its weekends count as days off."), [unknownYear])
    signal holidaysWanted(string year)
    readonly property bool clash: rota.draft.conflicts > 0
    readonly property string text: {
        if (clash)
            return qsTr("Another planner has changed %n of these shifts meanwhile. Nothing of theirs is undone before you decide.", "", rota.draft.conflicts);
        if (rota.draft.failureText.length > 0)
            return rota.draft.failureText;
        if (roster.incomplete)
            return qsTr("The hub cannot be reached: of this time only what this seat knows is shown.");
        if (rota.draft.writing)
            return qsTr("The changes are on their way to the hub.");
        return unknownYear.length > 0 ? unknownText : "";
    }
    readonly property bool grave: clash || rota.draft.failureText.length > 0 || roster.incomplete

    visible: text.length > 0
    height: visible ? Theme.px(40) : 0
    color: grave ? Theme.lateSoft : Theme.raised
    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s3
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: notice.grave ? "warning" : notice.asksForYear ? "calendar" : "send"
            color: notice.grave ? Theme.late : Theme.quiet
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, notice.width - Theme.px(notice.clash ? 360 : notice.asksForYear ? 240 : 80))
            text: notice.text
            color: notice.grave ? Theme.late : Theme.text
            Accessible.role: Accessible.AlertMessage
        }
        Button {
            visible: notice.asksForYear && notice.roster.plans
            text: qsTr("Enter them")
            onClicked: notice.holidaysWanted(notice.unknownYear)
        }
        Button {
            visible: notice.clash
            text: qsTr("Theirs count")
            onClicked: notice.rota.draft.decide(false)
        }
        Button {
            visible: notice.clash
            text: qsTr("Mine count")
            onClicked: notice.rota.draft.decide(true)
        }
    }
}
