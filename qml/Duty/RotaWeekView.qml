// A week of the rota by the hour: bars that are moved and made longer or shorter by mouse.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: view

    required property RotaWeek week
    required property RotaBoard board
    property bool editable: true
    property string current: "" ///< id of the shift that is chosen
    readonly property real headWidth: Theme.px(176)
    readonly property real dayHeight: Theme.px(46)
    readonly property real laneHeight: Theme.px(30)
    readonly property real timeWidth: width - headWidth
    signal editWanted(string shift)
    signal removeWanted(string shift)
    signal created(string post, real from)

    function show(row: int): void {
        list.positionViewAtIndex(row, ListView.Contain);
    }
    Keys.onDeletePressed: if (view.current.length > 0)
        view.removeWanted(view.current)
    Keys.onReturnPressed: if (view.current.length > 0)
        view.editWanted(view.current)
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown;
        if (event.accepted)
            view.board.go(event.key === Qt.Key_PageUp ? -1 : 1);
    }

    Rectangle {
        width: view.headWidth
        height: view.dayHeight
        color: Theme.surface
        Label {
            anchors.fill: parent
            anchors.leftMargin: Theme.s4
            text: qsTr("Post")
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    RotaDays {
        x: view.headWidth
        width: view.timeWidth
        height: view.dayHeight
        days: view.board.days
        columnWidth: view.timeWidth / Math.max(1, view.board.days.length)
    }
    ListView {
        id: list
        y: view.dayHeight
        width: view.width
        height: view.height - view.dayHeight
        clip: true
        focus: true
        model: view.week
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        delegate: Item {
            id: row
            required property int index
            required property string post
            required property string name
            required property string unitName
            required property int lanes
            required property var bars
            required property var gaps
            width: list.width
            height: Math.max(lanes * view.laneHeight + Theme.s2, Theme.px(46))
            Rectangle {
                width: view.headWidth
                height: parent.height
                color: Theme.surface
                NameLabel {
                    x: Theme.s4
                    y: Theme.px(5)
                    width: parent.width - 2 * Theme.s3
                    text: row.name
                    strong: true
                }
                NameLabel {
                    x: Theme.s4
                    y: Theme.px(25)
                    width: parent.width - 2 * Theme.s3
                    text: row.unitName
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
            }
            Item {
                id: time
                x: view.headWidth
                width: view.timeWidth
                height: parent.height
                clip: true
                TapHandler {
                    onDoubleTapped: point => {
                        if (view.editable)
                            view.created(row.post, view.week.momentAt(point.position.x / time.width));
                    }
                }
                Repeater {
                    model: view.board.days.length * 4
                    Rectangle {
                        required property int index
                        x: index * time.width / (view.board.days.length * 4)
                        width: Theme.hair
                        height: time.height
                        color: Theme.line
                        opacity: index % 4 === 0 ? 1 : 0.35
                    }
                }
                Repeater {
                    model: row.gaps
                    Rectangle {
                        required property var modelData
                        x: modelData.from * time.width
                        width: (modelData.to - modelData.from) * time.width
                        height: time.height
                        color: Theme.lateSoft
                        opacity: 0.8
                    }
                }
                Repeater {
                    model: row.bars
                    RotaBar {
                        required property var modelData
                        bar: modelData
                        span: time.width
                        y: Theme.s1 + modelData.lane * view.laneHeight
                        height: view.laneHeight - Theme.px(2)
                        current: view.current === modelData.shift
                        movable: view.editable && modelData.editable
                        onPicked: {
                            list.forceActiveFocus();
                            view.current = modelData.shift;
                        }
                        onEditWanted: view.editWanted(modelData.shift)
                        onTimesWanted: (from, to) => view.board.setTimes(modelData.shift, view.week.momentAt(from), view.week.momentAt(to))
                    }
                }
            }
            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
