// All who are in the room: as a grid, or the one who speaks large and the others in a strip below.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Item {
    id: stage

    required property ConsultCapability consult
    /// Large and a strip.
    property bool speakerView: false
    /// Who stays large although others speak; empty: nobody.
    property string pinned: ""
    property string speaker: ""
    readonly property int people: consult.seats.count
    readonly property int gap: Theme.s2
    readonly property int columns: {
        let best = 1, widest = 0;
        for (let n = 1; n <= Math.max(1, stage.people); ++n) {
            const rows = Math.ceil(stage.people / n);
            const wide = Math.min((stage.width - (n - 1) * stage.gap) / n, (stage.height - (rows - 1) * stage.gap) / rows * 16 / 9);
            if (wide > widest) {
                widest = wide;
                best = n;
            }
        }
        return best;
    }
    readonly property int rows: Math.max(1, Math.ceil(people / columns))
    readonly property real tileWidth: Math.max(0, Math.min((width - (columns - 1) * gap) / columns, (height - (rows - 1) * gap) / rows * 16 / 9))
    readonly property real tileHeight: tileWidth * 9 / 16
    readonly property int large: {
        if (stage.consult.seats.count === 0)
            return 0;
        const pinned = stage.pinned.length > 0 ? stage.consult.seats.rowOf(stage.pinned) : -1;
        return pinned >= 0 ? pinned : Math.max(0, stage.consult.seats.rowOf(stage.speaker));
    }
    // As large as all of them fit, down to what a name needs; the others are counted.
    readonly property real stripWidth: people > 1 ? Math.max(Theme.px(140), Math.min(height * 0.2 * 16 / 9, (width - (people - 2) * gap) / (people - 1))) : 0
    readonly property real stripHeight: stripWidth * 9 / 16
    readonly property int fitting: Math.max(1, Math.floor((width + gap + 1) / (stripWidth + gap)))

    function placeOf(row: int): rect {
        if (!stage.speakerView) {
            const line = Math.floor(row / stage.columns);
            const inLine = Math.min(stage.columns, stage.people - line * stage.columns);
            const left = (stage.width - inLine * stage.tileWidth - (inLine - 1) * stage.gap) / 2;
            const top = (stage.height - stage.rows * stage.tileHeight - (stage.rows - 1) * stage.gap) / 2;
            return Qt.rect(left + (row - line * stage.columns) * (stage.tileWidth + stage.gap), top + line * (stage.tileHeight + stage.gap), stage.tileWidth, stage.tileHeight);
        }
        if (row === stage.large)
            return Qt.rect(0, 0, stage.width, stage.height - (stage.stripHeight > 0 ? stage.stripHeight + stage.gap : 0));
        const at = row < stage.large ? row : row - 1;
        return at < stage.fitting ? Qt.rect(at * (stage.stripWidth + stage.gap), stage.height - stage.stripHeight, stage.stripWidth, stage.stripHeight) : Qt.rect(0, 0, 0, 0);
    }

    Repeater {
        model: stage.consult.seats
        ConsultTile {
            id: tile
            required property int index
            required property string member
            required property bool hasPicture
            required picture
            required muted
            required speaking
            required chair
            required own
            readonly property rect place: stage.placeOf(index)
            readonly property Conference conference: stage.consult.desk.conference
            readonly property bool mine: own && stage.consult.desk.room === stage.consult.room
            x: place.x
            y: place.y
            width: place.width
            height: place.height
            visible: width > 0
            pictured: mine ? conference.camera : hasPicture
            onSpeakingChanged: if (speaking)
                stage.speaker = member
            onClicked: {
                stage.pinned = stage.speakerView && stage.pinned === member ? "" : member;
                stage.speakerView = true;
            }
            Binding {
                target: tile
                property: "picture"
                when: tile.mine
                value: tile.conference.ownPicture
                restoreMode: Binding.RestoreBindingOrValue
            }
            Binding {
                target: tile
                property: "muted"
                when: tile.mine
                value: !tile.conference.microphone
                restoreMode: Binding.RestoreBindingOrValue
            }
        }
    }
    Tag {
        visible: stage.speakerView && stage.people - 1 > stage.fitting
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: stage.stripHeight + 2 * stage.gap
        text: qsTr("%n more", "", stage.people - 1 - stage.fitting)
    }
    EmptyState {
        visible: stage.people === 0
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.px(420))
        iconName: "consult"
        title: qsTr("Nobody is in the room")
        text: qsTr("Who enters first has the chair where nobody has it.")
    }
}
