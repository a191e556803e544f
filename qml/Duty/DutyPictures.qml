// Pictures of duty.
import QtQuick
import Chengyun.Capability

Pictures {
    id: walk

    required property var seatPart
    readonly property DutyRecords records: seatPart.duty.records

    Picture {
        name: "duty"
        rank: 70
        onEntered: walk.seatPart.dialog.begin()
        onLeft: walk.seatPart.dialog.close()
    }
    Picture {
        name: "handover"
        rank: 46
        settled: !walk.records.sheets.loading
        onEntered: walk.seatPart.showTab("handover")
    }
    Picture {
        name: "duty-log"
        rank: 46
        settled: !walk.records.log.loading
        onEntered: walk.seatPart.showTab("log")
    }
    Picture {
        name: "duty-log-write"
        rank: 46
        onEntered: walk.seatPart.recordsDesk.writer.show()
        onLeft: walk.seatPart.recordsDesk.writer.close()
    }
    Picture {
        name: "duty-requests"
        rank: 46
        onEntered: walk.seatPart.showTab("requests")
    }
    Picture {
        name: "duty-ask"
        rank: 46
        onEntered: walk.seatPart.recordsDesk.asker.begin("exchange")
        onLeft: walk.seatPart.recordsDesk.asker.close()
    }
    Picture {
        name: "duty-figures"
        rank: 46
        settled: !walk.seatPart.duty.roster.fetching
        onEntered: walk.seatPart.showTab("figures")
        onLeft: walk.seatPart.seat.home()
    }
}
