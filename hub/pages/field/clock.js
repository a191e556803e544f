// The hub's time, as far as this phone knows: count-downs, ids and "when it was done" go by it, because
// the clock of a phone may be anything. What was last heard serves without a network too.
import { recall, remember } from "./text.js";

const slowest = 5000; // an answer that took longer says little of a clock that is nearly right

let offset = Number(recall("clock offset")) || 0; // what this phone's clock lacks, ms
let heard = null; // when, by its clock and by what has gone by since the page was opened

export function hubNow() {
    // The longer of both: a clock that is put back counts for nothing, and neither does sleep, in
    // which some phones' other count stands still.
    const back = heard ? Math.max(0, performance.now() - heard.passed - (Date.now() - heard.clock)) : 0;
    return Math.round(Date.now() + offset + back);
}

/// The hub said `hub` in answer to what was sent at `sent` by this phone's clock.
export function heardTime(sent, hub) {
    const now = Date.now();
    if (now >= sent && now - sent <= slowest)
        goBy(hub - (sent + now) / 2, now);
}

/// What any answer of the hub says, in whole seconds: enough to mend a clock that is wrong by more than
/// the answer took.
export function heardDate(sent, hub) {
    const now = Date.now();
    if (now >= sent && Math.abs(hub - hubNow()) > Math.max(slowest, now - sent) + 1000)
        goBy(hub - (sent + now) / 2, now);
}

function goBy(what, now) {
    offset = what;
    heard = { clock: now, passed: performance.now() };
    remember("clock offset", String(Math.round(offset)));
}
