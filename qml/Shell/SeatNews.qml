// What the seat is told in passing: what was sent, what waits, what was refused, what rings. Sent is what
// the hub has answered.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Orders
import Chengyun.Alarm
import Chengyun.Duty

ToastStack {
    id: news

    required property Session session
    required property Outbox outbox
    required property OrderDraft draft
    required property DraftTexts drafts
    required property OrderActions actions
    required property ActDialog acts
    required property DutyState duty
    required property DutyDialog dutyDialog
    required property AlarmBell bell

    // Many at once (reminders, all that waited for the hub) are one piece of news.
    component Several: Timer {
        property list<string> titles
        signal told(list<string> titles)
        interval: 400
        function add(title: string): void {
            titles.push(title);
            restart();
        }
        onTriggered: {
            const all = titles.slice(); // a copy: a list that is assigned is the property itself
            titles = [];
            told(all);
        }
    }
    Several {
        id: sent
        onTold: titles => news.show(titles.length === 1 ? Format.fill(qsTr("Sent: %1"), [titles[0]]) : qsTr("%n command(s) sent", "", titles.length), false)
    }
    Several {
        id: waits
        onTold: titles => news.show(titles.length === 1 ? Format.fill(qsTr("Waits for the hub: %1"), [titles[0]]) : qsTr("%n command(s) wait for the hub", "", titles.length), false)
    }

    Several {
        id: unkeptActs
        property string why
        onTold: titles => news.show(titles.length === 1 ? Format.fill(qsTr("%1: not sent, and not kept. %2"), [titles[0], why]) : Format.fill(qsTr("%n command(s) were not sent, and are not kept. %1", "", titles.length), [why]), true)
    }

    Connections {
        target: news.outbox
        function onGaveUp(key: string, kind: string, title: string, why: string): void {
            news.show(Format.fill(kind === "attachment" ? qsTr("%1 was not taken: %2 What it belongs to goes without it.") : qsTr("%1 was not carried out: %2 It is kept under System."), [title, why]), true);
        }
        function onSucceeded(key: string, kind: string, title: string): void {
            if (kind === "order.issue")
                news.show(qsTr("The order has been issued."), false);
            else if (kind !== "attachment")
                sent.add(title);
        }
        function onGivenUp(title: string, mayBeDone: bool): void {
            news.show(mayBeDone ? Format.fill(qsTr("Given up: %1. It had been sent and may have been carried out all the same; look at the order."), [title]) : Format.fill(qsTr("Given up, never sent: %1"), [title]), mayBeDone);
        }
        function onPhotosLeftOut(title: string, photos: int): void {
            news.show(Format.fill(qsTr("“%1” goes without %n photo(s).", "", photos), [title]), true);
        }
    }
    Connections {
        target: news.draft
        function onIssued(orderId: string): void {
            if (!news.session.online)
                news.show(qsTr("The order waits and is sent when the hub is back."), false);
        }
        function onNotIssued(why: string): void {
            news.show(qsTr("The order was not issued, and is still in the form: %1").arg(why), true);
        }
        function onKeepingFailed(why: string): void {
            news.show(Format.fill(qsTr("The draft stays as it is: it could not be put aside (%1)."), [why]), true);
        }
        function onUnkept(why: string): void {
            news.unkept(why);
        }
    }
    Connections {
        target: news.drafts
        function onUnkept(why: string): void {
            news.unkept(why);
        }
    }
    function unkept(why: string): void {
        news.show(qsTr("What you write cannot be stored on this machine (%1). It is lost when the session or the program ends, or when you sign out.").arg(why), true);
    }
    Connections {
        target: news.actions
        function onTaken(title: string): void {
            if (!news.session.online)
                waits.add(title);
        }
        function onSettled(draftKey: string, kept: bool): void {
            if (kept || news.acts.shows(draftKey))
                return;
            unkeptActs.why = news.actions.failureText;
            unkeptActs.add(news.acts.titleOf(draftKey.slice(draftKey.indexOf("/") + 1)));
        }
    }
    Connections {
        target: news.duty
        function onSettled(kept: bool): void {
            if (!kept && !news.dutyDialog.visible)
                news.show(Format.fill(qsTr("%1: not sent, and not kept. %2"), [news.dutyDialog.title, news.duty.failureText]), true);
        }
    }
    Connections {
        target: news.bell
        function onRaised(alarmId: string, title: string, text: string, urgent: bool): void {
            if (urgent)
                news.show(Format.isolated(title) + "  " + Format.isolated(text), true);
        }
    }
}
