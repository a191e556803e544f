// What duty gives a seat: who leads the hall in the head of the window, and the dialog that changes it.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability
import Chengyun.Controls

Part {
    id: part

    required property DutyCapability duty
    readonly property alias dialog: dutyDialog

    commands: Command {
        name: "duty"
        title: qsTr("Duty and mode")
        words: "zhiban zb moshi pingshi zhanshi ps zs emergency 值班 模式 平时 战时 指挥长 值班长"
        onRun: part.change()
    }
    pictures: DutyPictures {
        seatPart: part
    }

    function change(): void {
        const area = part.seat.session.area;
        const wide = area.length === 0 || area.endsWith("000000");
        if (!part.duty.state.known)
            part.seat.say(qsTr("The hub has not said who is on duty yet."), true);
        else if (part.seat.session.mayActForCentre && wide)
            dutyDialog.begin();
        else
            part.seat.say(qsTr("Only the hall's operators and commanders may change this."), true);
    }
    DutyButton {
        parent: part.seat.headLeft
        anchors.verticalCenter: parent.verticalCenter
        duty: part.duty.state
        namesShown: part.seat.width >= Theme.px(1300)
        mostForNames: part.seat.width * 0.19
        onClicked: part.change()
    }
    DutyDialog {
        id: dutyDialog
        duty: part.duty.state
    }
    Connections {
        target: part.duty.state
        function onSettled(kept: bool): void {
            if (!kept && !dutyDialog.visible)
                part.seat.say(Format.fill(qsTr("%1: not sent, and not kept. %2"), [dutyDialog.title, part.duty.state.failureText]), true);
        }
    }
}
