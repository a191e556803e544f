// What consultations give a seat: the place of the rooms, the call that waits for an answer, and the way from an
// order into its room.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Link

Part {
    id: part

    required property ConsultCapability consult
    readonly property ConsultScreen page: consultPage.item as ConsultScreen
    readonly property alias dialog: dialog
    readonly property alias banner: banner
    readonly property Conference conference: consult.desk.conference
    readonly property string order: seat.chosen("order")
    readonly property bool inRoom: consult.desk.phase === ConsultDesk.Seated
    /// The room that was made at this seat and is entered when the hub has it.
    property string entering: ""

    ringing: consult.rooms.calls
    pages: Page {
        id: consultPage
        name: "consult"
        title: qsTr("Consult")
        icon: "consult"
        badge: part.consult.rooms.calls
        rank: 17
        goTitle: qsTr("Go to the consultations")
        words: "huishang hs shipin huiyi sphy consult conference meeting 会商 视频会议 会商室"
        component: ConsultScreen {
            focus: true
            consult: part.consult
            registry: registry
            stale: part.seat.session.state === Session.Offline
            onNewWanted: part.make("", "standing")
            onCallWanted: room => part.callInto(room)
            onSaid: (text, failed) => part.seat.say(text, failed)
            onOrderWanted: order => part.seat.show("order", order)
            onCopyWanted: text => part.seat.copy(text)
        }
    }
    commands: [
        Command {
            name: "consult.order"
            title: enabled ? qsTr("Consultation about this order") : ""
            words: "huishang hs zhiling consult order room 会商 指令会商"
            sequence: "F7"
            hint: enabled ? qsTr("consultation") : ""
            enabled: part.order.length > 0 && (part.consult.mayMake || (part.consult.rooms.count >= 0 && part.consult.roomOf(part.order).length > 0))
            onRun: about => part.openFor(about ?? part.order)
        },
        Command {
            name: "consult.accept"
            title: enabled ? qsTr("Accept the call to a consultation") : ""
            words: "jieting jt yingda consult accept call 接听 应答 会商"
            sequence: "F10"
            enabled: part.consult.rooms.calls > 0
            onRun: part.answer(part.consult.rooms.call.room)
        },
        Command {
            name: "consult.new"
            title: part.consult.mayMake ? qsTr("New consultation room") : ""
            words: "xinjian huishang xjhs yuyue consult new planned 新建 会商室 预约"
            onRun: part.make("", "standing")
        },
        Command {
            name: "consult.plan"
            title: part.consult.mayMake ? qsTr("Plan a consultation") : ""
            words: "yuyue huishang yyhs consult plan 预约 会商"
            onRun: part.make("", "planned")
        },
        Command {
            name: "consult.leave"
            title: part.inRoom ? qsTr("Leave the consultation") : ""
            words: "likai huishang lkhs consult leave 离开 会商"
            enabled: part.inRoom
            onRun: part.consult.desk.leave()
        },
        Command {
            name: "consult.microphone"
            key: Qt.Key_M
            keyText: "M"
            hint: enabled ? qsTr("microphone") : ""
            enabled: part.inRoom && part.seat.screen === "consult"
            onRun: part.conference.microphone = !part.conference.microphone
        },
        Command {
            name: "consult.camera"
            key: Qt.Key_V
            keyText: "V"
            hint: enabled ? qsTr("camera") : ""
            enabled: part.inRoom && part.seat.screen === "consult"
            onRun: part.conference.camera = !part.conference.camera
        }
    ]
    thingActions: ThingAction {
        icon: "consult"
        text: qsTr("Consultation about this order")
        enabled: part.consult.mayMake
        onTriggered: (kind, id) => part.openFor(id)
        function takes(kind: string, id: string): bool {
            return kind === "order" && id.length > 0;
        }
    }
    pictures: ConsultPictures {
        seatPart: part
    }

    /// The room of this order, where it has one; else who is to be called.
    function openFor(order: string): void {
        const room = part.consult.roomOf(order);
        if (room.length > 0)
            part.open("consult", room);
        else
            part.make(order, "order");
    }
    function make(order: string, kind: string): void {
        (dialog.get() as CallDialog).begin(order, "", kind);
    }
    function callInto(room: string): void {
        (dialog.get() as CallDialog).begin("", room, "");
    }
    /// Accepts: goes in at once, where it does not begin later.
    function answer(room: string): void {
        if (room === undefined)
            return;
        part.consult.room = room;
        const later = (part.consult.card.starts ?? 0) - Clock.now > 15 * 60000;
        const taken = later ? part.consult.commands.accept(room) : part.consult.desk.enter(room);
        if (!taken)
            part.seat.say(part.consult.commands.failureText, true);
        else if (!later)
            part.seat.go("consult");
    }
    function decline(room: string): void {
        if (!part.consult.commands.decline(room))
            part.seat.say(part.consult.commands.failureText, true);
    }
    function enterMade(): void {
        if (part.entering.length === 0 || part.consult.rooms.rowOf(part.entering) < 0)
            return;
        const room = part.entering;
        part.entering = "";
        part.consult.room = room;
        if (part.consult.card.kind === "order" && !part.consult.desk.enter(room))
            part.seat.say(part.consult.commands.failureText, true);
    }
    function open(kind: string, id: string): bool {
        if (kind !== "consult")
            return false;
        part.seat.go("consult");
        part.consult.room = id;
        return true;
    }
    function chosen(kind: string): string {
        return kind === "consult" && part.seat.screen === "consult" ? part.consult.room : "";
    }
    function isSilent(kind: string): bool {
        return kind.startsWith("consult.");
    }

    PaneRegistry {
        id: registry
        session: part.seat.session
        tiles: part.seat.tiles
        mapFeed: part.seat.mapFeed
        capabilities: part.seat.capabilities
        language: part.seat.language
    }
    Later {
        id: dialog
        CallDialog {
            consult: part.consult
            onMade: room => {
                part.seat.go("consult");
                part.entering = isNew ? room : "";
                part.enterMade();
            }
        }
    }
    CallBanner {
        id: banner
        parent: part.seat.notices
        consult: part.consult
        space: part.seat.width - 2 * Theme.s6
        onAccepted: room => part.answer(room)
        onDeclined: room => part.decline(room)
    }
    Connections {
        target: part.consult.rooms
        function onRowsInserted(): void {
            part.enterMade();
        }
        function onModelReset(): void {
            part.enterMade();
        }
    }
    Connections {
        target: part.consult.desk
        function onPutOut(why: string): void {
            part.seat.say(why, true);
        }
    }
    Connections {
        target: part.consult.commands
        function onRefused(act: string, room: string, why: string): void {
            if (act !== "enter")
                part.seat.say(why, true);
        }
    }
}
