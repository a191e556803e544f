// The hall's one clock: all that shows time shares it, so that it changes together, in one frame.
pragma Singleton
import QtQuick

QtObject {
    id: clock

    /// UTC milliseconds. The shell sets it from the hub's clock; without a shell it ticks by itself.
    property real now: Date.now()
    property bool driven: false
    /// The same to the full minute, for what is said by minutes or days: it changes once a minute.
    readonly property real minute: now - now % 60000

    /// Calls `then` with the first tick that is not before `at`, once. Another call for the same `who`
    /// takes its place.
    function wake(who: QtObject, at: real, then: var): void {
        clock.sleepers.set(who, {
            "at": at,
            "then": then
        });
        clock.first = Math.min(clock.first, at);
    }
    function forget(who: QtObject): void {
        clock.sleepers.delete(who);
    }

    readonly property var sleepers: new Map()
    property real first: Infinity ///< no sleeper wants to be woken before
    property real before: 0

    onNowChanged: {
        const back = clock.now < clock.before; // it has been set: nothing that was counted on holds
        clock.before = clock.now;
        if (back || clock.now >= clock.first)
            clock.ring(back);
    }
    function ring(all: bool): void {
        const woken = Array.from(clock.sleepers).filter(([who, sleeper]) => all || sleeper.at <= clock.now);
        for (const [who] of woken)
            clock.sleepers.delete(who);
        clock.first = Infinity;
        for (const sleeper of clock.sleepers.values())
            clock.first = Math.min(clock.first, sleeper.at);
        for (const [who, sleeper] of woken)
            sleeper.then();
    }

    readonly property Timer ticker: Timer {
        interval: 1000
        repeat: true
        running: !clock.driven
        onTriggered: clock.now = Date.now()
    }
}
