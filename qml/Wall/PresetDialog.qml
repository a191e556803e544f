// A preset of what stands on a wall now: its name, the key that puts it up, and the mode that it is for.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property WallCommands commands
    required property WallModel board
    property string mode: ""
    property string problem: ""

    function begin(): void {
        const standing = dialog.board.presets.find(preset => preset.id === dialog.board.preset);
        name.text = standing?.name ?? "";
        key.text = standing?.key ?? "";
        dialog.mode = standing?.mode ?? "";
        dialog.problem = "";
        dialog.open();
        name.forceActiveFocus();
    }

    title: qsTr("Keep what stands here as a preset")
    acceptText: dialog.board.presets.some(preset => preset.name === name.text.trim()) ? qsTr("Replace") : qsTr("Keep")
    acceptEnabled: name.text.trim().length > 0
    onSubmitted: {
        if (dialog.commands.keepPreset(dialog.board.wall, name.text, key.text, dialog.mode))
            dialog.close();
        else
            dialog.problem = dialog.commands.failureText;
    }
    contentItem: Column {
        spacing: Theme.s3
        FormField {
            width: parent.width
            label: qsTr("Name")
            required: true
            problem: dialog.problem
            TextField {
                id: name
                width: parent.width
                maximumLength: 100
                Accessible.name: qsTr("Name")
            }
        }
        FormField {
            width: parent.width
            label: qsTr("Key")
            note: qsTr("A letter or digit that puts it up on the page of the wall; may be empty.")
            TextField {
                id: key
                width: Theme.px(64)
                maximumLength: 1
                Accessible.name: qsTr("Key")
            }
        }
        FormField {
            width: parent.width
            label: qsTr("For the hall's mode")
            Segments {
                current: dialog.mode
                entries: [
                    {
                        "key": "",
                        "text": qsTr("None")
                    },
                    {
                        "key": "peace",
                        "text": qsTr("Normal")
                    },
                    {
                        "key": "emergency",
                        "text": qsTr("Emergency")
                    }
                ]
                onPicked: key => dialog.mode = key
            }
        }
    }
}
