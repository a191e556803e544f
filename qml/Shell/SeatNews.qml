// What the seat is told in passing: what was sent, what was refused, and what its parts say. Sent is what
// the hub has answered.
pragma ComponentBehavior: Bound
import QtQuick
import Chengyun.Capability
import Chengyun.Controls

ToastStack {
    id: news

    required property Seat seat

    NewsBatch {
        id: sent
        onTold: titles => news.show(titles.length === 1 ? Format.fill(qsTr("Sent: %1"), [titles[0]]) : qsTr("%n command(s) sent", "", titles.length), false)
    }
    Connections {
        target: news.seat.outbox
        function onGaveUp(key: string, kind: string, title: string, why: string): void {
            news.show(Format.fill(kind === "attachment" ? qsTr("%1 was not taken: %2 What it belongs to goes without it.") : qsTr("%1 was not carried out: %2 It is kept under System."), [title, why]), true);
        }
        function onSucceeded(key: string, kind: string, title: string): void {
            const own = news.seat.sentText(kind);
            if (own.length > 0)
                news.show(own, false);
            else if (kind !== "attachment" && !news.seat.isSilent(kind))
                sent.add(title);
        }
        function onGivenUp(title: string, mayBeDone: bool): void {
            news.show(mayBeDone ? Format.fill(qsTr("Given up: %1. It had been sent and may have been carried out all the same; check it by hand."), [title]) : Format.fill(qsTr("Given up, never sent: %1"), [title]), mayBeDone);
        }
        function onPhotosLeftOut(title: string, photos: int): void {
            news.show(Format.fill(qsTr("“%1” goes without %n photo(s).", "", photos), [title]), true);
        }
    }
}
