// The map's search field: places, resources and units, found as one types.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

FocusScope {
    id: find

    required property CommandBar bar

    implicitWidth: Theme.px(280)
    implicitHeight: Theme.px(36)

    function begin(): void {
        field.forceActiveFocus();
        field.selectAll();
    }

    SearchField {
        id: field
        anchors.fill: parent
        focus: true
        placeholderText: qsTr("Name, code or initials")
        onTextChanged: find.bar.text = text
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
        Keys.onReturnPressed: find.takeCurrent()
        Keys.onEnterPressed: find.takeCurrent()
    }
    function takeCurrent(): void {
        if (list.count > 0)
            find.take(Math.max(0, list.currentIndex));
    }
    function take(row: int): void {
        find.bar.choose(row);
        results.close();
    }
    T.Popup {
        id: results
        y: find.height + Theme.s1
        width: Math.max(find.width, Theme.px(380))
        height: list.count > 0 ? Math.min(list.contentHeight + 2 * padding, Theme.px(360)) : Theme.px(40)
        padding: Theme.s1
        visible: field.activeFocus && field.length > 0
        closePolicy: T.Popup.NoAutoClose
        background: Rectangle {
            color: Theme.surface
            radius: Theme.radius
            border.color: Theme.line
            border.width: Theme.hair
        }
        contentItem: ListView {
            id: list
            clip: true
            model: find.bar
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            Label {
                visible: list.count === 0
                anchors.centerIn: parent
                text: qsTr("Nothing found for “%1”").arg(field.text)
                quiet: true
            }
            onCountChanged: currentIndex = count > 0 ? Math.max(0, Math.min(currentIndex, count - 1)) : -1
            Connections {
                target: find.bar
                function onTextChanged(): void {
                    list.currentIndex = list.count > 0 ? 0 : -1;
                }
            }
            delegate: FoundRow {
                width: list.width
                current: list.currentIndex === index
                onClicked: find.take(index)
            }
        }
    }
}
