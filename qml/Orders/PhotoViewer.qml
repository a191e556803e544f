// One photo as large as the window allows.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Popup {
    id: viewer

    property url address

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? parent.width - 2 * Theme.s8 : 0
    height: parent ? parent.height - 2 * Theme.s8 : 0
    modal: true
    focus: true
    padding: Theme.s2
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }

    function show(address: url): void {
        viewer.address = address;
        viewer.open();
    }

    background: Rectangle {
        color: Theme.ground
        radius: Theme.radius
        border.color: Theme.line
        border.width: Theme.hair
    }
    contentItem: Item {
        Image {
            anchors.fill: parent
            source: viewer.address
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Photo")
        }
        IconButton {
            anchors.right: parent.right
            icon.name: "close"
            text: qsTr("Close")
            key: "Esc"
            onClicked: viewer.close()
        }
    }
}
