// The outbox of a phone. Everything a person does goes in here first, is written to the disk, and
// only then sent, under a key for which the hub carries it out once, however often it is sent. An item stays visible until the hub has said yes, or the person has read its no.
//
// Two lanes: photos take minutes on a bad network, and nobody's acknowledgement may wait for them.
// An item whose photos are not up yet waits, and with it what was done to its assignment after it;
// everything else goes.
import { call, Refusal } from "./hub.js";
import { Lane } from "./lane.js";
import { idsAfter, newId } from "./id.js";
import { queueAll, queuePut, queueRemove } from "./store.js";
import { upload } from "./upload.js";

/// Nothing of it will be sent any more; it stays until it has been read. "failed": the hub refused it.
/// "partial": it was carried out, but photos were refused.
export const isOver = item => item.state === "failed" || item.state === "partial";
/// How long at most an item may wait for complete(): the clock may be put back meanwhile.
const longest = 10000;
const awaits = item => item.until > Date.now() && item.until <= Date.now() + longest;
const toUpload = item => item.photos.filter(photo => !photo.id && !photo.refused);
export const hasPhotosToSend = item => !isOver(item) && toUpload(item).length > 0;

export class Queue {
    constructor({ changed, done, unauthenticated, photoRefused }) {
        Object.assign(this, { changed, done, unauthenticated, photoRefused });
        this.items = [];
        this.account = null;
        this.confirmed = false; // nothing is sent before the hub has said whose session this is
        this.commands = new Lane("chengyun-queue", () => this.sendCommands());
        this.uploads = new Lane("chengyun-uploads", () => this.sendPhotos());
    }

    /// What waits for this account, and for its unit: a unit signs in by a link or by a password,
    /// as different accounts, and what it did is the unit's.
    async load({ id, unit }) {
        this.account = id;
        this.unit = unit;
        this.items = (await queueAll()).filter(item => item.account === id || (unit && item.unit === unit));
        for (const item of this.waiting())
            item.state = "waiting";
        this.items.forEach(item => idsAfter(item.id));
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
        this.commands.stop();
        this.uploads.stop();
    }

    /// Rejects when the phone cannot keep it. `path` is a command's, `body` its body; `photos` are
    /// blobs to upload before it.
    /// `instead` is said when a report is nothing but photos and none is taken. With `patience` ms it is
    /// kept at once and waits that long for what complete() brings.
    async add({ path, body, photos = [], instead, title, assignment, act, order, patience = 0 }) {
        const item = {
            id: newId(), account: this.account, unit: this.unit, path, body, instead, title, assignment, act, order,
            until: patience && Date.now() + patience,
            photos: photos.map(blob => ({ blob, key: null, id: null })),
            state: "waiting", problem: null, made: Date.now(),
        };
        await queuePut(item);
        this.items.push(item);
        this.changed();
        this.kick();
        return item;
    }

    /// Adds to the body of what waits for it; too late when it is on its way already, for a body may
    /// not change under its key.
    async complete(item, more) {
        if (item.until && this.items.includes(item)) {
            Object.assign(item, { body: { ...item.body, ...more }, until: 0 });
            await queuePut(item);
        }
        this.kick();
    }

    /// The words go without the photos that are not up yet.
    async dropPhotos(id) {
        const item = this.items.find(other => other.id === id);
        if (!item || isOver(item) || !toUpload(item).length)
            return;
        item.photos = item.photos.filter(photo => photo.id);
        if (!item.photos.length && !item.body.text)
            item.body.text = item.instead;
        item.state = "waiting";
        await queuePut(item);
        this.changed();
        this.kick();
    }

    async discard(id) {
        await queueRemove(id);
        this.drop(item => item.id === id);
        this.changed();
    }

    waiting() {
        return this.items.filter(item => !isOver(item));
    }

    of(assignment) {
        return this.items.filter(item => item.assignment === assignment);
    }

    /// Try now.
    kick() {
        if (!this.confirmed || !this.waiting().length)
            return;
        this.commands.kick();
        this.uploads.kick();
    }

    drop(isGone) {
        this.items = this.items.filter(item => !isGone(item));
    }

    /// Is it still this session's to send? While a request was under way somebody else may have
    /// signed in, and the list is then theirs.
    mine(item) {
        return this.confirmed && this.items.includes(item);
    }

    /// Forgets what another page of ours has sent meanwhile.
    async catchUp() {
        const stored = new Map((await queueAll()).map(item => [item.id, item]));
        this.drop(item => !stored.has(item.id));
        return stored;
    }

