// What video gives a wall: cameras.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Resources

Panes {
    id: panes

    required property VideoCapability video

    PaneKind {
        id: cameraKind
        name: "camera"
        title: qsTr("Camera")
        icon: "video"
        rank: 10
        captioned: false
        ownAge: true
        searched: true
        component: Component {
            CameraPane {
                streams: panes.video.streams
            }
        }
        /// The first of what is found: who wants another one types more of its name.
        function offers(text: string): var {
            const cameras = panes.video.offered;
            cameras.text = text;
            const found = [];
            for (let row = 0; row < cameras.count && found.length < 60; ++row) {
                const card = panes.video.resources.card(cameras.idAt(row));
                found.push({
                    "content": cameraKind.content(card.id, card.name),
                    "title": card.name,
                    "note": card.address.length > 0 ? card.address : card.areaName
                });
            }
            return found;
        }
        function contentOf(thing: string, id: string): var {
            const card = thing === "resource" ? panes.video.resources.card(id) : ({});
            return card.layer === "camera" ? cameraKind.content(id, card.name) : null;
        }
    }
}
