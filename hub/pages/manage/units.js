// Finding a unit by typing.
import { el } from "/field/el.js";
import { call } from "/field/hub.js";
import { w } from "./words.js";

const mostUnits = 20;

/// Units whose name or initials hold `text`, and whether there are more; undefined when the hub was not heard.
async function findUnits({ me, attempt, text, say }) {
    const page = await attempt(() => call("GET", `/units?limit=${mostUnits}&text=${encodeURIComponent(text)}`, { as: me.id }), say);
    return page && { units: page.items.sort((a, b) => a.name.localeCompare(b.name)), more: Boolean(page.next) };
}

/// Asks a little after the last key; an answer to what is no longer typed is not shown.
export function searchField({ me, attempt, say, found }) {
    let timer = null, asked = 0;
    const ask = async () => {
        const mine = ++asked;
        const result = await findUnits({ me, attempt, text: input.value.trim(), say });
        if (result && mine === asked)
            found(result);
    };
    const input = el("input", {
        type: "search", placeholder: w("unit_search"), "aria-label": w("unit_search"), autocomplete: "off", oninput: () => {
            clearTimeout(timer);
            timer = setTimeout(ask, 200);
        },
    });
    return { input, ask };
}

/// A field that ends in one chosen unit: {element, chosen(), suggest(id, name)}; what a person has typed
/// or chosen meanwhile outlives a suggestion.
export function unitPicker({ me, attempt }) {
    let unit = "", touched = false;
    const problem = el("span", { class: "problem", role: "alert" });
    const options = el("div", { class: "options", role: "listbox", "aria-label": w("unit") });
    const choose = (id, name) => {
        unit = id;
        search.input.value = name;
        options.replaceChildren();
    };
    const search = searchField({
        me, attempt, say: words => { problem.textContent = words; },
        found: ({ units, more }) => {
            problem.textContent = units.length ? "" : w("units_none");
            options.replaceChildren(...units.map(({ id, name }) =>
                el("button", { type: "button", class: "second small", role: "option", "data-unit": id, onclick: () => {
                    touched = true;
                    choose(id, name);
                } }, name)),
            ...(more ? [el("p", { class: "quiet" }, w("units_more"))] : []));
        },
    });
    search.input.id = "a-unit";
    search.input.addEventListener("input", () => {
        touched = true;
        unit = "";
    });
    const suggest = (id, name) => touched || choose(id, name);
    return { element: el("label", {}, el("span", {}, w("unit")), search.input, problem, options), chosen: () => unit, suggest };
}
