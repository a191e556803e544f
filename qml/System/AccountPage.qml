// Who is signed in at this seat.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

Item {
    id: page

    required property Session session
    required property OwnPassword ownPassword
    property string areaName: ""
    signal signOut
    signal lock
    signal said(string text)

    component Line: Item {
        property alias label: key.text
        property alias text: value.text
        width: parent ? parent.width : 0
        height: Theme.px(40)
        Label {
            id: key
            anchors.verticalCenter: parent.verticalCenter
            quiet: true
        }
        Label {
            id: value
            x: Theme.px(180)
            width: parent.width - x
            anchors.verticalCenter: parent.verticalCenter
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
            opacity: 0.6
        }
    }

    Panel {
        width: Math.min(parent.width, Theme.px(760))
        height: column.implicitHeight + Theme.px(68)
        title: qsTr("Account")
        actions: Row {
            spacing: Theme.s2
            Button {
                icon.name: "key"
                text: qsTr("Change password")
                onClicked: passwordDialog.open()
            }
            Button {
                icon.name: "lock"
                text: qsTr("Lock the seat")
                key: "Ctrl+L"
                onClicked: page.lock()
            }
            Button {
                icon.name: "logout"
                text: qsTr("Sign out")
                onClicked: page.signOut()
            }
        }
        Column {
            id: column
            width: parent.width
            Line {
                label: qsTr("Full name")
                text: page.session.displayName
            }
            Line {
                label: qsTr("Name for signing in")
                text: page.session.name
            }
            Line {
                label: qsTr("Role")
                text: page.session.roleName
            }
            Line {
                label: qsTr("Scope")
                text: page.session.area.length > 0 ? page.areaName : qsTr("Everything")
            }
            Line {
                label: qsTr("May issue orders")
                text: page.session.mayIssueOrders ? qsTr("Yes") : qsTr("No")
            }
            Line {
                label: qsTr("May act for the centre")
                text: page.session.mayActForCentre ? qsTr("Yes") : qsTr("No")
            }
        }
    }
    PasswordDialog {
        id: passwordDialog
        ownPassword: page.ownPassword
        onDone: page.said(qsTr("Your password has been changed; wherever else you were signed in you are signed out."))
    }
}
