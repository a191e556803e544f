// Several lines of text; Tab leaves it, as in any other field.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.TextArea {
    id: control

    property bool wrong: false

    implicitWidth: Theme.px(200)
    implicitHeight: Math.max(Theme.px(72), contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    topPadding: Theme.s2
    bottomPadding: Theme.s2
    color: Theme.text
    placeholderTextColor: Theme.faint
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.small
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    selectByMouse: true
    activeFocusOnTab: true
    // The next field is asked for when it is wanted: fields come and go.
    Keys.onTabPressed: control.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: control.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Accessible.name: FormLabel.of(control) || placeholderText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.ground
        border.width: control.activeFocus ? Theme.focusWidth : Theme.hair
        border.color: control.wrong ? Theme.late : control.activeFocus ? Theme.accent : Theme.line
    }
    Label {
        visible: control.length === 0 && control.preeditText.length === 0
        x: control.leftPadding
        y: control.topPadding
        width: control.width - control.leftPadding - control.rightPadding
        text: control.placeholderText
        color: control.placeholderTextColor
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
