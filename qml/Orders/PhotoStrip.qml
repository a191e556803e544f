// Photos and clips of a report; each is fetched once and shown when it is here.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Link

Flow {
    id: strip

    required property Photos photos
    property var ids: []
    signal opened(url address)
    signal clipOpened(url address)

    spacing: Theme.s1

    Repeater {
        model: strip.ids
        Rectangle {
            id: frame
            required property string modelData
            property url address
            property string why: ""
            readonly property bool here: frame.address.toString() !== ""
            readonly property bool isClip: frame.address.toString().endsWith(".mp4")
            function open(): void {
                if (frame.isClip)
                    strip.clipOpened(frame.address);
                else if (frame.here)
                    strip.opened(frame.address);
            }
            width: Theme.px(88)
            height: Theme.px(64)
            radius: Theme.radius
            color: Theme.ground
            border.color: Theme.line
            border.width: Theme.hair
            clip: true
            Accessible.role: frame.isClip ? Accessible.Button : Accessible.Graphic
            Accessible.name: frame.isClip ? qsTr("Play the clip") : qsTr("Photo")
            Accessible.onPressAction: frame.open()
            Component.onCompleted: frame.address = strip.photos.urlOf(frame.modelData)

            Connections {
                target: strip.photos
                function onReady(id: string, url: url): void {
                    if (id === frame.modelData)
                        frame.address = url;
                }
                function onFailed(id: string, why: string): void {
                    if (id === frame.modelData)
                        frame.why = why;
                }
            }
            Image {
                anchors.fill: parent
                anchors.margins: Theme.hair
                source: frame.isClip ? "" : frame.address
                sourceSize.width: 2 * width
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
                visible: status === Image.Ready
            }
            Icon {
                anchors.centerIn: parent
                visible: !frame.here || frame.isClip
                name: frame.isClip ? "play" : frame.why.length > 0 ? "warning" : "image"
                size: frame.isClip ? Theme.px(28) : Theme.icon
                color: frame.isClip ? Theme.accent : Theme.faint
            }
            TapHandler {
                enabled: frame.here
                onTapped: frame.open()
            }
            HoverHandler {
                id: hover
                cursorShape: Qt.PointingHandCursor
            }
            Loader {
                anchors.fill: parent
                active: hover.hovered && (frame.isClip || frame.why.length > 0)
                sourceComponent: Hint {
                    text: frame.isClip ? qsTr("Play the clip") : frame.why
                    visible: true
                }
            }
        }
    }
}
