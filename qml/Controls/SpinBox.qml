// A whole number typed or stepped.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.SpinBox {
    id: control

    property string suffix: ""
    property bool wrong: false

    implicitWidth: Theme.px(112)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.s2
    rightPadding: Theme.px(28) + suffixLabel.implicitWidth
    editable: true
    live: true // what is typed counts at once: a shortcut that sends does not take the focus away
    font.family: Theme.family
    font.pixelSize: Theme.small
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus

    validator: IntValidator {
        bottom: control.from
        top: control.to
    }
    textFromValue: (value, locale) => String(value)
    valueFromText: (text, locale) => parseInt(text)

    contentItem: TextInput {
        text: control.displayText
        font: control.font
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        verticalAlignment: TextInput.AlignVCenter
        readOnly: !control.editable
        validator: control.validator
        inputMethodHints: Qt.ImhDigitsOnly
        selectByMouse: true
        clip: true
    }
    Label {
        id: suffixLabel
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(26)
        anchors.verticalCenter: parent.verticalCenter
        text: control.suffix
        quiet: true
        font.pixelSize: Theme.tiny
        Accessible.ignored: true
    }
    up.indicator: Item {
        x: control.width - width - Theme.s1
        width: Theme.px(20)
        height: control.height / 2
        implicitWidth: Theme.px(20)
        implicitHeight: Theme.s4
        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: Theme.hair
            name: "chevron-up"
            size: Theme.px(12)
            color: control.up.hovered ? Theme.text : Theme.quiet
        }
    }
    down.indicator: Item {
        x: control.width - width - Theme.s1
        y: control.height / 2
        width: Theme.px(20)
        height: control.height / 2
        implicitWidth: Theme.px(20)
        implicitHeight: Theme.s4
        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: -Theme.hair
            name: "chevron-down"
            size: Theme.px(12)
            color: control.down.hovered ? Theme.text : Theme.quiet
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.ground
        border.width: control.activeFocus ? Theme.focusWidth : Theme.hair
        border.color: control.wrong ? Theme.late : control.activeFocus ? Theme.accent : Theme.line
    }
}
