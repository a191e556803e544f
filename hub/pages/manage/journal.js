// The journal: who did what when, the newest first.
import { el } from "/field/el.js";
import { call } from "/field/hub.js";
import { shownSentence } from "/field/seen.js";
import { actorWords, entryWords, Things } from "./entries.js";
import { hallClock } from "./hall_clock.js";
import { kindGroups, kindWords } from "./kinds.js";
import { w } from "./words.js";

const pageSize = 50;
/// The hub looks at so many entries for one answer; for what is rarer it is asked again, so often.
const mostAsks = 20;

export function journalSection({ me, attempt }) {
    const things = new Things(me.id);
    let clock = null, next, last = null, asked = 0; // `last`: the day that was begun
    const label = (words, field) => el("label", {}, el("span", {}, w(words)), field);
    const kinds = el("select", { id: "j-kind", onchange: () => look() }, el("option", { value: "" }, w("everything")),
        kindGroups().map(({ name, all, kinds }) => el("optgroup", { label: name }, el("option", { value: all }, w("all_of", { n: name })),
            kinds.map(([kind, words]) => el("option", { value: kind }, words)))));
    let typing = null;
    const who = el("input", { id: "j-who", type: "search", maxlength: 60, autocomplete: "off", oninput: () => {
        clearTimeout(typing);
        typing = setTimeout(look, 300);
    } });
    const day = el("input", { id: "j-day", type: "date", onchange: () => look() });
    const entries = el("div", { id: "entries" });
    const said = el("p", { class: "quiet", id: "j-said", role: "status" });
    const older = el("button", { class: "second", id: "older", hidden: true, onclick: () => goOn() }, w("older"));
    const zone = el("p", { class: "quiet", id: "j-zone", hidden: true });
    const problem = el("p", { class: "problem", role: "alert", hidden: true });
    const say = words => {
        problem.textContent = words;
        problem.hidden = false;
    };

    function query(limit) {
        const out = new URLSearchParams({ limit });
        const typed = who.value.trim();
        // The hub's own names stand in the list in the reader's language.
        const own = ["timer", "system"].find(name => w("by_" + name) === typed);
        if (kinds.value)
            out.set("kinds", kinds.value);
        if (typed)
            out.set("who", own ?? typed);
        if (day.value)
            for (const [name, ms] of Object.entries(clock.span(day.value)))
                out.set(name, ms);
        if (next)
            out.set("before", next);
        return out;
    }

    function row(entry) {
        const title = el("span", { class: "title" }, kindWords(entry.kind));
        const text = el("p", { class: "quiet text" });
        entryWords(entry, things, clock).then(words => {
            title.textContent = shownSentence(words.title);
            text.textContent = shownSentence(words.text);
        });
        return el("li", { class: "entry", "data-seq": entry.seq, "data-kind": entry.kind },
            el("time", { datetime: new Date(entry.time).toISOString() }, clock.time(entry.time)),
            el("span", { class: "by" }, actorWords(entry)), el("div", { class: "what" }, title, text));
    }

    function show(entry) {
        const its = clock.day(entry.time);
        if (its !== last) {
            last = its;
            entries.append(el("h2", {}, its), el("ol", {}));
        }
        entries.lastElementChild.append(row(entry));
    }

    /// From the newest on.
    async function look() {
        clearTimeout(typing);
        next = undefined;
        await goOn(true);
    }

    async function goOn(anew = false) {
        const mine = ++asked;
        problem.hidden = true;
        older.disabled = true;
        said.textContent = w("searching");
        if (!clock) {
            const hall = await attempt(() => call("GET", "/hall", { as: me.id, mark: "zone" }), say);
            if (mine !== asked)
                return;
            if (hall) {
                clock = hallClock(hall.zone);
                zone.textContent = w("zone_note", { z: clock.foreign });
                zone.hidden = !clock.foreign;
            }
        }
        let found = 0;
        for (let asks = 0; clock && asks < mostAsks && found < pageSize; ++asks) {
            const page = await attempt(() => call("GET", "/journal/search?" + query(pageSize - found), { as: me.id, mark: "items" }), say);
            if (mine !== asked)
                return; // something else is sought by now
            if (anew) {
                entries.replaceChildren();
                last = null;
                anew = false;
            }
            if (!page)
                break;
            page.items.forEach(show);
            found += page.items.length;
            next = page.next;
            if (!next)
                break;
        }
        older.disabled = false;
        older.hidden = !next;
        said.textContent = !problem.hidden ? "" : next ? (found ? "" : w("journal_far")) : w(entries.children.length ? "journal_end" : "journal_none");
    }

    look();
    return el("section", { id: "journal" },
        el("div", { class: "row tools" }, el("h1", { class: "grow" }, w("journal")),
            label("happened", kinds), label("by_whom", who), label("on_day", day),
            el("button", { class: "main small", id: "newest", onclick: () => look() }, w("newest"))),
        zone, problem, entries, said, older);
}
