// A list with columns: sorted by its header, several rows selectable, copied as tab-separated text.
// The model is a list model; `columns` name its roles. Sorting is the model's: the table only asks.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

FocusScope {
    id: table

    property var model: filtered
    property list<TableColumn> columns
    property string keyRole: "id"
    /// What it is a table of, for those who do not see it.
    property string name: ""
    property string sortRole: filtered ? filtered.sortedBy : ""
    property bool descending: filtered ? filtered.descending : false
    property bool checkable: false
    property int rowHeight: Theme.px(36)
    property string currentKey: ""
    property var chosen: ({})
    /// Whether a key is (still) a row; ticks of rows that have gone are dropped.
    property var known: null
    readonly property int chosenCount: Object.keys(chosen).length
    property alias count: list.count
    property alias empty: emptySlot.data
    property alias list: list

    /// The model as a filtered list, for tables that leave filtering, sorting and copying to it. Without one
    /// the owner answers the signals.
    property FilteredList filtered: null

    signal sortRequested(string role, bool descending)
    signal rowClicked(string key, int index)
    signal rowActivated(string key, int index)
    /// A right click on a row, or the menu key: what can be done with it, at a point of an item.
    signal menuRequested(string key, int index, Item from, point at)
    /// Ctrl+C: the chosen rows, or all.
    signal copyRequested

    /// Somebody's hand is on the rows: their owner lets none of them move.
    readonly property alias held: hold.held
    /// How many rows wait meanwhile.
    property int waiting: filtered ? filtered.waiting : 0
    readonly property list<TableColumn> shownColumns: {
        let room = table.width - table.edge - Theme.s3;
        for (const c of table.columns)
            room -= c.rank === 0 ? table.leastOf(c) : 0;
        const byRank = table.columns.filter(c => c.rank > 0).sort((a, b) => a.rank - b.rank);
        const last = byRank.find(c => (room -= table.leastOf(c)) < 0)?.rank ?? Infinity;
        return table.columns.filter(c => c.rank < last);
    }
    readonly property real edge: checkable ? Theme.px(40) : Theme.s3
    readonly property real fixedWidth: {
        let sum = 0;
        for (const c of shownColumns)
            sum += c.width > 0 ? Theme.px(c.width) : 0;
        return sum;
    }
    /// What each column without a width of its own may take: those whose minimum is more than a fair
    /// share get that, the others share the rest.
    readonly property real fairShare: {
        let room = table.width - table.edge - Theme.s3 - table.fixedWidth;
        let minimums = shownColumns.filter(c => c.width === 0).map(c => Theme.px(c.minimum)).sort((a, b) => b - a);
        while (minimums.length > 1 && minimums[0] > room / minimums.length)
            room -= minimums.shift();
        return room / Math.max(1, minimums.length);
    }

    function leastOf(column: TableColumn): real {
        return Theme.px(column.width > 0 ? column.width : column.minimum);
    }
    function widthOf(column: TableColumn): real {
        return column.width > 0 ? Theme.px(column.width) : Math.max(Theme.px(column.minimum), table.fairShare);
    }
    function choose(key: string, on: bool): void {
        const next = Object.assign({}, table.chosen);
        if (on)
            next[key] = true;
        else
            delete next[key];
        table.chosen = next;
    }
    function prune(): void {
        const known = table.known;
        const kept = {};
        let all = true;
        for (const key of Object.keys(table.chosen))
            if (!known || known(key))
                kept[key] = true;
            else
                all = false;
        if (!all)
            table.chosen = kept;
    }
    onCountChanged: if (known !== null)
        Qt.callLater(prune)
    Connections {
        target: table.model as QtObject
        ignoreUnknownSignals: true
        enabled: table.known !== null
        function onModelReset(): void {
            Qt.callLater(table.prune);
        }
        function onRowsRemoved(): void {
            Qt.callLater(table.prune);
        }
    }
    function chooseNone(): void {
        table.chosen = ({});
    }
    function sayCell(column: TableColumn, value: var, row: var): string {
        const say = column.say;
        if (say)
            return say(value, row);
        return value === undefined || value === null ? "" : String(value);
    }

    /// A row as it is read aloud: what its columns say, from the left.
    function sayRow(row: var): string {
        const texts = table.shownColumns.filter(c => c.role.length > 0).map(c => String(c.plain ? c.plain(row[c.role], row) : table.sayCell(c, row[c.role], row)));
        return texts.filter(text => text.length > 0).join(", ");
    }
    /// Up, down, and the list's own order again.
    function turnSort(role: string): void {
        if (table.filtered.sortedBy !== role) {
            table.filtered.descending = false;
            table.filtered.sortedBy = role;
        } else if (!table.filtered.descending) {
            table.filtered.descending = true;
        } else {
            table.filtered.sortedBy = "";
            table.filtered.descending = false;
        }
    }
    /// The headings, then the ticked rows or, without ticks, all that are shown, as they read.
    function texts(): list<var> {
        const columns = table.columns.filter(c => c.role.length > 0);
        const out = [columns.map(c => c.title)];
        for (let row = 0; row < table.filtered.count; ++row) {
            const values = table.filtered.valuesAt(row);
            if (table.chosenCount > 0 && table.chosen[values[table.keyRole]] !== true)
                continue;
            out.push(columns.map(c => c.plain ? c.plain(values[c.role], values) : table.sayCell(c, values[c.role], values)));
        }
        return out;
    }

    Accessible.role: Accessible.Table
    Accessible.name: name

    Hold {
        id: hold
    }
    Binding {
        target: table.filtered
        property: "held"
        value: hold.held
        when: table.filtered !== null
    }

    Rectangle {
        id: head
        width: parent.width
        height: Theme.lineHeight
        color: Theme.raised
        clip: true
        Row {
            x: table.edge
            height: parent.height
            Repeater {
                model: table.shownColumns
                T.Button {
                    id: heading
                    required property TableColumn modelData
                    readonly property bool sorted: table.sortRole === modelData.role && modelData.role.length > 0
                    width: table.widthOf(modelData)
                    height: head.height
                    enabled: modelData.sortable && modelData.role.length > 0
                    focusPolicy: Qt.TabFocus
                    hoverEnabled: true
                    text: modelData.title
                    Accessible.role: Accessible.ColumnHeader
                    Accessible.name: !sorted ? modelData.title : table.descending ? qsTr("%1, sorted downwards").arg(modelData.title) : qsTr("%1, sorted upwards").arg(modelData.title)
                    Accessible.onPressAction: heading.click()
                    onClicked: table.filtered ? table.turnSort(modelData.role) : table.sortRequested(modelData.role, heading.sorted ? !table.descending : false)
                    contentItem: Row {
                        layoutDirection: heading.modelData.right ? Qt.RightToLeft : Qt.LeftToRight
                        rightPadding: heading.modelData.right ? Theme.s3 : 0
                        spacing: Theme.s1
                        Label {
                            height: parent.height
                            width: Math.min(implicitWidth, heading.width - Theme.s5)
                            text: heading.text
                            quiet: !heading.sorted
                            strong: heading.sorted
                            font.pixelSize: Theme.tiny
                            Accessible.ignored: true
                        }
                        Icon {
                            visible: heading.sorted
                            anchors.verticalCenter: parent.verticalCenter
                            name: table.descending ? "sort-down" : "sort-up"
                            size: Theme.px(12)
                            color: Theme.accent
                        }
                    }
                    background: Rectangle {
                        color: heading.hovered && heading.enabled ? Theme.hover : "transparent"
                        border.width: heading.visualFocus ? Theme.focusWidth : 0
                        border.color: Theme.accent
                    }
                }
            }
        }
    }

    ListView {
        id: list
        model: table.model
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: table.name
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: true
        currentIndex: -1
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onReturnPressed: activateCurrent()
        Keys.onEnterPressed: activateCurrent()
        Keys.onMenuPressed: if (list.currentItem)
            table.menuRequested((list.currentItem as RowBase).rowKey, list.currentIndex, list.currentItem, Qt.point(Theme.s6, list.currentItem.height))
        function activateCurrent(): void {
            if (list.currentItem)
                table.rowActivated((list.currentItem as RowBase).rowKey, list.currentIndex);
        }
        Keys.onPressed: event => {
            hold.touch();
            event.accepted = event.matches(StandardKey.Copy);
            if (event.accepted)
                table.copyRequested();
        }
        Keys.onSpacePressed: event => {
            if (table.checkable && list.currentItem) {
                const key = (list.currentItem as RowBase).rowKey;
                table.choose(key, table.chosen[key] !== true);
            } else {
                event.accepted = false;
            }
        }

        delegate: RowBase {
            id: row
            required property var model
            required property int index
            rowKey: String(model[table.keyRole] ?? index)
            readonly property bool ticked: table.chosen[rowKey] === true
            text: table.sayRow(row.model)
            width: list.width
            implicitHeight: table.rowHeight
            current: table.currentKey.length > 0 ? table.currentKey === rowKey : list.activeFocus && list.currentIndex === index
            onClicked: {
                list.forceActiveFocus();
                list.currentIndex = row.index;
                table.rowClicked(row.rowKey, row.index);
            }
            onDoubleClicked: table.rowActivated(row.rowKey, row.index)
            TapHandler {
                acceptedButtons: Qt.RightButton
                onTapped: point => table.menuRequested(row.rowKey, row.index, row, Qt.point(point.position.x, point.position.y))
            }

            Rectangle {
                visible: list.activeFocus && list.currentIndex === row.index && !row.current
                anchors.fill: parent
                color: "transparent"
                border.color: Theme.accent
                border.width: Theme.hair
            }
            CheckBox {
                visible: table.checkable
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                checked: row.ticked
                focusPolicy: Qt.NoFocus
                onToggled: table.choose(row.rowKey, checked)
                Accessible.name: Format.joined([qsTr("Choose"), row.text])
            }
            Row {
                x: table.edge
                height: row.height
                Repeater {
                    model: table.shownColumns
                    Item {
                        id: cell
                        required property TableColumn modelData
                        readonly property var value: row.model[modelData.role]
                        width: table.widthOf(modelData)
                        height: row.height
                        NameLabel {
                            visible: !cell.modelData.delegate
                            anchors.fill: parent
                            anchors.rightMargin: Theme.s3
                            horizontalAlignment: cell.modelData.right ? Text.AlignRight : Text.AlignLeft
                            text: visible ? table.sayCell(cell.modelData, cell.value, row.model) : ""
                            strong: cell.modelData.strong
                            quiet: cell.modelData.quiet
                        }
                        Loader {
                            active: cell.modelData.delegate !== null
                            anchors.fill: parent
                            anchors.rightMargin: Theme.s3
                            sourceComponent: cell.modelData.delegate
                            onLoaded: {
                                const drawn = item as TableCell;
                                drawn.value = Qt.binding(() => cell.value);
                                drawn.row = Qt.binding(() => row.model);
                            }
                        }
                    }
                }
            }
        }
    }

    LetIn {
        anchors.bottom: list.bottom
        anchors.bottomMargin: Theme.s2
        anchors.horizontalCenter: list.horizontalCenter
        waiting: table.waiting
        onClicked: hold.release()
    }
    Item {
        id: emptySlot
        anchors.fill: list
        visible: list.count === 0
    }
}
