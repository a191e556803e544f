// A wall is made, or changed: its name, its screens and the enlargement for the distance.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property WallCapability wall
    /// Id of the wall that is changed; empty: a new one.
    property string changed: ""
    property string area: ""
    /// As it was when the dialog was opened: what somebody else changes meanwhile is not written over.
    property var version: 0
    /// Its screens hang in rows and columns, and can be hung anew here.
    property bool regular: true
    property string problem: ""
    readonly property int most: 16 // screens of a wall
    readonly property alias name: name
    readonly property alias across: across
    /// `board` is a WallModel of the wall, or null for a new one.
    function begin(board: WallModel): void {
        const form = board?.known ? board.form() : {
            "name": "",
            "area": dialog.wall.ownArea,
            "scale": 200,
            "version": 0,
            "across": 2,
            "down": 1,
            "width": 1920,
            "height": 1080,
            "gap": 0
        };
        dialog.changed = board?.known ? board.wall : "";
        dialog.problem = "";
        dialog.area = form.area;
        dialog.version = form.version;
        dialog.regular = form.across !== undefined;
        name.text = form.name;
        scale.value = form.scale;
        if (dialog.regular) {
            across.value = form.across;
            down.value = form.down;
            wide.value = form.width;
            high.value = form.height;
            gap.value = form.gap;
        }
        dialog.open();
        name.forceActiveFocus();
    }

    title: changed.length > 0 ? qsTr("Change the wall") : qsTr("New wall")
    acceptText: changed.length > 0 ? qsTr("Save") : qsTr("Make it")
    acceptEnabled: name.text.trim().length > 0 && (!regular || across.value * down.value <= most)
    onSubmitted: {
        const form = {
            "name": name.text,
            "area": dialog.area,
            "scale": scale.value,
            "version": dialog.version
        };
        if (dialog.regular)
            Object.assign(form, {
                "across": across.value,
                "down": down.value,
                "width": wide.value,
                "height": high.value,
                "gap": gap.value
            });
        if (dialog.wall.commands.writeWall(dialog.changed, form)) {
            dialog.close();
        } else {
            dialog.problem = dialog.wall.commands.failureText;
        }
    }
    contentItem: Column {
        spacing: Theme.s3
        FormField {
            width: parent.width
            label: qsTr("Name")
            required: true
            TextField {
                id: name
                width: parent.width
                maximumLength: 100
                Accessible.name: qsTr("Name")
            }
        }
        Row {
            visible: dialog.regular
            spacing: Theme.s5
            FormField {
                width: Theme.px(232)
                label: qsTr("Screens across × down")
                problem: across.value * down.value > dialog.most ? qsTr("A wall has %1 screens at most.").arg(dialog.most) : ""
                Row {
                    spacing: Theme.s2
                    SpinBox {
                        id: across
                        from: 1
                        to: 16
                        value: 2
                        Accessible.name: qsTr("Screens side by side")
                    }
                    SpinBox {
                        id: down
                        from: 1
                        to: 16
                        value: 1
                        Accessible.name: qsTr("Screens one below another")
                    }
                }
            }
            FormField {
                width: Theme.px(160)
                label: qsTr("Gap of the bezels")
                SpinBox {
                    id: gap
                    width: Theme.px(136)
                    from: 0
                    to: 1000
                    suffix: qsTr("pixels")
                    Accessible.name: qsTr("Gap of the bezels")
                }
            }
        }
        FormField {
            visible: dialog.regular
            width: parent.width
            label: qsTr("Pixels of each screen, width × height")
            Row {
                spacing: Theme.s2
                SpinBox {
                    id: wide
                    from: 320
                    to: 16384
                    value: 1920
                    stepSize: 10
                    Accessible.name: qsTr("Width of a screen in pixels")
                }
                SpinBox {
                    id: high
                    from: 240
                    to: 16384
                    value: 1080
                    stepSize: 10
                    Accessible.name: qsTr("Height of a screen in pixels")
                }
            }
        }
        // The screens as they are to hang.
        Item {
            id: picture
            readonly property real allWide: across.value * (wide.value + gap.value) - gap.value
            readonly property real allHigh: down.value * (high.value + gap.value) - gap.value
            readonly property real factor: Math.min(width / allWide, height / allHigh)
            visible: dialog.regular
            width: parent.width
            height: Theme.px(96)
            Repeater {
                model: Math.min(across.value * down.value, dialog.most)
                Rectangle {
                    required property int index
                    x: index % across.value * (wide.value + gap.value) * picture.factor
                    y: Math.floor(index / across.value) * (high.value + gap.value) * picture.factor
                    width: wide.value * picture.factor
                    height: high.value * picture.factor
                    color: Theme.ground
                    border.width: Theme.hair
                    border.color: Theme.quiet
                    Label {
                        anchors.centerIn: parent
                        text: parent.index + 1
                        quiet: true
                        font.pixelSize: Theme.tiny
                        Accessible.ignored: true
                    }
                }
            }
        }
        Label {
            visible: !dialog.regular
            width: parent.width
            wrapMode: Text.Wrap
            quiet: true
            text: qsTr("Its screens do not hang in rows and columns; they stay as they are.")
        }
        FormField {
            width: parent.width
            label: qsTr("Enlargement of texts")
            note: qsTr("160 to 240 % for four metres and more. Who sees the wall, and which machine shows it, is set on the hub's page /manage.")
            SpinBox {
                id: scale
                from: 100
                to: 300
                value: 200
                stepSize: 10
                suffix: "%"
                Accessible.name: qsTr("Enlargement of texts")
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            wrapMode: Text.Wrap
            text: dialog.problem
            color: Theme.late
            Accessible.role: Accessible.AlertMessage
        }
    }
}
