// The account's own shift: the one it can check in for, else the one it is in, else the next. A check-in
// is not kept for later: who has no network telephones, and is checked in by those who lead.
import { el } from "../el.js";
import { call, Refusal } from "../hub.js";
import { newId } from "../id.js";
import { forget, keep, kept } from "../store.js";
import { clock, problemText, t } from "../text.js";

export class Part {
    constructor(host) {
        this.host = host;
        this.leave();
    }

    leave() {
        this.me = null;
        this.own = {}; // {shift?, post?, check_in_from?}, as the hub last said
        this.key = null; // of a check-in that was sent and not answered
        this.stale = true;
    }

    async load(me) {
        this.leave();
        this.me = me;
        const own = await kept("duty " + me.id).catch(() => null);
        if (own && this.me === me)
            this.own = own;
    }

    forget(me) {
        return forget("duty " + me.id).catch(() => {});
    }

    outdate(entries) {
        if (!entries || entries.some(entry => /^(shift|exchange|duty)\./.test(entry.kind)))
            this.stale = true;
    }

    async fetch() {
        const { me } = this;
        if (!me || !this.stale)
            return;
        this.stale = false; // what happens from here on makes it stale again
        try {
            const own = await call("GET", "/duty/own", { as: me.id });
            if (this.me !== me)
                return;
            this.own = own;
            keep("duty " + me.id, own).catch(() => {});
        } catch (error) {
            this.stale = true;
            throw error;
        }
    }

    cards(now) {
        const { shift, post, check_in_from: from } = this.own;
        if (!shift || (shift.state === "planned" && shift.end <= now))
            return [];
        const isOn = shift.state === "on_duty", mayCheckIn = !isOn && from <= now;
        return [el("section", { id: "duty", class: "part", "data-state": shift.state },
            el("div", { class: "row" }, el("strong", { class: "grow" }, post?.name ?? ""),
                el("span", { class: "tag" }, t(isOn ? "duty_on" : shift.start <= now ? "duty_now" : "duty_next"))),
            el("p", { class: "quiet" }, `${clock(shift.start)} – ${clock(shift.end)}`),
            mayCheckIn ? el("button", { class: "main", "data-check-in": shift.id, onclick: event => this.checkIn(shift, event) },
                t("duty_check_in")) : null)];
    }

    async checkIn(shift, event) {
        event.target.disabled = true;
        const { me } = this;
        this.key ??= newId(); // the same command until it is answered
        try {
            await call("POST", `/duty/shifts/${shift.id}/check_in`, { body: { from: "field" }, as: me.id, key: this.key, mark: "seq" });
            this.answered(me, t("duty_checked_in"));
        } catch (error) {
            if (error instanceof Refusal && !error.passing)
                this.answered(me, problemText(error.problem));
            else
                this.host.toast(t("no_hub"));
        }
        event.target.disabled = false;
        this.stale = true;
        this.host.refresh();
    }

    answered(me, words) {
        if (this.me !== me)
            return;
        this.key = null;
        this.host.toast(words);
    }
}
