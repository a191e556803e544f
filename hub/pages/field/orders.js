// What the unit has to do: as the hub last said it, kept on the phone for when there is no network.
import { call } from "./hub.js";
import { forget, keep, kept } from "./store.js";

const over = ["verified", "reassigned", "withdrawn"];
const sequence = ["issued", "return_requested", "acknowledged", "executing", "completed"];
const rank = ({ assignment }) => sequence.indexOf(assignment.state);

/// Orders a request for the list brings, and requests for details at once.
const pageSize = 200, atOnce = 4;

export class Orders {
    /// `told` is called when there is more to show: of the order with the id it is given, or of the list.
    /// `shown` says which order is on the page: its details come first.
    constructor({ told, shown }) {
        Object.assign(this, { told, shown });
        this.leave();
    }

    /// Nobody is signed in: nothing of the one before is shown to the next.
    leave() {
        this.me = null;
        this.items = []; // {order, assignment}
        this.taken = new Map(); // assignments by id, as acts left them since the hub was last asked
        this.details = {};
        this.stale = new Set(); // orders whose details may have changed since they were fetched
        this.listStale = true; // so may the list
        this.isPart = false; // the hub is still telling the list
        this.listed = 0; // when it was fetched
        this.position = null; // of the journal: what changed up to there is known, or known to be stale
        this.fetched = 0; // when all of it was as the hub has it
    }

    /// What the phone knows of this account's.
    async load(me) {
        this.leave();
        this.me = me;
        const last = await kept("orders " + me.id).catch(() => null);
        if (!last || this.me !== me)
            return;
        const { items, details = {}, at, position = null, stale = [] } = last;
        Object.assign(this, { items, details, position, fetched: at, stale: new Set(stale) });
        if (!position)
            this.outdate();
    }

    of(assignment) {
        return this.items.find(item => item.assignment.id === assignment);
    }

    /// The list and the details of these orders, or of all, are fetched again. Until then the old ones are
    /// better than none: there may be no network.
    outdate(orders = Object.keys(this.details)) {
        this.outdateList();
        for (const id of orders)
            if (id)
                this.stale.add(id);
    }
    outdateList() {
        this.listStale = true;
    }

    /// Asks the hub for the list where it is out of date, for who is signed in now; what comes when it is
    /// somebody else's turn is dropped.
    async fetchList() {
        if (!this.listStale)
            return;
        const { me } = this, isFirst = !this.items.length;
        this.listStale = false; // what happens from here on makes it stale again
        this.taken.clear();
        try {
            const told = [];
            for (let after = ""; after !== undefined;) {
                const page = await call("GET", `/orders?state=open&limit=${pageSize}&unit=${encodeURIComponent(me.unit)}${after}`, { as: me.id });
                if (this.me !== me)
                    return;
                told.push(...page.items);
                after = page.next && `&after=${encodeURIComponent(page.next)}`;
                this.isPart = Boolean(after);
                if (!after || isFirst)
                    this.show(told);
            }
            this.listed = Date.now();
            await this.keep();
        } catch (error) {
            if (this.me === me) {
                this.isPart = false;
                this.outdateList();
            }
            throw error;
        }
    }

    show(told) {
        // An answer that was under way when an act was carried out does not know of it. Otherwise
        // the hub is right, also with a lower version: it may have been restored from a backup.
        const newer = assignment => {
            const own = this.taken.get(assignment.id);
            return own?.version > assignment.version ? own : assignment;
        };
        this.items = told.flatMap(({ order, assignments }) => assignments
            .map(newer)
            .filter(a => a.unit === this.me.unit && !over.includes(a.state))
            .map(assignment => ({ order, assignment })))
            .sort((a, b) => rank(a) - rank(b) || b.order.issued - a.order.issued);
        this.told();
    }

    /// Asks the hub for the details of what may have to be read without a network, where they are out of
    /// date. Reports and supervisions do not change the order itself: the journal says whether there are any.
    async fetchDetails() {
        const { me } = this;
        const open = new Set(this.items.map(({ order }) => order.id));
        const missing = new Set(this.items.filter(({ order: { id, version } }) =>
            this.details[id]?.order.version !== version || this.stale.has(id)).map(({ order }) => order.id));
        const work = async () => {
            while (missing.size && this.me === me) {
                const id = missing.has(this.shown()) ? this.shown() : missing.values().next().value;
                missing.delete(id);
                try {
                    await this.fetchDetail(id, me);
                } catch (error) {
                    missing.clear(); // the others would fare no better
                    throw error;
                }
            }
        };
        const isNews = missing.size > 0 || Object.keys(this.details).some(id => !open.has(id));
        const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
        if (this.me !== me)
            return;
        for (const id of Object.keys(this.details))
            if (!open.has(id))
                delete this.details[id];
        for (const id of this.stale)
            if (!open.has(id))
                this.stale.delete(id);
        const failed = ends.find(({ status }) => status === "rejected");
        if (!failed)
            this.fetched = Date.now();
        if (isNews)
            await this.keep();
        if (failed)
            throw failed.reason;
    }

    async fetchDetail(id, me) {
        this.stale.delete(id); // what happens from here on makes it stale again
        try {
            const detail = await call("GET", "/orders/" + id, { as: me.id });
            if (this.me !== me)
                return;
            this.details[id] = detail;
            this.told(id);
        } catch (error) {
            if (this.me === me)
                this.outdate([id]);
            if (error.kind !== "not_found") // the unit has it no more, and the list will say so
                throw error;
        }
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
        if (!this.me)
            return;
        const { items, details, position, fetched: at } = this;
        await keep("orders " + this.me.id, { items, details, position, stale: [...this.stale], at }).catch(() => {});
    }

    /// Nothing of this account's stays on the phone.
    forget(me) {
        return forget("orders " + me.id).catch(() => {});
    }
}
