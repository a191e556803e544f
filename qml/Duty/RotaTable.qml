// The rota as a table: lines of posts or people, a column a day. Only the cells in sight are items.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: table

    required property RotaGrid grid
    required property RotaBoard board
    property bool editable: true
    property int currentRow: 0
    property int currentColumn: 0
    /// A person that is dragged here from elsewhere, or none.
    property point target: Qt.point(-1, -1) ///< column and row under what is dragged
    readonly property real columnWidth: Math.max(Theme.px(44), (width - headWidth) / Math.max(1, board.days.length))
    readonly property real lineHeight: Theme.px(grid.byPerson ? 38 : 28)
    readonly property real headWidth: Theme.px(width > Theme.px(1240) ? 208 : 176)
    readonly property real dayHeight: Theme.px(46)

    /// Somebody wants to give the cell to a person, having typed this.
    signal chooseWanted(int row, int column, string typed, rect at)
    signal editWanted(string shift)
    signal removeWanted(int row, int column)
    signal dragged(int row, int column, int toRow, int toColumn)
    signal backupWanted(int row, int column, rect at)

    function valueAt(row: int, column: int, role: int): var {
        return table.grid.data(table.grid.index(row, column), role);
    }
    function shiftAt(row: int, column: int): string {
        return table.valueAt(row, column, RotaGrid.ShiftRole) ?? "";
    }
    function show(row: int, column: int): void {
        table.currentRow = Math.max(0, Math.min(table.grid.rowCount() - 1, row));
        table.currentColumn = Math.max(0, Math.min(table.board.days.length - 1, column));
        view.positionViewAtCell(Qt.point(table.currentColumn, table.currentRow), TableView.Visible);
    }
    /// The column of today comes into sight, and is where the keys begin.
    function showToday(): void {
        const today = table.board.days.findIndex(day => day.today);
        table.show(table.currentRow, Math.max(0, today));
    }
    function placeOf(row: int, column: int): rect {
        const x = table.headWidth + column * table.columnWidth - view.contentX;
        const y = table.dayHeight + row * table.lineHeight - view.contentY;
        return Qt.rect(x, y, table.columnWidth, table.lineHeight);
    }
    /// Cell at a point of this item; (−1, −1) outside the cells.
    function cellAt(x: real, y: real): point {
        if (x < table.headWidth || y < table.dayHeight || x >= table.width || y >= table.height)
            return Qt.point(-1, -1);
        const column = Math.floor((x - table.headWidth + view.contentX) / table.columnWidth);
        const row = Math.floor((y - table.dayHeight + view.contentY) / table.lineHeight);
        return row < table.grid.rowCount() && column < table.board.days.length ? Qt.point(column, row) : Qt.point(-1, -1);
    }
    function choose(typed: string): void {
        if (table.editable)
            table.chooseWanted(table.currentRow, table.currentColumn, typed, table.placeOf(table.currentRow, table.currentColumn));
    }

    Keys.onPressed: event => {
        const plain = !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier));
        event.accepted = true;
        if (event.key === Qt.Key_Left && plain)
            table.show(table.currentRow, table.currentColumn - 1);
        else if (event.key === Qt.Key_Right && plain)
            table.show(table.currentRow, table.currentColumn + 1);
        else if (event.key === Qt.Key_Up && plain)
            table.show(table.currentRow - 1, table.currentColumn);
        else if (event.key === Qt.Key_Down && plain)
            table.show(table.currentRow + 1, table.currentColumn);
        else if (event.key === Qt.Key_Home)
            table.show(table.currentRow, 0);
        else if (event.key === Qt.Key_End)
            table.show(table.currentRow, table.board.days.length - 1);
        else if (event.key === Qt.Key_PageUp)
            table.board.go(-1);
        else if (event.key === Qt.Key_PageDown)
            table.board.go(1);
        else if ((event.key === Qt.Key_Left || event.key === Qt.Key_Right) && (event.modifiers & Qt.ControlModifier)) {
            const to = table.currentColumn + (event.key === Qt.Key_Left ? -1 : 1);
            table.dragged(table.currentRow, table.currentColumn, table.currentRow, to);
            table.show(table.currentRow, to);
        } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && plain)
            table.choose("");
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && (event.modifiers & Qt.ControlModifier))
            table.editWanted(table.shiftAt(table.currentRow, table.currentColumn));
        else if (event.key === Qt.Key_Delete || event.key === Qt.Key_Backspace)
            table.removeWanted(table.currentRow, table.currentColumn);
        else if (plain && event.text.length === 1 && /[0-9a-z\u3400-\u9fff]/i.test(event.text))
            table.choose(event.text);
        else
            event.accepted = false;
    }
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Rota")

    Rectangle {
        width: table.headWidth
        height: table.dayHeight
        color: Theme.surface
        Label {
            anchors.fill: parent
            anchors.leftMargin: Theme.s4
            text: table.grid.byPerson ? qsTr("Person") : qsTr("Post and turn")
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    RotaDays {
        x: table.headWidth
        width: table.width - table.headWidth
        height: table.dayHeight
        days: table.board.days
        columnWidth: table.columnWidth
        offset: view.contentX
    }
    TableView {
        id: view
        x: table.headWidth
        y: table.dayHeight
        width: table.width - table.headWidth
        height: table.height - table.dayHeight
        clip: true
        focus: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Rota")
        model: table.grid
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        pointerNavigationEnabled: false
        columnWidthProvider: () => table.columnWidth
        rowHeightProvider: () => table.lineHeight
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar {}
        delegate: RotaCell {
            required property int row
            required property int column
            byPerson: table.grid.byPerson
            current: table.activeFocus && row === table.currentRow && column === table.currentColumn
            target: row === table.target.y && column === table.target.x
        }
        onWidthChanged: Qt.callLater(view.forceLayout)

        MouseArea {
            id: mouse
            z: 10
            width: view.contentWidth
            height: view.contentHeight
            hoverEnabled: true
            preventStealing: true
            property point from: Qt.point(-1, -1)
            property point over: Qt.point(-1, -1)
            property bool moving: false
            function at(event: var): point {
                return table.cellAt(event.x - view.contentX + table.headWidth, event.y - view.contentY + table.dayHeight);
            }
            onPressed: event => {
                table.forceActiveFocus();
                mouse.from = mouse.at(event);
                mouse.moving = false;
                if (mouse.from.y >= 0)
                    table.show(mouse.from.y, mouse.from.x);
            }
            onPositionChanged: event => {
                mouse.over = mouse.at(event);
                if (!mouse.pressed || !table.editable || mouse.from.y < 0)
                    return;
                if (mouse.over !== mouse.from && table.shiftAt(mouse.from.y, mouse.from.x).length > 0)
                    mouse.moving = true;
                if (mouse.moving)
                    table.target = mouse.over;
            }
            onReleased: {
                if (mouse.moving && table.target.y >= 0)
                    table.dragged(mouse.from.y, mouse.from.x, table.target.y, table.target.x);
                mouse.moving = false;
                table.target = Qt.point(-1, -1);
            }
            onCanceled: {
                mouse.moving = false;
                table.target = Qt.point(-1, -1);
            }
            onExited: mouse.over = Qt.point(-1, -1)
            onDoubleClicked: {
                const shift = table.shiftAt(table.currentRow, table.currentColumn);
                if (shift.length > 0)
                    table.editWanted(shift);
                else
                    table.choose("");
            }
            cursorShape: mouse.moving ? Qt.ClosedHandCursor : Qt.ArrowCursor
        }
        Item { // follows the pointer from cell to cell, and says what is known of one
            id: spot
            /// Asked anew whenever the board is another one (its days are told anew).
            function said(role: int): string {
                return table.board.days.length > 0 && mouse.over.y >= 0 ? table.valueAt(mouse.over.y, mouse.over.x, role) ?? "" : "";
            }
            readonly property string problem: spot.said(RotaGrid.ProblemRole)
            readonly property string name: spot.said(RotaGrid.TextRole)
            readonly property string more: spot.said(RotaGrid.MoreRole)
            x: mouse.over.x * table.columnWidth
            y: mouse.over.y * table.lineHeight
            width: table.columnWidth
            height: table.lineHeight
            Hint {
                visible: mouse.containsMouse && !mouse.moving && text.length > 0
                text: {
                    const lines = [];
                    if (spot.name.length > 0)
                        lines.push(table.grid.byPerson ? spot.name + "  " + spot.more : spot.more.length > 0 ? Format.fill(qsTr("%1, backup: %2"), [spot.name, spot.more]) : spot.name);
                    if (spot.problem.length > 0)
                        lines.push(spot.problem);
                    return lines.join("\n");
                }
            }
        }
    }
    TableView { // the heads of the lines: the same model, of which one column is shown
        id: heads
        y: table.dayHeight
        width: table.headWidth
        height: view.height
        clip: true
        interactive: false
        activeFocusOnTab: false // the keys are those of the whole table
        model: table.grid
        syncView: view
        syncDirection: Qt.Vertical
        columnWidthProvider: column => column === 0 ? table.headWidth : 0
        delegate: Rectangle {
            id: line
            required property string name
            required property string unitName
            required property string turn
            required property int hours
            required property bool firstOfName
            required property bool firstOfTurn
            color: Theme.surface
            Rectangle {
                width: parent.width
                height: Theme.hair
                color: Theme.line
                opacity: line.firstOfName ? 1 : line.firstOfTurn ? 0.55 : 0
            }
            NameLabel {
                visible: line.firstOfName
                x: Theme.s4
                width: parent.width - x - turns.width - 2 * Theme.s2
                height: parent.height
                text: line.name
                strong: true
                font.pixelSize: Theme.small
            }
            Label {
                id: turns
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                height: parent.height
                visible: text.length > 0
                text: table.grid.byPerson ? (line.firstOfName ? Format.fill(qsTr("%1 h"), [line.hours]) : "") : line.firstOfTurn ? line.turn : ""
                quiet: true
                font.pixelSize: Theme.tiny
            }
            Rectangle {
                anchors.right: parent.right
                width: Theme.hair
                height: parent.height
                color: Theme.line
            }
        }
    }
}
