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
    readonly property alias list: later
    ringing: part.bell.unacknowledged

    settings: Component {
        SoundChoice {
            bell: part.bell
        }
    }
    commands: [
        Command {
            name: "acknowledge"
            title: qsTr("Take note of the next alarm")
            words: "qianshou qs queren qr 签收 确认"
            key: Qt.Key_Space
            keyText: qsTr("Space")
            hint: qsTr("acknowledge")
            onRun: part.takeNext()
        },
        Command {
            name: "alarms"
            title: qsTr("Show alarms")
            words: "tixing tx baojing bj jingbao lingdang bell alarm 提醒 报警"
            onRun: part.panel().open()
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

    function panel(): AlarmPanel {
        return later.get() as AlarmPanel;
    }
    /// What somebody looks at comes before what rings.
    function takeNext(): void {
        if (part.seat.acknowledge())
            return;
        const subject = part.bell.takeNext();
        if (subject.id)
            part.seat.open(subject.kind, subject.id);
    }
    /// Each alarm shows by itself what has become of it.
    function isSilent(kind: string): bool {
        return kind.startsWith("alarm.");
    }
    Connections {
        target: part.seat
        function onOpened(kind: string, id: string): void {
            part.bell.takeAbout(kind, id);
        }
    }
    BellButton {
        id: button
        parent: part.seat.headRight
        anchors.verticalCenter: parent.verticalCenter
        bell: part.bell
        onClicked: part.panel().opened ? part.panel().close() : part.panel().open()
        Later {
            id: later
            AlarmPanel {
                parent: button
                // Left of where an order is shown, so that one sees what the alarm is about.
                onAboutToShow: x = part.seat.width - part.seat.map.sideWidth - Theme.s2 - width - button.mapToItem(part.seat, 0, 0).x
                y: button.height + Theme.s2
                bell: part.bell
                onPicked: (kind, id) => part.seat.open(kind, id)
                onSnoozeWanted: (ids, title) => (snooze.get() as SnoozeDialog).ask(ids, title)
                onCopyWanted: text => part.seat.copy(text)
            }
        }
    }
    Later {
        id: snooze
        SnoozeDialog {
            bell: part.bell
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
        function onManyRaised(count: int, urgent: bool): void {
            if (urgent)
                part.seat.say(qsTr("%n new alarm(s)", "", count), true);
        }
        function onOthersWereFirst(name: string, count: int): void {
            part.seat.say(count === 1 ? Format.fill(qsTr("%1 has taken note already."), [name]) : Format.fill(qsTr("%1 of them had been taken by others, %2 among them."), [count, name]), false);
        }
        function onNotKept(why: string): void {
            part.seat.say(why, true);
        }
    }
}
