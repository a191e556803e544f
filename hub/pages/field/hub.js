// Talking to the hub. The session is a cookie that scripts cannot read.

/// What the hub answered with a problem; `kind` as in docs/api.md.
export class Refusal extends Error {
    constructor(status, problem) {
        super(problem.detail || problem.title || String(status));
        this.status = status;
        this.problem = problem;
        this.kind = (problem.type || "").split(":").pop();
    }
    /// The same again may work later: the hub is stopping, busy, or behind a proxy that fails.
    get passing() {
        return this.status >= 500 || this.status === 429 || this.status === 408;
    }
}

/// Throws Refusal for a problem and TypeError or AbortError when the hub is not reached.
export async function call(method, path, { body, type = "application/json", key } = {}) {
    const headers = { "X-Chengyun": "1" };
    if (body !== undefined)
        headers["Content-Type"] = type;
    if (key)
        headers["Idempotency-Key"] = key;
    const answer = await fetch("/api/v1" + path, {
        method,
        headers,
        body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
        signal: AbortSignal.timeout(body instanceof Blob ? 120000 : 20000),
    });
    const text = await answer.text();
    let value = null;
    try {
        value = text ? JSON.parse(text) : null;
    } catch {
        // A proxy's page, not the hub's answer.
        throw new Refusal(502, { title: "not the hub" });
    }
    if (!answer.ok)
        throw new Refusal(answer.status, value || {});
    return value;
}

/// Tells `changed` the entries by which the journal moved, or nothing when it moved too far, and `linked` whether we hear it. Reconnects with
/// growing patience.
export class Stream {
    constructor({ changed, linked, ended }) {
        Object.assign(this, { changed, linked, ended });
        this.position = 0;
        this.wait = 1000;
        this.closed = false;
    }

    open(position) {
        this.position = position;
        this.closed = false;
        this.connect();
    }

    close() {
        this.closed = true;
        clearTimeout(this.timer);
        this.socket?.close();
    }

    /// The network is said to be back: do not sit out the wait.
    hurry() {
        if (!this.closed && (!this.socket || this.socket.readyState === WebSocket.CLOSED)) {
            clearTimeout(this.timer);
            this.connect();
        }
    }

    connect() {
        const scheme = location.protocol === "https:" ? "wss:" : "ws:";
        const socket = new WebSocket(`${scheme}//${location.host}/api/v1/stream?from=${this.position}`);
        this.socket = socket;
        socket.onopen = () => {
            this.wait = 1000;
            this.linked(true);
        };
        socket.onmessage = event => {
            const frame = JSON.parse(event.data);
            if (frame.t !== "entries" && frame.t !== "reload")
                return;
            this.position = frame.head;
            if (frame.t === "reload")
                this.changed();
            else if (frame.entries.length)
                this.changed(frame.entries);
        };
        socket.onclose = event => {
            if (this.socket !== socket || this.closed)
                return;
            this.linked(false);
            if (event.code === 1008)
                this.ended();
            this.timer = setTimeout(() => this.connect(), this.wait);
            this.wait = Math.min(this.wait * 2, 20000);
        };
    }
}
