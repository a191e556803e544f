// Whom the order that is being written goes to: those chosen, a search, and who is suggested.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Column {
    id: picker

    required property OrderDraft draft
    readonly property alias search: unitSearch

    spacing: Theme.s1

    // Another draft begins: what was typed for the last is gone.
    Connections {
        target: picker.draft.suggestions
        function onTextChanged(): void {
            if (unitSearch.text !== picker.draft.suggestions.text)
                unitSearch.text = picker.draft.suggestions.text;
        }
    }
    Repeater {
        model: picker.draft.recipients
        RecipientRow {
            width: parent ? parent.width : 0
            onRemoved: picker.draft.recipients.remove(unit)
            onPromoted: picker.draft.recipients.setLead(unit)
        }
    }
    Item {
        width: parent.width
        height: Theme.controlHeight
        SearchField {
            id: unitSearch
            anchors.left: parent.left
            anchors.right: take.left
            anchors.rightMargin: Theme.s1
            placeholderText: qsTr("Add a unit by name or initials")
            onTextChanged: {
                picker.draft.suggestions.text = text;
                suggestionList.currentIndex = text.length > 0 ? picker.draft.suggestions.nextFree(0, 1) : -1;
            }
            Keys.onDownPressed: suggestionList.mark(1)
            Keys.onUpPressed: suggestionList.mark(-1)
            Keys.onReturnPressed: suggestionList.pickCurrent()
            Keys.onEnterPressed: suggestionList.pickCurrent()
        }
        Button {
            id: take
            anchors.right: parent.right
            text: qsTr("Best three")
            hint: qsTr("The best three suggestions that are free")
            enabled: picker.draft.suggestions.count > 0
            onClicked: picker.draft.takeSuggestions(3)
        }
    }
    Rectangle {
        width: parent.width
        height: Math.max(Theme.px(44), Math.min(Theme.px(220), suggestionList.contentHeight)) + 2 * Theme.hair
        color: "transparent"
        radius: Theme.radius
        border.color: Theme.line
        border.width: Theme.hair
        Label {
            anchors.centerIn: parent
            visible: suggestionList.count === 0
            text: unitSearch.length > 0 ? qsTr("No such unit") : qsTr("Choose a class and a place: suitable units follow.")
            quiet: true
            font.pixelSize: Theme.tiny
        }
        ListView {
            id: suggestionList
            anchors.fill: parent
            anchors.margins: Theme.hair
            clip: true
            model: picker.draft.suggestions
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Suggested units")
            T.ScrollBar.vertical: ScrollBar {}
            Keys.onReturnPressed: pickCurrent()
            Keys.onEnterPressed: pickCurrent()
            /// Marks the next unit, down or up, that can be taken.
            function mark(step: int): void {
                const next = picker.draft.suggestions.nextFree(currentIndex + step, step);
                if (next >= 0)
                    currentIndex = next;
            }
            function pickCurrent(): void {
                const row = currentItem as SuggestionRow;
                if (row && row.enabled)
                    row.picked();
            }
            delegate: SuggestionRow {
                width: suggestionList.width
                current: (suggestionList.activeFocus || unitSearch.activeFocus) && suggestionList.currentIndex === index
                onPicked: {
                    picker.draft.recipients.add(unit);
                    unitSearch.clear();
                }
            }
        }
    }
}
