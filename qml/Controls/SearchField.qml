// A text field for filtering by typing, with a way to empty it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

TextField {
    id: control

    iconName: "search"
    rightPadding: Theme.s6
    Keys.onEscapePressed: event => {
        if (control.length > 0)
            control.clear();
        else
            event.accepted = false;
    }

    IconButton {
        visible: control.length > 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1 / 2
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: Theme.s6
        implicitHeight: Theme.s6
        iconSize: Theme.px(14)
        icon.name: "close"
        text: qsTr("Clear")
        focusPolicy: Qt.NoFocus
        onClicked: control.clear()
    }
}
