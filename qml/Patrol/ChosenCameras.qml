// Cameras chosen by hand: all of them at the left, the chosen ones in their order at the right.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Chengyun.Style
import Chengyun.Controls
import Chengyun.Resources

Item {
    id: chooser

    required property PatrolCapability patrol
    property var chosen: [] ///< ids, in the order in which they are shown

    function begin(cameras: var): void {
        search.text = "";
        chooser.chosen = Array.from(cameras);
        right.currentIndex = -1;
    }
    function turn(camera: string): void {
        chooser.chosen = chooser.chosen.includes(camera) ? chooser.chosen.filter(one => one !== camera) : [...chooser.chosen, camera];
    }
    /// The chosen one at `at` changes places with its neighbour.
    function shift(at: int, by: int): void {
        const to = at + by;
        if (at < 0 || to < 0 || at >= chooser.chosen.length || to >= chooser.chosen.length)
            return;
        const next = chooser.chosen.slice();
        [next[at], next[to]] = [next[to], next[at]];
        chooser.chosen = next;
        right.currentIndex = to;
    }
    function takeOut(at: int): void {
        if (at < 0 || at >= chooser.chosen.length)
            return;
        chooser.chosen = chooser.chosen.filter((one, place) => place !== at);
        right.currentIndex = Math.min(at, chooser.chosen.length - 1);
    }

    SearchField {
        id: search
        width: left.width
        placeholderText: qsTr("Camera, place, initials")
        onTextChanged: chooser.patrol.cameras.text = text
        Keys.onDownPressed: left.forceActiveFocus()
    }
    Label {
        anchors.left: right.left
        anchors.verticalCenter: search.verticalCenter
        text: qsTr("Shown in this order")
        quiet: true
        font.pixelSize: Theme.tiny
    }
    Rectangle {
        anchors.fill: left
        color: Theme.ground
        radius: Theme.radius
    }
    Rectangle {
        anchors.fill: right
        color: Theme.ground
        radius: Theme.radius
    }
    ListView {
        id: left
        anchors.top: search.bottom
        anchors.topMargin: Theme.s2
        anchors.bottom: parent.bottom
        width: (parent.width - Theme.s3) / 2
        clip: true
        activeFocusOnTab: true
        model: chooser.patrol.cameras
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Cameras")
        T.ScrollBar.vertical: ScrollBar {}
        function turnCurrent(): void {
            const camera = chooser.patrol.cameras.idAt(left.currentIndex);
            if (camera.length > 0)
                chooser.turn(camera);
        }
        Keys.onReturnPressed: left.turnCurrent()
        Keys.onEnterPressed: left.turnCurrent()
        Keys.onSpacePressed: left.turnCurrent()
        delegate: RowBase {
            id: camera
            required property int index
            required property string resourceId
            required property string name
            required property string areaName
            readonly property bool isChosen: chooser.chosen.includes(resourceId)
            width: left.width
            implicitHeight: Theme.px(36)
            current: ListView.isCurrentItem
            text: camera.isChosen ? Format.fill(qsTr("%1, chosen"), [camera.name]) : camera.name
            onClicked: {
                left.currentIndex = camera.index;
                chooser.turn(camera.resourceId);
            }
            Icon {
                x: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                name: camera.isChosen ? "check" : "video"
                size: Theme.px(16)
                color: camera.isChosen ? Theme.accent : Theme.quiet
            }
            NameLabel {
                x: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - Theme.s2
                text: Format.joined([camera.name, camera.areaName])
                Accessible.ignored: true
            }
        }
    }
    ListView {
        id: right
        anchors.top: left.top
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: left.width
        clip: true
        activeFocusOnTab: true
        model: chooser.chosen
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Chosen cameras")
        T.ScrollBar.vertical: ScrollBar {}
        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key === Qt.Key_Delete)
                chooser.takeOut(right.currentIndex);
            else if (event.key === Qt.Key_Up && event.modifiers === Qt.ControlModifier)
                chooser.shift(right.currentIndex, -1);
            else if (event.key === Qt.Key_Down && event.modifiers === Qt.ControlModifier)
                chooser.shift(right.currentIndex, 1);
            else
                event.accepted = false;
        }
        delegate: RowBase {
            id: one
            required property int index
            required property string modelData
            readonly property string name: chooser.patrol.store.cameraName(modelData) || qsTr("A camera that is gone")
            width: right.width
            implicitHeight: Theme.px(36)
            current: ListView.isCurrentItem
            text: Format.fill(qsTr("%1: %2"), [one.index + 1, one.name])
            onClicked: right.currentIndex = one.index
            Label {
                x: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                text: one.index + 1
                quiet: true
                Accessible.ignored: true
            }
            NameLabel {
                x: Theme.px(36)
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - buttons.width - Theme.s2
                text: one.name
                Accessible.ignored: true
            }
            Row {
                id: buttons
                anchors.right: parent.right
                anchors.rightMargin: Theme.s2
                anchors.verticalCenter: parent.verticalCenter
                visible: one.hovered || one.current
                IconButton {
                    icon.name: "chevron-up"
                    text: qsTr("Earlier")
                    key: "Ctrl+↑"
                    enabled: one.index > 0
                    onClicked: chooser.shift(one.index, -1)
                }
                IconButton {
                    icon.name: "chevron-down"
                    text: qsTr("Later")
                    key: "Ctrl+↓"
                    enabled: one.index < chooser.chosen.length - 1
                    onClicked: chooser.shift(one.index, 1)
                }
                IconButton {
                    icon.name: "close"
                    text: qsTr("Take out")
                    key: "Del"
                    onClicked: chooser.takeOut(one.index)
                }
            }
        }
        Label {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.s4
            visible: right.count === 0
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: qsTr("Choose cameras at the left, by a click or Enter")
            quiet: true
        }
    }
}
