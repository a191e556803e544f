// What can be kept of a camera, and heard of it.
import QtQuick
import Chengyun.Controls

Row {
    id: tools

    /// Its picture; null where there is none.
    required property CameraView view
    property CameraSound sound: null
    /// What is kept is being made.
    property bool busy: false
    signal snapshotWanted
    signal clipWanted
    signal soundWanted

    IconButton {
        icon.name: "image"
        enabled: tools.view?.pictured ?? false
        text: qsTr("Keep this picture (Shift: choose where)")
        key: "S"
        onClicked: tools.snapshotWanted()
    }
    IconButton {
        icon.name: "film"
        enabled: tools.view?.pictured ?? false
        text: qsTr("Keep the last 30 seconds (Shift: choose where)")
        key: "C"
        onClicked: tools.clipWanted()
    }
    IconButton {
        icon.name: "sound"
        enabled: (tools.view?.playing ?? false) || checked
        checked: tools.view?.listened ?? false
        text: checked ? qsTr("Stop listening") : qsTr("Listen to this camera")
        key: "L"
        onClicked: tools.soundWanted()
    }
}
