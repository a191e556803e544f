// Makes or edits a patrol group: its name, who sees it, how long each camera is shown, and which.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Resources

Dialog {
    id: dialog

    required property PatrolCapability patrol
    /// Empty: a new one.
    property string group: ""
    /// As it was when the dialog was opened: what somebody else changes meanwhile is not written over.
    property var version: 0
    property string choice: "hand"
    property string problem: ""
    property string problemField: ""
    readonly property var areas: patrol.resources.count >= 0 ? patrol.resources.areaChoices().map(area => ({
                "code": area.code,
                "name": "  ".repeat(area.depth) + area.name
            })) : []
    readonly property int found: choice === "hand" ? cameras.chosen.length : patrol.commands.countOf(dialog.written())
    readonly property alias nameField: name
    readonly property alias chooser: cameras

    function begin(group: string): void {
        const form = dialog.patrol.commands.form(group);
        dialog.group = form.id;
        dialog.version = form.version;
        name.text = form.name;
        scope.currentIndex = Math.max(0, scope.indexOfValue(form.area));
        dwell.value = form.dwell;
        dialog.choice = form.choice;
        cameras.begin(form.cameras);
        ruleArea.currentIndex = Math.max(0, ruleArea.indexOfValue(form.ruleArea));
        ruleKind.currentIndex = Math.max(0, ruleKind.indexOfValue(form.ruleKind));
        near.value = Math.round(form.nearKm * 10);
        dialog.problem = "";
        dialog.problemField = "";
        dialog.open();
        name.forceActiveFocus();
    }
    function written(): var {
        return {
            "id": dialog.group,
            "name": name.text,
            "area": scope.currentValue ?? "",
            "dwell": dwell.value,
            "choice": dialog.choice,
            "cameras": cameras.chosen,
            "ruleArea": ruleArea.currentValue ?? "",
            "ruleKind": ruleKind.currentValue ?? "",
            "nearKm": near.value / 10,
            "version": dialog.version
        };
    }
    function problemOf(field: string): string {
        return dialog.problemField.startsWith(field) ? dialog.problem : "";
    }

    width: Math.min(Theme.px(720), parent ? parent.width - 2 * Theme.s6 : Theme.px(720))
    title: dialog.group.length > 0 ? qsTr("Edit the patrol group") : qsTr("New patrol group")
    acceptText: qsTr("Keep")
    acceptEnabled: name.text.trim().length > 0 && (dialog.choice === "rule" || dialog.found > 0)
    onSubmitted: {
        if (dialog.patrol.commands.save(dialog.written())) {
            dialog.close();
            return;
        }
        dialog.problem = dialog.patrol.commands.failureText;
        dialog.problemField = dialog.patrol.commands.failureField;
    }
    contentItem: Column {
        spacing: Theme.s3
        FormField {
            width: parent.width
            label: qsTr("Name")
            required: true
            problem: dialog.problemOf("name")
            TextField {
                id: name
                width: parent.width
                maximumLength: 100
                wrong: dialog.problemField === "name"
            }
        }
        Row {
            width: parent.width
            spacing: Theme.s3
            FormField {
                width: (parent.width - Theme.s3) / 2
                label: qsTr("Who sees it")
                problem: dialog.problemOf("area")
                ComboBox {
                    id: scope
                    width: parent.width
                    textRole: "name"
                    valueRole: "code"
                    model: (dialog.patrol.seesAll ? [
                            {
                                "code": "",
                                "name": qsTr("The whole hall")
                            }
                        ] : []).concat(dialog.areas)
                }
            }
            FormField {
                width: (parent.width - Theme.s3) / 2
                label: qsTr("Time for each camera")
                problem: dialog.problemOf("dwell_s")
                SpinBox {
                    id: dwell
                    from: 5
                    to: 600
                    stepSize: 5
                    suffix: qsTr("s")
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.s3
            Segments {
                id: choices
                current: dialog.choice
                entries: [
                    {
                        "key": "hand",
                        "text": qsTr("Chosen by hand")
                    },
                    {
                        "key": "rule",
                        "text": qsTr("By area or rule")
                    }
                ]
                onPicked: key => dialog.choice = key
            }
            Label {
                anchors.verticalCenter: choices.verticalCenter
                text: dialog.choice === "hand" ? qsTr("%n camera(s)", "", dialog.found) : qsTr("%n camera(s) now", "", dialog.found)
                quiet: true
            }
        }
        ChosenCameras {
            id: cameras
            visible: dialog.choice === "hand"
            width: parent.width
            height: Theme.px(260)
            patrol: dialog.patrol
        }
        Row {
            visible: dialog.choice === "rule"
            width: parent.width
            spacing: Theme.s3
            FormField {
                width: (parent.width - 2 * Theme.s3) / 3
                label: qsTr("Area")
                problem: dialog.problemOf("rule.area")
                ComboBox {
                    id: ruleArea
                    width: parent.width
                    textRole: "name"
                    valueRole: "code"
                    model: [
                        {
                            "code": "",
                            "name": qsTr("Everywhere")
                        }
                    ].concat(dialog.areas)
                }
            }
            FormField {
                width: (parent.width - 2 * Theme.s3) / 3
                label: qsTr("Kind")
                problem: dialog.problemOf("rule.kind")
                ComboBox {
                    id: ruleKind
                    width: parent.width
                    textRole: "name"
                    valueRole: "key"
                    model: [
                        {
                            "key": "",
                            "name": qsTr("Every kind")
                        }
                    ].concat(dialog.patrol.kinds)
                }
            }
            FormField {
                width: (parent.width - 2 * Theme.s3) / 3
                label: qsTr("Within … of open orders")
                note: qsTr("0: wherever they are")
                problem: dialog.problemOf("rule.near_orders_m")
                SpinBox {
                    id: near
                    from: 0
                    to: 500
                    decimals: 1
                    stepSize: 5
                    suffix: qsTr("km")
                }
            }
        }
        Label {
            visible: text.length > 0
            width: parent.width
            wrapMode: Text.Wrap
            // What stands beneath no field of its own.
            text: ["name", "area", "dwell_s", "rule."].some(field => dialog.problemField.startsWith(field)) ? "" : dialog.problem
            color: Theme.late
            Accessible.role: Accessible.AlertMessage
        }
    }
}
