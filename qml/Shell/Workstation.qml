// The workstation: everything between the window's edges once somebody is signed in, and the way keys
// and commands take through it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Link
import Chengyun.Resources
import Chengyun.Orders
import Chengyun.Alarm
import Chengyun.Duty
import Chengyun.Search
import Chengyun.Map
import Chengyun.System

FocusScope {
    id: seat

    required property Session session
    required property HubClock hubClock
    required property Outbox outbox
    required property Photos photos
    required property ResourceStore resources
    required property ResourceListModel resourceList
    required property ResourceListModel cameraList
    required property CameraStreams cameraStreams
    required property AroundModel around
    required property AroundModel nearCameras
    required property OrderStore orders
    required property OrderListModel queue
    required property OrderListModel orderList
    required property AssignmentListModel board
    required property SupervisionListModel supervisions
    required property SupervisionListModel allSupervisions
    required property TimelineModel timeline
    required property OrderDraft draft
    required property DraftTexts drafts
    required property OrderActions actions
    required property SuggestionModel unitPicker
    required property OrderLoad load
    required property PhoneLink phoneLink
    required property AlarmBell bell
    required property DutyState duty
    required property CommandBar commands
    required property CommandBar mapSearch
    required property TileServer tiles
    required property MapFeed mapFeed
    required property url location
    property string language: "zh_CN"
    property int scalePercent: 0
    property string version: ""
    property string screen: "map"
    property string currentOrder: ""
    property bool formShown: false
    readonly property string districtName: {
        const choices = seat.resources.count >= 0 ? seat.resources.areaChoices() : [];
        const scope = seat.session.area;
        const found = scope.length > 0 ? choices.find(a => a.code === scope) : choices.find(a => a.level === "district") ?? choices[0];
        return found ? found.name : "";
    }
    readonly property alias mapScreen: map
    readonly property alias commandPalette: palette
    readonly property alias actDialog: acts
    readonly property alias dutyDialog: dutyDialog
    readonly property alias phoneLinkDialog: phoneLinkDialog
    readonly property alias undoBar: undoBar
    readonly property alias head: statusBar
    // Made when they are first looked at: a start waits for the map only.
    readonly property VideoScreen videoScreen: videoLoader.item as VideoScreen
    readonly property OrdersScreen ordersScreen: ordersLoader.item as OrdersScreen
    property string systemPart: "link"
    property string ordersShown: "orders"
    readonly property alias form: orderForm
    readonly property alias detail: orderDetail
    signal languageWanted(string language)
    signal darkWanted(bool dark)
    signal scaleWanted(int percent)

    function go(to: string): void {
        seat.screen = to;
    }
    function openOrder(order: string): void {
        seat.currentOrder = order;
        seat.formShown = false;
        if (order.length > 0)
            seat.bell.acknowledgeAbout("order", order);
        if (seat.screen !== "map" && seat.screen !== "orders")
            seat.screen = "map";
    }
    /// A draft that was left is kept; what begins anew does not write over it. False when it cannot be
    /// kept elsewhere.
    function putAside(): bool {
        return seat.formShown || seat.draft.putAside();
    }
    onFormShownChanged: if (!formShown) {
        map.picking = false;
        // The map itself: its screen's focus would go back to the form that is hidden now.
        map.hall.forceActiveFocus();
    }
    function showForm(): void {
        seat.screen = "map";
        seat.formShown = true;
        orderForm.begin();
    }
    function newOrder(): void {
        if (!seat.session.mayIssueOrders)
            return;
        if (!seat.draft.active) {
            if (seat.screen === "map" && map.resource.length > 0)
                seat.draft.startFromResource(map.resource);
            else
                seat.draft.start();
        }
        seat.showForm();
    }
    function leaveForm(): void {
        seat.formShown = false;
        if (seat.draft.active)
            toasts.show(qsTr("The draft is kept: F4 opens it again."), false);
    }
    function discardDraft(): void {
        if (seat.draft.putAside())
            seat.formShown = false;
    }
    function nearestUnits(): void {
        seat.screen = "map";
        if (seat.formShown && seat.draft.hasPlace)
            map.lookAround(seat.draft.lon, seat.draft.lat, seat.draft.address);
        else if (map.resource.length > 0) {
            const card = seat.resources.card(map.resource);
            map.lookAround(card.lon, card.lat, card.address ?? "");
        } else if (orderDetail.has && orderDetail.card.hasPlace)
            map.lookAround(orderDetail.card.lon, orderDetail.card.lat, orderDetail.card.address ?? "");
        else
            map.lookAroundCentre();
    }
    function acknowledge(): void {
        if (seat.session.unit.length > 0 && seat.currentOrder.length > 0 && seat.actions.acknowledgeMine(seat.currentOrder))
            return;
        const subject = seat.bell.acknowledgeNewest();
        if (subject.kind === "order")
            seat.openOrder(subject.id);
    }
    /// Esc: one step, nothing lost.
    function back(): void {
        if (seat.screen === "map" && map.back())
            return;
        if (seat.screen === "map" && seat.formShown)
            seat.leaveForm();
        else if (seat.currentOrder.length > 0 && (seat.screen === "map" || seat.screen === "orders"))
            seat.currentOrder = "";
        else if (seat.screen !== "map")
            seat.screen = "map";
    }
    function copy(text: string): void {
        clipboard.put(text);
        toasts.show(qsTr("Copied: paste it into a spreadsheet or a message."), false);
    }
    /// What the hub did not take becomes a draft again. Where it cannot, it stays where it is.
    function writeAgain(key: string): void {
        if (!seat.draft.startFromOutbox(key)) {
            toasts.show(qsTr("It could not be opened as a draft, and stays in the list."), true);
            return;
        }
        seat.outbox.dismiss(key);
        seat.currentOrder = "";
        seat.showForm();
    }
    function say(text: string, failed: bool): void {
        toasts.show(text, failed);
    }
    function changeDuty(): void {
        const wide = seat.session.area.length === 0 || seat.session.area.endsWith("000000");
        if (!seat.duty.known)
            toasts.show(qsTr("The hub has not said who is on duty yet."), true);
        else if (seat.session.mayActForCentre && wide)
            dutyDialog.begin();
        else
            toasts.show(qsTr("Only the hall's operators and commanders may change this."), true);
    }
    function openPalette(): void {
        seat.commands.text = "";
        palette.open();
    }
    function run(command: string): void {
        switch (command) {
        case "order.new":
            seat.newOrder();
            break;
        case "order.back":
            if (seat.draft.hasAside) {
                if (seat.draft.bringBack())
                    seat.showForm();
            } else {
                toasts.show(qsTr("No draft has been put aside."), false);
            }
            break;
        case "around":
            seat.nearestUnits();
            break;
        case "acknowledge":
            seat.acknowledge();
            break;
        case "go.map":
        case "go.video":
        case "go.orders":
        case "go.resources":
        case "go.system":
            seat.screen = command.slice(3);
            break;
        case "duty":
            seat.changeDuty();
            break;
        case "alarms":
            statusBar.showAlarms();
            break;
        case "alarms.mute":
            seat.bell.muted = !seat.bell.muted;
            break;
        case "queue.late":
        case "queue.all":
            seat.screen = "map";
            seat.queue.filter = command === "queue.late" ? OrderListModel.Late : OrderListModel.All;
            seat.queue.text = "";
            break;
        case "language":
            seat.languageWanted(seat.language === "en" ? "zh_CN" : "en");
            break;
        case "theme":
            seat.darkWanted(!Theme.dark);
            break;
        case "retry":
            seat.session.retry();
            seat.outbox.retryNow();
            break;
        case "signout":
            seat.session.signOut();
            break;
        }
    }
    SeatCommands {
        bar: seat.commands
        language: seat.language
    }
    Component.onCompleted: {
        if (seat.draft.active)
            seat.formShown = true;
        // All of them stand under System; a seat with many is not told each in turn.
        for (const line of leftOut.lines.slice(0, 2))
            toasts.show(line, true);
    }
    LeftOutMaps {
        id: leftOut
        tiles: seat.tiles
    }

    component PageLoader: Loader {
        required property bool shown
        property bool visited: false
        anchors.fill: parent
        visible: shown
        focus: shown
        active: visited
        onShownChanged: if (shown)
            visited = true
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape) {
            seat.back();
            event.accepted = true;
        } else if (event.key === Qt.Key_Space && event.modifiers === Qt.NoModifier) {
            seat.acknowledge();
            event.accepted = true;
        }
    }
    Shortcut {
        sequence: "F4"
        enabled: seat.visible
        onActivated: seat.newOrder()
    }
    Shortcut {
        sequence: "F6"
        enabled: seat.visible
        onActivated: seat.nearestUnits()
    }
    Shortcut {
        sequence: "Ctrl+K"
        enabled: seat.visible
        onActivated: palette.opened ? palette.close() : seat.openPalette()
    }
    Shortcut {
        sequence: "Ctrl+F"
        enabled: seat.visible && seat.screen === "map"
        onActivated: map.focusSearch()
    }

    Connections {
        target: seat.commands
        function onCommandChosen(id: string): void {
            seat.run(id);
        }
        function onTargetChosen(kind: string, id: string): void {
            seat.show(kind, id);
        }
    }
    Connections {
        target: seat.mapSearch
        function onTargetChosen(kind: string, id: string): void {
            seat.show(kind, id);
        }
    }
    function show(kind: string, id: string): void {
        if (kind === "order") {
            seat.openOrder(id);
            if (orderDetail.card.hasPlace)
                map.centreOn(orderDetail.card.lon, orderDetail.card.lat, 13);
            return;
        }
        seat.screen = "map";
        if (kind === "resource") {
            map.resource = id;
            map.centreOnResource(id);
        } else if (kind === "unit") {
            const unit = seat.resources.unitCard(id);
            const office = unit.area ? seat.mapFeed.placeOf(unit.area) : null;
            if (unit.resource && unit.resource.length > 0) {
                map.resource = unit.resource;
                map.centreOnResource(unit.resource);
            } else if (unit.hasPlace) {
                map.centreOn(unit.lon, unit.lat, 14);
            } else if (office && office.isValid) {
                map.centreOn(office.longitude, office.latitude, 13);
            } else {
                toasts.show(qsTr("Nobody knows where this unit is."), true);
            }
        } else if (kind === "area") {
            const place = seat.mapFeed.placeOf(id);
            if (place.isValid)
                map.centreOn(place.longitude, place.latitude, 13);
        }
    }
    Connections {
        target: seat.draft
        function onIssued(orderId: string): void {
            seat.formShown = false;
            map.chooseNone();
            seat.currentOrder = orderId;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }
    StatusBar {
        id: statusBar
        width: parent.width
        session: seat.session
        outbox: seat.outbox
        bell: seat.bell
        duty: seat.duty
        districtName: seat.districtName
        language: seat.language
        onCommandBarWanted: seat.openPalette()
        onDutyWanted: seat.changeDuty()
        onCopyWanted: text => seat.copy(text)
        onLinkWanted: {
            seat.systemPart = "link";
            seat.screen = "system";
        }
        onAccountWanted: {
            seat.systemPart = "account";
            seat.screen = "system";
        }
        onPicked: (kind, id) => seat.openOrder(id)
        onSignOut: seat.session.signOut()
        onLanguageWanted: language => seat.languageWanted(language)
        onDarkWanted: dark => seat.darkWanted(dark)
    }
    OfflineBanner {
        id: banner
        anchors.top: statusBar.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: seat.session.state === Session.Offline
        session: seat.session
        outbox: seat.outbox
        onOutboxWanted: {
            seat.systemPart = "link";
            seat.screen = "system";
        }
    }
    NavRail {
        id: rail
        anchors.top: banner.bottom
        anchors.bottom: foot.top
        width: Theme.railWidth
        screen: seat.screen
        lateCount: seat.queue.lateCount
        failedCount: seat.outbox.failed
        onPicked: screen => seat.go(screen)
    }
    Item {
        id: pages
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: banner.bottom
        anchors.bottom: foot.top

        MapScreen {
            id: map
            anchors.fill: parent
            visible: seat.screen === "map"
            focus: visible
            tiles: seat.tiles
            mapFeed: seat.mapFeed
            resources: seat.resources
            resourceList: seat.resourceList
            streams: seat.cameraStreams
            around: seat.around
            mapSearch: seat.mapSearch
            orders: seat.orders
            queue: seat.queue
            draft: seat.draft
            load: seat.load
            session: seat.session
            location: seat.location
            language: seat.language
            currentOrder: seat.currentOrder
            formShown: seat.formShown
            onOrderPicked: order => seat.openOrder(order)
            onNewOrderWanted: seat.newOrder()
            onNewOrderAt: (lon, lat) => {
                if (seat.formShown)
                    seat.draft.setPlace(lon, lat);
                else if (seat.putAside()) {
                    seat.draft.startAt(lon, lat);
                    seat.showForm();
                }
            }
            onNewOrderFor: resource => {
                if (!seat.draft.putAside())
                    return;
                seat.draft.startFromResource(resource);
                seat.showForm();
            }
            onNewOrderUnits: (units, lon, lat, address) => {
                if (!seat.putAside())
                    return;
                seat.draft.startForUnits(units, lon, lat, address);
                seat.showForm();
            }
            onCopyWanted: text => clipboard.put(text)
            onSaid: (text, failed) => toasts.show(text, failed)
        }
        PageLoader {
            id: ordersLoader
            shown: seat.screen === "orders"
            sourceComponent: OrdersScreen {
                focus: true
                orders: seat.orderList
                allSupervisions: seat.allSupervisions
                location: seat.location
                shown: seat.ordersShown
                currentOrder: seat.currentOrder
                onShownPicked: shown => seat.ordersShown = shown
                onPicked: order => seat.openOrder(order)
                onCopyWanted: text => clipboard.put(text)
                onSaid: (text, failed) => toasts.show(text, failed)
                onRemindChosen: orders => {
                    let reminded = 0;
                    for (const o of orders)
                        reminded += seat.actions.remindLate(o, "");
                    if (reminded === 0)
                        toasts.show(qsTr("Nobody on these orders is late."), false);
                }
            }
        }
        PageLoader {
            id: videoLoader
            shown: seat.screen === "video"
            sourceComponent: VideoScreen {
                focus: true
                cameras: seat.cameraList
                streams: seat.cameraStreams
                store: seat.resources
                onShowOnMap: resource => seat.show("resource", resource)
            }
        }
        PageLoader {
            shown: seat.screen === "resources"
            sourceComponent: ResourceTable {
                focus: true
                resources: seat.resourceList
                store: seat.resources
                current: map.resource
                onPicked: resource => map.resource = resource
                onActivated: resource => seat.show("resource", resource)
                onCopyWanted: text => clipboard.put(text)
                onSaid: (text, failed) => toasts.show(text, failed)
            }
        }
        PageLoader {
            shown: seat.screen === "system"
            sourceComponent: SystemPage {
                focus: true
                session: seat.session
                outbox: seat.outbox
                bell: seat.bell
                part: seat.systemPart
                language: seat.language
                scalePercent: seat.scalePercent
                version: seat.version
                areaName: seat.districtName
                leftOutMaps: leftOut.lines
                onPartPicked: part => seat.systemPart = part
                onLanguageWanted: language => seat.languageWanted(language)
                onDarkWanted: dark => seat.darkWanted(dark)
                onScaleWanted: percent => seat.scaleWanted(percent)
                onSignOut: seat.session.signOut()
                onWriteAgain: key => seat.writeAgain(key)
                onCopyWanted: text => seat.copy(text)
            }
        }

        // One detail and one form; they stand at the right of whichever screen shows them.
        OrderDetail {
            id: orderDetail
            parent: seat.screen === "orders" && seat.ordersScreen ? seat.ordersScreen.side : map.side
            anchors.fill: parent
            visible: !seat.formShown || seat.screen === "orders"
            store: seat.orders
            actions: seat.actions
            board: seat.board
            supervisions: seat.supervisions
            timeline: seat.timeline
            cameras: seat.nearCameras
            photos: seat.photos
            session: seat.session
            outbox: seat.outbox
            order: seat.currentOrder
            onWriteAgain: key => seat.writeAgain(key)
            onPhoneLinkWanted: (unit, unitName) => phoneLinkDialog.begin(unit, unitName)
            onCopyWanted: text => seat.copy(text)
            onActWanted: (act, subject, unitName, onBehalf) => {
                if (act === "reassign")
                    seat.unitPicker.askAbout(seat.currentOrder);
                acts.ask(act, subject, unitName, onBehalf);
            }
            onWithdrawWanted: order => acts.ask("withdraw_order", order, "", false)
            onReplyWanted: supervision => acts.ask("reply", supervision, "", false)
            onSettleWanted: supervision => acts.ask("close_supervision", supervision, "", false)
            onCameraPicked: resource => {
                seat.screen = "map";
                map.camera = resource;
            }
            onShowPlace: (lon, lat) => {
                seat.screen = "map";
                map.centreOn(lon, lat, 14);
            }
            onAroundWanted: (lon, lat) => {
                seat.screen = "map";
                map.lookAround(lon, lat, orderDetail.card.address ?? "");
            }
            onFurtherOrder: order => {
                if (!seat.draft.putAside())
                    return;
                seat.draft.startFromOrder(order);
                seat.showForm();
            }
            onClosed: seat.currentOrder = ""
        }
        OrderForm {
            id: orderForm
            parent: map.side
            anchors.fill: parent
            visible: seat.formShown
            draft: seat.draft
            picking: map.picking
            onPickPlace: map.picking = !map.picking
            onLeave: seat.back()
            onDiscarded: seat.discardDraft()
        }
    }
    FootBar {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        mayIssue: seat.session.mayIssueOrders
        onNewOrder: seat.newOrder()
        onAround: seat.nearestUnits()
        onAcknowledge: seat.acknowledge()
        onCommands: seat.openPalette()
        onBack: seat.back()
    }

    CommandPalette {
        id: palette
        bar: seat.commands
    }
    PhoneLinkDialog {
        id: phoneLinkDialog
        link: seat.phoneLink
        onCopyWanted: text => seat.copy(text)
    }
    DutyDialog {
        id: dutyDialog
        duty: seat.duty
    }
    ActDialog {
        id: acts
        actions: seat.actions
        drafts: seat.drafts
        photos: seat.photos
        units: seat.unitPicker
    }
    SeatNews {
        id: toasts
        session: seat.session
        outbox: seat.outbox
        draft: seat.draft
        drafts: seat.drafts
        actions: seat.actions
        acts: acts
        duty: seat.duty
        dutyDialog: dutyDialog
        bell: seat.bell
        anchors.bottom: undoBar.visible ? undoBar.top : foot.top
        anchors.bottomMargin: Theme.s4
        anchors.horizontalCenter: parent.horizontalCenter
    }
    UndoBar {
        id: undoBar
        draft: seat.draft
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.s4
        anchors.horizontalCenter: parent.horizontalCenter
        onBringBack: {
            if (seat.draft.bringBack())
                seat.showForm();
        }
    }
    Clipboard {
        id: clipboard
    }
}
