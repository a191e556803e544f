// What duty writes down, as it stands in the window: the tabs of handover, log, requests and figures, the
// commands that write from everywhere, and their dialogs.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Controls

Item {
    id: desk

    required property DutyCapability duty
    required property Seat seat
    readonly property DutyRecords records: duty.records
    /// What waits for the account that is signed in.
    readonly property int waiting: records.sheets.waiting + records.requests.waiting
    readonly property alias writer: logDialog
    readonly property alias asker: askDialog
    signal tabWanted(string tab)

    function open(kind: string, id: string): bool {
        switch (kind) {
        case "handover":
            desk.records.sheet.sheet = id;
            desk.tabWanted("handover");
            return true;
        case "exchange":
        case "leave":
            desk.tabWanted("requests");
            return true;
        case "log":
            desk.tabWanted("log");
            return true;
        default:
            return false;
        }
    }

    Connections {
        target: desk.records.exports
        function onFinished(failure: string): void {
            desk.seat.say(failure.length > 0 ? failure : qsTr("Saved."), failure.length > 0);
        }
    }
    readonly property list<DutyTab> tabs: [
        DutyTab {
            name: "handover"
            title: qsTr("Handover")
            count: desk.records.sheets.waiting > 0 ? desk.records.sheets.waiting : -1
            alert: true
            component: HandoverView {
                duty: desk.duty
                seat: desk.seat
                words: wordsDialog.get() as WordsDialog
            }
        },
        DutyTab {
            name: "log"
            title: qsTr("Log")
            component: LogView {
                duty: desk.duty
                seat: desk.seat
                writer: logDialog.get() as LogDialog
            }
        },
        DutyTab {
            name: "requests"
            title: qsTr("Requests")
            count: desk.records.requests.waiting > 0 ? desk.records.requests.waiting : -1
            alert: true
            component: RequestsView {
                duty: desk.duty
                seat: desk.seat
                words: wordsDialog.get() as WordsDialog
                asker: askDialog.get() as AskDialog
            }
        },
        DutyTab {
            name: "figures"
            title: qsTr("Figures")
            component: FiguresView {
                duty: desk.duty
                seat: desk.seat
            }
        }
    ]
    readonly property list<Command> commands: [
        Command {
            name: "log.write"
            title: qsTr("Write into the log")
            words: "jilu jl rizhi rz zhibanrizhi laidian ld log call 记录 日志 值班日志 来电"
            sequence: "F9"
            hint: desk.records.log.mayWrite ? qsTr("log") : ""
            onRun: (logDialog.get() as LogDialog).begin("")
        },
        Command {
            name: "handover.show"
            title: qsTr("Go to the handover")
            words: "jiaojieban jjb jiaoban jb jieban handover 交接班 交班 接班"
            onRun: desk.tabWanted("handover")
        },
        Command {
            name: "log.show"
            title: qsTr("Go to the log")
            words: "rizhi rz zhibanrizhi zbrz log 日志 值班日志"
            onRun: desk.tabWanted("log")
        },
        Command {
            name: "duty.exchange"
            title: desk.records.requests.mayAsk ? qsTr("Ask for an exchange of shifts") : ""
            words: "huanban hb tiban tb exchange 换班 替班"
            onRun: (askDialog.get() as AskDialog).begin("exchange")
        },
        Command {
            name: "duty.leave"
            title: desk.records.requests.mayAsk ? qsTr("Ask for leave") : ""
            words: "qingjia qj leave 请假"
            onRun: (askDialog.get() as AskDialog).begin("leave")
        },
        Command {
            name: "duty.figures"
            title: qsTr("Go to the duty figures")
            words: "tongji tj kaohe kh zhibantongji figures 统计 考核 值班统计"
            onRun: desk.tabWanted("figures")
        }
    ]

    Later {
        id: logDialog
        LogDialog {
            duty: desk.duty
            seat: desk.seat
        }
    }
    Later {
        id: askDialog
        AskDialog {
            duty: desk.duty
        }
    }
    Later {
        id: wordsDialog
        WordsDialog {
            commands: desk.duty.commands
        }
    }
    Connections {
        target: desk.duty.commands
        function onSettled(subject: string, kept: bool): void {
            // Its own dialog says it where there is one.
            const writing = (logDialog.item as LogDialog)?.sending, asking = (askDialog.item as AskDialog)?.sending;
            if (!kept && writing !== subject && asking !== subject)
                desk.seat.say(Format.fill(qsTr("Not sent, and not kept. %1"), [desk.duty.commands.failureText]), true);
        }
    }
}
