// Talking to the hub. The session is a cookie that scripts cannot read.
import { heardDate, heardTime } from "./clock.js";

/// What the hub answered with a problem; `kind` as in docs/api.md.
export class Refusal extends Error {
    constructor(status, problem) {
        super(problem.detail || problem.title || String(status));
        this.status = status;
        this.problem = problem;
        this.kind = (problem.type || "").split(":").pop();
        this.foreign = !problem.type; // a proxy's word, or a sign-in page's: not the hub's
    }
    /// The hub says that there is no session; a proxy that asks for a password of its own says nothing
    /// of ours.
    get signedOut() {
        return this.status === 401 && !this.foreign;
    }
    /// The session is another account's than the one the request was made for.
    get otherAccount() {
        return this.signedOut && this.problem.field === "X-Chengyun-Account";
    }
    /// The same again may work later: the hub is stopping, busy, or was not heard at all. A full room
    /// stays full until somebody makes room.
    get passing() {
        return this.foreign || this.status === 429 || this.status === 408
            || (this.status >= 500 && this.kind !== "no_room");
    }
}

/// What every request carries. `as` is the account for which it is asked: another tab may have signed
/// somebody else in meanwhile.
export function headersOf({ as, key, type }) {
    const headers = { "X-Chengyun": "1" };
    if (as)
        headers["X-Chengyun-Account"] = as;
    if (key)
        headers["Idempotency-Key"] = key;
    if (type)
        headers["Content-Type"] = type;
    return headers;
}

/// The value of an answer; throws Refusal for a problem. `mark` is a member that the hub's yes has: a
/// sign-in page of the network says yes to everything.
export function understood(status, text, mark) {
    const yes = status >= 200 && status < 300;
    let value = null;
    try {
        value = text ? JSON.parse(text) : null;
    } catch {
        throw new Refusal(yes ? 502 : status, { title: "not the hub" });
    }
    if (!yes)
        throw new Refusal(status, value || {});
    if (mark && value?.[mark] === undefined)
        throw new Refusal(502, { title: "not the hub" });
    return value;
}

/// Throws Refusal for a problem and TypeError or AbortError when the hub is not reached.
export async function call(method, path, { body, as, key, mark } = {}) {
    const sent = Date.now();
    const answer = await fetch("/api/v1" + path, {
        method,
        headers: headersOf({ as, key, type: body === undefined ? null : "application/json" }),
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(20000),
    });
    const text = await answer.text();
    const hear = () => heardDate(sent, Date.parse(answer.headers.get("Date")));
    try {
        const value = understood(answer.status, text, mark);
        hear();
        return value;
    } catch (error) {
        if (!error.foreign)
            hear();
        throw error;
    }
}

/// The shortest password that the hub takes, in characters. Throws as `call` does.
export async function shortestPassword() {
    return (await call("GET", "/password-rule", { mark: "min_length" })).min_length;
}

const PING = 10000, SILENCE = 25000;

/// Tells `moved` where the journal is, `changed` the entries by which it got there, or nothing when it
/// moved too far, and `news` that the stream has brought some; `linked` whether it was heard within
/// SILENCE; `barred` that it does not open at all. Asks for a sign of life now and then, because a dead
/// path says nothing by itself; reconnects with growing patience.
export class Stream {
    constructor({ moved, changed, news, linked, barred, ended }) {
        Object.assign(this, { moved, changed, news, linked, barred, ended });
        // {seq, hash}, or null: everything up to there is known. The number alone does not say which
        // journal it counts.
        this.position = null;
        this.wait = 1000;
        this.closed = true;
        this.heard = false;
        this.came = false; // something on this socket: its path lets the stream through
    }

    /// From the position on; before there is one, ask() tells it.
    open() {
        if (!this.closed || !this.position)
            return;
        this.closed = false;
        this.connect();
    }

    close() {
        this.closed = true;
        this.heard = false;
        this.position = null;
        this.drop();
    }

    /// By request what the stream would tell, for the account `as`: where it does not open, and before it
    /// does. Nothing comes but what is new; the first time, where the journal is. Throws as call() does.
    async ask(as) {
        for (let more = true; more;) {
            const at = this.position;
            const from = at ? `?from=${at.seq}&hash=${at.hash}` : "";
            const frame = await call("GET", "/stream/entries" + from, { as, mark: "head" });
            if (this.position !== at)
                return; // the stream was quicker, or somebody else has signed in
            this.take(frame);
            more = frame.more;
        }
    }

    /// Whether the frame told something.
    take(frame) {
        const isNews = frame.t === "reload" || frame.entries.length > 0;
        if (isNews)
            this.changed(frame.t === "reload" ? undefined : frame.entries);
        this.position = { seq: frame.head, hash: frame.hash ?? "" };
        this.moved(this.position);
        return isNews;
    }

    drop() {
        clearTimeout(this.timer);
        clearTimeout(this.silence);
        clearInterval(this.asking);
        const socket = this.socket;
        this.socket = null;
        socket?.close();
    }

    /// Something has come from the hub, or it is not heard any more.
    hear(on) {
        clearTimeout(this.silence);
        this.silence = setTimeout(() => this.lost(), SILENCE);
        if (on === this.heard || (on && navigator.onLine === false))
            return;
        this.heard = on;
        this.linked(on);
    }

    /// The phone says that it has no network, though the socket may still be open.
    doubt() {
        if (this.socket)
            this.hear(false);
    }

    /// The path is dead though nobody said so, or the socket has closed.
    lost() {
        const barred = !this.came;
        this.hear(false);
        this.drop();
        this.timer = setTimeout(() => this.connect(), this.wait);
        this.wait = Math.min(this.wait * 2, 20000);
        // Not only a refusal: a path may also swallow the stream, or take it and bring nothing.
        if (barred)
            this.barred();
    }

    ping() {
        if (this.socket?.readyState === WebSocket.OPEN)
            this.socket.send(JSON.stringify({ t: "ping", at: Date.now() }));
    }

    /// The network is said to be back: do not sit out the wait.
    hurry() {
        if (this.socket)
            this.ping();
        else if (!this.closed)
            this.connect();
    }

    connect() {
        this.drop();
        const scheme = location.protocol === "https:" ? "wss:" : "ws:";
        const at = `from=${this.position.seq}` + (this.position.hash && `&hash=${this.position.hash}`);
        const socket = new WebSocket(`${scheme}//${location.host}/api/v1/stream?${at}`);
        this.socket = socket;
        this.hear(false); // and no longer than SILENCE, also for opening
        this.came = false;
        socket.onopen = () => this.ping();
        this.asking = setInterval(() => this.ping(), PING);
        socket.onmessage = event => {
            this.wait = 1000;
            this.came = true;
            this.hear(true);
            const frame = JSON.parse(event.data);
            if (frame.t === "pong")
                heardTime(frame.at, frame.now);
            if (frame.t !== "entries" && frame.t !== "reload")
                return;
            if (this.take(frame))
                this.news();
        };
        socket.onclose = event => {
            if (this.socket !== socket)
                return;
            if (event.code === 1008)
                this.ended();
            if (this.closed)
                return;
            this.lost();
        };
    }
}
