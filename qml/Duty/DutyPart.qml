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
    readonly property alias onDutyPanel: onDutyPanel
    readonly property alias recordsDesk: records
    readonly property alias rotaTab: rotaTab
    /// What the screen shows.
    property string tab: "rota"
    readonly property list<DutyTab> tabs: [rotaTab, ...records.tabs]
    readonly property DutyTab shownTab: tabs.find(tab => tab.name === part.tab) ?? null

    pages: Page {
        name: "duty"
        badge: records.waiting
        title: qsTr("Duty")
        icon: "calendar"
        rank: 40
        goTitle: qsTr("Go to duty")
        words: "zhiban zb paiban pb rota roster 值班 排班 值班表"
        component: DutyScreen {
            focus: true
            tabs: part.tabs
            tab: part.tab
            onTabPicked: tab => part.tab = tab
        }
    }
    readonly property list<Command> ownCommands: [
        Command {
            name: "duty"
            title: qsTr("Duty and mode")
            words: "zhiban zb moshi pingji pj yingji yj pingshi ps zhanshi zs emergency 值班 模式 平急 应急 平时 战时 指挥长 值班长"
            onRun: part.change()
        },
        Command {
            name: "duty.now"
            title: qsTr("Who is on duty now")
            words: "dangban db shui zaigang zg zhiban zb on duty telephone 当班 在岗 值班电话"
            onRun: part.panel().open()
        },
        Command {
            name: "duty.check_in"
            title: part.duty.onDuty.ownToCheckIn.shift !== undefined ? qsTr("Check in to my shift") : ""
            words: "qiandao qd daogang dg check in 签到 到岗"
            onRun: part.duty.commands.checkIn(part.duty.onDuty.ownToCheckIn.shift, "seat")
        },
        Command {
            name: "duty.layout"
            title: part.duty.roster.plans ? qsTr("Lay out the rota of a month") : ""
            words: "paiban pb zidong zd layout 排班 自动排班"
            onRun: part.showRota(view => view.layoutDialog.begin())
        },
        Command {
            name: "duty.book"
            title: part.duty.roster.plans ? qsTr("Posts, people, patterns and holidays of duty") : ""
            words: "gangwei gw renyuan ry jiejiari jjr banci posts people 岗位 人员 节假日 调休 班制"
            onRun: part.showRota(view => view.bookDialog.begin("posts", ""))
        }
    ]
    commands: [...ownCommands, ...records.commands]
    pictures: DutyPictures {
        seatPart: part
    }

    function change(): void {
        const area = part.seat.session.area;
        const wide = area.length === 0 || area.endsWith("000000");
        if (!part.duty.state.known)
            part.seat.say(qsTr("The hub has not said who is on duty yet."), true);
        else if (part.seat.session.mayActForCentre && wide)
            (dutyDialog.get() as DutyDialog).begin();
        else
            part.seat.say(qsTr("Only the hall's dispatchers and commanders may change this."), true);
    }
    /// Goes to the rota and then does something with it.
    function showRota(act: var): void {
        part.showTab("rota");
        Qt.callLater(() => {
            const view = rotaTab.item as RotaView;
            if (view && act)
                act(view);
        });
    }
    function open(kind: string, id: string): bool {
        if (kind === "shift")
            part.panel().show(id);
        else if (kind === "duty_person")
            part.showRota(view => view.bookDialog.begin("people", id));
        else
            return records.open(kind, id);
        return true;
    }
    function panel(): OnDutyPanel {
        return onDutyPanel.get() as OnDutyPanel;
    }
    function showTab(tab: string): void {
        part.tab = tab;
        part.seat.go("duty");
    }
    DutyTab {
        id: rotaTab
        name: "rota"
        title: qsTr("Rota")
        count: part.duty.rota.draft.count > 0 ? part.duty.rota.draft.count : -1
        component: RotaView {
            duty: part.duty
            hall: part.seat.districtName
            onSaid: (text, failed) => part.seat.say(text, failed)
            onCopyWanted: text => part.seat.copy(text)
        }
    }
    RecordsDesk {
        id: records
        duty: part.duty
        seat: part.seat
        onTabWanted: tab => part.showTab(tab)
    }
    DutyButton {
        id: button
        parent: part.seat.headLeft
        anchors.verticalCenter: parent.verticalCenter
        duty: part.duty.state
        onDuty: part.duty.onDuty
        namesShown: part.seat.width >= Theme.px(1300)
        mostForNames: part.seat.width * (part.duty.onDuty.lateCount > 0 ? 0.12 : 0.19)
        onClicked: !part.duty.onDuty.known ? part.change() : part.panel().opened ? part.panel().close() : part.panel().open()
        Later {
            id: onDutyPanel
            OnDutyPanel {
                id: panel
                parent: button
                y: button.height + Theme.s2
                model: part.duty.onDuty
                commands: part.duty.commands
                outbox: part.seat.outbox
                thingActions: part.seat.thingActions
                onCopyWanted: text => part.seat.copy(text)
                onRotaWanted: {
                    panel.close();
                    part.showRota(null);
                }
                onModeWanted: {
                    panel.close();
                    part.change();
                }
            }
        }
    }
    Later {
        id: dutyDialog
        DutyDialog {
            duty: part.duty.state
        }
    }
    Connections {
        target: part.duty.state
        function onSettled(kept: bool): void {
            const dialog = dutyDialog.get() as DutyDialog;
            if (!kept && !dialog.visible)
                part.seat.say(Format.fill(qsTr("%1: not sent, and not kept. %2"), [dialog.title, part.duty.state.failureText]), true);
        }
    }
}
