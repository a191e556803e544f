// The rota: by month, by week or by person, edited by mouse and keys. Nothing is written before somebody
// says so.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: view

    required property DutyCapability duty
    /// The district's name, for what is printed.
    property string hall: ""
    readonly property RotaDesk rota: duty.rota
    readonly property RotaBoard board: rota.board
    readonly property bool editable: duty.roster.plans
    /// "month", "week" or "people".
    property string mode: "month"
    readonly property alias table: monthTable
    readonly property alias weekView: weekView
    readonly property alias side: side
    readonly property alias shiftDialog: shiftDialog
    readonly property alias layoutDialog: layoutDialog
    readonly property alias bookDialog: bookDialog
    readonly property alias importDialog: importDialog
    readonly property RotaTable shownTable: mode === "people" ? peopleTable : monthTable
    signal said(string text, bool failed)
    signal copyWanted(string text)

    function pick(mode: string): void {
        view.mode = mode;
        view.board.span = mode === "week" ? "week" : "month";
        (mode === "week" ? weekView : view.shownTable).forceActiveFocus();
    }
    /// Goes to a shift, or to the post and moment of a gap.
    function show(shift: string, post: string, moment: real): void {
        if (moment > 0)
            view.board.goTo(moment);
        if (view.mode === "week") {
            weekView.current = shift;
            for (let row = 0; row < view.rota.week.rowCount(); ++row)
                if (view.rota.week.postAt(row) === post)
                    weekView.show(row);
            weekView.forceActiveFocus();
            return;
        }
        const cell = view.shownTable.grid.cellOf(shift, post);
        if (cell.row === undefined)
            return;
        view.shownTable.forceActiveFocus();
        view.shownTable.show(cell.row, cell.column >= 0 ? cell.column : view.board.columnAt(moment));
    }
    function write(): void {
        if (view.rota.draft.write())
            return;
        if (view.rota.draft.failureText.length > 0)
            view.failed(false);
        else
            view.said(view.rota.draft.writing ? qsTr("The last changes are on their way to the hub.") : qsTr("There is nothing to write."), false);
    }
    /// Whom could the cell be given to?
    function askFor(table: RotaTable, row: int, column: int): void {
        const shift = table.shiftAt(row, column);
        if (shift.length > 0)
            view.rota.choices.chooseFor(shift);
        else
            view.rota.choices.chooseForNew(table.valueAt(row, column, RotaGrid.PostRole), view.board.dateAt(column), table.grid.startOfLine(row), table.grid.minutesOfLine(row));
    }
    function failed(done: bool): void {
        if (done || view.rota.draft.failureText.length === 0)
            return;
        view.said(view.rota.draft.failureText, true);
        view.rota.draft.forgetFailure(); // what stays in the notice is what the hub has refused
    }

    Binding {
        target: view.board
        property: "shown"
        value: view.visible
    }
    Shortcut {
        sequences: [StandardKey.Save]
        enabled: view.visible && view.editable && !shiftDialog.visible && !layoutDialog.visible && !bookDialog.visible && !importDialog.visible
        onActivated: view.write()
    }
    Shortcut {
        sequences: [StandardKey.Undo]
        enabled: view.visible && view.rota.draft.canUndo
        onActivated: view.rota.draft.undo()
    }
    Shortcut {
        sequences: [StandardKey.Redo]
        enabled: view.visible && view.rota.draft.canRedo
        onActivated: view.rota.draft.redo()
    }
    Connections {
        target: view.board
        function onPeriodChanged(): void {
            Qt.callLater(view.shownTable.showToday);
        }
    }
    Component.onCompleted: Qt.callLater(monthTable.showToday)
    Connections {
        target: view.rota.draft
        function onWritten(count: int): void {
            view.said(qsTr("The rota is written: %n shift(s).", "", count), false);
        }
    }

    RotaExport {
        id: exporter
        exports: view.duty.records.exports
        hall: view.hall
        day: view.board.first
    }
    RotaTools {
        id: bar
        width: parent.width
        rota: view.rota
        roster: view.duty.roster
        exporting: view.duty.records.exports.busy
        mode: view.mode
        onModePicked: mode => view.pick(mode)
        onBookWanted: bookDialog.begin("posts", "")
        onExportWanted: from => exporter.popup(from, 0, from.height)
        onLayoutWanted: layoutDialog.begin()
        onImportWanted: importDialog.begin()
        onWriteWanted: view.write()
    }
    RotaNotice {
        id: notice
        anchors.top: bar.bottom
        width: parent.width
        rota: view.rota
        roster: view.duty.roster
        onHolidaysWanted: year => bookDialog.begin("holidays", year)
    }
    Item {
        id: body
        anchors.top: notice.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: side.left
        RotaTable {
            id: monthTable
            anchors.fill: parent
            visible: view.mode === "month"
            focus: visible
            grid: view.rota.posts
            board: view.board
            editable: view.editable
            onChooseWanted: (row, column, typed, at) => {
                view.askFor(monthTable, row, column);
                chooser.row = row;
                chooser.column = column;
                chooser.choose(typed, at);
            }
            onEditWanted: shift => shiftDialog.begin(shift)
            onRemoveWanted: (row, column) => view.failed(view.rota.posts.remove(row, column))
            onDragged: (row, column, toRow, toColumn) => view.failed(view.rota.posts.drag(row, column, toRow, toColumn))
        }
        RotaTable {
            id: peopleTable
            anchors.fill: parent
            visible: view.mode === "people"
            focus: visible
            grid: view.rota.persons
            board: view.board
            editable: view.editable
            onChooseWanted: (row, column) => shiftDialog.begin(peopleTable.shiftAt(row, column))
            onEditWanted: shift => shiftDialog.begin(shift)
            onRemoveWanted: (row, column) => view.failed(view.rota.persons.remove(row, column))
            onDragged: (row, column, toRow, toColumn) => view.failed(view.rota.persons.drag(row, column, toRow, toColumn))
        }
        RotaWeekView {
            id: weekView
            anchors.fill: parent
            visible: view.mode === "week"
            focus: visible
            week: view.rota.week
            board: view.board
            editable: view.editable
            onEditWanted: shift => shiftDialog.begin(shift)
            onRemoveWanted: shift => view.failed(view.board.remove(shift))
            onCreated: (post, from) => {
                const shift = view.board.createAt(post, from, 480);
                view.failed(shift.length > 0);
                if (shift.length > 0)
                    shiftDialog.begin(shift);
            }
        }
        EmptyState {
            anchors.centerIn: parent
            width: Theme.px(420)
            visible: view.rota.book.posts.length === 0
            iconName: "calendar"
            title: qsTr("No posts yet")
            text: view.editable ? qsTr("Set up the posts and people of duty first; then a month is laid out in seconds.") : qsTr("A planner sets up the posts and people of duty; then the rota shows here.")
            actionText: view.editable ? qsTr("Set up posts") : ""
            onAction: bookDialog.begin("posts", "")
        }
        PersonChooser {
            id: chooser
            property int row: -1
            property int column: -1
            parent: body
            people: view.rota.choices
            onChosen: person => view.failed(view.rota.posts.assign(chooser.row, chooser.column, person))
            onClosed: monthTable.forceActiveFocus()
        }
    }
    RotaSide {
        id: side
        anchors.top: notice.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: bar.sideShown ? Theme.px(264) : 0
        visible: bar.sideShown
        people: view.rota.people
        problems: view.rota.problems
        editable: view.editable && view.mode === "month"
        onProblemPicked: (shift, post, from) => view.show(shift, post, from)
        onCopyWanted: text => view.copyWanted(text)
        onDraggedAtChanged: if (side.draggedName.length > 0)
            monthTable.target = monthTable.cellAt(side.mapToItem(monthTable, side.draggedAt.x, side.draggedAt.y).x, side.mapToItem(monthTable, side.draggedAt.x, side.draggedAt.y).y)
        onDropped: person => {
            const to = monthTable.target;
            monthTable.target = Qt.point(-1, -1);
            if (to.y >= 0)
                view.failed(view.rota.posts.assign(to.y, to.x, person));
        }
    }
    Rectangle { // what is dragged
        visible: side.draggedName.length > 0
        x: side.x + side.draggedAt.x + Theme.s2
        y: side.y + side.draggedAt.y - height / 2
        width: dragged.implicitWidth + 2 * Theme.s2
        height: Theme.px(28)
        radius: Theme.radius
        color: Theme.accent
        Label {
            id: dragged
            anchors.centerIn: parent
            text: side.draggedName
            color: Theme.accentInk
            strong: true
        }
    }
    ShiftDialog {
        id: shiftDialog
        board: view.board
        people: view.rota.choices
    }
    LayoutDialog {
        id: layoutDialog
        layout: view.rota.layout
        book: view.rota.book
        plans: view.rota.plans
        people: view.rota.choices
    }
    RotaImportDialog {
        id: importDialog
        sheet: view.rota.sheet
    }
    BookDialog {
        id: bookDialog
        book: view.rota.book
        plans: view.rota.plans
        people: view.rota.choices
        commands: view.duty.commands
    }
}
