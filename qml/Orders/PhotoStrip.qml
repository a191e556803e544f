// Photos of a report; each is fetched once and shown when it is here.
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

    spacing: Theme.s1

    Repeater {
        model: strip.ids
        Rectangle {
            id: frame
            required property string modelData
            property url address
            property string why: ""
            width: Theme.px(88)
            height: Theme.px(64)
            radius: Theme.radius
            color: Theme.ground
            border.color: Theme.line
            border.width: Theme.hair
            clip: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Photo")
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
                source: frame.address
                sourceSize.width: 2 * width
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
                visible: status === Image.Ready
            }
            Icon {
                anchors.centerIn: parent
                visible: frame.address.toString() === ""
                name: frame.why.length > 0 ? "warning" : "image"
                color: Theme.faint
            }
            TapHandler {
                enabled: frame.address.toString() !== ""
                onTapped: strip.opened(frame.address)
            }
            HoverHandler {
                id: hover
                cursorShape: Qt.PointingHandCursor
            }
            Loader {
                anchors.fill: parent
                active: hover.hovered && frame.why.length > 0
                sourceComponent: Hint {
                    text: frame.why
                    visible: true
                }
            }
        }
    }
}
