// The hub's time, as far as this phone knows: count-downs, ids and "when it was done" go by it, because
// the clock of a phone may be anything. What was last heard serves without a network too.
import { recall, remember } from "./text.js";

const slowest = 5000; // an answer that took longer says little

let offset = Number(recall("clock offset")) || 0;

export const hubNow = () => Math.round(Date.now() + offset);

/// What any answer of the hub says of its time, in whole seconds: enough to mend a clock that is wrong.
export function heardDate(hub) {
    if (Math.abs(hub - hubNow()) > slowest + 1000)
        settle(hub - Date.now());
}

function settle(found) {
    offset = found;
    remember("clock offset", String(Math.round(offset)));
}

/// The hub said `hub` in answer to what was sent at `sent` by this phone's clock.
export function heardTime(sent, hub) {
    const heard = Date.now();
    if (!(heard - sent <= slowest))
        return;
    settle(hub - (sent + heard) / 2);
}
