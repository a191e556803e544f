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

    required property Languages languages
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
    required property url settingsFile
    required property string version
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
