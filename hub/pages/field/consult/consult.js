// The consultations that this account is called to: it rings, one tap joins, and what was left can be come
// back to. docs/consult.md.
import { el } from "../el.js";
import { hubNow } from "../clock.js";
import { call, Refusal } from "../hub.js";
import { newId } from "../id.js";
import { shown } from "../seen.js";
import { Meeting } from "./meeting.js";
import { Ring } from "./ring.js";
import { w } from "./words.js";

/// A call that is older does not ring any more: it stands among the cards.
const ringsFor = 600000;

export class Part {
    constructor(host) {
        this.host = host;
        this.leave();
    }

    leave() {
        this.me = null;
        this.rooms = [];
        this.stale = true;
        this.asked = 0; // how often the hub was asked
        this.seen = new Set(); // calls that somebody has answered, or looks after later
        this.ring?.stop();
        this.ring = null;
        this.meeting?.end();
        this.meeting = null;
    }

    async load(me) {
        this.leave();
        this.me = me;
    }

    async forget() {
        // Nothing is kept: without a network there is no room.
    }

    outdate(entries) {
        if (!entries || entries.some(entry => entry.kind.startsWith("consult.")))
            this.stale = true;
    }

    async fetch() {
        const { me } = this;
        if (!me || !this.stale)
            return;
        this.stale = false; // what happens from here on makes it stale again
        const asked = ++this.asked;
        try {
            const { items } = await call("GET", "/consults", { as: me.id, mark: "items" });
            if (this.me !== me)
                return;
            this.rooms = items.filter(room => !room.ended && this.own(room));
            this.settle(asked);
        } catch (error) {
            this.stale = true;
            throw error;
        }
    }

    /// The id as which this account takes part.
    get member() {
        return this.me.role === "unit" ? this.me.unit : this.me.id;
    }
    own(room) {
        return room.members.find(({ id }) => id === this.member);
    }

    /// What is shown follows what the hub says. `asked`: it may not know yet that one has entered.
    settle(asked) {
        if (this.meeting) {
            const room = this.rooms.find(({ id }) => id === this.meeting.id);
            if (room)
                this.tell(room);
            if (asked > this.meeting.enteredBy && !(room && this.own(room).state === "in"))
                this.put(room);
        }
        const calling = this.rooms.filter(room => {
            const { state, since } = this.own(room);
            return state === "called" && hubNow() - since < ringsFor && !this.seen.has(room.id + since);
        });
        if (this.ring && !calling.some(({ id }) => id === this.ring.id)) {
            this.ring.stop();
            this.ring = null;
        }
        if (!this.ring && calling.length)
            this.rings(calling[0], calling.length - 1);
    }

    rings(room, others) {
        const caller = room.members.find(({ id }) => id === room.chair)?.name;
        const answered = act => () => {
            this.ring = null;
            this.seen.add(room.id + this.own(room).since);
            act();
        };
        this.ring = new Ring({ id: room.id, title: shown(room.title), caller, others }, {
            accept: answered(() => this.join(room)),
            decline: answered(() => this.decline(room)),
            dismiss: answered(() => this.host.refresh()),
        });
    }

    cards() {
        return this.rooms.filter(room => this.own(room).state !== "removed").map(room => {
            const { state } = this.own(room);
            const people = room.members.filter(one => one.state === "in").length;
            const isWanted = people > 0 || ["called", "accepted", "in"].includes(state);
            return el("section", { class: "part consult", "data-consult-card": room.id, "data-state": state },
                el("div", { class: "row" }, el("strong", { class: "grow" }, shown(room.title)), el("span", { class: "tag" }, w(state === "in" ? "is_in" : state))),
                el("p", { class: "quiet" }, people ? w("who_is_in", { n: people }) : w("nobody_in")),
                state === "waiting" ? null : el("button", { class: isWanted ? "main" : "second", "data-join": room.id, onclick: () => this.join(room) },
                    w(state === "in" ? "back_in" : "join")),
                state === "called" ? el("button", { class: "second", "data-decline": room.id, onclick: () => this.decline(room) }, w("decline")) : null);
        });
    }

    command(id, act) {
        return call("POST", `/consults/${id}/${act}`, { as: this.me.id, key: newId(), mark: "seq" });
    }

    async decline(room) {
        const { me } = this;
        try {
            await this.command(room.id, "decline");
        } catch (error) {
            this.host.toast(this.reason(error));
        }
        if (this.me === me)
            this.changed();
    }

    /// One tap: the room opens at once, and fills.
    join(room) {
        if (this.meeting?.id === room.id)
            return;
        this.meeting?.leave();
        this.ring?.stop();
        this.ring = null;
        const { me } = this, isIn = this.own(room).state === "in";
        const meeting = this.meeting = new Meeting({
            title: shown(room.title), self: this.member,
            enter: async () => {
                if (!isIn)
                    await this.command(room.id, "enter");
                meeting.enteredBy = this.asked;
                this.changed();
            },
            ticket: () => call("POST", `/consults/${room.id}/ticket`, { as: me.id, mark: "token" }),
            left: () => this.ended(meeting, me, () => this.command(room.id, "leave").catch(() => {})),
            over: error => this.ended(meeting, me, () => this.host.toast(this.reason(error))),
        });
        meeting.id = room.id;
        meeting.enteredBy = Infinity;
        this.tell(room);
        meeting.start();
    }

    tell(room) {
        this.meeting.know(room.members.filter(one => one.state === "in"), room.chair);
    }

    /// The hub says that this member is not in any more.
    put(room) {
        const { meeting } = this;
        this.meeting = null;
        meeting.end();
        this.host.toast(w(!room ? "over_ended_or_removed" : "over_left"));
    }

    async ended(meeting, me, then) {
        if (this.meeting === meeting)
            this.meeting = null;
        if (this.me !== me)
            return;
        await then();
        this.changed();
    }

    changed() {
        this.stale = true;
        this.host.refresh();
    }

    reason(error) {
        if (!(error instanceof Refusal) || error.foreign)
            return w("not_now");
        if (error.problem.field === "locked")
            return w("locked");
        return w({ no_room: "full", not_found: "gone", wrong_state: "gone", forbidden: "over_removed" }[error.kind] ?? "not_now");
    }
}
