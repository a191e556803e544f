// What came of patrol duty: the share of cameras that was looked at, by month and by round. And what was
// shown when, as a file.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property PatrolRecords records
    required property ShownLog shownLog
    /// Of which the file tells, back from now.
    property int days: 1
    property string shown: "months"
    readonly property var rows: shown === "months" ? records.months : records.rounds

    function begin(): void {
        dialog.records.ask(Clock.now);
        dialog.open();
        list.forceActiveFocus();
    }

    width: Math.min(Theme.px(640), parent ? parent.width - 2 * Theme.s6 : Theme.px(640))
    title: qsTr("Patrol duty: what was confirmed")
    acceptText: qsTr("Export what was shown …")
    rejectText: qsTr("Close")
    busy: dialog.records.asking
    onSubmitted: file.ask()
    contentItem: Column {
        spacing: Theme.s3
        Segments {
            current: dialog.shown
            entries: [
                {
                    "key": "months",
                    "text": qsTr("By month")
                },
                {
                    "key": "rounds",
                    "text": qsTr("By round")
                }
            ]
            onPicked: key => dialog.shown = key
        }
        ListView {
            id: list
            width: parent.width
            height: Theme.px(320)
            clip: true
            activeFocusOnTab: true
            model: dialog.rows
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: dialog.title
            T.ScrollBar.vertical: ScrollBar {}
            delegate: RowBase {
                id: row
                required property int index
                required property var modelData
                readonly property string what: modelData.month ?? Format.joined([modelData.group, modelData.by])
                readonly property string about: modelData.month ? qsTr("%n round(s)", "", modelData.rounds) : Format.moment(modelData.begun, Clock.minute)
                readonly property string share: qsTr("%1 % (%2 of %3)").arg(modelData.percent).arg(modelData.seen).arg(modelData.of)
                readonly property string orders: modelData.orders > 0 ? qsTr("%n order(s)", "", modelData.orders) : ""
                width: list.width
                implicitHeight: Theme.px(36)
                current: ListView.isCurrentItem
                text: Format.joined([what, about, share, orders])
                onClicked: list.currentIndex = row.index
                NameLabel {
                    x: Theme.s2
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.35
                    text: row.what
                    Accessible.ignored: true
                }
                Label {
                    x: parent.width * 0.38
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.2
                    text: row.about
                    quiet: true
                    Accessible.ignored: true
                }
                Label {
                    x: parent.width * 0.6
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.24
                    text: row.share
                    Accessible.ignored: true
                }
                Label {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s3
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.orders
                    quiet: true
                    Accessible.ignored: true
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0 && !dialog.records.asking
                iconName: "patrol"
                title: dialog.records.problem.length > 0 ? dialog.records.problem : qsTr("Nobody has gone through a group yet")
            }
        }
        Rule {
            width: parent.width
        }
        Row {
            spacing: Theme.s1
            Label {
                height: Theme.px(28)
                rightPadding: Theme.s2
                text: qsTr("Which camera was shown where and when")
            }
            Repeater {
                model: [1, 7, 31]
                Chip {
                    required property int modelData
                    checkable: false
                    checked: dialog.days === modelData
                    text: qsTr("%n day(s)", "", modelData)
                    onClicked: dialog.days = modelData
                }
            }
        }
    }
    FileChooser {
        id: file
        title: qsTr("Save what was shown")
        saves: true
        offered: qsTr("Camera patrol")
        defaultSuffix: "csv"
        nameFilters: [qsTr("Comma-separated values (*.csv)")]
        onAccepted: dialog.shownLog.exportCsv(selectedFile, Clock.now - dialog.days * 86400000, Clock.now)
    }
}
