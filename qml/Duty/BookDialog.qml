// Posts and people of duty: a list at the left, the form of one at the right.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Dialog {
    id: dialog

    required property DutyBook book
    required property RotaPeople people
    required property DutyCommands commands
    property string shown: "posts"
    property string current: "" ///< id of what the form shows; empty: a new one
    readonly property bool ofPosts: shown === "posts"

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
        if (dialog.ofPosts)
            postForm.fill(dialog.book.postCard(id));
        else
            personForm.fill(dialog.book.personCard(id));
    }
    onClosed: dialog.people.withInactive = false

    title: qsTr("Posts and people")
    width: Math.min(Theme.px(960), (parent?.width ?? 0) - 2 * Theme.s6)
    acceptText: qsTr("Save")
    rejectText: qsTr("Close")
    acceptEnabled: ofPosts ? postForm.complete : personForm.complete
    onSubmitted: {
        const card = dialog.ofPosts ? postForm.card() : personForm.card();
        if (dialog.ofPosts ? dialog.book.writePost(card) : dialog.book.writePerson(card)) {
            dialog.saved = card.name;
            dialog.current = card.id;
        }
    }
    property string saved: "" ///< name of what has been sent last

    Connections {
        target: dialog.book
        enabled: dialog.visible
        // The hub's answer: the form goes on from what is written, so that it can be saved again.
        function onPostsChanged(): void {
            if (dialog.ofPosts && dialog.saved.length > 0 && dialog.current.length > 0)
                dialog.look(dialog.current);
        }
    }
    Connections {
        target: dialog.people
        enabled: dialog.visible && !dialog.ofPosts
        function onDataChanged(): void {
            if (dialog.saved.length > 0 && dialog.current.length > 0)
                dialog.look(dialog.current);
        }
    }
    contentItem: Item {
        implicitHeight: Theme.px(520)
        Item {
            id: left
            width: Theme.px(300)
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
                    }
                ]
                current: dialog.shown
                onPicked: key => {
                    dialog.saved = "";
                    dialog.shown = key;
                    dialog.look("");
                }
            }
            IconButton {
                anchors.right: parent.right
                anchors.verticalCenter: kinds.verticalCenter
                icon.name: "plus"
                text: dialog.ofPosts ? qsTr("New post") : qsTr("New person")
                onClicked: {
                    dialog.saved = "";
                    dialog.look("");
                }
            }
            SearchField {
                id: field
                visible: !dialog.ofPosts
                anchors.top: kinds.bottom
                anchors.topMargin: Theme.s2
                width: parent.width
                placeholderText: qsTr("Name, initials, telephone")
                onTextChanged: dialog.people.text = text
            }
            Rectangle {
                anchors.top: field.visible ? field.bottom : kinds.bottom
                anchors.topMargin: Theme.s2
                anchors.bottom: parent.bottom
                width: parent.width
                color: Theme.ground
                radius: Theme.radius
                border.width: Theme.hair
                border.color: Theme.line
                ListView {
                    id: postList
                    anchors.fill: parent
                    anchors.margins: Theme.hair
                    visible: dialog.ofPosts
                    clip: true
                    model: dialog.ofPosts ? dialog.book.posts : []
                    boundsBehavior: Flickable.StopAtBounds
                    T.ScrollBar.vertical: ScrollBar {}
                    delegate: BookRow {
                        required property var modelData
                        width: postList.width
                        text: modelData.name
                        note: modelData.kindName + " · " + modelData.unitName
                        faded: modelData.closed
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
                    visible: !dialog.ofPosts
                    clip: true
                    model: dialog.ofPosts ? null : dialog.people
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
                    visible: dialog.ofPosts
                    width: parent.width
                    units: dialog.book.units
                    commands: dialog.commands
                }
                PersonForm {
                    id: personForm
                    visible: !dialog.ofPosts
                    width: parent.width
                    units: dialog.book.units
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
