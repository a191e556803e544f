// Pictures of duty.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property DutyRecords records: seatPart.duty.records

    readonly property RotaView rota: seatPart.rotaTab.item as RotaView

    /// The rota, and on it what a picture shows.
    function look(mode: string): void {
        walk.seatPart.showTab("rota");
        walk.rota?.pick(mode);
    }
    Picture {
        name: "on-duty"
        rank: 69
        onEntered: walk.seatPart.onDutyPanel.get().open()
        onLeft: walk.seatPart.onDutyPanel.get().close()
    }
    Picture {
        name: "rota"
        rank: 45
        settled: !walk.seatPart.duty.roster.fetching
        onEntered: walk.look("month")
    }
    Picture {
        name: "rota-week"
        rank: 45
        settled: !walk.seatPart.duty.roster.fetching
        onEntered: walk.look("week")
    }
    Picture {
        name: "rota-people"
        rank: 45
        settled: !walk.seatPart.duty.roster.fetching
        onEntered: walk.look("people")
        onLeft: walk.look("month")
    }
    Picture {
        name: "rota-layout"
        rank: 45
        onEntered: walk.rota.layoutDialog.begin()
        onLeft: walk.rota.layoutDialog.close()
    }
    Picture {
        name: "duty-posts"
        rank: 45
        onEntered: walk.rota.bookDialog.begin("posts", walk.seatPart.duty.rota.book.posts[0]?.id ?? "")
        onLeft: walk.rota.bookDialog.close()
    }
    Picture {
        name: "duty-people"
        rank: 45
        onEntered: walk.rota.bookDialog.begin("people", walk.seatPart.duty.rota.choices.at(0))
        onLeft: walk.rota.bookDialog.close()
    }
    Picture {
        name: "duty-patterns"
        rank: 45
        onEntered: walk.rota.bookDialog.begin("patterns", walk.seatPart.duty.rota.plans.patterns[0]?.key ?? "")
        onLeft: walk.rota.bookDialog.close()
    }
    Picture {
        name: "duty-holidays"
        rank: 45
        onEntered: walk.rota.bookDialog.begin("holidays", walk.seatPart.duty.rota.plans.years[0]?.year ?? "")
        onLeft: walk.rota.bookDialog.close()
    }
    Picture {
        name: "duty"
        rank: 70
        onEntered: walk.seatPart.dialog.get().begin()
        onLeft: walk.seatPart.dialog.get().close()
    }
    Picture {
        name: "handover"
        rank: 61
        settled: !walk.records.sheets.loading
        onEntered: walk.seatPart.showTab("handover")
    }
    Picture {
        name: "duty-log"
        rank: 62
        settled: !walk.records.log.loading
        onEntered: walk.seatPart.showTab("log")
    }
    Picture {
        name: "duty-log-write"
        rank: 63
        onEntered: walk.seatPart.recordsDesk.writer.get().show()
        onLeft: walk.seatPart.recordsDesk.writer.get().close()
    }
    Picture {
        name: "duty-requests"
        rank: 64
        onEntered: walk.seatPart.showTab("requests")
    }
    Picture {
        name: "duty-ask"
        rank: 65
        onEntered: walk.seatPart.recordsDesk.asker.get().begin("exchange")
        onLeft: walk.seatPart.recordsDesk.asker.get().close()
    }
    Picture {
        name: "duty-figures"
        rank: 66
        settled: !walk.seatPart.duty.roster.fetching
        onEntered: walk.seatPart.showTab("figures")
        onLeft: walk.seatPart.seat.home()
    }
}
