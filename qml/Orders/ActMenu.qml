// What can be done to an assignment now, as a row of buttons: the obvious ones first, the rest in a menu.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Controls

Flow {
    id: menu

    /// [{act, name, needsText, onBehalf}]
    property var acts: []
    /// Kind of the command that is under way ("assignment.remind"): the same is not asked for twice.
    property string pending: ""
    signal chosen(string act, bool onBehalf)
    readonly property var iconsOf: ({
            "acknowledge": "check",
            "depart": "arrow-right",
            "arrive": "pin",
            "report": "phone",
            "complete": "check",
            "request_return": "return",
            "reject_return": "close",
            "force_return": "supervise",
            "reassign": "swap",
            "verify": "check",
            "send_back": "undo",
            "withdraw": "return",
            "remind": "remind",
            "supervise": "supervise"
        })

    spacing: Theme.s1

    Repeater {
        model: menu.acts
        Button {
            required property var modelData
            implicitHeight: Theme.px(28)
            leftPadding: Theme.s2
            rightPadding: Theme.s2
            icon.name: menu.iconsOf[modelData.act] ?? "edit"
            text: modelData.name
            enabled: menu.pending !== "assignment." + modelData.act
            hint: modelData.onBehalf ? qsTr("What the unit said on the telephone") : ""
            primary: modelData.act === "verify" || (modelData.act === "acknowledge" && !modelData.onBehalf)
            onClicked: menu.chosen(modelData.act, modelData.onBehalf)
        }
    }
}
