// The heads of days above a table or a week of the rota: weekdays, holidays, and where problems are.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: head

    /// As RotaBoard says them.
    required property var days
    required property real columnWidth
    property real offset: 0
    readonly property list<string> weekdays: [qsTr("Mon"), qsTr("Tue"), qsTr("Wed"), qsTr("Thu"), qsTr("Fri"), qsTr("Sat"), qsTr("Sun")]

    clip: true
    Row {
        x: -head.offset
        height: head.height
        Repeater {
            model: head.days
            Item {
                id: day
                required property var modelData
                readonly property bool off: modelData.kind !== "working"
                readonly property string note: modelData.holiday.length > 0 ? modelData.holiday : modelData.makeUp ? qsTr("work") : ""
                width: head.columnWidth
                height: head.height
                Rectangle {
                    anchors.fill: parent
                    color: day.modelData.today ? Theme.accentSoft : day.off ? Qt.alpha(Theme.raised, Theme.dark ? 0.9 : 1) : Theme.surface
                }
                Column {
                    anchors.centerIn: parent
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        text: day.modelData.day
                        strong: true
                        color: day.modelData.today ? Theme.accent : day.off ? Theme.quiet : Theme.text
                    }
                    Label {
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: Math.min(implicitWidth, day.width - Theme.px(4))
                        text: day.note.length > 0 ? day.note : head.weekdays[day.modelData.weekday]
                        font.pixelSize: Theme.px(11)
                        color: day.modelData.holiday.length > 0 ? Theme.accent : day.modelData.makeUp ? Theme.text : Theme.quiet
                    }
                }
                Rectangle {
                    visible: day.modelData.problems > 0
                    anchors.bottom: parent.bottom
                    x: Theme.px(4)
                    width: parent.width - Theme.px(8)
                    height: Theme.px(3)
                    radius: height / 2
                    color: Theme.late
                }
                Rectangle {
                    anchors.right: parent.right
                    width: Theme.hair
                    height: parent.height
                    color: Theme.line
                    opacity: 0.5
                }
                HoverHandler {
                    id: over
                }
                Loader {
                    anchors.fill: parent
                    active: over.hovered
                    sourceComponent: Hint {
                        text: {
                            const told = [day.modelData.date];
                            if (day.modelData.holiday.length > 0)
                                told.push(day.modelData.holiday);
                            if (day.modelData.makeUp)
                                told.push(qsTr("make-up working day"));
                            if (day.modelData.problems > 0)
                                told.push(qsTr("%n problem(s)", "", day.modelData.problems));
                            return told.join(" · ");
                        }
                        visible: true
                    }
                }
            }
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
