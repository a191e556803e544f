// What the seat is told in passing: what was sent, what was refused, what rings.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Controls
import Chengyun.Link
import Chengyun.Orders
import Chengyun.Alarm

ToastStack {
    id: news

    required property Session session
    required property Outbox outbox
    required property OrderDraft draft
    required property OrderActions actions
    required property AlarmBell bell
    /// One word for many acts is said by who does them.
    property bool quiet: false

    Connections {
        target: news.outbox
        function onGaveUp(key: string, kind: string, title: string, why: string): void {
            news.show(Format.fill(qsTr("%1 was not carried out: %2 It is kept under System."), [title, why]), true);
        }
        function onSucceeded(key: string, kind: string): void {
            if (kind === "order.issue")
                news.show(qsTr("The order has been issued."), false);
        }
    }
    Connections {
        target: news.draft
        function onIssued(orderId: string): void {
            if (!news.session.online)
                news.show(qsTr("The order waits and is sent when the hub is back."), false);
        }
        function onKeepingFailed(why: string): void {
            news.show(Format.fill(qsTr("The draft stays as it is: it could not be put aside (%1)."), [why]), true);
        }
    }
    Connections {
        target: news.actions
        function onTaken(title: string): void {
            if (!news.quiet)
                news.show(news.session.online ? Format.fill(qsTr("Sent: %1"), [title]) : Format.fill(qsTr("Waits for the hub: %1"), [title]), false);
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
