// What somebody is writing: the words and photos of a sheet, kept on the phone for their writer until
// they have been sent.
import { forget, keep, kept } from "./store.js";
import { recall, remember } from "./text.js";

export class Draft {
    /// `what` names what it is for: an act and its assignment, or a reply and its supervision.
    constructor(account, what) {
        this.key = `draft ${account} ${what}`;
        this.last = Promise.resolve();
    }

    /// At each letter, and at once: a phone may end the page at any moment.
    get words() {
        return recall(this.key) ?? "";
    }
    /// Whether the phone keeps them.
    keepWords(text) {
        return remember(this.key, text || null);
    }

    async photos() {
        return (await kept(this.key).catch(() => null)) ?? [];
    }
    /// Rejects when the phone cannot keep them.
    keepPhotos(blobs) {
        const all = [...blobs];
        this.last = this.last.catch(() => {}).then(() => (all.length ? keep(this.key, all) : forget(this.key)));
        return this.last;
    }

    /// It has been sent.
    forget() {
        this.keepWords(null);
        return this.keepPhotos([]).catch(() => {});
    }
}

/// The sheet that was open when its writer's session ended: it is opened again when the writer is back.
const aside = account => `aside ${account}`;
export const putAside = (account, sheet) => remember(aside(account), JSON.stringify(sheet));
export const takenUp = account => remember(aside(account), null);
export function whatWasPutAside(account) {
    try {
        return JSON.parse(recall(aside(account)));
    } catch {
        return null;
    }
}
