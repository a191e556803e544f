// A button for what cannot be undone: it asks once, by itself, and forgets the question after a while.
import QtQuick

Button {
    id: button

    property string label: ""
    property string question: qsTr("Really?")
    property bool asking: false
    signal confirmed

    text: asking ? question : label
    grave: asking
    onClicked: {
        const sure = button.asking;
        button.asking = !sure;
        if (sure)
            button.confirmed();
    }
    Timer {
        running: button.asking
        interval: 4000
        onTriggered: button.asking = false
    }
}
