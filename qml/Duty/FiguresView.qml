// The figures of a month per person.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

FocusScope {
    id: view

    required property DutyCapability duty
    required property Seat seat
    readonly property FiguresModel figures: duty.records.figures
    readonly property var titles: {
        const titles = {};
        for (const column of figures.columns)
            titles[column.role] = column.title;
        return titles;
    }

    component Figure: TableColumn {
        title: view.titles[role] ?? ""
        width: view.width > Theme.px(1500) ? 104 : 84
        right: true
        say: value => value === 0 ? "–" : String(Math.round(value * 10) / 10)
        plain: value => String(Math.round(value * 10) / 10)
    }

    Component.onCompleted: figures.look()
    onVisibleChanged: if (visible)
        figures.look()

    Rectangle {
        id: bar
        width: parent.width
        height: Theme.px(56)
        color: Theme.ground
        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            IconButton {
                icon.name: "chevron-left"
                text: qsTr("Month before")
                onClicked: view.figures.step(-1)
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(140)
                horizontalAlignment: Text.AlignHCenter
                text: view.figures.monthName
                strong: true
                font.pixelSize: Theme.large
            }
            IconButton {
                icon.name: "chevron-right"
                text: qsTr("Month after")
                onClicked: view.figures.step(1)
            }
            SearchField {
                id: search
                width: Theme.px(200)
                placeholderText: qsTr("Name or unit")
            }
            Spinner {
                visible: view.duty.roster.fetching
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                visible: view.duty.roster.incomplete
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("The hub could not be asked: these figures are incomplete.")
                color: Theme.late
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.s2
            enabled: view.figures.count > 0 && !view.duty.roster.incomplete && !view.duty.roster.fetching && !view.duty.records.exports.busy
            Spinner {
                visible: view.duty.records.exports.busy
                anchors.verticalCenter: parent.verticalCenter
            }
            Button {
                icon.name: "export"
                text: qsTr("Spreadsheet")
                hint: qsTr("Save as XLSX")
                onClicked: xlsx.ask()
            }
            Button {
                icon.name: "export"
                text: "CSV"
                hint: qsTr("Save as CSV")
                onClicked: csv.ask()
            }
        }
    }
    Table {
        id: table
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        name: qsTr("Figures of duty")
        keyRole: "personId"
        onCopyRequested: view.seat.copy(table.filtered.tabText(table.texts()))
        filtered: FilteredList {
            list: view.figures
            text: search.text
            textRoles: ["name", "unit"]
        }
        columns: [
            TableColumn {
                role: "name"
                title: qsTr("Name")
                minimum: 96
                strong: true
            },
            TableColumn {
                role: "unit"
                title: qsTr("Unit")
                minimum: 110
                quiet: true
            },
            Figure {
                role: "planned"
            },
            Figure {
                role: "shifts"
            },
            Figure {
                role: "hours"
            },
            Figure {
                role: "nights"
            },
            Figure {
                role: "weekends"
            },
            Figure {
                role: "holidays"
            },
            Figure {
                role: "statutory"
            },
            Figure {
                role: "late"
            },
            Figure {
                role: "missed"
            },
            Figure {
                role: "stoodIn"
            },
            Figure {
                role: "exchanges"
            }
        ]
        empty: EmptyState {
            anchors.centerIn: parent
            width: Theme.px(360)
            iconName: "chart"
            title: search.text.length > 0 ? qsTr("Nothing matches what is typed") : qsTr("Nobody is on the roster")
        }
    }
    FileChooser {
        id: xlsx
        title: qsTr("Save the figures")
        saves: true
        offered: Format.joined([qsTr("Duty figures"), view.figures.monthName])
        defaultSuffix: "xlsx"
        nameFilters: [qsTr("Spreadsheet (*.xlsx)")]
        onAccepted: view.duty.records.exports.figuresXlsx(selectedFile, view.seat.districtName)
    }
    FileChooser {
        id: csv
        title: qsTr("Save the figures")
        saves: true
        offered: Format.joined([qsTr("Duty figures"), view.figures.monthName])
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma-separated values (*.csv)")]
        onAccepted: view.duty.records.exports.figuresCsv(selectedFile)
    }
}
