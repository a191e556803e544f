// Accounts: who there is, and making or changing one.
import { el } from "/field/el.js";
import { call, shortestPassword } from "/field/hub.js";
import { newId } from "/field/id.js";
import { unitPicker } from "./units.js";
import { w } from "./words.js";

const roles = ["operator", "commander", "auditor", "unit", "admin"];

export function accountsSection({ me, attempt, toast }) {
    let accounts = [], areas = new Map(), shortest = 0;
    const filter = el("input", { id: "filter", type: "search", placeholder: w("filter"), "aria-label": w("filter"), oninput: () => list() });
    const shown = el("span", { class: "quiet", id: "shown" });
    const rows = el("tbody");
    const problem = el("p", { class: "problem", role: "alert", hidden: true });
    const room = el("p", { class: "problem", id: "room", role: "status", hidden: true });
    const areaName = code => (code ? areas.get(code) ?? code : w("everything"));
    const say = words => {
        problem.textContent = words;
        problem.hidden = false;
    };

    function list() {
        const typed = filter.value.trim().toLowerCase();
        const found = accounts.filter(({ name, display_name, area, role }) =>
            [name, display_name, areaName(area), w("role_" + role)].some(text => text.toLowerCase().includes(typed)));
        shown.textContent = w("shown", { n: found.length, all: accounts.length });
        rows.replaceChildren(...found.map(account => el("tr", { "data-account": account.name, class: account.disabled ? "off" : null },
            el("td", {}, el("strong", {}, account.display_name)), el("td", { class: "code" }, account.name),
            el("td", {}, w("role_" + account.role)), el("td", {}, account.role === "unit" ? "" : areaName(account.area)),
            el("td", {}, w(account.disabled ? "disabled" : "enabled")),
            el("td", { class: "right" }, el("button", { class: "second small", "data-edit": account.name, "aria-label": `${w("edit")} ${account.name}`, onclick: () => open(account) }, w("edit"))))));
    }

    async function load() {
        const [all, known, space, rule] = await attempt(() => Promise.all([
            call("GET", "/accounts", { as: me.id }), call("GET", "/areas", { as: me.id }), call("GET", "/room", { as: me.id }),
            shortestPassword()]), say) ?? [];
        if (!all)
            return;
        shortest = rule;
        const gib = bytes => (bytes / 2 ** 30).toFixed(1);
        room.textContent = w("room_filling", { used: gib(space.used), room: gib(space.room) });
        room.hidden = !space.filling;
        // The machines of walls stand with their walls.
        accounts = all.items.filter(account => account.role !== "wall").sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || (a.name < b.name ? -1 : 1));
        areas = new Map(known.items.map(area => [area.code, area.name]));
        list();
    }

    function open(account) {
        const form = accountForm({ account, areas, shortest, me, attempt, done: async said => {
            toast(said);
            await load();
        } });
        document.body.append(form);
        form.showModal();
    }

    load();
    return el("section", { id: "accounts" },
        el("div", { class: "row tools" }, el("h1", { class: "grow" }, w("accounts")), shown, filter,
            el("button", { class: "main small", id: "new", onclick: () => open(null) }, w("new_account"))),
        problem, room,
        el("div", { class: "table" }, el("table", {},
            el("thead", {}, el("tr", {}, [w("person"), w("account"), w("role"), w("area"), w("state"), ""].map(title => el("th", { scope: "col" }, title)))),
            rows)));
}

