// What orders give a seat: queue, detail and form beside the map, the board, their commands and news.
pragma ComponentBehavior: Bound
import QtQuick
import QtPositioning
import Chengyun.Capability
import Chengyun.Controls
import Chengyun.Map

Part {
    id: part

    required property OrdersCapability orders
    readonly property OrderDraft draft: orders.draft
    /// The order that is looked at.
    property string current: ""
    property bool formShown: false
    /// What the board shows: "orders" or "supervisions".
    property string boardShown: "orders"
    readonly property alias detail: orderDetail
    readonly property alias form: orderForm
    readonly property alias actDialog: acts
    readonly property alias phoneLinkDialog: phoneLink
    readonly property alias attachDialog: attaching
    readonly property alias undoBar: undo
    readonly property OrdersScreen board: boardPage.item as OrdersScreen

    sideShown: formShown || current.length > 0
    selectedIds: current.length > 0 ? [current] : []
    pages: [
        Page {
            id: boardPage
            name: "orders"
            title: qsTr("Orders")
            icon: "orders"
            rank: 30
            badge: part.orders.counts.late
            goTitle: qsTr("Go to orders")
            words: "zhiling zl board 指令"
            component: OrdersScreen {
                focus: true
                orders: part.orders.list
                counts: part.orders.counts
                allSupervisions: part.orders.allSupervisions
                location: part.seat.settingsFile
                shown: part.boardShown
                currentOrder: part.current
                onShownPicked: shown => part.boardShown = shown
                onPicked: order => part.seat.open("order", order)
                onCopyWanted: text => part.seat.copyWanted(text)
                onSaid: (text, failed) => part.seat.say(text, failed)
                onMenuWanted: (things, from, at) => part.seat.offer(things, from, at)
                onRemindChosen: orders => {
                    let reminded = 0;
                    for (const order of orders)
                        reminded += part.orders.actions.remindLate(order, "");
                    if (reminded === 0)
                        part.seat.say(qsTr("Nobody on these orders is late."), false);
                }
            }
        }
    ]
    commands: [
        Command {
            // {units, lon, lat, address} or {resource}: for whom, about what.
            name: "order.new"
            title: qsTr("New order")
            words: "xin zhiling xzl xiada dispatch 指令 下达 派发"
            sequence: "F4"
            hint: part.seat.session.mayIssueOrders ? qsTr("new order") : ""
            onRun: about => part.newOrder(about)
        },
        Command {
            // {enclosure, title, toFile}, and {order} or {lon, lat}: what is to be kept with which order. Without
            // one it is asked for; toFile() is for who wants a file instead.
            name: "order.attach"
            onRun: what => {
                if (what.order)
                    part.attach(what.order, what.enclosure);
                else
                    (attaching.get() as AttachDialog).ask(what);
            }
        },
        Command {
            name: "order.back"
            title: qsTr("Bring back the draft that was put aside")
            words: "huifu caogao hfcg draft 草稿 恢复"
            onRun: {
                if (part.draft.hasAside)
                    part.bringBack();
                else
                    part.seat.say(qsTr("No draft has been put aside."), false);
            }
        },
        Command {
            name: "queue.late"
            title: qsTr("Show late orders")
            words: "yuqi yq overdue 逾期"
            onRun: part.showQueue(OrderListModel.Late)
        },
        Command {
            name: "queue.all"
            title: qsTr("Show all open orders")
            words: "quanbu qb zaiban all 全部"
            onRun: part.showQueue(OrderListModel.All)
        }
    ]
    mapLayers: MapLayer {
        name: "order"
        title: qsTr("Orders")
        icon: "orders"
        rank: 90
        pinTitle: qsTr("Order")
        pinStates: [qsTr("order, not yet acknowledged"), qsTr("order under way"), qsTr("order, late")]
        shown: !part.seat.map.points.hiddenPins.includes(name)
        onToggled: {
            const hidden = part.seat.map.points.hiddenPins;
            part.seat.map.points.hiddenPins = shown ? [...hidden, name] : hidden.filter(kind => kind !== name);
        }
    }
    mapActions: MapAction {
        enabled: part.seat.session.mayIssueOrders
        icon: "send"
        text: part.formShown ? qsTr("Move the new order here") : qsTr("New order here")
        onTriggered: (lon, lat) => {
            if (part.formShown)
                part.draft.setPlace(lon, lat);
            else if (part.draft.putAside()) {
                part.draft.startAt(lon, lat);
                part.showForm();
            }
        }
    }
    loaded: orders.queue.count > 0
    pictures: OrderPictures {
        seatPart: part
    }

    function open(kind: string, id: string): bool {
        if (kind !== "order")
            return false;
        part.current = id;
        part.formShown = false;
        if (part.seat.screen !== "map" && part.seat.screen !== "orders")
            part.seat.screen = "map";
        return true;
    }
    function show(kind: string, id: string): bool {
        if (!part.open(kind, id))
            return false;
        if (orderDetail.card.hasPlace)
            part.seat.map.centreOn(orderDetail.card.lon, orderDetail.card.lat, 13);
        return true;
    }
    function chosen(kind: string): string {
        return kind === "order" ? part.current : "";
    }
    function placeWritten(): var {
        return part.formShown && part.draft.hasPlace ? {
            "lon": part.draft.lon,
            "lat": part.draft.lat,
            "address": part.draft.address
        } : null;
    }
    function placeShown(): var {
        return orderDetail.has && orderDetail.card.hasPlace ? {
            "lon": orderDetail.card.lon,
            "lat": orderDetail.card.lat,
            "address": orderDetail.card.address ?? ""
        } : null;
    }
    function acknowledge(): bool {
        return part.seat.session.unit.length > 0 && part.current.length > 0 && part.orders.actions.acknowledgeMine(part.current);
    }
    function back(): bool {
        if (part.seat.screen === "map" && part.formShown)
            part.leaveForm();
        else if (part.current.length > 0 && (part.seat.screen === "map" || part.seat.screen === "orders"))
            part.current = "";
        else
            return false;
        return true;
    }
    function sentText(kind: string): string {
        return kind === "order.issue" ? qsTr("The order has been issued.") : "";
    }
    function isSilent(kind: string): bool {
        return kind === "order.attach"; // it is said where it is kept
    }
    function attach(order: string, enclosure: var): void {
        if (!part.orders.actions.attach(order, enclosure))
            part.seat.say(qsTr("Not kept with the order: %1").arg(part.orders.actions.failureText), true);
    }
    function isWritable(kind: string): bool {
        return kind === "order.issue";
    }
    /// What the hub did not take becomes a draft again. Where it cannot, it stays where it is.
    function writeAgain(kind: string, key: string): void {
        if (!part.draft.startFromOutbox(key)) {
            part.seat.say(qsTr("It could not be opened as a draft, and stays in the list."), true);
            return;
        }
        part.seat.outbox.dismiss(key);
        part.current = "";
        part.showForm();
    }

    function ask(act: string, subject: string, unitName: string, onBehalf: bool): void {
        (acts.get() as ActDialog).ask(act, subject, unitName, onBehalf);
    }
    function showForm(): void {
        part.seat.screen = "map";
        part.formShown = true;
        (orderForm.get() as OrderForm).begin();
    }
    /// A draft that was left is kept; what begins anew does not write over it, and does not begin where
    /// it cannot be kept elsewhere.
    function newOrder(about: var): void {
        if (!part.seat.session.mayIssueOrders) {
            part.seat.say(qsTr("Your role may not issue orders."), true);
            return;
        }
        if (about?.units) {
            if (about.units.length > part.draft.mostRecipients) {
                part.seat.say(qsTr("%n unit(s) are too many for one order; at most %1.", "", about.units.length).arg(part.draft.mostRecipients), true);
                return;
            }
            if (!part.formShown && !part.draft.putAside())
                return;
            part.draft.startForUnits(about.units, about.lon, about.lat, about.address);
        } else if (about?.resource) {
            if (!part.draft.putAside())
                return;
            part.draft.startFromResource(about.resource);
        } else if (!part.draft.active) {
            const resource = part.seat.screen === "map" ? part.seat.chosen("resource") : "";
            if (resource.length > 0)
                part.draft.startFromResource(resource);
            else
                part.draft.start();
        }
        part.showForm();
    }
    function bringBack(): void {
        if (part.draft.bringBack())
            part.showForm();
    }
    function leaveForm(): void {
        part.formShown = false;
        if (part.draft.active)
            part.seat.say(qsTr("The draft is kept: F4 opens it again."), false);
    }
    function showQueue(filter: int): void {
        part.seat.screen = "map";
        part.orders.queue.filter = filter;
        part.orders.queue.text = "";
    }
    function togglePicking(): void {
        if (part.seat.map.picking)
            part.seat.map.endPick();
        else
            part.seat.map.pick(qsTr("Click where the order's place is. Esc leaves it as it was."), (lon, lat) => part.draft.setPlace(lon, lat));
    }
    onFormShownChanged: if (!formShown) {
        part.seat.map.endPick();
        // Its screen's focus would go back to the form that is hidden now.
        part.seat.map.focusMap();
    }
    Component.onCompleted: if (part.draft.active)
        part.formShown = true
    Connections {
        target: part.draft
        function onIssued(orderId: string): void {
            part.formShown = false;
            part.current = orderId;
        }
    }

    QueuePanel {
        parent: part.seat.map.leftSlot
        anchors.fill: parent
        queue: part.orders.queue
        counts: part.orders.counts
        currentOrder: part.current
        folded: part.seat.map.leftFolded
        mayIssue: part.seat.session.mayIssueOrders
        onFoldWanted: folded => part.seat.map.foldLeft(folded)
        onPassed: order => part.seat.look("order", order)
        onPicked: order => part.seat.open("order", order)
        onNewOrder: part.newOrder(undefined)
        onCopyWanted: text => part.seat.copy(text)
        onMenuWanted: (order, from, at) => part.seat.offer([
                {
                    "kind": "order",
                    "id": order
                }
            ], from, at)
    }
    LoadChart {
        id: loadChart
        parent: part.seat.map.belowSlot
        anchors.fill: parent
        load: part.orders.load
        counts: part.orders.counts
        onMenuWanted: at => part.seat.offer([
                {
                    "kind": "load",
                    "id": ""
                }
            ], loadChart, at)
    }
    // One detail and one form; they stand at the right of whichever screen shows them.
    OrderDetail {
        id: orderDetail
        parent: part.seat.screen === "orders" && part.board ? part.board.side : part.seat.map.sideSlot
        anchors.fill: parent
        visible: part.seat.screen === "orders" || (!part.formShown && (part.hasSide || part.seat.sideOwner === null))
        store: part.orders.store
        actions: part.orders.actions
        board: part.orders.board
        supervisions: part.orders.supervisions
        timeline: part.orders.timeline
        presence: part.orders.presence
        cameras: part.orders.nearCameras
        photos: part.seat.photos
        session: part.seat.session
        outbox: part.seat.outbox
        order: part.current
        onWriteAgain: key => part.writeAgain("order.issue", key)
        onPhoneLinkWanted: (unit, unitName) => (phoneLink.get() as PhoneLinkDialog).begin(unit, unitName)
        onCopyWanted: text => part.seat.copy(text)
        onActWanted: (act, subject, unitName, onBehalf) => {
            if (act === "reassign")
                part.orders.unitPicker.askAbout(part.current);
            part.ask(act, subject, unitName, onBehalf);
        }
        onWithdrawWanted: order => part.ask("withdraw_order", order, "", false)
        onReplyWanted: supervision => part.ask("reply", supervision, "", false)
        onSettleWanted: supervision => part.ask("close_supervision", supervision, "", false)
        onCameraPicked: resource => part.seat.run("camera.watch", {
            "resource": resource
        })
        onShowPlace: (lon, lat) => {
            part.seat.screen = "map";
            part.seat.map.centreOn(lon, lat, 14);
        }
        onAroundWanted: (lon, lat) => part.seat.run("around", {
            "lon": lon,
            "lat": lat,
            "address": orderDetail.card.address ?? ""
        })
        thingActions: part.seat.thingActions
        onFurtherOrder: order => {
            if (!part.draft.putAside())
                return;
            part.draft.startFromOrder(order);
            part.showForm();
        }
        onClosed: part.current = ""
    }
    Later {
        id: attaching
        AttachDialog {
            store: part.orders.store
            mayAttach: part.seat.session.mayActForCentre
            onPicked: (order, enclosure) => part.attach(order, enclosure)
        }
    }
    Later {
        id: orderForm
        parent: part.seat.map.sideSlot
        anchors.fill: parent
        wanted: part.formShown
        visible: part.formShown && part.hasSide
        OrderForm {
            draft: part.draft
            picking: part.seat.map.picking
            onPickPlace: part.togglePicking()
            onLeave: part.seat.back()
            onDiscarded: if (part.draft.putAside())
                part.formShown = false
        }
    }
    DraftMark {
        parent: part.seat.map.anchorSlot
        points: part.seat.map.points
        place: part.formShown && part.draft.hasPlace ? QtPositioning.coordinate(part.draft.lat, part.draft.lon) : QtPositioning.coordinate()
    }
    UndoBar {
        id: undo
        parent: part.seat.notices
        draft: part.draft
        onBringBack: part.bringBack()
    }
    Later {
        id: phoneLink
        PhoneLinkDialog {
            link: part.orders.phoneLink
            onCopyWanted: text => part.seat.copy(text)
        }
    }
    Later {
        id: acts
        ActDialog {
            actions: part.orders.actions
            drafts: part.orders.texts
            photos: part.seat.photos
            units: part.orders.unitPicker
        }
    }
    OrderNews {
        seat: part.seat
        orders: part.orders
        acts: acts
    }
}
