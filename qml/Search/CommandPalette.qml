// The command bar (Ctrl+K): search everything, run every command, by Chinese, code, pinyin or initials.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Popup {
    id: palette

    required property CommandBar bar
    /// What is to be done with what is found, and where, when the text says so (Part.aim).
    required property var aim
    readonly property int rows: list.count

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: Theme.px(88)
    width: Math.min(Theme.px(640), parent ? parent.width - 2 * Theme.s6 : Theme.px(640))
    height: Math.min(field.height + aimed.height + Theme.s2 + (list.count > 0 ? list.contentHeight : Theme.px(88)) + foot.height + Theme.s2, parent ? parent.height - 2 * y : Theme.px(560))
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
    onOpened: {
        field.forceActiveFocus();
        field.selectAll();
    }
    function run(row: int): void {
        const aim = palette.aim;
        palette.close();
        if (aim)
            aim.run(row);
        else
            palette.bar.choose(row);
    }
    onAimChanged: {
        offers.clear();
        for (const row of palette.aim?.rows ?? [])
            offers.append({
                "kind": "aimed",
                "kindName": row.kindName,
                "targetId": "",
                "title": row.title,
                "subtitle": row.subtitle,
                "shortcut": "",
                "level": "none",
                "icon": row.icon,
                "layer": ""
            });
        list.currentIndex = list.count > 0 ? 0 : -1;
    }
    ListModel {
        id: offers
    }

    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius * 2
        border.color: Theme.line
        border.width: Theme.hair
    }
    contentItem: FocusScope {
        focus: true
        T.TextField {
            id: field
            width: parent.width
            height: Theme.px(52)
            leftPadding: Theme.px(48)
            rightPadding: Theme.s4
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: Theme.family
            font.pixelSize: Theme.large
            focus: true
            text: palette.bar.text
            Accessible.name: qsTr("Search everything, run every command")
            onTextEdited: palette.bar.text = text
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onReturnPressed: if (list.currentIndex >= 0)
                palette.run(list.currentIndex)
            Keys.onEnterPressed: if (list.currentIndex >= 0)
                palette.run(list.currentIndex)
            Icon {
                x: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
                size: Theme.iconLarge
            }
            Label {
                visible: field.length === 0 && field.preeditText.length === 0
                x: field.leftPadding
                height: field.height
                width: field.width - x
                text: qsTr("Order, unit, resource, place, command; Chinese, pinyin or initials")
                color: Theme.faint
                font.pixelSize: Theme.body
                Accessible.ignored: true
            }
        }
        Rule {
            anchors.top: field.bottom
            width: parent.width
        }
        AimStrip {
            id: aimed
            anchors.top: field.bottom
            anchors.topMargin: Theme.hair
            width: parent.width
            aim: palette.aim
        }
        ListView {
            id: list
            anchors.top: aimed.bottom
            anchors.topMargin: Theme.s1
            anchors.bottom: foot.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.s1
            anchors.rightMargin: Theme.s1
            clip: true
            model: palette.aim ? offers : palette.bar
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Found")
            T.ScrollBar.vertical: ScrollBar {}
            onCountChanged: currentIndex = count > 0 ? Math.max(0, Math.min(currentIndex, count - 1)) : -1
            Connections {
                target: palette.bar
                function onTextChanged(): void {
                    list.currentIndex = list.count > 0 ? 0 : -1;
                }
            }
            delegate: FoundRow {
                width: list.width
                current: list.currentIndex === index
                onClicked: palette.run(index)
            }
        }
        Label {
            visible: list.count === 0
            anchors.centerIn: list
            text: field.length > 0 ? qsTr("Nothing found for “%1”").arg(field.text) : qsTr("Type to search")
            quiet: true
        }
        Item {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(36)
            Rule {
                width: parent.width
            }
            Row {
                x: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s4
                KeyHint {
                    pressable: false
                    key: "↑↓"
                    text: qsTr("choose")
                }
                KeyHint {
                    pressable: false
                    key: "⏎"
                    text: palette.aim?.act ?? qsTr("open or run")
                }
                KeyHint {
                    pressable: false
                    key: "Esc"
                    text: qsTr("back")
                }
            }
            Label {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s4
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("%n thing(s) can be found", "", palette.bar.indexed)
                quiet: true
                font.pixelSize: Theme.tiny
            }
        }
    }
}
