// What linkage gives a seat: the proposal above the foot, one key that puts it up and one that takes it back,
// and the page of what is linked and of the rules.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability

Part {
    id: part

    required property LinkageCapability linkage
    readonly property LinkageProposal proposal: linkage.proposal
    readonly property alias bar: bar
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
            enabled: part.usable && part.linkage.store.linked.length > 0
            onRun: part.giveBack(part.linkage.store.linked[0])
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
            onSaid: (text, failed) => part.seat.say(text, failed)
            onBackWanted: linked => part.giveBack(linked)
        }
    }
    pictures: LinkagePictures {
        seatPart: part
    }

    function putUp(): void {
        const to = bar.screen;
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

    LinkageBar {
        id: bar
        parent: part.seat.notices
        linkage: part.linkage
        usable: part.usable
        onPutUp: part.putUp()
        onGiveBack: linked => part.giveBack(linked)
        onRulesWanted: part.seat.goSystem("linkage")
    }
}
