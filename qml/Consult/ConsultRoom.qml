// One room: who is in, beside the map or the order, and what one does there.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: view

    required property ConsultCapability consult
    /// Of panes: the map and the order are those of the wall. Null: none beside.
    property PaneRegistry registry: null
    property bool stale: false
    /// For a big screen: no list of members unless somebody waits.
    property bool big: false
    property string mode: "grid"
    property string beside: ""
    readonly property alias stage: stage
    readonly property alias bar: bar
    readonly property alias membersPanel: members
    readonly property var card: consult.card
    readonly property ConsultDesk desk: consult.desk
    readonly property bool here: desk.room === consult.room && desk.phase !== ConsultDesk.Out
    readonly property bool seated: here && desk.phase === ConsultDesk.Seated
    readonly property bool known: card.room !== undefined
    signal callWanted
    signal copyWanted(string text)
    signal said(string text, bool failed)
    signal orderWanted(string order)

    function enter(): void {
        if (!view.desk.enter(view.consult.room))
            view.said(view.consult.commands.failureText, true);
    }

    Item {
        id: head
        width: parent.width
        height: view.big ? Theme.px(56) : Theme.px(48)
        NameLabel {
            id: title
            x: Theme.s3
            width: Math.min(implicitWidth, parent.width - marks.width - buttons.width - 4 * Theme.s3)
            anchors.verticalCenter: parent.verticalCenter
            text: view.card.title ?? ""
            strong: true
            font.pixelSize: view.big ? Theme.title : Theme.large
        }
        Row {
            id: marks
            anchors.left: title.right
            anchors.leftMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Tag {
                text: view.card.kindText ?? ""
            }
            Tag {
                visible: view.card.locked ?? false
                iconName: "lock"
                text: qsTr("Locked")
                tone: Theme.late
            }
            Tag {
                visible: (view.card.waitingCount ?? 0) > 0
                text: qsTr("%n in the lobby", "", view.card.waitingCount ?? 0)
                tone: Theme.accent
                filled: true
            }
            Tag {
                visible: (view.card.ended ?? 0) > 0
                text: qsTr("over")
            }
            Tag {
                visible: (view.card.chairName ?? "").length > 0
                iconName: "chair"
                text: view.card.chairName ?? ""
            }
        }
        Row {
            id: buttons
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            Button {
                visible: (view.card.order ?? "").length > 0 && !view.big
                icon.name: "send"
                text: qsTr("To the order")
                onClicked: view.orderWanted(view.card.order)
            }
            Button {
                visible: view.known && !view.here && (view.card.ended ?? 0) === 0
                primary: true
                icon.name: "consult"
                text: view.card.mine === "in" ? qsTr("Take my place here") : view.card.mine === "" ? qsTr("Ask to be let in") : qsTr("Enter")
                key: "⏎"
                onClicked: view.enter()
            }
        }
    }
    Rectangle {
        id: notice
        anchors.top: head.bottom
        width: parent.width
        visible: words.text.length > 0
        height: visible ? Theme.px(36) : 0
        readonly property bool grave: view.seated && view.desk.conference.state !== Conference.Entering && view.desk.conference.state !== Conference.Idle
        color: grave ? Theme.lateSoft : Theme.raised
        Label {
            id: words
            x: Theme.s3
            width: parent.width - again.width - 3 * Theme.s3
            height: parent.height
            text: !view.here ? "" : view.desk.phase === ConsultDesk.Lobby ? qsTr("You are in the lobby. The chair will let you in.") : view.desk.phase === ConsultDesk.Entering ? qsTr("Entering …") : view.desk.mediaText
            color: notice.grave ? Theme.late : Theme.text
            HoverHandler {
                id: hover
            }
            Loader {
                anchors.fill: parent
                active: hover.hovered && view.desk.mediaDetail.length > 0
                sourceComponent: Hint {
                    text: view.desk.mediaDetail
                    visible: true
                }
            }
        }
        Button {
            id: again
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            visible: view.here && view.desk.mediaStopped
            text: qsTr("Connect again")
            onClicked: view.desk.reconnect()
        }
    }
    Item {
        id: body
        anchors.top: notice.bottom
        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.right: members.visible ? members.left : parent.right
        anchors.margins: Theme.s2
        ConsultStage {
            id: stage
            width: side.active ? Math.round(parent.width * 0.5) - Theme.s1 : parent.width
            height: parent.height
            consult: view.consult
            speakerView: view.mode === "speaker"
            onSpeakerViewChanged: view.mode = speakerView ? "speaker" : "grid"
        }
        Loader {
            id: side
            readonly property string subject: view.beside === "order" ? view.card.order ?? "" : ""
            active: view.beside.length > 0 && view.registry !== null
            anchors.right: parent.right
            width: Math.round(parent.width * 0.5) - Theme.s1
            height: parent.height
            clip: true
            sourceComponent: Item {
                id: holder
                readonly property PaneKind kind: view.registry.kind(view.beside)
                property Item pane: null
                function make(): void {
                    holder.pane?.destroy();
                    holder.pane = holder.kind ? holder.kind.component.createObject(holder, {
                        "content": view.beside === "map" ? holder.kind.contentOf("map", "") ?? holder.kind.content("", "") : holder.kind.content(side.subject, ""),
                        "stale": view.stale
                    }) : null;
                    if (holder.pane) {
                        holder.pane.width = Qt.binding(() => holder.width);
                        holder.pane.height = Qt.binding(() => holder.height);
                    }
                }
                readonly property string subject: side.subject
                onKindChanged: make()
                onSubjectChanged: make()
            }
        }
    }
    MemberPanel {
        id: members
        anchors.top: notice.bottom
        anchors.bottom: bar.top
        anchors.right: parent.right
        width: Math.min(Theme.px(280), parent.width * 0.32)
        visible: !view.big || (view.card.waitingCount ?? 0) > 0
        consult: view.consult
        onDone: taken => {
            if (!taken)
                view.said(view.consult.commands.failureText, true);
        }
    }
    ConsultBar {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        consult: view.consult
        view: view.mode
        beside: view.beside
        big: view.big
        onViewPicked: key => {
            stage.pinned = "";
            stage.speakerView = key === "speaker";
        }
        onBesidePicked: key => {
            view.registry?.make();
            view.beside = key;
        }
        onCallWanted: view.callWanted()
        onGuestWanted: guestDialog.begin(view.consult.room)
        onDone: taken => {
            if (!taken)
                view.said(view.consult.commands.failureText, true);
        }
    }
    GuestLinkDialog {
        id: guestDialog
        link: view.consult.guestLink
        onCopyWanted: text => view.copyWanted(text)
    }
}
