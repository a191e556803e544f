// What a person does to an order, asked for what it needs and put into the outbox.
import { longestSearch, shrink, whereAmI } from "./camera.js";
import { hubNow as now } from "./clock.js";
import { Draft, putAside, takenUp, whatWasPutAside } from "./drafts.js";
import { newId } from "./id.js";
import { projected } from "./queue.js";
import { isolated } from "./seen.js";
import { t } from "./text.js";
import { offered, openSheet } from "./views.js";

const placeOf = found => (found ? { place: { lon: found.lon, lat: found.lat } } : {});
const prompts = { report: "report_text", complete: "complete_text", "request-return": "return_text" };

export class Acts {
    /// `me` says who is signed in, `connected` whether the hub is reached.
    constructor({ orders, queue, toast, connected, me, changed }) {
        Object.assign(this, { orders, queue, toast, connected, me, changed });
        this.busy = new Set();
        this.sheet = null; // the one that is open: {who, dialog, what}
        this.lost = null; // what could neither be kept nor sent, until something can be kept again
    }

    /// What the phone could not keep.
    get unkept() {
        return this.lost ?? this.queue.items.find(item => item.unkept)?.title;
    }

    async act(name, item, who = this.me().id) {
        // Once, however often it is tapped: until it is kept, and then by what the page may not yet show.
        const tap = `${name} ${item.assignment.id}`;
        const { assignment } = this.orders.of(item.assignment.id) ?? item, queued = this.queue.of(assignment.id);
        if (this.busy.has(tap) || !offered(assignment, projected(assignment.state, queued), queued).includes(name))
            return;
        const add = (answer, patience) => this.put(this.command(name, item, answer, patience), who);
        if (name in prompts)
            return this.open({ act: name, assignment: assignment.id }, who, {
                title: this.title(name), prompt: t(prompts[name]), needText: name === "request-return", shrink, whereAmI,
                photos: true, draft: new Draft(who, tap), opener: `[data-act="${name}"]`, done: add,
            });
        this.busy.add(tap);
        const locates = name === "arrive";
        if (locates)
            this.toast(t("place_getting"));
        // Kept first: whoever closes the page while the place is looked for has arrived all the same.
        const added = await add({}, locates ? longestSearch : 0).catch(() => null); // it has been said
        this.busy.delete(tap);
        if (added && locates)
            await this.queue.complete(added, placeOf(await whereAmI())).catch(() => {});
    }

    reply(supervision, item, who = this.me().id) {
        this.open({ reply: supervision.id, assignment: item.assignment.id }, who, {
            title: t("reply"), prompt: t("reply_text"), needText: true, photos: false, shrink, whereAmI: null,
            draft: new Draft(who, `reply ${supervision.id}`), opener: `[data-reply="${supervision.id}"]`,
            done: answer => this.put({
                path: `/supervisions/${supervision.id}/reply`, body: { text: answer.text, done_at: now() }, title: t("reply"),
                assignment: item.assignment.id, order: item.order.id, act: "reply",
            }, who),
        });
    }

    open(what, who, sheet) {
        takenUp(who);
        this.sheet = { who, what, dialog: openSheet(sheet) };
    }

    /// Takes the sheet that is open from the sight of whoever comes now, until its writer is back.
    putAside() {
        const { sheet } = this;
        this.sheet = null;
        if (!sheet?.dialog.isConnected)
            return;
        putAside(sheet.who, sheet.what);
        sheet.dialog.close();
        sheet.dialog.remove();
    }

    /// Opens what was put aside of who is signed in, as soon as its order is known; `show` brings the order
    /// onto the page. What cannot be done any more is not opened; words and photos stay on the phone.
    takeUp(show) {
        const who = this.me().id, what = whatWasPutAside(who);
        const item = what && this.orders.of(what.assignment);
        if (!item || this.sheet?.dialog.isConnected)
            return;
        takenUp(who);
        show(what.assignment);
        if (what.act)
            return this.act(what.act, item, who);
        const supervision = this.orders.details[item.order.id]?.supervisions?.find(({ id }) => id === what.reply);
        if (supervision?.state === "open")
            this.reply(supervision, item, who);
    }

    title(name) {
        return t(name.replace("-", "_"));
    }

    command(name, { order, assignment }, { text, photos = [], place }, patience) {
        const body = { done_at: now(), ...placeOf(place) };
        if (text)
            body.text = text;
        if (name !== "acknowledge")
            body.report = newId();
        return {
            path: `/assignments/${assignment.id}/${name}`, body, photos, instead: t("photos_refused"), without: t("photos_left_out"),
            patience, title: `${this.title(name)} · ${isolated(order.title)}`, assignment: assignment.id, order: order.id, act: name,
        };
    }

    /// Puts it into the outbox; says so on the page when the phone cannot keep it, and rejects when the
    /// hub is not reached either.
    async put(item, who) {
        if (this.me()?.id !== who) {
            // Nobody is signed in any more, or somebody else, whose it is not.
            const words = t(this.me() ? "other_person" : "nobody");
            this.toast(words);
            throw Object.assign(new Error("another account"), { words });
        }
        let added;
        try {
            added = await this.queue.add(item, this.connected());
            this.lost = null;
        } catch (error) {
            this.lost = item.title;
            throw error;
        } finally {
            this.changed();
        }
        if (!this.connected())
            this.toast(t("queued"));
        return added;
    }
}
