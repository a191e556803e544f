// What the unit has to do: as the hub last said it, kept on the phone for when there is no network.
import { call } from "./hub.js";
import { forget, keep, kept } from "./store.js";

const over = ["verified", "reassigned", "withdrawn"];
const sequence = ["issued", "return_requested", "acknowledged", "executing", "completed"];
const rank = ({ assignment }) => sequence.indexOf(assignment.state);

export class Orders {
    constructor() {
        this.head = 0; // how far the hub's journal was
        this.leave();
    }

    /// Nobody is signed in: nothing of the one before is shown to the next.
    leave() {
        this.me = null;
        this.items = []; // {order, assignment}
        this.taken = new Map(); // assignments by id, as acts left them since the hub was last asked
        this.details = {};
        this.stale = new Set(); // orders whose details may have changed since they were fetched
        this.fetched = 0;
    }

    /// What the phone knows of this account's.
    async load(me) {
        this.leave();
        this.me = me;
        const last = await kept("orders " + me.id).catch(() => null);
        if (last && this.me === me)
            Object.assign(this, { items: last.items, details: last.details || {}, fetched: last.at });
        this.outdate();
    }

    of(assignment) {
        return this.items.find(item => item.assignment.id === assignment);
    }

    /// Details of these orders, or of all, are fetched again. Until then the old ones are better than
    /// none: there may be no network.
    outdate(orders = Object.keys(this.details)) {
        for (const id of orders)
            if (id)
                this.stale.add(id);
    }

    /// Asks the hub, for who is signed in now; what comes when it is somebody else's turn is dropped.
    async fetch() {
        const { me } = this;
        this.taken.clear();
        const path = `/orders?state=open&limit=200&unit=${encodeURIComponent(me.unit)}`;
        const page = await call("GET", path, { as: me.id });
        if (this.me !== me)
            return;
        // An answer that was under way when an act was carried out does not know of it. Otherwise
        // the hub is right, also with a lower version: it may have been restored from a backup.
        const newer = told => {
            const own = this.taken.get(told.id);
            return own?.version > told.version ? own : told;
        };
        this.items = page.items.flatMap(({ order, assignments }) => assignments
            .map(newer)
            .filter(a => a.unit === me.unit && !over.includes(a.state))
            .map(assignment => ({ order, assignment })))
            .sort((a, b) => rank(a) - rank(b) || b.order.issued - a.order.issued);
        const { items } = this;
        // Details of what may have to be read without a network. Reports and supervisions do not
        // change the order itself: the journal says whether there are any.
        for (const { order: { id, version } } of items) {
            if (this.details[id]?.order.version === version && !this.stale.has(id))
                continue;
            this.stale.delete(id); // what happens from here on makes it stale again
            try {
                const detail = await call("GET", "/orders/" + id, { as: me.id });
                if (this.me !== me)
                    return;
                this.details[id] = detail;
            } catch (error) {
                this.stale.add(id);
                throw error;
            }
        }
        const open = new Set(items.map(({ order }) => order.id));
        for (const id of Object.keys(this.details))
            if (!open.has(id))
                delete this.details[id];
        for (const id of this.stale)
            if (!open.has(id))
                this.stale.delete(id);
        this.head = Math.max(this.head, ...items.map(({ order, assignment }) => Math.max(order.version, assignment.version)));
        this.fetched = Date.now();
        await this.keep();
    }

    /// What the hub answered to an act, as it stands after it; so nobody sees the state before, and does
    /// it again, while the orders are fetched.
    take({ assignments = [], reports = [], supervisions = [] } = {}) {
        for (const told of assignments) {
            this.taken.set(told.id, told);
            const item = this.of(told.id);
            if (item && told.version >= item.assignment.version)
                item.assignment = told;
        }
        for (const [list, told] of Object.entries({ reports, supervisions }))
            for (const one of told) {
                if (!this.items.some(({ order }) => order.id === one.order))
                    continue;
                const detail = this.details[one.order] ??= { order: {} }; // the rest is yet to come
                detail[list] = [...(detail[list] ?? []).filter(other => other.id !== one.id), one];
            }
        this.keep();
    }

    async keep() {
        if (this.me)
            await keep("orders " + this.me.id, { items: this.items, details: this.details, at: this.fetched }).catch(() => {});
    }

    /// Nothing of this account's stays on the phone.
    forget(me) {
        return forget("orders " + me.id).catch(() => {});
    }
}
