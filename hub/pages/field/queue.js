// The outbox of a phone. Everything a person does goes in here first, is written to the disk, and
// only then sent; each item carries the key under which the hub carries it out once, however often
// it is sent. An item stays visible until the hub has said yes, or the person has read its no.
import { call, Refusal } from "./hub.js";
import { newId, queueAll, queuePut, queueRemove } from "./store.js";

export class Queue {
    constructor({ changed, done, unauthenticated }) {
        Object.assign(this, { changed, done, unauthenticated });
        this.items = [];
        this.account = null;
        this.wait = 1000;
        this.running = false;
    }

    async load(account) {
        this.account = account;
        this.items = (await queueAll()).filter(item => item.account === account);
        for (const item of this.items)
            if (item.state === "sending")
                item.state = "waiting";
        this.changed();
        this.kick();
    }

    /// `path` is a command's, `body` its body; `photos` are blobs to upload before it.
    async add({ path, body, photos = [], title, assignment, act, order }) {
        const item = {
            id: newId(), account: this.account, path, body, title, assignment, act, order,
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
        if (this.running || !this.account || !this.waiting().length)
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
        for (const item of this.waiting()) {
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
            }
        }
        this.changed();
    }

    async send(item) {
        for (const photo of item.photos) {
            if (photo.id)
                continue;
            const kept = await call("POST", "/attachments", { body: photo.blob, type: photo.blob.type, key: photo.key });
            photo.id = kept.id;
            await queuePut(item);
        }
        const body = { ...item.body };
        if (item.photos.length)
            body.attachments = item.photos.map(photo => photo.id);
        const done = await call("POST", item.path, { body, key: item.id });
        await queueRemove(item.id);
        this.items = this.items.filter(other => other !== item);
        this.done(item, done);
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
        return false;
    }
}

/// The state an assignment will be in when everything queued for it has been sent.
const after = { acknowledge: "acknowledged", depart: "executing", arrive: "executing", report: "executing",
    complete: "completed", "request-return": "return_requested" };
export function projected(state, items) {
    return items.filter(item => item.state !== "failed" && after[item.act])
        .reduce((now, item) => after[item.act], state);
}
