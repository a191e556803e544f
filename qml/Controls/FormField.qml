// A labelled place in a form, with what is wrong with it beneath.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style

Column {
    id: field

    property string label: ""
    property string problem: ""
    property string note: ""
    property bool required: false
    default property alias content: slot.data

    spacing: Theme.s1

    Row {
        spacing: Theme.s1
        visible: field.label.length > 0
        Label {
            text: field.label
            quiet: true
            font.pixelSize: Theme.tiny
        }
        Label {
            visible: field.required
            text: "*"
            color: Theme.accent
            font.pixelSize: Theme.tiny
            Accessible.name: qsTr("required")
        }
    }
    Item {
        id: slot
        width: field.width
        implicitHeight: children.length > 0 ? children[0].height : 0
    }
    Label {
        visible: text.length > 0
        width: field.width
        text: field.problem.length > 0 ? field.problem : field.note
        color: field.problem.length > 0 ? Theme.late : Theme.quiet
        font.pixelSize: Theme.tiny
        wrapMode: Text.Wrap
        Accessible.role: field.problem.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
    }
}
