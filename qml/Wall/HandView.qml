// A pane of the wall under one's own mouse: what is pointed at here is pointed at there, and a map or a
// picture that is moved here moves there. Esc lets go, and the view stays.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: view

    required property WallCapability wall
    required property PaneRegistry registry
    required property WallModel board
    /// The board is locked, or this account may not: the hand only points.
    required property bool mayMove
    property string screen: ""
    property int cell: -1
    /// As it stood when the hand reached for it: {kind, content, box, until}.
    property var pane: null
    readonly property bool opened: pane !== null
    readonly property WallPane shown: opened ? frame.item as WallPane : null
    readonly property bool moves: mayMove && (shown?.movable ?? false)
    property bool moved: false
    signal said(string text, bool failed)
    signal ended

    function begin(screen: string, cell: int): void {
        const row = view.board.at(view.board.rowOf(screen, cell));
        if ((row.kind ?? "").length === 0)
            return;
        view.screen = screen;
        view.cell = cell;
        view.moved = false;
        view.pane = row;
        view.forceActiveFocus();
    }
    function end(keep: bool): void {
        if (!view.opened)
            return;
        const options = view.shown?.handOptions ?? null;
        const pane = view.pane;
        view.pane = null;
        if (keep && view.moved && options && view.mayMove) {
            const content = Object.assign({}, pane.content, {
                "options": Object.assign({}, pane.content.options, options)
            });
            const minutes = pane.until > 0 ? Math.max(1, Math.ceil((pane.until - Clock.now) / 60000)) : 0;
            if (!view.wall.commands.putUp(view.board.wall, view.screen, view.cell, content, minutes))
                view.said(view.wall.commands.failureText, true);
        }
        view.wall.hands.letGo();
        view.ended();
    }
    /// The pane is another now, by another hand or a rule: this one lets go of it.
    function look(): void {
        if (!view.opened)
            return;
        const now = view.board.at(view.board.rowOf(view.screen, view.cell));
        if (now.kind !== view.pane.kind || now.content?.subject !== view.pane.content.subject)
            view.end(false);
    }
    onVisibleChanged: if (!visible)
        end(false)
    Connections {
        target: view.board
        enabled: view.opened
        function onChanged(): void {
            view.look();
        }
    }
    Connections {
        target: view.wall.hands
        function onRefused(why: string): void {
            view.said(why, true);
            view.end(false);
        }
    }
    Connections {
        target: view.shown
        enabled: view.moves
        function onHandOptionsChanged(): void {
            if (!view.shown.settled)
                return;
            view.moved = true;
            view.wall.hands.move(view.board.wall, view.screen, view.cell, view.shown.handOptions);
        }
    }

    Accessible.role: Accessible.Dialog
    Accessible.name: title.text
    Keys.onEscapePressed: view.end(true)

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        // What lies behind is not meant.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
    }
    Item {
        id: head
        width: parent.width
        height: Theme.px(48)
        Label {
            id: title
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.right: acts.left
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            strong: true
            font.pixelSize: Theme.body
            text: view.opened ? Format.joined([view.board.name, view.pane.across ? qsTr("Across the wall") : Format.fill(qsTr("Screen %1"), [view.screen]), qsTr("Pane %1").arg(view.cell + 1), view.registry.kind(view.pane.kind)?.captionOf(view.pane.content) ?? view.pane.kind]) : ""
        }
        Row {
            id: acts
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Button {
                visible: view.moved
                icon.name: "undo"
                text: qsTr("Put back")
                hint: qsTr("The wall shows again what it showed before")
                onClicked: view.end(false)
            }
            Button {
                icon.name: "check"
                text: qsTr("Let go")
                key: "Esc"
                onClicked: view.end(true)
            }
        }
    }
    Item {
        id: room
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.s3
        Loader {
            id: frame
            readonly property real factor: view.opened ? Math.min(room.width / view.pane.box.width, room.height / view.pane.box.height) : 1
            anchors.centerIn: parent
            active: view.opened
            width: view.opened ? Math.round(view.pane.box.width * factor) : 0
            height: view.opened ? Math.round(view.pane.box.height * factor) : 0
            sourceComponent: WallPane {
                registry: view.registry
                kind: view.pane.kind
                content: view.pane.content
                until: 0
                offlineSince: 0
                inHand: view.mayMove
            }
            HoverHandler {
                id: hover
                onPointChanged: if (view.opened)
                    view.wall.hands.point(view.board.wall, hovered ? Qt.point(view.pane.box.x + point.position.x / frame.factor, view.pane.box.y + point.position.y / frame.factor) : Qt.point(-1, -1))
            }
        }
        Rectangle {
            anchors.fill: frame
            anchors.margins: -Theme.focusWidth
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.accent
        }
        HandMarks {
            anchors.fill: frame
            hands: view.wall.hands
            wall: view.board.wall
            origin: view.opened ? Qt.point(-view.pane.box.x * frame.factor, -view.pane.box.y * frame.factor) : Qt.point(0, 0)
            factor: frame.factor
            size: Theme.px(10)
        }
    }
    Label {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s3
        wrapMode: Text.Wrap
        quiet: true
        font.pixelSize: Theme.tiny
        text: view.moves ? qsTr("The wall shows where you point, and moves with what you move here. Let go, and the view stays.") : view.mayMove ? qsTr("The wall shows where you point.") : qsTr("The wall shows where you point. Nothing on it moves while it is locked.")
    }
}
