// What the bell gives a seat: its button with the list behind it, its keys, and its sound.
pragma ComponentBehavior: Bound
import QtQuick
import QtCore
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Part {
    id: part

    required property AlarmCapability alarm
    readonly property AlarmBell bell: alarm.bell
    readonly property alias list: panel
    ringing: part.bell.unacknowledged

    settings: Component {
        SoundChoice {
            bell: part.bell
        }
    }
    commands: [
        Command {
            name: "acknowledge"
            title: qsTr("Take note of the newest alarm")
            words: "qianshou qs queren qr 签收 确认"
            key: Qt.Key_Space
            keyText: qsTr("Space")
            hint: qsTr("acknowledge")
            onRun: part.acknowledgeNewest()
        },
        Command {
            name: "alarms"
            title: qsTr("Show alarms")
            words: "tixing tx baojing bj jingbao lingdang bell alarm 提醒 报警"
            onRun: panel.open()
        },
        Command {
            name: "alarms.mute"
            title: qsTr("Sound on or off")
            words: "jingyin jy shengyin mute 静音"
            onRun: part.bell.muted = !part.bell.muted
        }
    ]
    pictures: AlarmPictures {
        seatPart: part
    }

    /// What somebody looks at comes before what rings.
    function acknowledgeNewest(): void {
        if (part.seat.acknowledge())
            return;
        const subject = part.bell.acknowledgeNewest();
        if (subject.id)
            part.seat.open(subject.kind, subject.id);
    }
    Connections {
        target: part.seat
        function onOpened(kind: string, id: string): void {
            part.bell.acknowledgeAbout(kind, id);
        }
    }
    BellButton {
        id: button
        parent: part.seat.headRight
        anchors.verticalCenter: parent.verticalCenter
        bell: part.bell
        onClicked: panel.opened ? panel.close() : panel.open()
        AlarmPanel {
            id: panel
            x: button.width - width
            y: button.height + Theme.s2
            bell: part.bell
            onPicked: (kind, id) => part.seat.open(kind, id)
            onCopyWanted: text => part.seat.copy(text)
        }
    }
    Settings {
        id: look
        location: part.seat.settingsFile
        category: "look"
        property bool muted: false
    }
    Component.onCompleted: part.bell.muted = look.muted
    Connections {
        target: part.bell
        function onMutedChanged(): void {
            look.muted = part.bell.muted;
        }
        function onRaised(alarmId: string, title: string, text: string, urgent: bool): void {
            if (urgent)
                part.seat.say(Format.isolated(title) + "  " + Format.isolated(text), true);
        }
    }
}
