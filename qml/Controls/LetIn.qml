// How much waits to be let into a list while a hand is on it (`Hold`), and lets it in. It lies over the last
// rows, so that none of them moves.
import QtQuick
import Chengyun.Style

Button {
    id: button

    property int waiting: 0
    property string words: qsTr("%n new", "", button.waiting)
    property bool folded: false

    visible: waiting > 0
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.px(28)
    leftPadding: Theme.s2
    rightPadding: Theme.s2
    icon.name: folded ? "" : "refresh"
    text: folded ? "+" + waiting : words
    hint: qsTr("What comes in while the pointer is on the list. It takes its place when the pointer leaves, or now.")
}
