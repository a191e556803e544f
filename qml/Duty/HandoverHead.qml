// Whose sheet it is, from whom to whom, by when, and what it waits for.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Rectangle {
    id: head

    required property HandoverModel sheet
    readonly property bool open: sheet.state !== "accepted"

    implicitHeight: column.implicitHeight + 2 * Theme.s3
    color: Theme.ground

    component Side: Rectangle {
        id: side
        property string heading
        property var shift: ({})
        property string unsigned
        readonly property string name: shift.name ?? ""
        readonly property string signedText: shift.signedText ?? ""
        readonly property bool isSigned: signedText.length > 0
        height: Theme.px(92)
        radius: Theme.radius
        color: Theme.surface
        border.color: isSigned ? Qt.alpha(Theme.done, 0.6) : Theme.line
        border.width: Theme.hair
        Column {
            anchors.fill: parent
            anchors.margins: Theme.s3
            spacing: Theme.s1
            Label {
                width: parent.width
                text: side.heading + (side.shift.span ? "  ·  " + side.shift.span : "")
                quiet: true
                font.pixelSize: Theme.tiny
            }
            Row {
                spacing: Theme.s3
                NameLabel {
                    anchors.verticalCenter: parent.verticalCenter
                    text: side.name.length > 0 ? side.name : qsTr("Nobody is planned")
                    color: side.name.length > 0 ? Theme.text : Theme.late
                    strong: true
                    font.pixelSize: Theme.large
                }
                PhoneNumber {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: number.length > 0
                    number: side.shift.phone ?? ""
                }
            }
            Row {
                spacing: Theme.s1
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: side.isSigned ? "check" : "hourglass"
                    color: side.isSigned ? Theme.done : Theme.faint
                    size: Theme.px(14)
                }
                Label {
                    text: side.isSigned ? qsTr("Signed %1").arg(side.signedText) : side.unsigned
                    color: side.isSigned ? Theme.done : Theme.quiet
                    font.pixelSize: Theme.tiny
                }
            }
        }
    }

    Column {
        id: column
        x: Theme.s4
        y: Theme.s3
        width: parent.width - 2 * Theme.s4
        spacing: Theme.s3
        Item {
            width: parent.width
            height: Theme.px(32)
            Label {
                id: name
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width * 0.5)
                text: head.sheet.postName
                strong: true
                font.pixelSize: Theme.title
            }
            Tag {
                anchors.left: name.right
                anchors.leftMargin: Theme.s3
                anchors.verticalCenter: parent.verticalCenter
                text: head.sheet.stateName
                tone: head.open ? Theme.accent : Theme.done
                iconName: head.open ? "" : "check"
            }
            Row {
                visible: head.open
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("To be accepted by %1").arg(head.sheet.dueText)
                    quiet: true
                }
                CountDown {
                    anchors.verticalCenter: parent.verticalCenter
                    due: head.sheet.due
                    font.pixelSize: Theme.small
                }
            }
        }
        Row {
            id: sides
            width: parent.width
            spacing: Theme.s3
            Side {
                width: (sides.width - arrow.width - 2 * sides.spacing) / 2
                heading: qsTr("Outgoing")
                shift: head.sheet.outgoing
                unsigned: qsTr("Has not handed over yet")
            }
            Icon {
                id: arrow
                anchors.verticalCenter: parent.verticalCenter
                name: "arrow-right"
                size: Theme.px(22)
                color: head.open ? Theme.accent : Theme.done
            }
            Side {
                width: (sides.width - arrow.width - 2 * sides.spacing) / 2
                heading: qsTr("Incoming")
                shift: head.sheet.incoming
                unsigned: qsTr("Has not taken over yet")
            }
        }
        Row {
            visible: head.open
            width: parent.width
            spacing: Theme.s2
            Icon {
                id: mark
                name: "info"
                size: Theme.px(16)
                color: Theme.accent
            }
            Label {
                width: parent.width - mark.width - Theme.s2
                text: head.sheet.nextStep
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
