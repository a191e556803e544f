// Somebody in the room: his picture, or his initials on a plain ground; name and post over it, as large as the
// picture allows.
pragma ComponentBehavior: Bound
import QtQuick
import QtMultimedia
import Chengyun.Style
import Chengyun.Controls

Item {
    id: tile

    required property string name
    required property string post
    required property string initials
    /// Of the media server, or one's own; null: none.
    property ConferencePicture picture: null
    property bool pictured: false
    property bool muted: false
    property bool speaking: false
    property bool chair: false
    property bool own: false
    /// Words are read from three metres at 32 pixels of a screen of 1080 lines and more.
    readonly property int nameSize: Math.max(Theme.small, Math.min(Theme.px(44), Math.round(Math.min(height * 0.085, width * 0.06))))
    readonly property bool shown: pictured && !view.empty
    signal clicked

    Accessible.role: Accessible.Graphic
    Accessible.name: Format.joined([tile.name, tile.post])

    Rectangle {
        anchors.fill: parent
        color: tile.shown ? "black" : Theme.raised
        radius: Theme.radius
    }
    Rectangle {
        visible: !tile.shown
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -tile.nameSize * 0.5
        width: Math.min(parent.width, parent.height) * 0.42
        height: width
        radius: width / 2
        color: Theme.accentSoft
        Label {
            anchors.centerIn: parent
            text: tile.initials
            strong: true
            color: Theme.accent
            font.pixelSize: Math.max(Theme.tiny, parent.height * 0.38)
            Accessible.ignored: true
        }
    }
    ConferenceView {
        id: view
        picture: tile.pictured ? tile.picture : null
        videoSink: output.videoSink
        seen: tile.visible && tile.width > 0
    }
    VideoOutput {
        id: output
        readonly property real scaling: view.empty ? 0 : Math.min(tile.width / view.shape.width, tile.height / view.shape.height)
        anchors.centerIn: parent
        width: view.shape.width * scaling
        height: view.shape.height * scaling
        fillMode: VideoOutput.Stretch
        visible: tile.shown
    }
    Rectangle {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.s1
        width: Math.min(parent.width - 2 * Theme.s1, caption.implicitWidth + 2 * Theme.s2)
        height: Math.round(tile.nameSize * (words.two ? 2.4 : 1.7))
        radius: Theme.radius
        color: Theme.captionGround
        Row {
            id: caption
            x: Theme.s2
            height: parent.height
            spacing: Theme.s1
            Icon {
                id: silent
                anchors.verticalCenter: parent.verticalCenter
                visible: tile.muted
                name: "microphone-off"
                size: tile.nameSize
                color: Theme.caption
            }
            Icon {
                id: gavel
                anchors.verticalCenter: parent.verticalCenter
                visible: tile.chair
                name: "chair"
                size: tile.nameSize
                color: Theme.level3
            }
            Column {
                id: words
                readonly property bool two: tile.post.length > 0 && tile.height > 6 * tile.nameSize
                readonly property real room: tile.width - 2 * Theme.s1 - 2 * Theme.s2 - (silent.visible ? silent.width + Theme.s1 : 0) - (gavel.visible ? gavel.width + Theme.s1 : 0)
                anchors.verticalCenter: parent.verticalCenter
                NameLabel {
                    width: Math.min(implicitWidth, words.room)
                    text: tile.own ? Format.joined([tile.name, qsTr("you")]) : tile.name
                    strong: true
                    color: Theme.caption
                    font.pixelSize: tile.nameSize
                }
                NameLabel {
                    visible: words.two
                    width: Math.min(implicitWidth, words.room)
                    text: tile.post
                    color: Theme.captionQuiet
                    font.pixelSize: Math.round(tile.nameSize * 0.75)
                }
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        visible: tile.speaking
        color: "transparent"
        radius: Theme.radius
        border.width: Theme.px(3)
        border.color: Theme.accent
    }
    TapHandler {
        onTapped: tile.clicked()
    }
}