/// Makes an account, or changes `account`.
function accountForm({ account, areas, shortest, me, attempt, done }) {
    const name = el("input", { id: "a-name", autofocus: !account, required: true, pattern: "[a-z0-9._\\-]{2,64}", autocapitalize: "none", autocomplete: "off" });
    const person = el("input", { id: "a-person", autofocus: Boolean(account), required: true, maxlength: 60, autocomplete: "off" });
    const role = el("select", { id: "a-role", onchange: () => fit() }, roles.map(key => el("option", { value: key }, w("role_" + key))));
    const can = el("p", { class: "quiet" });
    const area = el("input", { id: "a-area", list: "area-list", autocomplete: "off", placeholder: w("everything") });
    const unit = unitPicker({ me, attempt });
    const password = el("input", { id: "a-password", minlength: shortest, maxlength: 200, autocomplete: "off", required: !account });
    const off = el("input", { id: "a-off", type: "checkbox" });
    const problem = el("p", { class: "problem", role: "alert", hidden: true });
    const areaLabel = el("label", {}, el("span", {}, w("area") + " · " + w("area_hint")), area,
        el("datalist", { id: "area-list" }, [...areas].map(([code, title]) => el("option", { value: code }, title))));
    const unitLabel = el("div", { class: "field" }, unit.element);
    const say = words => {
        problem.textContent = words;
        problem.hidden = false;
    };
    const fit = () => {
        can.textContent = w("can_" + role.value);
        areaLabel.hidden = role.value === "admin" || role.value === "unit";
        unitLabel.hidden = role.value !== "unit";
    };
    let key = null, sent = null; // the same again goes under the same key
    const submit = async event => {
        event.preventDefault();
        problem.hidden = true;
        const code = areaLabel.hidden ? "" : area.value.trim();
        if (code && !areas.has(code))
            return say(w("area_unknown", { c: code }));
        if (role.value === "unit" && !unit.chosen())
            return say(w("unit_needed"));
        const body = { display_name: person.value.trim(), role: role.value, area: code, unit: role.value === "unit" ? unit.chosen() : "" };
        if (account) {
            body.disabled = off.checked;
            // Only what is another now: somebody else may have changed the rest since.
            for (const key of Object.keys(body))
                if (body[key] === (account[key] ?? (key === "disabled" ? false : "")))
                    delete body[key];
        } else {
            body.name = name.value.trim();
        }
        if (password.value)
            body.password = password.value;
        if (!Object.keys(body).length)
            return dialog.close();
        const text = JSON.stringify(body);
        if (text !== sent)
            [key, sent] = [newId(), text];
        const button = dialog.querySelector("#a-save");
        button.disabled = true;
        const answer = await attempt(() => call(account ? "PATCH" : "POST", account ? "/accounts/" + account.id : "/accounts",
            { as: me.id, body, key, mark: "seq" }), say,
        {
            "conflict name": w("name_taken", { n: body.name }), "wrong_state role": w("last_admin"),
            "not_found area": w("area_unknown", { c: body.area }), "not_found unit": w("unit_needed"),
        });
        button.disabled = false;
        if (!answer)
            return;
        dialog.close();
        await done(w(account ? "changed" : "created", { n: person.value.trim() }));
    };
    if (account) {
        person.value = account.display_name;
        role.value = account.role;
        area.value = account.area;
        off.checked = account.disabled;
        if (account.unit)
            attempt(() => call("GET", "/units/" + encodeURIComponent(account.unit), { as: me.id }), say)
                .then(found => found && unit.suggest(found.id, found.name));
    }
    fit();
    const dialog = el("dialog", { class: "sheet", "aria-labelledby": "form-title", onclose: () => dialog.remove() },
        el("form", { id: "account-form", onsubmit: submit },
            el("h2", { id: "form-title" }, account ? `${w("edit")} ${account.name}` : w("new_account")),
            account ? null : el("label", {}, el("span", {}, w("account") + " · " + w("account_hint")), name),
            el("label", {}, el("span", {}, w("person")), person),
            el("label", {}, el("span", {}, w("role")), role, can),
            areaLabel, unitLabel,
            el("label", {}, el("span", {}, w(account ? "new_password" : "password")),
                el("div", { class: "row" }, password, el("button", { type: "button", class: "second small", id: "generate", onclick: () => { password.value = generated(Math.max(16, shortest)); } }, w("generate"))),
                el("p", { class: "quiet" }, w("password_hint", { n: shortest }))),
            account ? el("label", { class: "switch" }, off, el("span", { class: "grow" }, w("disabled"))) : null,
            problem,
            el("div", { class: "row acts" },
                el("button", { type: "button", class: "second", onclick: () => dialog.close() }, w("cancel")),
                el("button", { class: "main", id: "a-save" }, w("save")))));
    return dialog;
}

/// So many characters that are not taken for one another when they are read out: 79 bits in sixteen.
function generated(length) {
    const alphabet = "abcdefghjkmnpqrstuvwxyz23456789"; // 31
    const drawn = [...crypto.getRandomValues(new Uint8Array(2 * length + 64))].map(byte => byte & 31).filter(i => i < alphabet.length);
    return drawn.slice(0, length).map(i => alphabet[i]).join("").replace(/.{4}(?=.)/g, "$&-");
}
