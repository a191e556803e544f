// A locked seat: over everything, dialogs too, until the password is given or somebody else signs in. It
// tells nothing of the hall but how much rings and waits.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

T.Popup {
    id: page

    required property ScreenLock screenLock
    required property Session session
    required property Outbox outbox
    property int ringing: 0

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    z: 1000 // also over what opens by itself meanwhile
    modal: true
    focus: true
    closePolicy: T.Popup.NoAutoClose
    // What closes or opens beneath must not take what is typed here.
    onActiveFocusChanged: if (page.screenLock.locked && !page.activeFocus)
        page.forceActiveFocus()

    component Line: Label {
        width: parent ? parent.width : 0
        horizontalAlignment: Text.AlignHCenter
        visible: text.length > 0
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    background: Rectangle {
        color: Theme.ground
    }
    contentItem: Loader {
        focus: true
        active: page.visible
        sourceComponent: FocusScope {
            id: form

            focus: true
            Accessible.role: Accessible.Dialog
            Accessible.name: qsTr("This seat is locked")

            function submit(): void {
                if (passwordField.length > 0)
                    page.screenLock.unlock(passwordField.text);
            }
            Connections {
                target: page.screenLock
                function onStateChanged(): void {
                    if (page.screenLock.failureText.length > 0)
                        passwordField.selectAll();
                }
            }

            Column {
                anchors.centerIn: parent
                width: Theme.px(400)
                spacing: Theme.s4

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "lock"
                    size: Theme.px(48)
                    color: Theme.accent
                }
                Line {
                    text: page.session.displayName
                    strong: true
                    font.pixelSize: Theme.title
                }
                Line {
                    text: qsTr("This seat is locked. What is sent and what arrives goes on.")
                    quiet: true
                }
                FormField {
                    width: parent.width
                    label: qsTr("Password")
                    problem: page.screenLock.failureText
                    TextField {
                        id: passwordField
                        width: parent.width
                        focus: true
                        iconName: "key"
                        echoMode: TextInput.Password
                        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                        wrong: page.screenLock.failureText.length > 0
                        Accessible.name: qsTr("Password of %1").arg(page.session.displayName)
                        Keys.onReturnPressed: form.submit()
                        Keys.onEnterPressed: form.submit()
                    }
                }
                Button {
                    width: parent.width
                    height: Theme.px(40)
                    primary: true
                    text: page.screenLock.checking ? qsTr("Checking …") : qsTr("Unlock")
                    enabled: passwordField.length > 0 && !page.screenLock.checking
                    onClicked: form.submit()
                }
                Button {
                    width: parent.width
                    flat: true
                    icon.name: "swap"
                    text: qsTr("Sign in as somebody else")
                    hint: qsTr("Drafts and what waits stay those of %1").arg(page.session.displayName)
                    onClicked: page.session.signOut()
                }
                Column {
                    width: parent.width
                    spacing: Theme.s1
                    Line {
                        text: page.ringing > 0 ? qsTr("%n alarm(s) nobody has taken note of", "", page.ringing) : ""
                        color: Theme.late
                        strong: true
                        Accessible.role: Accessible.AlertMessage
                    }
                    Line {
                        text: page.session.online ? "" : qsTr("No link to the hub")
                        color: Theme.late
                    }
                    Line {
                        text: page.outbox.waiting > 0 ? qsTr("%n command(s) not sent yet", "", page.outbox.waiting) : ""
                        quiet: true
                    }
                }
            }
        }
    }
}
