// The hall's clock: by it everybody is told when something happened, whatever the zone of the browser.
import { currentLanguage } from "/field/text.js";

const dayLong = 24 * 3600 * 1000;

function isZone(zone) {
    try {
        return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
    } catch {
        return false;
    }
}

/// The clock of a zone by its IANA name; the browser's own where the browser does not know that zone.
export function hallClock(name) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const timeZone = isZone(name) ? name : own;
    const shown = options => new Intl.DateTimeFormat(currentLanguage() === "zh" ? "zh-CN" : "en-GB", { timeZone, hourCycle: "h23", ...options });
    const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };
    /// What the zone is ahead of UTC at a moment, ms.
    const ahead = ms => {
        const part = Object.fromEntries(new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...numbers })
            .formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
        return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(ms / 1000) * 1000;
    };
    const startOf = utc => utc - ahead(utc - ahead(utc));
    return {
        /// The zone where it shows another time than the browser's own, else empty.
        foreign: ahead(Date.now()) === -new Date().getTimezoneOffset() * 60000 ? "" : timeZone,
        day: ms => shown({ year: "numeric", month: "long", day: "numeric", weekday: "long" }).format(ms),
        time: ms => shown({ hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(ms),
        moment: ms => shown({ month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" }).format(ms),
        /// "2026-07-01" from its first moment up to the next day's: {since, until}, ms.
        span: day => {
            const utc = Date.parse(day + "T00:00:00Z");
            return { since: startOf(utc), until: startOf(utc + dayLong) };
        },
    };
}
