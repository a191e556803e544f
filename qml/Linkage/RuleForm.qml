// A rule: when it puts something up, what, where and for how long.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Column {
    id: form

    required property LinkageCapability linkage
    /// As app/linkage/rule_map.h has it.
    property var rule: ({})
    property string problem: ""
    readonly property real half: (width - Theme.s3) / 2
    readonly property alias nameField: name

    function begin(rule: var): void {
        form.rule = rule;
        form.problem = "";
        name.text = rule.name ?? "";
    }
    function set(key: string, value: var): void {
        form.rule = Object.assign({}, form.rule, {
            [key]: value
        });
    }

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
            onTextEdited: form.set("name", text)
        }
    }
    Grid {
        width: parent.width
        columns: 2
        columnSpacing: Theme.s3
        rowSpacing: Theme.s3
        RuleChoice {
            width: form.half
            label: qsTr("When")
            current: form.rule.event ?? "issued"
            entries: [
                {
                    "key": "issued",
                    "text": qsTr("An order is issued")
                },
                {
                    "key": "overdue",
                    "text": qsTr("An order is overdue")
                },
                {
                    "key": "supervised",
                    "text": qsTr("A supervision order is made of it")
                },
                {
                    "key": "circulated",
                    "text": qsTr("The supervision is circulated")
                },
                {
                    "key": "return_requested",
                    "text": qsTr("A recipient wants to return it")
                }
            ]
            onPicked: key => form.set("event", key)
        }
        RuleChoice {
            width: form.half
            label: qsTr("Level")
            current: form.rule.level ?? "II"
            entries: [
                {
                    "key": "I",
                    "text": qsTr("Level I only")
                },
                {
                    "key": "II",
                    "text": qsTr("Levels I and II")
                },
                {
                    "key": "III",
                    "text": qsTr("Levels I to III")
                },
                {
                    "key": "IV",
                    "text": qsTr("Levels I to IV")
                },
                {
                    "key": "none",
                    "text": qsTr("All orders, without a level, too")
                }
            ]
            onPicked: key => form.set("level", key)
        }
        RuleChoice {
            readonly property int several: (form.rule.kinds ?? []).length
            width: form.half
            label: qsTr("Event class")
            current: several > 1 ? "*" : form.rule.kinds?.[0] ?? ""
            // Several classes come from the interface only; they stay until one is chosen here.
            entries: several > 1 ? [
                {
                    "key": "*",
                    "text": qsTr("%1 classes").arg(several)
                },
                ...form.linkage.eventKinds] : form.linkage.eventKinds
            onPicked: key => {
                if (key !== "*")
                    form.set("kinds", key.length > 0 ? [key] : []);
            }
        }
        RuleChoice {
            width: form.half
            label: qsTr("Area")
            current: form.rule.area ?? ""
            entries: form.linkage.areas
            onPicked: key => form.set("area", key)
        }
        RuleChoice {
            width: form.half
            label: qsTr("Shows")
            current: form.rule.shows ?? "around"
            entries: [
                {
                    "key": "around",
                    "text": qsTr("Map, cameras around it, order")
                },
                {
                    "key": "map",
                    "text": qsTr("Map alone")
                },
                {
                    "key": "sheet",
                    "text": qsTr("Order alone")
                }
            ]
            onPicked: key => form.set("shows", key)
        }
        RuleChoice {
            readonly property var all: form.linkage.screens.map(screen => ({
                        "key": screen.wall + " " + screen.screen,
                        "text": screen.text
                    }))
            width: form.half
            label: qsTr("On the screen")
            current: (form.rule.wall ?? "") + " " + (form.rule.screen ?? "")
            entries: all
            onPicked: key => {
                form.set("wall", key.split(" ")[0]);
                form.set("screen", key.slice(key.indexOf(" ") + 1));
            }
        }
        FormField {
            width: form.half
            label: qsTr("For how many minutes")
            note: qsTr("0: until the order is over")
            SpinBox {
                from: 0
                to: 1440
                value: form.rule.minutes ?? 0
                onValueModified: form.set("minutes", value)
            }
        }
        FormField {
            width: form.half
            label: qsTr("Priority")
            note: qsTr("Where two want one screen, the higher one is shown; of equal ones the earlier stays")
            SpinBox {
                from: 1
                to: 9
                value: form.rule.priority ?? 5
                onValueModified: form.set("priority", value)
            }
        }
    }
    CheckBox {
        text: qsTr("It counts: what it wants comes onto the wall by itself")
        checked: form.rule.on ?? false
        onToggled: form.set("on", checked)
    }
    Label {
        visible: text.length > 0
        width: parent.width
        wrapMode: Text.Wrap
        text: form.problem
        color: Theme.late
        Accessible.role: Accessible.AlertMessage
    }
}
