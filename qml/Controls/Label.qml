// Text. Plain on purpose: what people and other systems wrote is never read as markup.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Text {
    property bool quiet: false
    property bool strong: false

    color: quiet ? Theme.quiet : Theme.text
    font.pixelSize: Theme.small
    font.weight: strong ? Font.Bold : Font.Normal
    textFormat: Text.PlainText
    elide: Text.ElideRight
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
