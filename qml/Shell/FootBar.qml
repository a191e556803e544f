// The keys of this seat, always in sight; each can be pressed with the pointer too. Those that the width has no
// room for stand in a menu at the end.
pragma ComponentBehavior: Bound
import QtQuick
import QtQml.Models
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: bar

    property var commands: [] ///< of Command, with a hint
    signal back

    /// How many of the commands stand in the row.
    readonly property int fitting: {
        const widths = [];
        for (let i = 0; i < hints.count; ++i)
            widths.push((hints.itemAt(i)?.implicitWidth ?? 0) + row.spacing);
        const room = bar.width - 2 * Theme.s3 - backHint.implicitWidth;
        if (widths.reduce((sum, width) => sum + width, 0) <= room)
            return widths.length;
        let left = room - more.implicitWidth - row.spacing;
        return Math.max(0, widths.findIndex(width => (left -= width) < 0));
    }

    implicitHeight: Theme.footHeight
    color: Theme.surface

    Rule {
        width: parent.width
    }
    Row {
        id: row
        x: Theme.s3
        height: parent.height
        spacing: Theme.s5
        Repeater {
            id: hints
            model: bar.commands
            KeyHint {
                required property var modelData
                required property int index
                visible: index < bar.fitting
                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                key: modelData.keyText
                text: modelData.hint
                onActivated: modelData.run(undefined)
            }
        }
        KeyHint {
            id: backHint
            anchors.verticalCenter: parent.verticalCenter
            key: "Esc"
            text: qsTr("one step back")
            onActivated: bar.back()
        }
        IconButton {
            id: more
            visible: bar.fitting < hints.count
            height: parent.height
            icon.name: "more"
            text: qsTr("More keys")
            onClicked: {
                const menu = later.get() as Menu;
                menu.popup(more, 0, -menu.implicitHeight);
            }
            Later {
                id: later
                Menu {
                    id: menu
                    implicitWidth: Theme.px(240)
                    Instantiator {
                        model: bar.commands.slice(bar.fitting)
                        delegate: MenuItem {
                            required property var modelData
                            text: modelData.hint + "  " + modelData.keyText
                            onTriggered: modelData.run(undefined)
                        }
                        onObjectAdded: (index, object) => menu.insertItem(index, object)
                        onObjectRemoved: (index, object) => menu.removeItem(object)
                    }
                }
            }
        }
    }
}
