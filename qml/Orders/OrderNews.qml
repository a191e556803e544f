// What the seat is told in passing about orders: what waits, what could not be kept.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Controls

Item {
    id: news

    required property Seat seat
    required property OrdersCapability orders
    required property Later acts ///< the ActDialog

    NewsBatch {
        id: waits
        onTold: titles => news.seat.say(titles.length === 1 ? Format.fill(qsTr("Waits for the hub: %1"), [titles[0]]) : qsTr("%n command(s) wait for the hub", "", titles.length), false)
    }
    NewsBatch {
        id: unkeptActs
        property string why
        onTold: titles => news.seat.say(titles.length === 1 ? Format.fill(qsTr("%1: not sent, and not kept. %2"), [titles[0], why]) : Format.fill(qsTr("%n command(s) were not sent, and are not kept. %1", "", titles.length), [why]), true)
    }
    Connections {
        target: news.orders.draft
        function onIssued(orderId: string): void {
            if (!news.seat.session.online)
                news.seat.say(qsTr("The order waits and is sent when the hub is back."), false);
        }
        function onNotIssued(why: string): void {
            news.seat.say(qsTr("The order was not issued, and is still in the form: %1").arg(why), true);
        }
        function onKeepingFailed(why: string): void {
            news.seat.say(Format.fill(qsTr("The draft stays as it is: it could not be put aside (%1)."), [why]), true);
        }
        function onUnkept(why: string): void {
            news.unkept(why);
        }
    }
    Connections {
        target: news.orders.texts
        function onUnkept(why: string): void {
            news.unkept(why);
        }
    }
    function unkept(why: string): void {
        news.seat.say(qsTr("What you write cannot be stored on this machine (%1). It is lost when the session or the program ends, or when you sign out.").arg(why), true);
    }
    Connections {
        target: news.orders.actions
        function onTaken(title: string): void {
            if (!news.seat.session.online)
                waits.add(title);
        }
        function onEnclosed(order: string, number: int, title: string, kept: bool): void {
            if (!kept)
                news.seat.say(Format.fill(qsTr("%1 was not kept: %2"), [title, news.orders.actions.failureText]), true);
            else if (number <= 0 || !news.seat.session.online)
                news.seat.say(Format.fill(qsTr("%1 is kept here, and goes to its order when the hub has both."), [title]), false);
            else
                news.seat.say(Format.fill(qsTr("%1 kept with order %2"), [title, number]), false);
        }
        function onSettled(draftKey: string, kept: bool): void {
            if (kept)
                return;
            const dialog = news.acts.get() as ActDialog;
            if (dialog.shows(draftKey))
                return;
            unkeptActs.why = news.orders.actions.failureText;
            unkeptActs.add(dialog.titleOf(draftKey.slice(draftKey.indexOf("/") + 1)));
        }
    }
}
