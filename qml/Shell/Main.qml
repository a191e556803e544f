// The window of a seat: the sign-in page or the workstation. Everything it shows is made by the hall.
pragma ComponentBehavior: Bound
import QtQuick
import QtCore
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Capability
import Chengyun.Link
import Chengyun.SignIn

Window {
    id: window

    required property var hall
    readonly property Session session: hall.session
    readonly property Languages languages: hall.languages
    readonly property ScreenLock screenLock: hall.screenLock
    readonly property HubClock clock: hall.clock
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

    // For dialogs of Qt's own, where the system has none.
    palette {
        window: Theme.surface
        windowText: Theme.text
        base: Theme.ground
        alternateBase: Theme.surface
        text: Theme.text
        placeholderText: Theme.faint
        button: Theme.raised
        buttonText: Theme.text
        brightText: Theme.text
        highlight: Theme.accent
        highlightedText: Theme.accentInk
        light: Theme.hover
        midlight: Theme.raised
        mid: Theme.line
        dark: Theme.quiet
        shadow: Theme.line
        toolTipBase: Theme.raised
        toolTipText: Theme.text
        link: Theme.accent
    }
    Settings {
        id: look
        location: window.hall.settingsFile
        category: "look"
        property bool dark: true
        property int scalePercent: 0
        /// After so long without a key or the pointer the seat locks itself; 0: never, as long as nobody
        /// has asked for it, for who watches a hall touches nothing.
        property int lockMinutes: 0
    }
    WindowKeeper {
        id: keeper
        window: window
        location: window.hall.settingsFile
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
        target: window.screenLock
        property: "idleMinutes"
        value: look.lockMinutes
    }
    Binding {
        target: SeatLocked
        property: "locked"
        value: window.screenLock.locked
    }
    HallTime {
        clock: window.clock
    }
    Component.onCompleted: if (window.keepsGeometry)
        keeper.restore()
    onClosing: keeper.store()

    Loader {
        id: workstation
        anchors.fill: parent
        active: window.session.signedIn
        // Nothing of it is read out either.
        visible: !window.screenLock.locked
        focus: active
        sourceComponent: Workstation {
            focus: true
            session: window.session
            screenLock: window.screenLock
            ownPassword: window.hall.ownPassword
            clock: window.clock
            outbox: window.hall.outbox
            photos: window.hall.photos
            tiles: window.hall.tiles
            mapFeed: window.hall.mapFeed
            settingsFile: window.hall.settingsFile
            capabilities: window.hall.capabilities
            language: window.languages.current
            scalePercent: look.scalePercent
            lockMinutes: look.lockMinutes
            version: window.hall.version
            onLanguageWanted: language => window.languages.use(language)
            onDarkWanted: dark => look.dark = dark
            onScaleWanted: percent => look.scalePercent = percent
            onLockAfterWanted: minutes => look.lockMinutes = minutes
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
            outbox: window.hall.outbox
            language: window.languages.current
            version: window.hall.version
            offeredUrl: window.hubUrl
            onLanguageWanted: language => window.languages.use(language)
            Component.onCompleted: begin()
        }
    }
}
