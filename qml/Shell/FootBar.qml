// The keys of this seat, always in sight; each can be pressed with the pointer too.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: bar

    property var commands: [] ///< of Command, with a hint
    signal back

    implicitHeight: Theme.footHeight
    color: Theme.surface

    Rule {
        width: parent.width
    }
    Row {
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s5
        Repeater {
            model: bar.commands
            KeyHint {
                required property var modelData
                key: modelData.keyText
                text: modelData.hint
                onActivated: modelData.run(undefined)
            }
        }
        KeyHint {
            key: "Esc"
            text: qsTr("one step back")
            onActivated: bar.back()
        }
    }
}
