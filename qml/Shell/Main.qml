// The window of a seat: the sign-in page or the workstation. Everything it shows is made by main.cpp.
pragma ComponentBehavior: Bound
import QtQuick
import QtCore
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Resources
import Chengyun.Orders
import Chengyun.Alarm
import Chengyun.Duty
import Chengyun.Search
import Chengyun.Map
import Chengyun.SignIn

Window {
    id: window

    required property var hall
    readonly property Languages languages: hall.languages
    readonly property Session session: hall.session
    readonly property HubClock hubClock: hall.clock
    readonly property Outbox outbox: hall.outbox
    readonly property Photos photos: hall.photos
    readonly property ResourceStore resources: hall.resources.store
    readonly property ResourceListModel resourceList: hall.resources.list
    readonly property ResourceListModel cameraList: hall.video.cameras
    readonly property CameraStreams cameraStreams: hall.video.streams
    readonly property AroundModel around: hall.resources.around
    readonly property AroundModel nearCameras: hall.orders.nearCameras
    readonly property OrderStore orders: hall.orders.store
    readonly property OrderListModel queue: hall.orders.queue
    readonly property OrderListModel orderList: hall.orders.list
    readonly property AssignmentListModel board: hall.orders.board
    readonly property SupervisionListModel supervisions: hall.orders.supervisions
    readonly property SupervisionListModel allSupervisions: hall.orders.allSupervisions
    readonly property TimelineModel timeline: hall.orders.timeline
    readonly property OrderDraft draft: hall.orders.draft
    readonly property DraftTexts drafts: hall.orders.texts
    readonly property OrderActions actions: hall.orders.actions
    readonly property SuggestionModel unitPicker: hall.orders.unitPicker
    readonly property OrderLoad load: hall.orders.load
    readonly property PhoneLink phoneLink: hall.orders.phoneLink
    readonly property AlarmBell bell: hall.alarm.bell
    readonly property DutyState duty: hall.duty.state
    readonly property CommandBar commands: hall.search.commands
    readonly property CommandBar mapSearch: hall.search.mapSearch
    readonly property TileServer tiles: hall.tiles
    readonly property MapFeed mapFeed: hall.mapFeed
    readonly property url settingsFile: hall.settingsFile
    readonly property string version: hall.version
    /// Offered on the sign-in page instead of the hub used last.
    property string hubUrl: ""
    /// False for pictures and measurements: size and place come from outside.
    property bool keepsGeometry: true
    readonly property Workstation seat: workstation.item as Workstation
    readonly property SignInPage signInPage: signIn.item as SignInPage

    minimumWidth: 1024
    minimumHeight: 640
    color: Theme.ground
    title: seat && seat.districtName.length > 0 ? qsTr("Chengyun") + " · " + seat.districtName : qsTr("Chengyun")

    Settings {
        id: look
        location: window.settingsFile
        category: "look"
        property bool dark: true
        property int scalePercent: 0
        property bool muted: false
    }
    Binding {
        target: window.bell
        property: "muted"
        value: look.muted
    }
    Connections {
        target: window.bell
        function onMutedChanged(): void {
            look.muted = window.bell.muted;
        }
    }
    WindowKeeper {
        id: keeper
        window: window
        location: window.settingsFile
        enabled: window.keepsGeometry
    }
    Binding {
        target: Theme
        property: "dark"
        value: look.dark
    }
    Binding {
        target: Theme
        property: "scale"
        // The file may say anything: a seat whose words do not fit cannot be put right at the seat.
        // A value that the form does not offer was not chosen by anybody: as if there were none.
        value: look.scalePercent >= 75 && look.scalePercent <= 300 ? look.scalePercent / 100 : window.height >= 1800 ? 1.5 : 1
    }
    Binding {
        target: Clock
        property: "driven"
        value: true
    }
    Binding {
        target: Clock
        property: "now"
        value: window.hubClock.now
    }
    Component.onCompleted: if (window.keepsGeometry)
        keeper.restore()
    onClosing: keeper.store()

    Loader {
        id: workstation
        anchors.fill: parent
        active: window.session.signedIn
        focus: active
        sourceComponent: Workstation {
            focus: true
            session: window.session
            hubClock: window.hubClock
            outbox: window.outbox
            photos: window.photos
            resources: window.resources
            resourceList: window.resourceList
            cameraList: window.cameraList
            cameraStreams: window.cameraStreams
            around: window.around
            nearCameras: window.nearCameras
            orders: window.orders
            queue: window.queue
            orderList: window.orderList
            board: window.board
            supervisions: window.supervisions
            allSupervisions: window.allSupervisions
            timeline: window.timeline
            draft: window.draft
            drafts: window.drafts
            actions: window.actions
            unitPicker: window.unitPicker
            load: window.load
            phoneLink: window.phoneLink
            bell: window.bell
            duty: window.duty
            commands: window.commands
            mapSearch: window.mapSearch
            tiles: window.tiles
            mapFeed: window.mapFeed
            location: window.settingsFile
            language: window.languages.current
            scalePercent: look.scalePercent
            version: window.version
            onLanguageWanted: language => window.languages.use(language)
            onDarkWanted: dark => look.dark = dark
            onScaleWanted: percent => look.scalePercent = percent
        }
    }
    Loader {
        id: signIn
        anchors.fill: parent
        active: !window.session.signedIn
        focus: active
        sourceComponent: SignInPage {
            focus: true
            session: window.session
            language: window.languages.current
            version: window.version
            offeredUrl: window.hubUrl
            onLanguageWanted: language => window.languages.use(language)
            Component.onCompleted: begin()
        }
    }
}
