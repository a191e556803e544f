// One-time links that sign a unit's phone in.
import { el } from "/field/el.js";
import { call } from "/field/hub.js";
import { clock } from "/field/text.js";
import { showSecret } from "./secret.js";
import { searchField } from "./units.js";
import { w } from "./words.js";

export function phonesSection({ me, attempt, toast }) {
    const list = el("ul", { class: "units" });
    const note = el("p", { class: "quiet" });
    const problem = el("p", { class: "problem", role: "alert", hidden: true });
    const say = words => {
        problem.textContent = words;
        problem.hidden = false;
    };
    const search = searchField({
        me, attempt, say, found: ({ units, more }) => {
            problem.hidden = true;
            note.textContent = more ? w("units_more") : units.length ? "" : w("units_none");
            list.replaceChildren(...units.map(row));
        },
    });
    search.input.id = "unit-search";
    search.ask();

    function row(unit) {
        const link = el("div", { class: "link", hidden: true });
        const make = async ({ currentTarget: button }) => {
            button.disabled = true; // of two links the first is dead, and may be the last to arrive
            const made = await attempt(() => call("POST", `/units/${encodeURIComponent(unit.id)}/link`, { as: me.id, mark: "url" }), say,
                { "wrong_state unit": w("link_not_theirs", { n: unit.name }) });
            button.disabled = false;
            if (!made)
                return;
            problem.hidden = true;
            showSecret(link, { secret: made.url, name: w("link"), note: w("link_until", { t: clock(made.expires) }), toast });
        };
        return el("li", { "data-unit": unit.id },
            el("div", { class: "row" },
                el("div", { class: "grow" }, el("strong", {}, unit.name), el("div", { class: "quiet" }, [unit.contact?.name, unit.contact?.phone].filter(Boolean).join(" · "))),
                el("button", { class: "second small", "data-link": unit.id, "aria-label": `${w("link")} · ${unit.name}`, onclick: make }, w("link"))),
            link);
    }

    return el("section", { id: "phones" },
        el("div", { class: "row tools" }, el("h1", { class: "grow" }, w("phones")), search.input),
        el("p", { class: "hint" }, w("phones_hint")), problem, list, note);
}
