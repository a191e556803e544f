// The media server, Janus, by its WebSocket. What is sent holds a token and what comes holds addresses:
// none of it goes into a log.
const answerWithin = 5000, aliveEvery = 5000;

/// The media server's own refusal, by its number.
export class MediaRefusal extends Error {
    constructor(code) {
        super("the media server refuses: " + code);
        this.code = code;
    }
}

/// One session. `closed` is called once, when it has ended by itself: the path is dead, or the server.
export class Janus {
    constructor({ url, token, closed }) {
        Object.assign(this, { url, token, closed });
        this.asked = 0;
        this.waiting = new Map(); // by transaction: {resolve, reject, timer, takesAck}
        this.handles = new Map();
    }

    /// Rejects when there is no session within some seconds.
    async open() {
        this.socket = new WebSocket(this.url, "janus-protocol");
        this.socket.onmessage = event => this.take(event.data);
        this.socket.onclose = () => this.end();
        await new Promise((resolve, reject) => {
            this.socket.onopen = resolve;
            this.refuse = reject;
            setTimeout(() => reject(new Error("no connection")), answerWithin);
        });
        this.session = (await this.ask({ janus: "create" })).data.id;
        this.alive = setInterval(() =>
            this.ask({ janus: "keepalive" }, true).catch(() => this.end()), aliveEvery);
    }

    get isOpen() {
        return this.socket?.readyState === WebSocket.OPEN;
    }

    /// A handle of the VideoRoom. `event(data, jsep)` is called with what comes unasked, `hungUp` when its
    /// media has ended.
    async attach({ event, hungUp }) {
        const { data } = await this.ask({ janus: "attach", plugin: "janus.plugin.videoroom" });
        const handle = new Handle(this, data.id, { event, hungUp });
        this.handles.set(data.id, handle);
        return handle;
    }

    ask(request, takesAck = false) {
        const transaction = String(++this.asked);
        return new Promise((resolve, reject) => {
            if (!this.isOpen)
                return reject(new Error("no connection"));
            const timer = setTimeout(() => this.settle(transaction, "reject", new Error("no answer")), answerWithin);
            this.waiting.set(transaction, { resolve, reject, timer, takesAck });
            this.socket.send(JSON.stringify({ ...request, transaction, token: this.token, session_id: this.session }));
        });
    }

    settle(transaction, how, value) {
        const waits = this.waiting.get(transaction);
        if (!waits)
            return false;
        clearTimeout(waits.timer);
        this.waiting.delete(transaction);
        waits[how](value);
        return true;
    }

    take(text) {
        let said;
        try {
            said = JSON.parse(text);
        } catch {
            return this.end();
        }
        const { janus: kind, transaction } = said;
        const handle = this.handles.get(said.sender);
        if (kind === "ack") {
            if (this.waiting.get(transaction)?.takesAck)
                this.settle(transaction, "resolve", said);
        } else if (kind === "success") {
            this.settle(transaction, "resolve", said);
        } else if (kind === "error") {
            this.settle(transaction, "reject", new MediaRefusal(said.error?.code));
        } else if (kind === "event") {
            if (!this.settle(transaction, "resolve", said))
                handle?.event(said.plugindata?.data ?? {}, said.jsep);
        } else if (kind === "hangup" || kind === "detached") {
            handle?.hungUp();
        } else if (kind === "timeout") {
            this.end();
        }
    }

    end() {
        const { closed } = this;
        this.close();
        closed?.();
    }

    /// Without a word to `closed`.
    close() {
        this.closed = null;
        clearInterval(this.alive);
        for (const transaction of [...this.waiting.keys()])
            this.settle(transaction, "reject", new Error("closed"));
        this.refuse?.(new Error("closed"));
        const { socket } = this;
        if (!socket)
            return;
        socket.onclose = socket.onmessage = null;
        // So that nobody has to wait until the server notices.
        if (socket.readyState === WebSocket.OPEN && this.session)
            socket.send(JSON.stringify({ janus: "destroy", transaction: "end", token: this.token, session_id: this.session }));
        socket.close();
    }
}

class Handle {
    constructor(janus, id, { event, hungUp }) {
        Object.assign(this, { janus, id, event, hungUp });
    }

    /// {data, jsep} of the plugin's answer; rejects with MediaRefusal.
    async message(body, jsep) {
        const said = await this.janus.ask({ janus: "message", handle_id: this.id, body, ...(jsep && { jsep }) });
        const data = said.plugindata?.data ?? {};
        if (data.error_code)
            throw new MediaRefusal(data.error_code);
        return { data, jsep: said.jsep };
    }

    /// Sends the ways by which `connection` can be reached, as they are found.
    trickle(connection) {
        connection.onicecandidate = ({ candidate }) =>
            this.janus.ask({ janus: "trickle", handle_id: this.id, candidate: candidate ?? { completed: true } }, true).catch(() => {});
    }
}
