// Who is to be called: what is proposed, some struck out, and whom one finds besides.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls

Column {
    id: panel

    required property ConsultProposal proposal
    readonly property alias search: search
    spacing: Theme.s2

    Label {
        visible: text.length > 0
        width: parent.width
        text: panel.proposal.failureText.length > 0 ? panel.proposal.failureText : panel.proposal.busy ? qsTr("Asking the hub who belongs to it …") : ""
        color: panel.proposal.failureText.length > 0 ? Theme.late : Theme.quiet
        wrapMode: Text.Wrap
    }
    ListView {
        id: list
        width: parent.width
        height: Math.min(Theme.px(252), Math.max(Theme.px(36), contentHeight))
        clip: true
        visible: count > 0
        model: panel.proposal
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}
        delegate: Item {
            id: row
            required property int index
            required property string name
            required property string post
            required property string kind
            required property bool chosen
            width: ListView.view.width
            height: Theme.px(36)
            CheckBox {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - Theme.s4
                text: Format.joined([row.name, row.post.length > 0 ? row.post : row.kind === "unit" ? qsTr("unit") : ""])
                checked: row.chosen
                onClicked: {
                    panel.proposal.toggle(row.index);
                    checked = Qt.binding(() => row.chosen);
                }
            }
        }
    }
    SearchField {
        id: search
        width: parent.width
        placeholderText: qsTr("Add a person of the hall, or a unit …")
        onAccepted: {
            const first = panel.proposal.found(search.text)[0];
            if (first)
                panel.take(first);
        }
    }
    function take(who: var): void {
        panel.proposal.add(who);
        search.clear();
    }
    Repeater {
        model: search.length > 0 ? panel.proposal.found(search.text).slice(0, 5) : []
        RowBase {
            id: found
            required property var modelData
            width: panel.width
            implicitHeight: Theme.lineHeight
            leftPadding: Theme.s2
            text: Format.joined([modelData.name, modelData.post])
            contentItem: Label {
                text: found.text
            }
            onClicked: panel.take(found.modelData)
        }
    }
}
