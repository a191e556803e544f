// Who is on duty now and next at each post, behind the button in the head of the window.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Link

T.Popup {
    id: panel

    required property OnDutyModel model
    required property DutyCommands commands
    required property Outbox outbox
    property int pendingChanges: 0 ///< counts what has come and gone in the outbox
    /// The shift that an alarm is about.
    property string marked: ""
    /// Of ThingAction: what parts can do with the list of who is on duty.
    property var thingActions: []
    signal copyWanted(string text)
    signal rotaWanted
    signal modeWanted

    function show(shift: string): void {
        panel.marked = shift;
        panel.open();
        const row = panel.model.rowOfShift(shift);
        if (row >= 0)
            list.positionViewAtIndex(row, ListView.Center);
    }
    function isPending(shift: string): bool {
        return panel.pendingChanges >= 0 && panel.outbox.pendingKind(shift).length > 0;
    }
    Connections {
        target: panel.outbox
        function onChanged(): void {
            panel.pendingChanges += 1;
        }
    }
    onOpened: panel.commands.forgetFailure()
    onClosed: panel.marked = ""

    width: Theme.px(520)
    height: Math.min((parent?.Window.height ?? Theme.px(640)) - Theme.px(96), head.height + list.contentHeight + foot.height + Theme.s2)
    padding: 0
    margins: Theme.s2
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.color: Theme.line
        border.width: Theme.hair
    }
    contentItem: FocusScope {
        focus: true
        Item {
            id: head
            width: parent.width
            height: Theme.headHeight
            Label {
                x: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("On duty now")
                strong: true
                font.pixelSize: Theme.body
            }
            Row {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s1
                ThingButtons {
                    visible: panel.visible
                    actions: panel.thingActions
                    kind: "duty"
                }
                Button {
                    flat: true
                    text: qsTr("Mode…")
                    onClicked: panel.modeWanted()
                }
                Button {
                    flat: true
                    icon.name: "calendar"
                    text: qsTr("Rota")
                    onClicked: panel.rotaWanted()
                }
            }
            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
        ListView {
            id: list
            anchors.top: head.bottom
            anchors.bottom: foot.top
            width: parent.width
            clip: true
            focus: true
            model: panel.model
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("On duty now")
            T.ScrollBar.vertical: ScrollBar {}
            delegate: Item {
                id: row
                required property string post
                required property string postName
                required property string kindName
                required property string unitName
                required property var now
                required property var next
                readonly property bool marked: panel.marked.length > 0 && (now.some(s => s.shift === panel.marked) || next.some(s => s.shift === panel.marked))
                width: list.width
                height: Math.max(body.height, Theme.px(46)) + 2 * Theme.s2 + Theme.hair
                Rectangle {
                    anchors.fill: parent
                    color: row.marked ? Theme.lateSoft : "transparent"
                }
                Rectangle {
                    visible: row.marked
                    width: Theme.px(3)
                    height: parent.height
                    color: Theme.late
                }
                NameLabel {
                    id: title
                    x: Theme.s4
                    y: Theme.s2
                    width: Theme.px(124)
                    height: Theme.px(28)
                    text: row.postName
                    Accessible.ignored: true
                }
                NameLabel {
                    anchors.left: title.left
                    anchors.top: title.bottom
                    width: title.width
                    text: row.unitName
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
                Column {
                    id: body
                    anchors.left: title.right
                    anchors.leftMargin: Theme.s2
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s4
                    y: Theme.s2
                    spacing: Theme.s1
                    Label {
                        visible: row.now.length === 0
                        height: Theme.px(28)
                        text: qsTr("Nobody now")
                        quiet: true
                    }
                    Repeater {
                        model: row.now
                        OnDutyShift {
                            required property var modelData
                            width: body.width
                            shift: modelData
                            pending: panel.isPending(modelData.shift)
                            onCheckInWanted: (shift, from) => panel.commands.checkIn(shift, from)
                            onStandInWanted: (shift, person) => panel.commands.standIn(shift, person)
                            onCloseWanted: shift => panel.commands.closeShift(shift)
                            onCopyWanted: text => panel.copyWanted(text)
                        }
                    }
                    Repeater {
                        model: row.next
                        OnDutyShift {
                            required property var modelData
                            width: body.width
                            shift: modelData
                            next: true
                            pending: panel.isPending(modelData.shift)
                            onCheckInWanted: (shift, from) => panel.commands.checkIn(shift, from)
                            onCopyWanted: text => panel.copyWanted(text)
                        }
                    }
                }
                Rule {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    opacity: 0.6
                }
            }
        }
        Item {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? why.implicitHeight + 2 * Theme.s2 : 0
            visible: panel.commands.failureText.length > 0
            Label {
                id: why
                x: Theme.s4
                width: parent.width - 2 * Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                text: panel.commands.failureText
                color: Theme.late
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Accessible.role: Accessible.AlertMessage
            }
        }
    }
}
