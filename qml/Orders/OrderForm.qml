// A new order. Everything typed is kept at every change; Esc leaves the form and keeps it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: form

    required property OrderDraft draft
    property bool picking: false
    property bool tried: false
    signal pickPlace
    signal leave
    signal discarded

    // What is on its way into the outbox is not changed any more.
    enabled: !draft.issuing

    function begin(): void {
        form.tried = false;
        titleField.forceActiveFocus();
    }
    function issue(): void {
        form.tried = true;
        if (form.draft.issue())
            return;
        const field = form.draft.problemField.split(/[.\[]/)[0];
        const places = {
            "kind": kindBox,
            "title": titleField,
            "text": textField,
            "place": addressField,
            "address": addressField,
            "area": addressField,
            "limits": acknowledgeBox,
            "recipients": recipients.search
        };
        if (places[field] !== undefined)
            form.lookAt(places[field]);
    }
    /// Gives the field the focus and brings it, with the words beneath it, into sight.
    function lookAt(field: Item): void {
        field.forceActiveFocus();
        const top = field.mapToItem(column, 0, 0).y + column.y - Theme.px(28);
        const bottom = top + field.height + Theme.px(72);
        const lowest = Math.max(0, flick.contentHeight - flick.height);
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top);
        else if (bottom > flick.contentY + flick.height)
            flick.contentY = Math.min(lowest, bottom - flick.height);
    }
    function problemOf(field: string): string {
        return form.tried && form.draft.problemField.split(/[.\[]/)[0] === field ? form.draft.problemText : "";
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: form.visible && form.draft.active
        onActivated: form.issue()
    }
    Keys.onEscapePressed: form.leave()

    Item {
        id: head
        width: parent.width
        height: Theme.headHeight
        Label {
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("New order")
            strong: true
            font.pixelSize: Theme.large
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s1
            Tag {
                anchors.verticalCenter: parent.verticalCenter
                visible: form.draft.restored
                iconName: "undo"
                text: qsTr("Draft restored")
                tone: Theme.accent
            }
            IconButton {
                icon.name: "template"
                text: qsTr("Use a template")
                onClicked: templateMenu.popup()
                Menu {
                    id: templateMenu
                    implicitWidth: Theme.px(260)
                    Instantiator {
                        model: form.draft.templates
                        delegate: MenuItem {
                            required property var modelData
                            text: modelData.name
                            icon.name: "template"
                            onTriggered: form.draft.applyTemplate(modelData.key)
                        }
                        onObjectAdded: (index, object) => templateMenu.insertItem(index, object as MenuItem)
                        onObjectRemoved: (index, object) => templateMenu.removeItem(object as MenuItem)
                    }
                }
            }
            IconButton {
                icon.name: "close"
                text: qsTr("Close and keep the draft")
                key: "Esc"
                onClicked: form.leave()
            }
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    Flickable {
        id: flick
        anchors.top: head.bottom
        anchors.bottom: foot.top
        width: parent.width
        clip: true
        contentHeight: column.implicitHeight + Theme.s4
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column
            x: Theme.s3
            y: Theme.s2
            width: flick.width - 2 * Theme.s3
            spacing: Theme.s2

            Row {
                width: parent.width
                spacing: Theme.s2
                FormField {
                    width: parent.width - levelField.width - Theme.s2
                    label: qsTr("Event class")
                    required: true
                    problem: form.problemOf("kind")
                    ComboBox {
                        id: kindBox
                        width: parent.width
                        textRole: "name"
                        valueRole: "key"
                        model: form.draft.kinds
                        wrong: form.problemOf("kind").length > 0
                        Accessible.name: qsTr("Event class")
                        currentIndex: form.draft.kinds.findIndex(k => k.key === form.draft.kind)
                        onActivated: index => form.draft.kind = form.draft.kinds[index].key
                    }
                }
                FormField {
                    id: levelField
                    width: Theme.px(220)
                    label: qsTr("Level")
                    required: true
                    LevelPicker {
                        level: form.draft.level
                        onPicked: level => form.draft.level = level
                    }
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Title")
                required: true
                problem: form.problemOf("title")
                TextField {
                    id: titleField
                    width: parent.width
                    wrong: form.problemOf("title").length > 0
                    placeholderText: qsTr("What, in a few words")
                    maximumLength: Limits.title
                    text: form.draft.title
                    onTextEdited: form.draft.title = text
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Instructions")
                required: true
                problem: form.problemOf("text")
                TextArea {
                    id: textField
                    width: parent.width
                    implicitHeight: Math.max(Theme.px(84), Math.min(Theme.px(180), contentHeight + 2 * Theme.s2))
                    wrong: form.problemOf("text").length > 0
                    placeholderText: qsTr("What is to be done, by whom, until when")
                    text: form.draft.text
                    onTextChanged: if (text !== form.draft.text)
                        form.draft.text = text
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Place")
                problem: form.problemOf("place") + form.problemOf("address") + form.problemOf("area")
                note: form.draft.hasPlace ? Format.place(form.draft.lon, form.draft.lat) + (form.draft.areaName.length > 0 ? "   " + form.draft.areaName : "") : form.picking ? qsTr("Click on the map where it is.") : qsTr("Without a place nobody is suggested by distance.")
                Item {
                    width: parent.width
                    height: Theme.controlHeight
                    TextField {
                        id: addressField
                        anchors.left: parent.left
                        anchors.right: pick.left
                        anchors.rightMargin: Theme.s1
                        iconName: "pin"
                        placeholderText: qsTr("Address or description")
                        maximumLength: Limits.address
                        text: form.draft.address
                        onTextEdited: form.draft.address = text
                    }
                    Button {
                        id: pick
                        anchors.right: parent.right
                        icon.name: "target"
                        text: form.draft.hasPlace ? qsTr("Move") : qsTr("On the map")
                        checkable: true
                        checked: form.picking
                        onClicked: form.pickPlace()
                    }
                }
            }
            Row {
                visible: form.draft.resourceName.length > 0
                spacing: Theme.s2
                Icon {
                    name: "layers"
                    size: Theme.px(16)
                }
                Label {
                    text: Format.fill(qsTr("About %1"), [form.draft.resourceName])
                    quiet: true
                }
            }
            Row {
                id: limits
                width: parent.width
                spacing: Theme.s2
                readonly property real third: (width - 2 * spacing) / 3
                FormField {
                    width: limits.third
                    label: qsTr("Acknowledge within")
                    SpinBox {
                        id: acknowledgeBox
                        width: parent.width
                        from: 1
                        to: 10080
                        value: form.draft.acknowledgeMinutes
                        suffix: qsTr("min")
                        wrong: form.tried && form.draft.problemField === "limits.acknowledge"
                        onValueModified: form.draft.acknowledgeMinutes = value
                        Accessible.name: qsTr("Acknowledge within")
                    }
                }
                FormField {
                    width: limits.third
                    label: qsTr("Report every")
                    SpinBox {
                        width: parent.width
                        from: 1
                        to: 10080
                        stepSize: 5
                        value: form.draft.reportMinutes
                        suffix: qsTr("min")
                        wrong: form.tried && form.draft.problemField === "limits.report"
                        onValueModified: form.draft.reportMinutes = value
                        Accessible.name: qsTr("Report every")
                    }
                }
                FormField {
                    width: limits.third
                    label: qsTr("Complete within")
                    SpinBox {
                        width: parent.width
                        from: 1
                        to: 43200
                        stepSize: 15
                        value: form.draft.completeMinutes
                        suffix: qsTr("min")
                        wrong: form.tried && form.draft.problemField === "limits.complete"
                        onValueModified: form.draft.completeMinutes = value
                        Accessible.name: qsTr("Complete within")
                    }
                }
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: form.problemOf("limits")
                color: Theme.late
                wrapMode: Text.Wrap
                font.pixelSize: Theme.tiny
            }

            FormField {
                width: parent.width
                label: qsTr("Recipients")
                required: true
                problem: form.problemOf("recipients")
                RecipientPicker {
                    id: recipients
                    width: parent.width
                    draft: form.draft
                }
            }
            CheckBox {
                text: qsTr("This is an exercise")
                checked: form.draft.exercise
                onToggled: form.draft.exercise = checked
            }
        }
    }

    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(56)
        Rule {
            width: parent.width
        }
        Button {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            flat: true
            icon.name: "trash"
            text: qsTr("Discard")
            onClicked: form.discarded()
        }
        Button {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            primary: true
            icon.name: "send"
            text: form.draft.recipients.count > 0 ? qsTr("Issue to %n unit(s)", "", form.draft.recipients.count) : qsTr("Issue")
            key: "Ctrl+⏎"
            onClicked: form.issue()
        }
    }
}
