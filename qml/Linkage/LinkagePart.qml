// What linkage gives a seat: the proposal on the map, one key that puts it up and one that takes it back,
// and the page of what is linked and of the rules.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Style
import Chengyun.Capability

Part {
    id: part

    required property LinkageCapability linkage
    readonly property LinkageProposal proposal: linkage.proposal
    readonly property alias bar: bar
    /// {wall, screen} that groups went onto last time.
    property var target: null
    /// The screen that they go onto, by its place among all: the one of last time, else the last.
    readonly property int at: {
        const known = target ? linkage.screens.findIndex(screen => screen.wall === target.wall && screen.screen === target.screen) : -1;
        return known >= 0 ? known : linkage.screens.length - 1;
    }
    /// Of LinkagePage.
    readonly property var drafts: ({})
    /// What was linked last, or null: the way back is from there.
    readonly property var latest: linkage.store.linked.reduce((last, one) => !last || one.since > last.since ? one : last, null)
    readonly property bool usable: linkage.mayFeed && linkage.screens.length > 0
    /// What is looked at, "order ID" or "resource ID".
    readonly property string looked: {
        const order = part.seat.chosen("order");
        const resource = order.length > 0 ? "" : part.seat.chosen("resource");
        return order.length > 0 ? "order " + order : resource.length > 0 ? "resource " + resource : "";
    }
    onLookedChanged: part.proposal.look(part.looked.split(" ")[0], part.looked.split(" ")[1] ?? "")

    commands: [
        Command {
            name: "linkage.put"
            title: enabled ? qsTr("Cameras around it onto the wall") : ""
            words: "zhoubian zb shexiangji sxj shangping sp liandong ld linkage cameras wall 周边 摄像机 上屏 联动"
            sequence: "F8"
            hint: enabled ? qsTr("cameras onto the wall") : ""
            enabled: part.usable && part.proposal.about.length > 0
            onRun: part.putUp()
        },
        Command {
            name: "linkage.back"
            title: enabled ? qsTr("Back to what stood on the wall") : ""
            words: "huifu hf liandong ld linkage back wall 恢复 大屏 联动"
            sequence: "Shift+F8"
            enabled: part.usable && part.latest !== null
            onRun: part.giveBack(part.latest)
        },
        Command {
            name: "linkage.rules"
            title: qsTr("Linkage of the walls, and its rules")
            words: "liandong ld guize gz linkage rules wall 联动 规则 大屏"
            onRun: part.seat.goSystem("linkage")
        }
    ]
    systemPages: SystemPage {
        name: "linkage"
        title: qsTr("Linkage")
        icon: "wall"
        component: LinkagePage {
            linkage: part.linkage
            drafts: part.drafts
            onSaid: (text, failed) => part.seat.say(text, failed)
            onBackWanted: linked => part.giveBack(linked)
        }
    }
    pictures: LinkagePictures {
        seatPart: part
    }

    function putUp(): void {
        const to = part.linkage.screens[part.at];
        if (!to)
            return;
        if (part.linkage.commands.putUp(to.wall, to.screen, part.proposal.thing, part.proposal.about, 0))
            part.proposal.dismiss();
        else
            part.seat.say(part.linkage.commands.failureText, true);
    }
    function giveBack(linked: var): void {
        if (!part.linkage.commands.giveBack(linked.wall, linked.screen))
            part.seat.say(part.linkage.commands.failureText, true);
    }
    function isSilent(kind: string): bool {
        return kind === "linkage.put_up" || kind === "linkage.give_back";
    }

    // On the map, beside what can be clicked there; elsewhere only what has just been issued.
    LinkageBar {
        id: bar
        parent: part.seat.map.overSlot
        x: Theme.s3
        y: parent.height - height - Theme.px(44)
        room: parent.width - Theme.px(56) - 2 * Theme.s3
        linkage: part.linkage
        wanted: part.usable && !part.seat.map.leftTaken
        at: part.at
        linked: part.latest
        onPicked: at => part.target = part.linkage.screens[at]
        onPutUp: part.putUp()
        onGiveBack: linked => part.giveBack(linked)
        onRulesWanted: part.seat.goSystem("linkage")
    }
    LinkageBar {
        parent: part.seat.notices
        linkage: part.linkage
        wanted: part.usable && part.seat.screen !== "map" && part.proposal.issued
        at: part.at
        onPicked: at => part.target = part.linkage.screens[at]
        onPutUp: part.putUp()
        onRulesWanted: part.seat.goSystem("linkage")
    }
}
