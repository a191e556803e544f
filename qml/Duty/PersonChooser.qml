// Whom to put onto a shift: typed by name, pinyin initials or telephone number, chosen by Enter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

T.Popup {
    id: chooser

    required property RotaPeople people
    property string title: ""
    signal chosen(string person)

    /// At a place of its parent; `typed` is what somebody has begun to type.
    function choose(typed: string, at: rect): void {
        const room = Qt.size(chooser.parent.width, chooser.parent.height);
        chooser.x = Math.max(Theme.s2, Math.min(at.x, room.width - chooser.width - Theme.s2));
        const below = at.y + at.height + Theme.s1;
        chooser.y = below + chooser.height < room.height ? below : Math.max(Theme.s2, at.y - chooser.height - Theme.s1);
        field.text = typed;
        chooser.open();
        field.forceActiveFocus();
        field.cursorPosition = field.length;
        list.currentIndex = 0;
        list.positionViewAtBeginning();
    }
    function take(row: int): void {
        const person = chooser.people.at(row);
        if (person.length === 0)
            return;
        chooser.close();
        chooser.chosen(person);
    }
    onClosed: field.clear()

    width: Theme.px(320)
    height: Theme.px(340)
    padding: Theme.s2
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    background: Rectangle {
        color: Theme.raised
        border.color: Theme.line
        border.width: Theme.hair
        radius: Theme.radius
    }
    contentItem: FocusScope {
        focus: true
        Label {
            id: head
            width: parent.width
            height: visible ? Theme.s6 : 0
            visible: chooser.title.length > 0
            text: chooser.title
            quiet: true
            font.pixelSize: Theme.tiny
        }
        SearchField {
            id: field
            anchors.top: head.bottom
            width: parent.width
            focus: true
            placeholderText: qsTr("Name, initials, telephone")
            onTextChanged: {
                chooser.people.text = text;
                list.currentIndex = 0;
            }
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onReturnPressed: chooser.take(list.currentIndex)
            Keys.onEnterPressed: chooser.take(list.currentIndex)
            Keys.onEscapePressed: chooser.close()
        }
        ListView {
            id: list
            anchors.top: field.bottom
            anchors.topMargin: Theme.s1
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            model: chooser.people
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            delegate: RowBase {
                id: row
                required property int index
                required property string name
                required property string unitName
                required property int hours
                required property bool fit
                width: list.width
                implicitHeight: Theme.px(36)
                text: name
                ruled: false
                current: ListView.isCurrentItem
                onClicked: chooser.take(row.index)
                NameLabel {
                    x: Theme.s2
                    width: Theme.px(84)
                    height: parent.height
                    text: row.name
                    color: row.fit ? Theme.text : Theme.quiet
                    Accessible.ignored: true
                }
                NameLabel {
                    x: Theme.px(96)
                    width: parent.width - x - Theme.px(88)
                    height: parent.height
                    text: row.fit ? row.unitName : qsTr("not free or not fit")
                    color: row.fit ? Theme.quiet : Theme.late
                    font.pixelSize: Theme.tiny
                }
                Label {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s3
                    height: parent.height
                    text: Format.fill(qsTr("%1 h"), [row.hours])
                    quiet: true
                    font.pixelSize: Theme.tiny
                }
            }
            Label {
                anchors.centerIn: parent
                visible: list.count === 0
                text: qsTr("Nobody matches what is typed")
                quiet: true
            }
        }
    }
}
