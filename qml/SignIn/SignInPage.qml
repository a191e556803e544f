// Who is there: hub, name, password. Says in words why it did not work and what to do.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

FocusScope {
    id: page

    required property Session session
    required property Outbox outbox
    property string language: "zh_CN"
    property string version: ""
    property string offeredUrl: ""
    readonly property bool busy: session.state === Session.SigningIn
    readonly property bool firstRun: session.lastHubUrl().length === 0 && offeredUrl.length === 0
    signal languageWanted(string language)

    function submit(): void {
        if (!page.busy && urlField.text.length > 0 && nameField.text.length > 0 && passwordField.text.length > 0)
            page.session.signIn(urlField.text.trim(), nameField.text.trim(), passwordField.text);
    }
    function begin(): void {
        if (nameField.text.length === 0)
            nameField.forceActiveFocus();
        else
            passwordField.forceActiveFocus();
    }
    onVisibleChanged: if (visible) {
        passwordField.clear();
        begin();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(Theme.s4, Math.round((parent.height - height) * 0.42))
        width: Theme.px(400)
        spacing: Theme.s5

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s3
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "logo"
                size: Theme.px(56)
                color: Theme.accent
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                Label {
                    text: qsTr("Chengyun")
                    strong: true
                    font.pixelSize: Theme.huge
                }
                Label {
                    text: qsTr("Command hall of the city's operation centre")
                    quiet: true
                }
            }
        }

        Rectangle {
            width: parent.width
            height: formColumn.implicitHeight + 2 * Theme.s6
            radius: Theme.radius * 2
            color: Theme.surface
            border.color: Theme.line
            border.width: Theme.hair

            Column {
                id: formColumn
                x: Theme.s6
                y: Theme.s6
                width: parent.width - 2 * Theme.s6
                spacing: Theme.s3

                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: {
                        const said = [];
                        if (page.session.state === Session.Expired)
                            said.push(qsTr("Your session has ended. What you were writing is kept; sign in to go on."));
                        if (page.outbox.others > 0)
                            said.push(qsTr("%n command(s) wait at this seat; they go when who gave them has signed in.", "", page.outbox.others));
                        return said.join(" ");
                    }
                    color: Theme.accent
                    Accessible.role: Accessible.AlertMessage
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Label {
                    visible: page.session.unended
                    width: parent.width
                    text: qsTr("You are signed out here, but the hub has not ended the session: it has not answered. It is asked again as long as this program runs.")
                    color: Theme.late
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Accessible.role: Accessible.AlertMessage
                }
                Label {
                    visible: page.firstRun && page.session.state !== Session.Expired
                    width: parent.width
                    text: qsTr("First start on this machine: enter the address of your hub. Your administrator knows it.")
                    quiet: true
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                FormField {
                    width: parent.width
                    label: qsTr("Hub")
                    TextField {
                        id: urlField
                        width: parent.width
                        iconName: "link"
                        placeholderText: "http://hub.example:8790"
                        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
                        text: page.offeredUrl.length > 0 ? page.offeredUrl : page.session.hubUrl.length > 0 ? page.session.hubUrl : page.session.lastHubUrl()
                        wrong: page.session.failureKind === "unavailable"
                        Accessible.name: qsTr("Address of the hub")
                        Keys.onReturnPressed: page.submit()
                        Keys.onEnterPressed: page.submit()
                    }
                }
                FormField {
                    width: parent.width
                    label: qsTr("Name")
                    TextField {
                        id: nameField
                        width: parent.width
                        iconName: "user"
                        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                        text: page.session.lastName()
                        wrong: page.session.failureKind === "unauthenticated"
                        Accessible.name: qsTr("Name")
                        Keys.onReturnPressed: page.submit()
                        Keys.onEnterPressed: page.submit()
                    }
                }
                FormField {
                    width: parent.width
                    label: qsTr("Password")
                    TextField {
                        id: passwordField
                        width: parent.width
                        iconName: "key"
                        echoMode: TextInput.Password
                        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                        wrong: page.session.failureKind === "unauthenticated"
                        Accessible.name: qsTr("Password")
                        Keys.onReturnPressed: page.submit()
                        Keys.onEnterPressed: page.submit()
                    }
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: page.session.failureText
                    color: Theme.late
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    Accessible.role: Accessible.AlertMessage
                }
                Button {
                    width: parent.width
                    height: Theme.px(40)
                    primary: true
                    text: page.busy ? qsTr("Signing in …") : qsTr("Sign in")
                    enabled: !page.busy && urlField.text.length > 0 && nameField.text.length > 0 && passwordField.text.length > 0
                    onClicked: page.submit()
                }
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s1
            Chip {
                text: "中文"
                checkable: false
                checked: page.language === "zh_CN"
                onClicked: page.languageWanted("zh_CN")
            }
            Chip {
                text: "English"
                checkable: false
                checked: page.language === "en"
                onClicked: page.languageWanted("en")
            }
        }
    }
    Label {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        anchors.horizontalCenter: parent.horizontalCenter
        text: page.version
        color: Theme.faint
        font.pixelSize: Theme.tiny
    }
}
