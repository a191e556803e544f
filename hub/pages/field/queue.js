// The outbox of a phone. Everything a person does goes in here first, is written to the disk, and
// only then sent, under a key for which the hub carries it out once, however often it is sent. An item
// stays visible until the hub has said yes, or the person has read its no.
//
// Two lanes: photos take minutes on a bad network, and nobody's acknowledgement may wait for them.
// An item whose photos are not up yet waits, and with it what was done to its assignment after it;
// everything else goes.
//
// Several pages of one phone share what is on the disk, and what is on the disk counts: a page changes
// an item there first, and takes over what another one has made of it before it sends. One page sends at
// a time; where that page was frozen, another one takes its turn (lane.js), and what both send has one key.
import { call, Refusal } from "./hub.js";
import { idsAfter, newId } from "./id.js";
import { Lane } from "./lane.js";
import { queueAll, queueChange, queueHold, queuePut, queueRemove } from "./store.js";
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
        this.commands = new Lane("chengyun-queue", still => this.sendCommands(still));
        this.uploads = new Lane("chengyun-uploads", still => this.sendPhotos(still));
    }

    /// What waits for this account, and for its unit.
    async load({ id, unit }) {
        this.leave();
        this.account = id;
        this.unit = unit;
        await this.catchUp();
    }

    /// Nobody is signed in: what waits stays on the disk until its owner is back.
    leave() {
        this.stop();
        this.account = this.unit = null;
        this.items = [];
    }

    /// A unit signs in by a link or by a password, as different accounts, and what it did is the unit's.
    owns(item) {
        return item.account === this.account || Boolean(this.unit && item.unit === this.unit);
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

    /// Rejects when the phone cannot keep it; unless it is wanted `anyway`, then it is `unkept`, and sent
    /// while the page is open. `path` is a command's, `body` its body; `photos` are
    /// blobs to upload before it. A report that was nothing but photos says `instead` when none is
    /// taken, and `without` when they were left out. With `patience` ms it is kept at once and waits
    /// that long for what complete() brings.
    async add({ path, body, photos = [], instead, without, title, assignment, act, order, patience = 0 }, anyway) {
        const item = {
            id: newId(), account: this.account, unit: this.unit, path, body, instead, without, title, assignment, act, order,
            until: patience && Date.now() + patience, key: null,
            photos: photos.map(blob => ({ name: newId(), blob, key: null, id: null })),
            state: "waiting", problem: null, made: Date.now(),
        };
        try {
            await queuePut(item);
        } catch (error) {
            if (!anyway)
                throw error;
            item.unkept = true;
            queueHold(item);
        }
        if (this.owns(item))
            this.items.push(item);
        this.changed();
        this.kick();
        return item;
    }

    /// Adds to the body of what waits for it; too late when it has a key, for under that it may be on
    /// its way.
    async complete(item, more) {
        await this.change(item, kept => !kept.key && Object.assign(kept, { body: { ...kept.body, ...more }, until: 0 }));
        this.kick();
    }

    /// The words go without the photos that are not up yet.
    async dropPhotos(id) {
        const item = this.items.find(other => other.id === id);
        if (!item || !hasPhotosToSend(item))
            return;
        item.state = "waiting";
        await this.change(item, kept => {
            kept.photos = kept.photos.filter(photo => photo.id || photo.refused);
            if (!kept.photos.length && !kept.body.text)
                kept.body.text = kept.without;
            return true;
        });
        if (this.onItsWay?.item === item)
            this.onItsWay.abort.abort();
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

    /// Try now; what there is to send, the disk says.
    kick() {
        if (!this.confirmed)
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

    /// Changes an item on the disk, and here; false when another page has sent it, or it was read, and
    /// it is gone.
    async change(item, how) {
        const kept = await queueChange(item.id, how);
        if (kept)
            this.take(item, kept);
        else
            this.drop(other => other.id === item.id);
        return kept !== null;
    }

    take(item, kept) {
        const state = isOver(kept) ? kept.state : item.state;
        Object.assign(item, kept, { state });
    }

    /// What is on the disk counts: forgets what another page of ours has sent meanwhile, knows what it
    /// has changed, and takes in what it has left. What this page is at work on is its own.
    async catchUp() {
        const { account } = this, stored = await queueAll();
        if (this.account !== account)
            return;
        const looks = () => this.items.map(item => item.id + item.state).join();
        const before = looks();
        const known = new Map(this.items.map(item => [item.id, item]));
        this.items = stored.filter(item => this.owns(item)).map(kept => {
            const item = known.get(kept.id);
            if (item && item.state !== "sending" && item.state !== "uploading")
                this.take(item, kept);
            return item ?? kept;
        });
        this.items.forEach(item => idsAfter(item.id));
        if (looks() !== before)
            this.changed();
    }

    /// The round of the lane of commands: true when something has to wait.
    async sendCommands(still) {
        await this.catchUp();
        const held = new Set(); // assignments of which something has to wait
        let waits = false;
        for (const item of this.waiting()) {
            if (!still())
                return true;
            if (!this.mine(item) || held.has(item.assignment))
                continue;
            if (toUpload(item).length || item.state === "uploading" || awaits(item)) {
                held.add(item.assignment);
                waits ||= Boolean(awaits(item));
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
    async sendPhotos(still) {
        await this.catchUp();
        let waits = false;
        for (const item of this.waiting()) {
            if (!still())
                return true;
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
        // The key is made only now: the hub has been heard, and by its time it is not too old. One
        // that another page has made counts.
        const as = this.account;
        if (!await this.change(item, kept => Object.assign(kept, { key: kept.key ?? newId(), until: 0 })) || !this.mine(item))
            return;
        const body = { ...item.body };
        const attachments = item.photos.filter(photo => photo.id).map(photo => photo.id);
        if (attachments.length)
            body.attachments = attachments;
        else if (item.photos.length && !body.text)
            body.text = item.instead;
        const done = await call("POST", item.path, { as, body, key: item.key, mark: "seq" });
        await this.carriedOut(item, done);
    }

    /// `done` is what the hub answered, or null when it said only that it had been done before.
    async carriedOut(item, done) {
        this.done(item, done); // first: while the item is there nobody is offered to do it again
        const refused = item.photos.filter(photo => photo.refused);
        if (refused.length) {
            await this.change(item, kept => Object.assign(kept, {
                state: "partial", problem: refused[0].refused, photos: refused.map(({ refused }) => ({ refused })),
            }));
        } else {
            await queueRemove(item.id);
            this.drop(other => other.id === item.id);
        }
    }

    async sendPhotosOf(item) {
        for (const { name } of toUpload(item)) {
            // By name: what is in the list may have been taken over from the disk anew.
            const photo = () => item.photos.find(other => other.name === name);
            const note = values => this.change(item, kept => {
                const same = kept.photos.find(other => other.name === name);
                return same && Object.assign(same, values);
            });
            if (!this.mine(item) || !photo())
                return;
            try {
                await note({ id: await this.upload(item, photo(), note) });
            } catch (error) {
                if (!photo())
                    return; // left out meanwhile; the item may be sent and gone
                // A picture that nobody takes must not hold back the words.
                if (!(error instanceof Refusal) || ![413, 415].includes(error.status) && error.kind !== "no_room")
                    throw error;
                await note({ refused: error.problem });
                this.photoRefused(item, error.problem);
            }
        }
    }

    /// The photo's id at the hub.
    async upload(item, photo, note) {
        const as = this.account;
        const post = async key => {
            const abort = new AbortController();
            this.onItsWay = { item, abort };
            try {
                return (await upload("/attachments", photo.blob, { as, key, mark: "id", signal: abort.signal })).id;
            } finally {
                this.onItsWay = null;
            }
        };
        const key = photo.key ?? newId();
        if (!photo.key)
            await note({ key });
        try {
            return await post(key);
        } catch (error) {
            if (error.kind !== "key_reused")
                throw error;
            // Sent before as the unit's other account; a picture may be kept twice.
            const another = newId();
            await note({ key: another });
            return post(another);
        }
    }

    /// The hub has no such photo any more: it keeps one that no report names only for some days, and
    /// this phone may have lain in a drawer for longer. It is sent again, once, or else the words go
    /// without it; false when that is not what is wrong.
    async bringAgain(item, problem) {
        const at = /^attachments\[(\d+)\]$/.exec(problem.field ?? "")?.[1];
        const name = at && item.photos.filter(photo => photo.id)[at]?.name;
        if (!name)
            return false;
        await this.change(item, kept => {
            const photo = kept.photos.find(other => other.name === name);
            const first = photo?.blob && !photo.again;
            return photo && Object.assign(photo, { id: null, key: null }, first ? { again: true } : { refused: problem });
        });
        this.uploads.kick();
        return true;
    }

    /// What follows from a no, or from no answer: as attempt() says.
    async refused(item, error) {
        if (error.signedOut) {
            this.stop();
            this.unauthenticated();
            return "stop";
        }
        if (error instanceof Refusal && error.kind === "key_reused") {
            // It was carried out as the unit's other account.
            await this.carriedOut(item, null);
            return "done";
        }
        if (error instanceof Refusal && await this.bringAgain(item, error.problem))
            return "wait";
        if (error instanceof Refusal && !error.passing) {
            await this.change(item, kept => Object.assign(kept, { state: "failed", problem: error.problem }));
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
