// Ids and keys, by the hub's time.
import { hubNow } from "./clock.js";

/// UUIDv7: sorts by the time it was made, and the hub refuses what was made too long ago. crypto.randomUUID is not there without HTTPS.
export function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const now = Math.max(hubNow(), newId.last + 1); // two in one millisecond keep their order
    newId.last = now;
    for (let i = 0, rest = now; i < 6; ++i, rest = Math.floor(rest / 256))
        bytes[5 - i] = rest % 256;
    bytes[6] = (bytes[6] & 0x0f) | 0x70;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map(b => b.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
newId.last = 0;

/// Ids made from now on sort after this one, also when the clock has been put back since it was made.
export function idsAfter(id) {
    newId.last = Math.max(newId.last, parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
