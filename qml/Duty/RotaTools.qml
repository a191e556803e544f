// What can be done with the rota as a whole: which part of it is looked at, and laying out, undoing,
// writing.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: tools

    required property RotaDesk rota
    required property DutyRoster roster
    required property string mode
    readonly property bool editable: roster.plans
    readonly property RotaBoard board: rota.board
    readonly property RotaDraft draft: rota.draft
    property bool sideShown: width > Theme.px(1500)
    readonly property bool narrow: width < Theme.px(1420)
    signal modePicked(string mode)
    signal bookWanted
    signal layoutWanted
    signal importWanted
    /// A file is being written.
    property bool exporting: false
    signal exportWanted(Item from)
    signal writeWanted

    height: Theme.px(52)
    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s3
        Segments {
            anchors.verticalCenter: parent.verticalCenter
            entries: [
                {
                    "key": "month",
                    "text": qsTr("Month")
                },
                {
                    "key": "week",
                    "text": qsTr("Week")
                },
                {
                    "key": "people",
                    "text": qsTr("By person")
                }
            ]
            current: tools.mode
            onPicked: key => tools.modePicked(key)
        }
        Row {
            anchors.verticalCenter: parent.verticalCenter
            IconButton {
                icon.name: "chevron-left"
                text: tools.mode === "week" ? qsTr("The week before") : qsTr("The month before")
                key: qsTr("PgUp")
                onClicked: tools.board.go(-1)
            }
            Label {
                width: Theme.px(tools.mode === "week" ? 190 : 84)
                height: Theme.controlHeight
                horizontalAlignment: Text.AlignHCenter
                text: tools.board.title
                strong: true
                font.pixelSize: Theme.body
            }
            IconButton {
                icon.name: "chevron-right"
                text: tools.mode === "week" ? qsTr("The next week") : qsTr("The next month")
                key: qsTr("PgDn")
                onClicked: tools.board.go(1)
            }
        }
        Button {
            anchors.verticalCenter: parent.verticalCenter
            flat: true
            text: qsTr("Today")
            onClicked: tools.board.go(0)
        }
        ComboBox {
            anchors.verticalCenter: parent.verticalCenter
            visible: tools.board.units.length > 2
            width: Theme.px(tools.narrow ? 120 : 150)
            model: tools.board.units
            textRole: "name"
            currentIndex: Math.max(0, tools.board.units.findIndex(unit => unit.unit === tools.board.unit))
            onActivated: index => tools.board.unit = tools.board.units[index].unit
        }
        Spinner {
            anchors.verticalCenter: parent.verticalCenter
            visible: tools.roster.fetching
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        IconButton {
            visible: tools.editable
            enabled: tools.draft.canUndo
            icon.name: "undo"
            text: qsTr("Undo")
            key: "Ctrl+Z"
            onClicked: tools.draft.undo()
        }
        Button {
            visible: tools.editable && !tools.narrow
            icon.name: "users"
            text: qsTr("Posts, people, holidays")
            onClicked: tools.bookWanted()
        }
        IconButton {
            visible: tools.editable && tools.narrow
            icon.name: "users"
            text: qsTr("Posts, people, holidays")
            onClicked: tools.bookWanted()
        }
        IconButton {
            visible: tools.editable
            enabled: tools.rota.book.posts.length > 0
            icon.name: "return"
            text: qsTr("Import a rota…")
            onClicked: tools.importWanted()
        }
        IconButton {
            id: exporter
            enabled: !tools.roster.fetching && !tools.roster.incomplete && !tools.exporting
            icon.name: tools.exporting ? "" : "export"
            text: qsTr("Export the month…")
            onClicked: tools.exportWanted(exporter)
            Spinner {
                anchors.centerIn: parent
                visible: tools.exporting
            }
        }
        Button {
            visible: tools.editable
            enabled: tools.rota.book.posts.length > 0
            icon.name: "template"
            text: qsTr("Lay out…")
            onClicked: tools.layoutWanted()
        }
        Button {
            visible: tools.editable && tools.draft.count > 0
            flat: true
            text: qsTr("Discard")
            onClicked: tools.draft.discard()
        }
        Button {
            visible: tools.editable
            primary: true
            enabled: tools.draft.count > 0 && !tools.draft.writing
            text: tools.draft.count > 0 ? qsTr("Write %n change(s)", "", tools.draft.count) : qsTr("Write")
            key: "Ctrl+S"
            onClicked: tools.writeWanted()
        }
        IconButton {
            checkable: true
            checked: tools.sideShown
            icon.name: "list"
            text: tools.board.problemCount > 0 ? qsTr("%n problem(s)", "", tools.board.problemCount) : qsTr("People and problems")
            tint: tools.board.problemCount > 0 ? Theme.late : Theme.quiet
            onToggled: tools.sideShown = checked
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
