// What a rota is made from (posts, people, patterns, holidays): a list at the left, the form of one at
// the right.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property DutyBook book
    required property PlanBook plans
    required property RotaPeople people
    required property DutyCommands commands
    property string shown: "posts"
    property string current: "" ///< id of what the form shows; empty: a new one
    readonly property bool ofPeople: shown === "people"
    /// The form that is shown. A function: the forms are made after the dialog's own properties.
    function form(): var {
        switch (dialog.shown) {
        case "posts":
            return postForm;
        case "people":
            return personForm;
        case "patterns":
            return patternForm;
        default:
            return holidaysForm;
        }
    }
    /// Rows of the list, but for people, who have a model: {id, text, note, faded}.
    readonly property var rows: {
        switch (dialog.shown) {
        case "posts":
            return dialog.book.posts.map(post => ({
                        "id": post.id,
                        "text": post.name,
                        "note": post.kindName + " · " + post.unitName,
                        "faded": post.closed
                    }));
        case "patterns":
            return dialog.plans.patterns.map(pattern => ({
                        "id": pattern.key,
                        "text": pattern.name,
                        "note": Format.joined([pattern.daysName, qsTr("%n crew(s)", "", pattern.crews)]),
                        "faded": false
                    }));
        case "holidays":
            return dialog.plans.years.map(year => ({
                        "id": year.year,
                        "text": year.year,
                        "note": qsTr("%n holiday(s)", "", year.holidays),
                        "faded": false
                    }));
        default:
            return [];
        }
    }
    readonly property var newTexts: ({
            "posts": qsTr("New post"),
            "people": qsTr("New person"),
            "patterns": qsTr("New pattern"),
            "holidays": qsTr("Holidays of another year")
        })

    function begin(shown: string, id: string): void {
        dialog.shown = shown;
        dialog.people.withInactive = true;
        dialog.people.text = "";
        dialog.people.chooseFor("");
        dialog.look(id);
        dialog.open();
    }
    function look(id: string): void {
        dialog.current = id;
        dialog.commands.forgetFailure();
        dialog.form().fill(dialog.cardOf(id));
    }
    function cardOf(id: string): var {
        switch (dialog.shown) {
        case "posts":
            return dialog.book.postCard(id);
        case "people":
            return dialog.book.personCard(id);
        case "patterns":
            return dialog.plans.patternCard(id);
        default:
            return dialog.plans.yearCard(id);
        }
    }
    function write(card: var): bool {
        switch (dialog.shown) {
        case "posts":
            return dialog.book.writePost(card);
        case "people":
            return dialog.book.writePerson(card);
        case "patterns":
            return dialog.plans.writePattern(card);
        default:
            return dialog.plans.writeYear(card);
        }
    }
    /// The hub's answer: the form goes on from what is written, so that it can be saved again.
    function goOn(): void {
        if (dialog.saved.length > 0 && dialog.current.length > 0)
            dialog.look(dialog.current);
    }
    onClosed: dialog.people.withInactive = false

    title: qsTr("What the rota is made from")
    width: Math.min(Theme.px(1060), (parent?.width ?? 0) - 2 * Theme.s6)
    acceptText: qsTr("Save")
    rejectText: qsTr("Close")
    acceptEnabled: dialog.form().complete
    onSubmitted: {
        const card = dialog.form().card();
        if (dialog.write(card)) {
            dialog.saved = card.name ?? card.year;
            dialog.current = card.id ?? card.key ?? card.year;
        }
    }
    property string saved: "" ///< name of what has been sent last

    Connections {
        target: dialog.book
        enabled: dialog.visible && dialog.shown === "posts"
        function onPostsChanged(): void {
            dialog.goOn();
        }
    }
    Connections {
        target: dialog.plans
        enabled: dialog.visible
        function onPatternsChanged(): void {
            if (dialog.shown === "patterns")
                dialog.goOn();
        }
        function onYearsChanged(): void {
            if (dialog.shown === "holidays")
                dialog.goOn();
        }
    }
    Connections {
        target: dialog.people
        enabled: dialog.visible && dialog.ofPeople
        function onDataChanged(): void {
            dialog.goOn();
        }
    }
    contentItem: Item {
        implicitHeight: Theme.px(520)
        Item {
            id: left
            width: Theme.px(340)
            height: parent.height
            Segments {
                id: kinds
                entries: [
                    {
                        "key": "posts",
                        "text": qsTr("Posts"),
                        "count": dialog.book.posts.length
                    },
                    {
                        "key": "people",
                        "text": qsTr("People"),
                        "count": dialog.people.count
                    },
                    {
                        "key": "patterns",
                        "text": qsTr("Patterns")
                    },
                    {
                        "key": "holidays",
                        "text": qsTr("Holidays")
                    }
                ]
                current: dialog.shown
                onPicked: key => {
                    dialog.saved = "";
                    dialog.shown = key;
                    dialog.look("");
                }
            }
            SearchField {
                id: field
                visible: dialog.ofPeople
                anchors.top: kinds.bottom
                anchors.topMargin: Theme.s2
                width: parent.width
                placeholderText: qsTr("Name, initials, telephone")
                onTextChanged: dialog.people.text = text
            }
            Rectangle {
                anchors.top: field.visible ? field.bottom : kinds.bottom
                anchors.topMargin: Theme.s2
                anchors.bottom: another.top
                anchors.bottomMargin: Theme.s1
                width: parent.width
                color: Theme.ground
                radius: Theme.radius
                border.width: Theme.hair
                border.color: Theme.line
                ListView {
                    id: rowList
                    anchors.fill: parent
                    anchors.margins: Theme.hair
                    visible: !dialog.ofPeople
                    clip: true
                    model: dialog.rows
                    boundsBehavior: Flickable.StopAtBounds
                    T.ScrollBar.vertical: ScrollBar {}
                    delegate: BookRow {
                        required property var modelData
                        width: rowList.width
                        text: modelData.text
                        note: modelData.note
                        faded: modelData.faded
                        current: dialog.current === modelData.id
                        onClicked: {
                            dialog.saved = "";
                            dialog.look(modelData.id);
                        }
                    }
                }
                ListView {
                    id: personList
                    anchors.fill: parent
                    anchors.margins: Theme.hair
                    visible: dialog.ofPeople
                    clip: true
                    model: dialog.ofPeople ? dialog.people : null
                    reuseItems: true
                    boundsBehavior: Flickable.StopAtBounds
                    T.ScrollBar.vertical: ScrollBar {}
                    delegate: BookRow {
                        required property string person
                        required property string name
                        required property string unitName
                        required property string phone
                        required property bool active
                        width: personList.width
                        text: name
                        note: Format.joined([unitName, phone])
                        faded: !active
                        current: dialog.current === person
                        onClicked: {
                            dialog.saved = "";
                            dialog.look(person);
                        }
                    }
                }
            }
            Button {
                id: another
                anchors.bottom: parent.bottom
                flat: true
                icon.name: "plus"
                text: dialog.newTexts[dialog.shown]
                onClicked: {
                    dialog.saved = "";
                    dialog.look("");
                }
            }
        }
        Flickable {
            anchors.left: left.right
            anchors.leftMargin: Theme.s5
            anchors.right: parent.right
            height: parent.height
            contentHeight: forms.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
            Column {
                id: forms
                width: parent.width - Theme.s3
                spacing: Theme.s3
                PostForm {
                    id: postForm
                    visible: dialog.shown === "posts"
                    width: parent.width
                    units: dialog.book.units
                    commands: dialog.commands
                }
                PersonForm {
                    id: personForm
                    visible: dialog.ofPeople
                    width: parent.width
                    units: dialog.book.units
                    commands: dialog.commands
                }
                PatternForm {
                    id: patternForm
                    visible: dialog.shown === "patterns"
                    width: parent.width
                    plans: dialog.plans
                    commands: dialog.commands
                }
                HolidaysForm {
                    id: holidaysForm
                    visible: dialog.shown === "holidays"
                    width: parent.width
                    plans: dialog.plans
                    commands: dialog.commands
                }
                Label {
                    width: parent.width
                    visible: text.length > 0
                    text: dialog.commands.failureText.length > 0 ? dialog.commands.failureText : dialog.saved.length > 0 ? Format.fill(qsTr("Sent to the hub: %1"), [dialog.saved]) : ""
                    color: dialog.commands.failureText.length > 0 ? Theme.late : Theme.done
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
            }
        }
    }
}
