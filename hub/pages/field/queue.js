// The outbox of a phone. Everything a person does goes in here first, is written to the disk, and
// only then sent; each item carries the key under which the hub carries it out once, however often
// it is sent. An item stays visible until the hub has said yes, or the person has read its no.
import { call, Refusal } from "./hub.js";
import { newId, queueAll, queuePut, queueRemove } from "./store.js";

export class Queue {
    constructor({ changed, done, unauthenticated, photoRefused }) {
        Object.assign(this, { changed, done, unauthenticated, photoRefused });
        this.items = [];
        this.account = null;
        this.confirmed = false; // nothing is sent before the hub has said whose session this is
        this.wait = 1000;
        this.running = false;
    }

    /// What waits for this account, and for its unit: a unit signs in by a link or by a password,
    /// as different accounts, and what it did is the unit's.
    async load({ id, unit }) {
        this.account = id;
        this.unit = unit;
        this.items = (await queueAll()).filter(item => item.account === id || (unit && item.unit === unit));
        for (const item of this.items)
            if (item.state === "sending")
                item.state = "waiting";
        this.changed();
        this.kick();
    }

    /// The hub says that this account is the one that is signed in.
    confirm(account) {
        this.confirmed = account === this.account;
        this.kick();
    }

    /// Not confirmed any more, until the next sign-in.
    stop() {
        this.confirmed = false;
        clearTimeout(this.timer);
    }

    /// Rejects when the phone cannot keep it. `path` is a command's, `body` its body; `photos` are
    /// blobs to upload before it.
    /// `instead` is said when a report is nothing but photos and none is taken.
    async add({ path, body, photos = [], instead, title, assignment, act, order }) {
        const item = {
            id: newId(), account: this.account, unit: this.unit, path, body, instead, title, assignment, act, order,
            photos: photos.map(blob => ({ blob, key: newId(), id: null })),
            state: "waiting", problem: null, made: Date.now(),
        };
        await queuePut(item);
        this.items.push(item);
        this.changed();
        this.kick();
        return item;
    }

    async discard(id) {
        await queueRemove(id);
        this.items = this.items.filter(item => item.id !== id);
        this.changed();
    }

    waiting() {
        return this.items.filter(item => item.state !== "failed");
    }

    of(assignment) {
        return this.items.filter(item => item.assignment === assignment);
    }

    /// Try now. Only one page at a time sends; the others see the result.
    kick() {
        clearTimeout(this.timer);
        if (this.running || !this.confirmed || !this.waiting().length)
            return;
        this.running = true;
        const work = () => this.sendAll();
        const locked = navigator.locks ? navigator.locks.request("chengyun-queue", work) : work();
        locked.finally(() => {
            this.running = false;
            if (this.waiting().length && !this.halted)
                this.timer = setTimeout(() => this.kick(), this.wait);
        });
    }

    async sendAll() {
        this.halted = false;
        const stored = new Set((await queueAll()).map(item => item.id));
        // In order for one assignment; what is small goes before photos, one item after the other. What
        // has to wait holds back its own assignment only.
        const held = new Set();
        const photos = item => item.photos.some(photo => !photo.id && !photo.refused);
        const first = this.waiting().sort((a, b) => photos(a) - photos(b) || (a.id < b.id ? -1 : 1));
        for (const item of first) {
            if (held.has(item.assignment) || this.waiting().some(other =>
                other.assignment === item.assignment && other.id < item.id))
                continue;
            if (!stored.has(item.id)) {
                // Another page of ours has sent it meanwhile.
                this.items = this.items.filter(other => other !== item);
                continue;
            }
            item.state = "sending";
            this.changed();
            try {
                await this.send(item);
                this.wait = 1000;
            } catch (error) {
                if (!(await this.refused(item, error)))
                    return;
                held.add(item.assignment);
            }
        }
        this.changed();
    }

    async send(item) {
        for (const photo of item.photos) {
            if (photo.id || photo.refused)
                continue;
            try {
                photo.id = await this.upload(photo);
            } catch (error) {
                // A picture that nobody takes must not hold back the words.
                if (!(error instanceof Refusal) || ![413, 415].includes(error.status))
                    throw error;
                photo.refused = error.problem;
                this.photoRefused(item, error.problem);
            }
            await queuePut(item);
        }
        const body = { ...item.body };
        const attachments = item.photos.filter(photo => photo.id).map(photo => photo.id);
        if (attachments.length)
            body.attachments = attachments;
        else if (item.photos.length && !body.text)
            body.text = item.instead;
        const done = await call("POST", item.path, { body, key: item.id, mark: "seq" });
        await queueRemove(item.id);
        this.items = this.items.filter(other => other !== item);
        this.done(item, done);
    }

    /// The photo's id at the hub.
    async upload(photo) {
        const post = () => call("POST", "/attachments", { body: photo.blob, type: photo.blob.type, key: photo.key, mark: "id" });
        try {
            return (await post()).id;
        } catch (error) {
            if (error.kind !== "key_reused")
                throw error;
            // Sent before as the unit's other account; a picture may be kept twice.
            photo.key = newId();
            return (await post()).id;
        }
    }

    /// True when the next item may be tried.
    async refused(item, error) {
        if (error instanceof Refusal && error.status === 401) {
            item.state = "waiting";
            this.halted = true;
            this.changed();
            this.unauthenticated();
            return false;
        }
        if (error instanceof Refusal && error.kind === "key_reused") {
            // It was carried out as the unit's other account.
            await queueRemove(item.id);
            this.items = this.items.filter(other => other !== item);
            this.done(item, null);
            return true;
        }
        if (error instanceof Refusal && !error.passing) {
            item.state = "failed";
            item.problem = error.problem;
            await queuePut(item);
            this.changed();
            return true;
        }
        item.state = "waiting";
        this.wait = Math.min(this.wait * 2, 30000);
        this.changed();
        // The hub is there and only this one has to wait: the others may go.
        return error instanceof Refusal && !error.foreign;
    }
}

/// The state an assignment will be in when everything queued for it has been sent.
const after = { acknowledge: "acknowledged", depart: "executing", arrive: "executing", report: "executing",
    complete: "completed", "request-return": "return_requested" };
export function projected(state, items) {
    return items.filter(item => item.state !== "failed" && after[item.act])
        .reduce((now, item) => after[item.act], state);
}
