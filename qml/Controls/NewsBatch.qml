// Many pieces of news at once (reminders, all that waited for the hub) are told as one.
import QtQuick

Timer {
    id: batch

    property list<string> titles
    signal told(list<string> titles)

    function add(title: string): void {
        batch.titles.push(title);
        batch.restart();
    }
    interval: 400
    onTriggered: {
        const all = batch.titles.slice(); // a copy: a list that is assigned is the property itself
        batch.titles = [];
        batch.told(all);
    }
}
