// What belongs to the wall itself: words that somebody writes for it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability

Panes {
    id: panes

    required property WallCapability wall

    PaneKind {
        name: "announcement"
        title: qsTr("Announcement")
        icon: "remind"
        rank: 40
        written: "text"
        component: Component {
            AnnouncementPane {}
        }
    }
    PaneKind {
        name: "title"
        title: qsTr("Title")
        icon: "text"
        rank: 41
        captioned: false
        written: "title"
        component: Component {
            TitlePane {}
        }
    }
}
