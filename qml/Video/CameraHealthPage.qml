// Which cameras give no picture, since when and why: sorted by the header, copied, exported; and how many do, by area.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: page

    required property CameraHealthList health
    signal activated(string camera)
    signal copyWanted(string text)
    signal said(string text, bool failed)

    function copyRows(): void {
        page.copyWanted(table.filtered.tabText(table.texts()));
        page.said(qsTr("Copied: paste it into a spreadsheet or a message."), false);
    }

    Column {
        id: head
        width: parent.width
        spacing: Theme.s2
        bottomPadding: Theme.s2
        Item {
            width: parent.width
            height: Theme.px(36)
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("%1 without a picture, %2 with one, of %3 cameras").arg(page.health.broken).arg(page.health.online).arg(page.health.cameras)
            }
            Row {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s1
                SearchField {
                    id: filter
                    width: Math.max(Theme.px(120), Math.min(Theme.px(260), page.width * 0.3))
                    placeholderText: qsTr("Camera, area, reason")
                }
                IconButton {
                    icon.name: "copy"
                    text: table.chosenCount > 0 ? qsTr("Copy %n row(s)", "", table.chosenCount) : qsTr("Copy the table")
                    onClicked: page.copyRows()
                }
                IconButton {
                    icon.name: "export"
                    text: qsTr("Export as CSV")
                    onClicked: saver.ask()
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Repeater {
                // Where the need is: the whole list may be a city's.
                model: page.health.areas.filter(area => area.broken > 0).slice(0, 12)
                Label {
                    required property var modelData
                    text: Format.fill(qsTr("%1: %2 of %3"), [modelData.name, modelData.broken, modelData.cameras])
                    color: Theme.late
                    font.pixelSize: Theme.small
                    Accessible.role: Accessible.StaticText
                    Accessible.name: Format.fill(qsTr("%1: %2 of %3 cameras without a picture"), [modelData.name, modelData.broken, modelData.cameras])
                }
            }
        }
    }
    Table {
        id: table
        anchors.fill: parent
        anchors.topMargin: head.height
        focus: true
        name: qsTr("Cameras without a picture")
        keyRole: "camera"
        checkable: true
        known: key => table.filtered.rowOf("camera", key) >= 0
        onCopyRequested: page.copyRows()
        onRowActivated: key => page.activated(key)
        filtered: FilteredList {
            list: page.health
            text: filter.text
            textRoles: ["name", "areaName", "faultName"]
        }
        columns: [
            TableColumn {
                role: "name"
                title: qsTr("Camera")
                strong: true
                minimum: 160
            },
            TableColumn {
                role: "areaName"
                title: qsTr("Area")
                quiet: true
                minimum: 110
                rank: 2
            },
            TableColumn {
                role: "faultName"
                title: qsTr("Reason")
                minimum: 180
            },
            TableColumn {
                role: "since"
                title: qsTr("Since")
                width: 130
                say: value => Format.minute(value)
            },
            TableColumn {
                role: "seen"
                title: qsTr("Last picture")
                width: 130
                quiet: true
                rank: 1
                say: value => value > 0 ? Format.minute(value) : qsTr("never")
            }
        ]
        empty: EmptyState {
            anchors.centerIn: parent
            width: Theme.px(360)
            iconName: "video"
            title: filter.text.length > 0 ? qsTr("No such camera") : qsTr("Every camera that is watched gives a picture")
            text: filter.text.length > 0 ? "" : qsTr("A camera is known to give none when a seat or a wall has played it for a minute without one.")
        }
    }
    FileChooser {
        id: saver
        title: qsTr("Export cameras without a picture")
        saves: true
        offered: qsTr("Cameras without a picture")
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma-separated values (*.csv)")]
        onAccepted: table.filtered.writeCsv(selectedFile, table.texts()) ? page.said(qsTr("Exported."), false) : page.said(qsTr("The file could not be written; nothing was exported."), true)
    }
}
