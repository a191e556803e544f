// One day of one place on the rota: who has it, and what is wrong with that.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: cell

    required property string shift
    required property string text
    required property string more
    required property string state
    required property string problem
    required property bool changed
    required property bool conflict
    required property bool gap
    required property bool off
    required property bool today
    required property bool own
    required property bool night
    required property bool firstOfName
    required property bool firstOfTurn
    property bool byPerson: false
    property bool current: false
    property bool target: false

    readonly property bool there: shift.length > 0
    readonly property bool wrong: problem.length > 0
    readonly property bool missing: state === "late" || state === "missed"

    Accessible.role: Accessible.Cell
    Accessible.name: there ? (problem.length > 0 ? text + ": " + problem : text) : gap ? qsTr("gap") : ""

    Rectangle {
        anchors.fill: parent
        color: cell.off ? Qt.alpha(Theme.raised, Theme.dark ? 0.55 : 0.7) : "transparent"
    }
    Rectangle {
        visible: cell.today
        anchors.fill: parent
        color: Qt.alpha(Theme.accent, 0.07)
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
        opacity: cell.firstOfName ? 1 : cell.firstOfTurn ? 0.55 : 0.2
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.hair
        height: parent.height
        color: Theme.line
        opacity: 0.4
    }
    Rectangle {
        id: chip
        anchors.fill: parent
        anchors.margins: Theme.px(2)
        visible: cell.there || cell.gap
        radius: Theme.px(3)
        color: {
            if (!cell.there || cell.text.length === 0)
                return "transparent";
            if (cell.conflict)
                return Theme.lateSoft;
            if (cell.state === "on_duty")
                return Theme.doneSoft;
            if (cell.own)
                return Theme.accentSoft;
            return cell.night ? (Theme.dark ? "#0A1019" : "#DCE3EC") : Theme.dark ? Theme.raised : Theme.surface;
        }
        border.width: cell.wrong || cell.gap || cell.conflict || cell.changed || !Theme.dark ? Theme.hair : 0
        border.color: cell.wrong || cell.conflict ? Theme.late : cell.gap ? Qt.alpha(Theme.late, 0.5) : cell.changed ? Theme.accent : Theme.line
        Label {
            id: who
            anchors.fill: parent
            anchors.bottomMargin: when.visible ? parent.height / 2 - Theme.hair : 0
            anchors.leftMargin: Theme.px(2)
            anchors.rightMargin: Theme.px(2)
            horizontalAlignment: cell.byPerson && cell.text.length > 3 ? Text.AlignLeft : Text.AlignHCenter
            // Its first characters tell a post from the others better than one of them and dots.
            elide: cell.byPerson ? Text.ElideNone : Text.ElideRight
            clip: cell.byPerson
            font.pixelSize: Theme.tiny
            text: cell.there ? (cell.text.length > 0 ? cell.text : qsTr("open")) : qsTr("gap")
            color: cell.missing || cell.gap || cell.text.length === 0 ? Theme.late : cell.state === "closed" ? Theme.quiet : Theme.text
            font.weight: cell.changed ? Font.Bold : Font.Normal
            Accessible.ignored: true
        }
        Label {
            id: when
            visible: cell.byPerson && cell.there
            anchors.bottom: parent.bottom
            width: parent.width
            height: parent.height / 2
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.px(11)
            text: cell.more
            quiet: true
            Accessible.ignored: true
        }
        Rectangle { // at a glance, without its colour: a mark at the corner
            visible: cell.wrong || cell.missing
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: -Theme.px(1)
            width: Theme.px(10)
            height: width
            radius: width / 2
            color: Theme.late
            Label {
                anchors.centerIn: parent
                text: "!"
                strong: true
                font.pixelSize: Theme.px(9)
                color: Theme.lateInk
                Accessible.ignored: true
            }
        }
    }
    Rectangle {
        visible: cell.current || cell.target
        anchors.fill: parent
        color: cell.target ? Qt.alpha(Theme.accent, 0.18) : "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
        radius: Theme.px(3)
    }
}
