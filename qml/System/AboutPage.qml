// What the program is, whose work it stands on, and under which licences.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: page

    property string version: ""
    readonly property var parts: [
        {
            "name": "Qt 6 (Quick, Location, Multimedia)",
            "licence": "LGPL-3.0",
            "use": qsTr("user interface, map, sound")
        },
        {
            "name": "QCustomPlot",
            "licence": "GPL-3.0",
            "use": qsTr("charts")
        },
        {
            "name": "GStreamer",
            "licence": "LGPL-2.1",
            "use": qsTr("video")
        },
        {
            "name": "Boost, PROJ, SQLite, OpenSSL, ICU",
            "licence": "BSL-1.0 · MIT · PD · Apache-2.0 · Unicode",
            "use": qsTr("data, coordinates, storage")
        },
        {
            "name": "Noto Sans CJK SC",
            "licence": "OFL-1.1",
            "use": qsTr("typeface")
        },
        {
            "name": "@geo-maps/earth-waterbodies-10m, © OpenStreetMap contributors",
            "licence": "ODbL-1.0",
            "use": qsTr("water on the embedded map")
        }
    ]

    Panel {
        width: Math.min(parent.width, Theme.px(760))
        height: column.implicitHeight + 2 * Theme.s4
        Column {
            id: column
            width: parent.width
            spacing: Theme.s3
            Row {
                spacing: Theme.s3
                Icon {
                    name: "logo"
                    size: Theme.px(48)
                    color: Theme.accent
                }
                Column {
                    anchors.verticalCenter: parent.verticalCenter
                    Label {
                        text: qsTr("Chengyun") + "  " + page.version
                        strong: true
                        font.pixelSize: Theme.title
                    }
                    Label {
                        text: qsTr("Free software under the GNU General Public License 3 or later")
                        quiet: true
                    }
                }
            }
            Column {
                width: parent.width
                Repeater {
                    model: page.parts
                    Item {
                        id: part
                        required property var modelData
                        width: column.width
                        height: Math.max(named.implicitHeight, licensed.implicitHeight, used.implicitHeight) + 2 * Theme.s3
                        Rule {
                            width: parent.width
                            opacity: 0.6
                        }
                        Label {
                            id: named
                            wrapMode: Text.Wrap
                            elide: Text.ElideNone
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width * 0.5
                            text: part.modelData.name
                        }
                        Label {
                            id: licensed
                            wrapMode: Text.Wrap
                            elide: Text.ElideNone
                            x: parent.width * 0.52
                            width: parent.width * 0.24
                            anchors.verticalCenter: parent.verticalCenter
                            text: part.modelData.licence
                            quiet: true
                        }
                        Label {
                            id: used
                            wrapMode: Text.Wrap
                            elide: Text.ElideNone
                            x: parent.width * 0.78
                            width: parent.width * 0.22
                            anchors.verticalCenter: parent.verticalCenter
                            text: part.modelData.use
                            quiet: true
                        }
                    }
                }
            }
        }
    }
}