    /// The round of the lane of commands: true when something has to wait.
    async sendCommands() {
        await this.catchUp();
        const held = new Set(); // assignments of which something has to wait
        let waits = false;
        for (const item of this.waiting()) {
            if (!this.mine(item) || held.has(item.assignment))
                continue;
            if (toUpload(item).length || item.state === "uploading") {
                held.add(item.assignment);
                continue;
            }
            if (awaits(item)) {
                held.add(item.assignment);
                waits = true;
                continue;
            }
            const verdict = await this.attempt(item, "sending", () => this.send(item));
            if (verdict === "stop")
                return this.confirmed;
            if (verdict === "wait") {
                held.add(item.assignment);
                waits = true;
            }
        }
        return waits;
    }

    /// The round of the lane of photos: true when something has to wait.
    async sendPhotos() {
        const stored = await this.catchUp();
        for (const item of this.items)
            item.photos = stored.get(item.id).photos; // with what another page has uploaded
        let waits = false;
        for (const item of this.waiting()) {
            if (!this.mine(item) || !toUpload(item).length)
                continue;
            const verdict = await this.attempt(item, "uploading", () => this.sendPhotosOf(item));
            if (verdict === "stop")
                return this.confirmed;
            waits ||= verdict === "wait";
            this.commands.kick();
        }
        return waits;
    }

    /// Does it, shown as `state`: "done", "wait" when it has to be tried again, "stop" when nothing
    /// else can be done either.
    async attempt(item, state, work) {
        item.state = state;
        this.changed();
        let verdict = "done";
        try {
            await work();
        } catch (error) {
            verdict = await this.refused(item, error);
        } finally {
            if (item.state === state)
                item.state = "waiting";
        }
        this.changed();
        return verdict;
    }

    async send(item) {
        const body = { ...item.body };
        const attachments = item.photos.filter(photo => photo.id).map(photo => photo.id);
        if (attachments.length)
            body.attachments = attachments;
        else if (item.photos.length && !body.text)
            body.text = item.instead;
        if (!item.key) {
            // Made only now: the hub has been heard, and by its time a key is not too old.
            Object.assign(item, { key: newId(), until: 0 });
            await queuePut(item); // before it is out of our hands
        }
        const done = await call("POST", item.path, { as: this.account, body, key: item.key, mark: "seq" });
        await this.carriedOut(item, done);
    }

    async carriedOut(item, done) {
        const refused = item.photos.filter(photo => photo.refused);
        if (refused.length) {
            Object.assign(item, { state: "partial", problem: refused[0].refused, photos: refused.map(({ refused }) => ({ refused })) });
            await queuePut(item);
        } else {
            await queueRemove(item.id);
            this.drop(other => other === item);
        }
        this.done(item, done);
    }

    async sendPhotosOf(item) {
        for (const photo of toUpload(item)) {
            if (!this.mine(item))
                return;
            if (!photo.key) {
                photo.key = newId();
                await queuePut(item);
            }
            try {
                photo.id = await this.upload(photo);
            } catch (error) {
                // A picture that nobody takes must not hold back the words.
                if (!(error instanceof Refusal) || ![413, 415].includes(error.status))
                    throw error;
                photo.refused = error.problem;
                this.photoRefused(item, error.problem);
            }
            if (!item.photos.includes(photo))
                return; // dropped meanwhile; the item may be sent and gone
            await queuePut(item);
        }
    }

    /// The photo's id at the hub.
    async upload(photo) {
        const post = () => upload("/attachments", photo.blob, { as: this.account, key: photo.key, mark: "id" });
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

    /// What follows from a no, or from no answer: as attempt() says.
    async refused(item, error) {
        if (error instanceof Refusal && error.status === 401) {
            this.stop();
            this.unauthenticated();
            return "stop";
        }
        if (error instanceof Refusal && error.kind === "key_reused") {
            // It was carried out as the unit's other account.
            await this.carriedOut(item, null);
            return "done";
        }
        if (error instanceof Refusal && !error.passing) {
            item.state = "failed";
            item.problem = error.problem;
            await queuePut(item);
            return "done";
        }
        // When the hub is there and only this one has to wait, the others may go.
        return error instanceof Refusal && !error.foreign ? "wait" : "stop";
    }
}

/// The state an assignment will be in when everything queued for it has been sent.
const after = { acknowledge: "acknowledged", depart: "executing", arrive: "executing", report: "executing",
    complete: "completed", "request-return": "return_requested" };
export function projected(state, items) {
    return items.filter(item => !isOver(item) && after[item.act])
        .reduce((now, item) => after[item.act], state);
}
