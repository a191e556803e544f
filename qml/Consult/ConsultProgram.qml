// The big screen of a consultation room: one room, the whole window, no frame. Somebody signs in here as at a seat.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Capability
import Chengyun.Link
import Chengyun.SignIn

Window {
    id: window

    required property var hall
    /// Title or id of the room that is shown; empty: the first that calls, else the standing one.
    property string roomName: ""
    property string hubUrl: ""
    readonly property Session session: hall.session
    readonly property ConsultCapability consult: hall.consult
    property string told: ""

    flags: Qt.Window | Qt.FramelessWindowHint
    color: Theme.ground
    title: qsTr("Consultation room")

    Binding {
        target: Theme
        property: "dark"
        value: true
    }
    Binding {
        target: Theme
        property: "scale"
        // Read from three metres: one and a half times what a seat has.
        value: Math.max(1, window.height / 1080 * 1.5)
    }
    HallTime {
        clock: window.hall.clock
    }
    PaneRegistry {
        id: registry
        session: window.session
        tiles: window.hall.tiles
        mapFeed: window.hall.mapFeed
        capabilities: window.hall.capabilities
        language: window.hall.languages.current
    }
    function choose(): void {
        const card = window.consult.card;
        // A room that is over, or that nobody here is in, makes place for one that calls.
        const stays = card.room !== undefined && card.ended === 0 && (window.consult.rooms.calls === 0 || window.consult.desk.phase !== ConsultDesk.Out);
        if (!window.session.signedIn || stays)
            return;
        const call = window.roomName.length === 0 ? window.consult.rooms.call.room ?? "" : "";
        window.consult.room = call.length > 0 ? call : window.consult.named(window.roomName);
    }
    Connections {
        target: window.session
        function onStateChanged(): void {
            window.choose();
        }
    }
    Connections {
        target: window.consult.rooms
        function onRowsInserted(): void {
            window.choose();
        }
        function onModelReset(): void {
            window.choose();
        }
        function onCallsChanged(): void {
            window.choose();
        }
    }
    Connections {
        target: window.consult.desk
        function onPutOut(why: string): void {
            window.told = why;
        }
        function onChanged(): void {
            if (window.consult.desk.phase !== ConsultDesk.Out)
                window.told = "";
        }
    }
    Component.onCompleted: {
        // Where no window manager makes it fill the screen, it does so itself.
        const output = Application.screens[0];
        window.x = output.virtualX;
        window.y = output.virtualY;
        window.width = output.width;
        window.height = output.height;
        window.showFullScreen();
        window.choose();
    }

    FocusScope {
        anchors.fill: parent
        focus: true
        visible: window.session.signedIn
        // The sign-in page had the keys.
        onVisibleChanged: if (visible)
            forceActiveFocus()
        Keys.onPressed: event => {
            const conference = window.consult.desk.conference;
            if (event.key === Qt.Key_M && room.seated)
                conference.microphone = !conference.microphone;
            else if (event.key === Qt.Key_V && room.seated)
                conference.camera = !conference.camera;
            else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && !room.here && room.known)
                room.enter();
            else
                return;
            event.accepted = true;
        }
        ConsultRoom {
            id: room
            anchors.fill: parent
            visible: known
            consult: window.consult
            registry: registry
            stale: window.session.state === Session.Offline
            big: true
            onSaid: (text, failed) => window.told = text
        }
        EmptyState {
            visible: !room.known
            anchors.centerIn: parent
            width: Math.min(parent.width, Theme.px(560))
            iconName: "consult"
            title: window.roomName.length > 0 ? Format.fill(qsTr("There is no room %1 now"), [window.roomName]) : qsTr("There is no consultation now")
            text: qsTr("It is shown here as soon as there is one.")
        }
        Rectangle {
            visible: window.told.length > 0
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(64)
            width: Math.min(parent.width, toldLabel.implicitWidth + 2 * Theme.s4)
            height: Theme.px(44)
            radius: Theme.radius
            color: Theme.captionGround
            Label {
                id: toldLabel
                anchors.centerIn: parent
                text: window.told
                color: Theme.caption
                font.pixelSize: Theme.large
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: !window.session.signedIn
        focus: active
        sourceComponent: SignInPage {
            focus: true
            session: window.session
            outbox: window.hall.outbox
            language: window.hall.languages.current
            version: window.hall.version
            offeredUrl: window.hubUrl
            onLanguageWanted: language => window.hall.languages.use(language)
            Component.onCompleted: begin()
        }
    }
}
