// Beside the rota: people to be dragged onto it, and what is wrong with it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: side

    required property RotaPeople people
    required property RotaProblemList problems
    property bool editable: true
    property string shown: "problems"
    /// While somebody drags a person: his name and the pointer's place in this item.
    property string draggedName: ""
    property point draggedAt: Qt.point(0, 0)
    signal dropped(string person)
    signal problemPicked(string shift, string post, real from)
    signal copyWanted(string text)

    color: Theme.surface
    Rectangle {
        width: Theme.hair
        height: parent.height
        color: Theme.line
        z: 1
    }
    Item {
        id: head
        width: parent.width
        height: Theme.px(46)
        Segments {
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            entries: [
                {
                    "key": "problems",
                    "text": qsTr("Problems"),
                    "count": side.problems.count,
                    "alert": true
                },
                {
                    "key": "people",
                    "text": qsTr("People"),
                    "count": side.people.count
                }
            ]
            current: side.shown
            onPicked: key => side.shown = key
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }
    ListView {
        id: problemList
        visible: side.shown === "problems"
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: side.problems
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Problems")
        T.ScrollBar.vertical: ScrollBar {}
        delegate: RowBase {
            id: problem
            required property string kindName
            required property string day
            required property string time
            required property string shift
            required property string post
            required property real from
            required property int index
            width: problemList.width
            implicitHeight: Theme.px(52)
            text: model.text
            required property var model
            current: problemList.activeFocus && ListView.isCurrentItem
            onClicked: {
                problemList.currentIndex = problem.index;
                side.problemPicked(problem.shift, problem.post, problem.from);
            }
            Rectangle {
                x: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(3)
                height: parent.height - 2 * Theme.s2
                radius: width / 2
                color: Theme.late
            }
            Label {
                id: kind
                x: Theme.s5
                y: Theme.px(7)
                width: parent.width - x - when.width - Theme.s5
                text: problem.kindName
                color: Theme.late
                font.pixelSize: Theme.tiny
                Accessible.ignored: true
            }
            Label {
                id: when
                anchors.right: parent.right
                anchors.rightMargin: Theme.s3
                y: Theme.px(7)
                text: problem.day + " " + problem.time
                quiet: true
                font.pixelSize: Theme.tiny
            }
            Label {
                x: Theme.s5
                y: Theme.px(26)
                width: parent.width - x - Theme.s3
                text: problem.text
                Accessible.ignored: true
            }
        }
        EmptyState {
            anchors.centerIn: parent
            width: parent.width
            visible: problemList.count === 0
            iconName: "check"
            title: qsTr("Nothing is wrong")
            text: qsTr("Gaps, double bookings, too little rest, missing qualifications and leave show here at once.")
        }
    }
    Item {
        visible: side.shown === "people"
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        SearchField {
            id: field
            x: Theme.s3
            y: Theme.s2
            width: parent.width - 2 * Theme.s3
            placeholderText: qsTr("Name, initials, telephone")
            onTextChanged: side.people.text = text
        }
        ListView {
            id: peopleList
            anchors.top: field.bottom
            anchors.topMargin: Theme.s2
            anchors.bottom: hint.top
            width: parent.width
            clip: true
            model: side.people
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            interactive: side.draggedName.length === 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People")
            T.ScrollBar.vertical: ScrollBar {}
            delegate: RowBase {
                id: row
                required property string person
                required property string name
                required property string unitName
                required property string phone
                required property int hours
                required property int nights
                required property bool own
                width: peopleList.width
                implicitHeight: Theme.px(48)
                text: name
                current: own
                NameLabel {
                    x: Theme.s3
                    y: Theme.px(5)
                    width: Theme.px(110)
                    text: row.name
                    strong: true
                    Accessible.ignored: true
                }
                NameLabel {
                    x: Theme.s3
                    y: Theme.px(25)
                    width: Theme.px(128)
                    text: row.unitName
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
                Label {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s3
                    y: Theme.px(25)
                    text: row.nights > 0 ? Format.fill(qsTr("%1 h, %2 nights"), [row.hours, row.nights]) : Format.fill(qsTr("%1 h"), [row.hours])
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
                MouseArea {
                    anchors.fill: parent
                    enabled: side.editable
                    cursorShape: pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor
                    preventStealing: side.draggedName.length > 0
                    property real pressX: 0
                    onPressed: event => pressX = event.x
                    onPositionChanged: event => {
                        if (side.draggedName.length === 0 && pressX - event.x > Theme.px(12))
                            side.draggedName = row.name;
                        if (side.draggedName.length > 0)
                            side.draggedAt = mapToItem(side, event.x, event.y);
                    }
                    onReleased: {
                        if (side.draggedName.length > 0)
                            side.dropped(row.person);
                        side.draggedName = "";
                    }
                    onCanceled: side.draggedName = ""
                }
                PhoneNumber {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s2
                    y: Theme.px(1)
                    number: row.phone
                    of: row.name
                    onDialled: number => side.copyWanted(number)
                }
            }
        }
        Label {
            id: hint
            anchors.bottom: parent.bottom
            x: Theme.s3
            width: parent.width - 2 * Theme.s3
            height: Theme.px(32)
            text: side.editable ? qsTr("Drag a person onto a day of the table") : ""
            quiet: true
            font.pixelSize: Theme.tiny
        }
    }
}
