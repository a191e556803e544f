// A number typed or stepped. With `decimals` the value counts tenths, hundredths …; what is shown and typed
// has a point.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.SpinBox {
    id: control

    property string suffix: ""
    property bool wrong: false
    property int decimals: 0
    readonly property int unit: Math.pow(10, decimals)
    // Before that Qt shows the value in its own way, "1,440", and would take the 1 of it for what somebody has typed.
    property bool ready: false

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
    Accessible.name: FormLabel.of(control)
    // Qt says of stepping only that it has modified the value.
    onValueChanged: {
        if (control.activeFocus)
            control.valueModified();
    }
    Component.onCompleted: ready = true

    textFromValue: (value, locale) => (value / control.unit).toFixed(control.decimals)
    valueFromText: (text, locale) => Math.round(parseFloat(text) * control.unit)

    IntValidator {
        id: whole
        bottom: control.from
        top: control.to
    }
    DoubleValidator {
        id: decimal
        bottom: control.from / control.unit
        top: control.to / control.unit
        decimals: control.decimals
        notation: DoubleValidator.StandardNotation
        locale: "C"
    }

    contentItem: TextInput {
        Accessible.name: control.Accessible.name // it has the focus
        text: control.ready ? control.displayText : ""
        font: control.font
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        verticalAlignment: TextInput.AlignVCenter
        readOnly: !control.editable
        validator: control.decimals > 0 ? decimal : whole
        inputMethodHints: control.decimals > 0 ? Qt.ImhFormattedNumbersOnly : Qt.ImhDigitsOnly
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
