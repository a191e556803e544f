pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style

T.ComboBox {
    id: control

    property bool wrong: false

    implicitWidth: Theme.px(160)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.s2
    rightPadding: Theme.s6
    font.family: Theme.family
    font.pixelSize: Theme.small
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: Format.joined([FormLabel.of(control), displayText])

    contentItem: Label {
        text: control.displayText
        color: control.enabled ? Theme.text : Theme.faint
        Accessible.ignored: true
    }
    indicator: Icon {
        x: control.width - width - Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-down"
        size: Theme.px(14)
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.ground
        border.width: control.visualFocus || control.popup.visible ? Theme.focusWidth : Theme.hair
        border.color: control.wrong ? Theme.late : control.visualFocus || control.popup.visible ? Theme.accent : Theme.line
    }
    delegate: T.ItemDelegate {
        id: item
        required property int index
        width: ListView.view ? ListView.view.width : control.width
        implicitHeight: Theme.lineHeight
        highlighted: control.highlightedIndex === index
        hoverEnabled: true
        text: control.textAt(index)
        contentItem: Label {
            leftPadding: Theme.s2
            text: item.text
            strong: control.currentIndex === item.index
            Accessible.ignored: true
        }
        background: Rectangle {
            color: item.highlighted || item.hovered ? Theme.hover : "transparent"
        }
    }
    popup: T.Popup {
        y: control.height + Theme.s1 / 2
        width: Math.max(control.width, Theme.px(120))
        implicitHeight: Math.min(list.contentHeight + 2 * padding, Theme.px(320))
        padding: Theme.s1
        margins: Theme.s2
        contentItem: ListView {
            id: list
            clip: true
            implicitHeight: contentHeight
            model: control.delegateModel
            currentIndex: control.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle {
            color: Theme.raised
            border.color: Theme.line
            border.width: Theme.hair
            radius: Theme.radius
        }
    }
}
