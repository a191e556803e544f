// A question or form in the middle of the window. Esc closes it; what was typed stays in it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.Dialog {
    id: dialog

    property string acceptText: qsTr("OK")
    property string rejectText: qsTr("Cancel")
    property bool acceptEnabled: true
    property bool grave: false
    property bool busy: false
    /// Called on the primary button and Ctrl+Enter; the owner closes the dialog when it went well.
    signal submitted

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Theme.px(560), parent ? parent.width - 2 * Theme.s6 : Theme.px(560))
    height: Math.min(implicitHeight, parent ? parent.height - 2 * Theme.s6 : implicitHeight)
    implicitHeight: header.implicitHeight + contentItem.implicitHeight + footer.implicitHeight + topPadding + bottomPadding
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape
    padding: Theme.s4
    topPadding: Theme.s2
    bottomPadding: Theme.s4

    function submit(): void {
        if (dialog.acceptEnabled && !dialog.busy)
            dialog.submitted();
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
    /// It takes an answer: also while it fades in, for those who type fast, and not while it fades out.
    property bool asking: false
    onAboutToShow: asking = true
    onAboutToHide: asking = false

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.motion
        }
    }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius * 2
        border.color: Theme.line
        border.width: Theme.hair
    }
    header: Item {
        implicitHeight: Theme.px(52)
        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s4
            anchors.right: closer.left
            anchors.verticalCenter: parent.verticalCenter
            text: dialog.title
            strong: true
            font.pixelSize: Theme.large
        }
        IconButton {
            id: closer
            anchors.right: parent.right
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            icon.name: "close"
            text: qsTr("Close")
            key: "Esc"
            onClicked: dialog.reject()
        }
    }
    footer: Item {
        implicitHeight: Theme.px(56)
        Rule {
            width: parent.width
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            Spinner {
                visible: dialog.busy
                anchors.verticalCenter: parent.verticalCenter
            }
            Button {
                text: dialog.rejectText
                onClicked: dialog.reject()
            }
            Button {
                text: dialog.acceptText
                primary: true
                key: "Ctrl+⏎"
                enabled: dialog.acceptEnabled && !dialog.busy
                onClicked: dialog.submit()
            }
        }
    }
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: dialog.asking
        onActivated: dialog.submit()
    }
}
