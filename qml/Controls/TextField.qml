pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.TextField {
    id: control

    property bool wrong: false
    property string iconName: ""

    implicitWidth: Theme.px(200)
    implicitHeight: Theme.controlHeight
    leftPadding: iconName.length > 0 ? Theme.s2 + Theme.icon + Theme.s1 : Theme.s2
    rightPadding: Theme.s2
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    color: enabled ? Theme.text : Theme.faint
    placeholderTextColor: Theme.faint
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.small
    selectByMouse: true
    hoverEnabled: true
    activeFocusOnTab: true
    Accessible.name: FormLabel.of(control) || placeholderText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.ground
        border.width: control.activeFocus ? Theme.focusWidth : Theme.hair
        border.color: control.wrong ? Theme.late : control.activeFocus ? Theme.accent : Theme.line
    }
    Icon {
        visible: control.iconName.length > 0
        name: control.iconName
        size: Theme.px(16)
        x: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        visible: control.length === 0 && control.preeditText.length === 0
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height
        text: control.placeholderText
        color: control.placeholderTextColor
        font.pixelSize: control.font.pixelSize
        Accessible.ignored: true
    }
}
