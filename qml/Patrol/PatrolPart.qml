// What camera patrol gives a seat: the page of its groups.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Video

Part {
    id: part

    required property PatrolCapability patrol
    readonly property PatrolScreen page: patrolPage.item as PatrolScreen
    /// The picture for the order that is being written on duty; null for none.
    property var found: null
    /// The group that is looked at.
    property string current: ""

    pages: Page {
        id: patrolPage
        name: "patrol"
        title: qsTr("Patrol")
        icon: "patrol"
        rank: 15
        goTitle: qsTr("Go to camera patrol")
        words: "shipin lunxun splx lx xunluo patrol 视频轮巡 轮巡"
        component: PatrolScreen {
            focus: true
            patrol: part.patrol
            current: part.current
            thingActions: part.seat.thingActions
            onPicked: group => part.current = group
            onShowOnMap: camera => part.seat.show("resource", camera)
            mayIssueOrders: part.seat.session.mayIssueOrders
            sound: (part.seat.part("video") as VideoPart)?.sound ?? null
            onSnapshotWanted: ask => part.seat.run("camera.snapshot", Object.assign({
                    "ask": ask
                }, part.shown()))
            onClipWanted: ask => part.seat.run("camera.clip", Object.assign({
                    "ask": ask
                }, part.shown()))
            onSoundWanted: part.seat.run("camera.sound", part.shown())
            onOrderWanted: camera => {
                // Of the moment in which somebody saw it, not of the one in which the order is issued.
                part.found = null;
                if (part.page.pictured)
                    part.seat.run("camera.snapshot", Object.assign(part.shown(), {
                        "then": enclosure => part.found = enclosure
                    }));
                part.seat.run("order.new", {
                    "resource": camera
                });
            }
            onSaid: (text, failed) => part.seat.say(text, failed)
        }
    }
    commands: [
        Command {
            name: "patrol.duty"
            title: part.patrol.mayEdit && part.patrol.store.groups.length > 0 ? qsTr("Go on patrol duty") : ""
            words: "lunxun zhishou lxzs xuncha duty 轮巡值守 巡查"
            enabled: part.patrol.mayEdit
            onRun: {
                part.seat.go("patrol");
                part.page.beginDuty();
            }
        },
        Command {
            name: "patrol.new"
            title: part.patrol.mayEdit ? qsTr("New patrol group") : ""
            words: "xinjian lunxunzu xjlxz 新建 轮巡组 patrol"
            enabled: part.patrol.mayEdit
            onRun: {
                part.seat.go("patrol");
                part.page.dialog.begin("");
            }
        }
    ]
    pictures: PatrolPictures {
        seatPart: part
    }

    /// The picture that is shown, as the commands of cameras take it.
    function shown(): var {
        return {
            "view": part.page.view.picture,
            "camera": part.page.view.picture.camera
        };
    }
    Connections {
        target: part.patrol.duty
        function onRaised(order: string): void {
            if (part.found)
                part.seat.run("order.attach", {
                    "order": order,
                    "enclosure": part.found
                });
            part.found = null;
        }
    }
    function open(kind: string, id: string): bool {
        if (kind !== "patrol")
            return false;
        part.seat.go("patrol");
        part.current = id;
        return true;
    }
    function back(): bool {
        return part.seat.screen === "patrol" && (part.page?.endDuty() ?? false);
    }
    function isSilent(kind: string): bool {
        return kind === "patrol.look";
    }
    function chosen(kind: string): string {
        return kind === "patrol" && part.seat.screen === "patrol" ? part.page?.group ?? "" : "";
    }
    function sentText(kind: string): string {
        return kind === "patrol.save" ? qsTr("The patrol group has been kept.") : kind === "patrol.remove" ? qsTr("The patrol group has been removed.") : "";
    }
}
