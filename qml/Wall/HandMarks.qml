// Where hands of others point at a wall.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Item {
    id: marks

    required property WallHands hands
    required property string wall
    /// Where the wall's upper left corner is here, and pixels here for a pixel of the wall.
    required property point origin
    required property real factor
    required property real size

    clip: true
    Repeater {
        model: marks.hands
        Item {
            id: mark
            required property string wall
            required property string name
            required property int atX
            required property int atY
            visible: mark.wall === marks.wall
            x: marks.origin.x + mark.atX * marks.factor
            y: marks.origin.y + mark.atY * marks.factor
            // As long as the next word takes: the hand glides.
            Behavior on x {
                NumberAnimation {
                    duration: 60
                }
            }
            Behavior on y {
                NumberAnimation {
                    duration: 60
                }
            }
            Rectangle {
                anchors.centerIn: parent
                width: 2 * marks.size
                height: width
                radius: marks.size
                color: Qt.alpha(Theme.accent, 0.25)
                border.width: Math.max(2, marks.size / 6)
                border.color: Theme.accent
            }
            Rectangle {
                // Beside the ring, and inside the picture.
                readonly property bool leftward: mark.x + marks.size * 1.3 + width > marks.width
                x: leftward ? -width - marks.size * 1.3 : marks.size * 1.3
                y: -height / 2
                width: words.implicitWidth + 2 * Theme.s2
                height: words.implicitHeight + Theme.s1
                radius: Theme.radius
                color: Theme.captionGround
                Text {
                    id: words
                    anchors.centerIn: parent
                    text: mark.name
                    textFormat: Text.PlainText
                    color: Theme.caption
                    font.pixelSize: Math.max(Theme.tiny, marks.size * 0.8)
                }
            }
        }
    }
}
