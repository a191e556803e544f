// Another password for who sits here: the present one, and the new one twice.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

Dialog {
    id: dialog

    required property OwnPassword ownPassword
    readonly property bool differ: again.length > 0 && again.text !== wanted.text
    readonly property bool tooShort: wanted.length > 0 && wanted.length < dialog.ownPassword.minLength
    signal done

    function forget(): void {
        present.clear();
        wanted.clear();
        again.clear();
    }

    title: qsTr("Change password")
    acceptText: qsTr("Change")
    acceptEnabled: present.length > 0 && wanted.length > 0 && again.text === wanted.text && !dialog.tooShort
    busy: dialog.ownPassword.busy
    onAboutToShow: {
        dialog.forget();
        dialog.ownPassword.begin();
        present.forceActiveFocus();
    }
    onClosed: dialog.forget()
    onSubmitted: dialog.ownPassword.change(present.text, wanted.text)

    component Secret: TextField {
        width: parent ? parent.width : 0
        iconName: "key"
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        Keys.onReturnPressed: dialog.submit()
        Keys.onEnterPressed: dialog.submit()
    }
    contentItem: Column {
        spacing: Theme.s3
        FormField {
            width: parent.width
            label: qsTr("Present password")
            problem: dialog.ownPassword.failureField === "old_password" ? dialog.ownPassword.failureText : ""
            Secret {
                id: present
                wrong: dialog.ownPassword.failureField === "old_password"
                Accessible.name: qsTr("Present password")
            }
        }
        FormField {
            width: parent.width
            label: qsTr("New password")
            problem: dialog.ownPassword.failureField === "new_password" ? dialog.ownPassword.failureText : ""
            note: dialog.ownPassword.minLength > 0 ? qsTr("At least %n character(s), and not the name for signing in", "", dialog.ownPassword.minLength) : ""
            Secret {
                id: wanted
                wrong: dialog.tooShort || dialog.ownPassword.failureField === "new_password"
                Accessible.name: qsTr("New password")
            }
        }
        FormField {
            width: parent.width
            label: qsTr("New password, once more")
            problem: dialog.differ ? qsTr("The two differ.") : ""
            Secret {
                id: again
                wrong: dialog.differ
                Accessible.name: qsTr("New password, once more")
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            text: dialog.ownPassword.failureField.length === 0 ? dialog.ownPassword.failureText : ""
            color: Theme.late
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.role: Accessible.AlertMessage
        }
    }
    Connections {
        target: dialog.ownPassword
        function onChanged(): void {
            if (!dialog.visible)
                return;
            dialog.close();
            dialog.done();
        }
    }
}
