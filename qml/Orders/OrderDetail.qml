// One order: what, where, when; who has it and how far they are; supervision; what happened.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Resources

FocusScope {
    id: detail

    required property OrderStore store
    required property OrderActions actions
    required property AssignmentListModel board
    required property SupervisionListModel supervisions
    required property TimelineModel timeline
    required property OrderPresence presence
    required property AroundModel cameras
    required property Photos photos
    required property Session session
    required property Outbox outbox
    property string order: ""
    property string expanded: ""
    property var card: ({})
    readonly property alias presenceLine: presenceLine
    readonly property bool has: card.id !== undefined
    /// Why the hub did not take it: {key, stateName, failure}, or nothing.
    property var refusal: ({})
    property bool withdrawable: false
    /// Of ThingAction: what parts can do with an order.
    property var thingActions: []
    readonly property bool mayLinkPhones: session.mayActForCentre && session.online
    /// An order that was chosen, has not come and is not under way.
    readonly property bool gone: !has && order.length > 0 && !refused && outbox.pendingKind(order).length === 0 && session.online
    readonly property bool refused: !has && refusal.key !== undefined
    readonly property alias clipViewer: clips
    signal actWanted(string act, string assignment, string unitName, bool onBehalf)
    signal withdrawWanted(string order)
    signal replyWanted(string supervision)
    signal settleWanted(string supervision)
    signal cameraPicked(string resource)
    signal showPlace(real lon, real lat)
    signal aroundWanted(real lon, real lat)
    signal furtherOrder(string order)
    signal writeAgain(string key)
    signal copyWanted(string text)
    signal phoneLinkWanted(string unit, string unitName)
    signal closed

    function refresh(): void {
        detail.card = detail.order.length > 0 ? detail.store.card(detail.order) : ({});
        detail.withdrawable = detail.order.length > 0 && detail.actions.mayWithdraw(detail.order);
        detail.refusal = detail.order.length > 0 ? detail.outbox.failureOf(detail.order) : ({});
    }
    function refreshCameras(): void {
        if (detail.has && detail.card.hasPlace)
            detail.cameras.look(detail.card.lon, detail.card.lat, 3);
        else
            detail.cameras.clear();
    }

    // Also when its entry arrives only now: an order just issued is chosen before the hub has it.
    onHasChanged: {
        refreshCameras();
        unfoldFirst();
    }
    onOrderChanged: {
        refresh();
        refreshCameras();
        board.order = order;
        supervisions.order = order;
        timeline.order = order;
        unfoldFirst();
        flick.contentY = 0;
        read();
    }
    /// Once for an order, when its recipients are there: what somebody has folded stays so.
    property string unfolded: ""
    function unfoldFirst(): void {
        if (detail.unfolded === detail.order)
            return;
        detail.expanded = detail.board.idAt(0);
        if (detail.expanded.length > 0)
            detail.unfolded = detail.order;
    }
    /// Seen is what somebody could see.
    function read(): void {
        if (detail.visible && detail.order.length > 0)
            detail.store.markRead(detail.order);
    }
    onVisibleChanged: read()
    // Open is what somebody could be looking at.
    Binding {
        target: detail.presence
        property: "order"
        value: detail.visible ? detail.order : ""
    }
    Connections {
        target: detail.board
        function onCountChanged(): void {
            detail.unfoldFirst();
        }
    }
    Connections {
        target: detail.outbox
        function onChanged(subject: string): void {
            if (subject === detail.order)
                detail.refresh();
        }
    }
    Connections {
        target: detail.store
        function onOrderChanged(id: string): void {
            if (id === detail.order) {
                detail.refresh();
                detail.read();
            }
        }
        function onReloaded(): void {
            detail.refresh();
            detail.refreshCameras();
        }
        function onLanguageChanged(): void {
            detail.refresh();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    EmptyState {
        anchors.centerIn: parent
        width: parent.width
        visible: !detail.has
        iconName: detail.refused ? "warning" : detail.order.length > 0 ? "send" : "orders"
        title: detail.refused ? qsTr("Not issued: %1").arg(detail.refusal.stateName) : detail.gone ? qsTr("This order is not there any more") : detail.order.length > 0 ? qsTr("Not with the hub yet") : qsTr("No order chosen")
        actionText: detail.refused ? qsTr("Write it again") : ""
        onAction: detail.writeAgain(detail.refusal.key)
        text: detail.refused ? detail.refusal.failure + " " + qsTr("Everything that was written is kept.") : detail.gone ? "" : detail.order.length > 0 ? qsTr("The order waits to be sent; it appears here when the hub has it.") : qsTr("Choose one in the queue or on the map, or press F4 for a new one.")
    }

    Item {
        id: head
        width: parent.width
        height: detail.has ? headColumn.implicitHeight + Theme.s3 : 0
        visible: detail.has

        Column {
            id: headColumn
            x: Theme.s3
            y: Theme.s2
            width: parent.width - 2 * Theme.s3
            spacing: Theme.s1

            Item {
                width: parent.width
                height: Theme.controlHeight
                Row {
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.s2
                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: (detail.card.number ?? 0) > 0 ? qsTr("Order %1").arg(detail.card.number) : qsTr("Order, not sent yet")
                        quiet: true
                    }
                    LevelBadge {
                        anchors.verticalCenter: parent.verticalCenter
                        level: detail.card.level ?? "none"
                    }
                    StateTag {
                        anchors.verticalCenter: parent.verticalCenter
                        phase: detail.card.state ?? ""
                        text: detail.card.stateName ?? ""
                    }
                    Tag {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: detail.card.exercise ?? false
                        text: qsTr("Exercise")
                        tone: Theme.late
                    }
                }
                Row {
                    anchors.right: parent.right
                    anchors.rightMargin: -Theme.s2
                    ThingButtons {
                        visible: detail.has
                        actions: detail.thingActions
                        kind: "order"
                        thing: detail.order
                    }
                    IconButton {
                        visible: detail.session.mayIssueOrders
                        icon.name: "further"
                        text: qsTr("Follow-up order")
                        onClicked: detail.furtherOrder(detail.order)
                    }
                    IconButton {
                        icon.name: "close"
                        text: qsTr("Close")
                        key: "Esc"
                        onClicked: detail.closed()
                    }
                }
            }
            Label {
                width: parent.width
                text: detail.card.title ?? ""
                strong: true
                font.pixelSize: Theme.large
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            // Its line is there for those who may come: nothing below moves.
            Item {
                width: parent.width
                height: Theme.px(16)
                NameLabel {
                    id: presenceLine
                    width: parent.width
                    visible: detail.presence.others.length > 0
                    text: Format.fill(qsTr("Also open: %1"), [Format.joined(Array.from(detail.presence.others))])
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
            }
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: foot.top
        width: parent.width
        visible: detail.has
        clip: true
        contentHeight: column.implicitHeight + Theme.s4
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        Steady {
            flick: flick
            column: column
        }

        component Heading: Item {
            id: heading
            property alias text: words.text
            property alias extra: side.text
            /// Says what is copied; without it nothing is.
            property string copyText: ""
            signal copied
            width: parent ? parent.width : 0
            height: Theme.px(28)
            Label {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                quiet: true
                strong: true
                font.pixelSize: Theme.tiny
            }
            Label {
                id: side
                anchors.right: parent.right
                anchors.rightMargin: copier.visible ? copier.width + Theme.s1 : 0
                anchors.verticalCenter: parent.verticalCenter
                quiet: true
                font.pixelSize: Theme.tiny
            }
            IconButton {
                id: copier
                visible: heading.copyText.length > 0
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                implicitWidth: Theme.s6
                implicitHeight: Theme.s6
                iconSize: Theme.px(14)
                icon.name: "copy"
                text: heading.copyText
                onClicked: heading.copied()
            }
        }
        component Fact: Row {
            property alias icon: symbol.name
            property alias text: words.text
            spacing: Theme.s2
            width: parent ? parent.width : 0
            visible: words.text.length > 0
            Icon {
                id: symbol
                size: Theme.px(16)
                y: Theme.s1 / 2
            }
            Label {
                id: words
                width: parent.width - Theme.s6
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }

        Column {
            id: column
            x: Theme.s3
            y: Theme.s2
            width: flick.width - 2 * Theme.s3
            spacing: Theme.s1

            Fact {
                icon: "info"
                text: detail.card.text ?? ""
            }
            Fact {
                icon: "template"
                text: Format.joined([detail.card.kindName ?? "", detail.card.resourceName ?? ""])
            }
            Item {
                width: parent.width
                height: Math.max(placeFact.height, Theme.s5)
                Fact {
                    id: placeFact
                    width: parent.width - placeButtons.width
                    icon: "pin"
                    text: {
                        const area = detail.card.areaName ?? "", place = detail.card.placeText ?? "";
                        const said = [area, place === area ? "" : place].filter(s => s.length > 0);
                        // What was found on the map has no address that one could tell: its coordinates, too.
                        const point = detail.card.hasPlace && detail.card.address.length === 0 ? Format.place(detail.card.lon, detail.card.lat) : "";
                        return said.concat(point.length > 0 && place !== point ? [point] : []).join("  ");
                    }
                }
                Row {
                    id: placeButtons
                    anchors.right: parent.right
                    anchors.verticalCenter: placeFact.verticalCenter
                    visible: detail.card.hasPlace ?? false
                    IconButton {
                        implicitHeight: Theme.s6
                        implicitWidth: Theme.px(28)
                        iconSize: Theme.px(16)
                        icon.name: "target"
                        text: qsTr("Show on the map")
                        onClicked: detail.showPlace(detail.card.lon, detail.card.lat)
                    }
                    IconButton {
                        implicitHeight: Theme.s6
                        implicitWidth: Theme.px(28)
                        iconSize: Theme.px(16)
                        icon.name: "around"
                        text: qsTr("Around here")
                        key: "F6"
                        onClicked: detail.aroundWanted(detail.card.lon, detail.card.lat)
                    }
                }
            }
            Fact {
                icon: "clock"
                text: detail.has ? Format.fill(qsTr("Issued %1 by %2"), [Format.exactly(detail.card.issued, Clock.minute), detail.card.issuerName]) : ""
            }
            Fact {
                icon: "hourglass"
                text: detail.has ? qsTr("Acknowledge within %1 · report every %2 · complete within %3").arg(Format.span(detail.card.acknowledgeMinutes * 60000)).arg(Format.span(detail.card.reportMinutes * 60000)).arg(Format.span(detail.card.completeMinutes * 60000)) : ""
            }

            Heading {
                text: qsTr("Recipients")
                extra: qsTr("%n unit(s)", "", assignments.count)
                copyText: qsTr("Copy the recipients")
                onCopied: detail.copyWanted(detail.board.copyText())
            }
            Repeater {
                id: assignments
                model: detail.board
                AssignmentCard {
                    required property var model
                    phase: model.state
                    width: column.width
                    expanded: detail.expanded === assignmentId
                    linkable: detail.mayLinkPhones && open
                    onPhoneLinkWanted: detail.phoneLinkWanted(unit, unitName)
                    onToggled: detail.expanded = expanded ? "" : assignmentId
                    onAct: (act, onBehalf) => detail.actWanted(act, assignmentId, unitName, onBehalf)
                }
            }

            Heading {
                visible: supervisionList.count > 0
                text: qsTr("Supervision")
            }
            Repeater {
                id: supervisionList
                model: detail.supervisions
                SupervisionCard {
                    required property var model
                    phase: model.state
                    width: column.width
                    onAnswer: detail.replyWanted(supervisionId)
                    onSettle: detail.settleWanted(supervisionId)
                }
            }

            Heading {
                visible: detail.cameras.count > 0
                text: qsTr("Cameras nearby")
                extra: qsTr("within %1").arg(Format.distance(detail.cameras.radiusKm * 1000))
            }
            NearCameras {
                visible: detail.cameras.count > 0
                width: parent.width
                around: detail.cameras
                onPicked: resource => detail.cameraPicked(resource)
            }

            Heading {
                text: qsTr("Timeline")
                extra: detail.timeline.loading ? qsTr("fetching …") : detail.timeline.complete ? "" : qsTr("what is known here")
            }
            Repeater {
                id: happenings
                model: detail.timeline
                TimelineRow {
                    width: column.width
                    photoStore: detail.photos
                    last: index === happenings.count - 1
                    onPhotoOpened: address => viewer.show(address)
                    onClipOpened: address => (clips.get() as ClipViewer).show(address)
                }
            }
        }
    }

    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? Theme.px(48) : 0
        visible: detail.has && (detail.card.open ?? false) && (detail.session.mayActForCentre || detail.session.unit.length > 0)
        Rule {
            width: parent.width
        }
        // Each stands where it stands, whether it can be pressed or not: a second click meets no other one.
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Button {
                visible: detail.session.unit.length > 0
                primary: true
                icon.name: "acknowledge"
                text: qsTr("Acknowledge")
                key: qsTr("Space")
                onClicked: detail.actions.acknowledgeMine(detail.order)
            }
            Button {
                visible: detail.session.mayActForCentre
                enabled: detail.board.lateCount > 0
                icon.name: "remind"
                text: qsTr("Remind all late")
                hint: qsTr("Every unit that has missed its next deadline")
                onClicked: detail.actWanted("remind_late", detail.order, "", false)
            }
        }
        Button {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            visible: detail.session.mayActForCentre
            enabled: detail.withdrawable
            grave: true
            icon.name: "withdraw"
            text: qsTr("Withdraw order …")
            onClicked: detail.withdrawWanted(detail.order)
        }
    }

    PhotoViewer {
        id: viewer
    }
    Later {
        id: clips
        ClipViewer {}
    }
}
