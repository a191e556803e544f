// The state of an order or an assignment, in the tone of where it stands.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Tag {
    property string phase: ""

    tone: {
        switch (phase) {
        case "issued":
            return Theme.text;
        case "acknowledged":
        case "executing":
            return Theme.accent;
        case "completed":
        case "verified":
        case "closed":
            return Theme.done;
        case "return_requested":
            return Theme.late;
        default:
            return Theme.quiet;
        }
    }
}
