// A person chosen from those of the roster, or nobody. Typed letters are not needed: a click opens the
// chooser.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: box

    required property RotaPeople people
    property string person: ""
    property string name: ""
    property string emptyText: qsTr("Nobody")
    signal picked(string person)
    signal opening

    implicitHeight: Theme.controlHeight
    implicitWidth: Theme.px(140)

    Button {
        id: button
        anchors.left: parent.left
        anchors.right: remover.visible ? remover.left : parent.right
        height: parent.height
        text: box.name.length > 0 ? box.name : box.emptyText
        Accessible.name: Format.joined([FormLabel.of(box), text])
        onClicked: {
            box.opening();
            chooser.choose("", Qt.rect(0, 0, box.width, box.height));
        }
        contentItem: Label {
            text: button.text
            leftPadding: Theme.s1
            quiet: box.name.length === 0
            Accessible.ignored: true
        }
    }
    IconButton {
        id: remover
        visible: box.name.length > 0
        anchors.right: parent.right
        icon.name: "close"
        iconSize: Theme.px(14)
        text: qsTr("Take out")
        onClicked: box.picked("")
    }
    PersonChooser {
        id: chooser
        parent: box
        people: box.people
        onChosen: person => box.picked(person)
        // In a dialog there is no table around: right below the box.
        onAboutToShow: {
            x = 0;
            y = box.height + Theme.s1;
        }
        margins: Theme.s2
    }
}
