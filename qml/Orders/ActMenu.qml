// What can be done to an assignment now, as rows of buttons. While somebody's hand is on them each keeps its
// place: what is not possible any more can only not be pressed, what has become possible stands at the end.
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
            "acknowledge": "acknowledge",
            "depart": "depart",
            "arrive": "arrive",
            "report": "report",
            "complete": "complete",
            "request_return": "return",
            "reject_return": "reject",
            "force_return": "uphold",
            "reassign": "swap",
            "verify": "verify",
            "send_back": "rework",
            "withdraw": "withdraw",
            "remind": "remind",
            "supervise": "supervise"
        })
    readonly property list<string> possible: menu.acts.map(one => one.act)
    property var shown: []

    function take(): void {
        const now = Array.from(menu.acts);
        const before = hold.held ? menu.shown : [];
        const next = before.map(one => now.find(other => other.act === one.act) ?? one).concat(now.filter(one => !before.some(other => other.act === one.act)));
        // Buttons that stay the same are not made anew: one of them may be pressed right now.
        const key = list => list.map(one => [one.act, one.name, one.onBehalf].join()).join(";");
        if (key(next) !== key(menu.shown))
            menu.shown = next;
    }

    spacing: Theme.s1
    onActsChanged: take()
    Component.onCompleted: take()

    Hold {
        id: hold
        onHeldChanged: menu.take()
    }
    Repeater {
        model: menu.shown
        Button {
            required property var modelData
            implicitHeight: Theme.px(28)
            leftPadding: Theme.s2
            rightPadding: Theme.s2
            icon.name: menu.iconsOf[modelData.act] ?? "edit"
            text: modelData.name
            enabled: menu.possible.includes(modelData.act) && menu.pending !== "assignment." + modelData.act
            hint: modelData.onBehalf ? qsTr("What the unit said on the telephone") : ""
            primary: modelData.act === "verify" || (modelData.act === "acknowledge" && !modelData.onBehalf)
            onClicked: menu.chosen(modelData.act, modelData.onBehalf)
        }
    }
}
