// The page of those who manage: administrators make and change accounts, the hall makes one-time links
// for units' phones, and those who may look up in the journal who did what. What one may see here is the hub's to decide; the page shows what a role can use.
import { el } from "/field/el.js";
import { call, Refusal } from "/field/hub.js";
import { isolated } from "/field/seen.js";
import { currentLanguage, problemText, switchLanguage, t } from "/field/text.js";
import { accountsSection } from "./accounts.js";
import { journalSection } from "./journal.js";
import { phonesSection } from "./phones.js";
import { wallsSection } from "./walls.js";
import { w } from "./words.js";

const $ = id => document.getElementById(id);
const state = { me: null, problem: null };

const sections = { accounts: accountsSection, phones: phonesSection, walls: wallsSection, journal: journalSection };
const sectionsOf = role => ({
    admin: ["accounts", "walls", "journal"], operator: ["phones"], commander: ["phones", "walls", "journal"], auditor: ["journal"],
})[role] ?? [];

/// What an error means to the person; `known` maps "kind field" to a text of its own.
function wordsOf(error, known = {}) {
    if (!(error instanceof Refusal))
        return t("no_hub");
    return known[`${error.kind} ${error.problem.field ?? ""}`] ?? problemText(error.problem);
}

/// Does what the hub is asked for; says why not, and asks who it is when the session has ended.
async function attempt(work, say, known) {
    try {
        return await work();
    } catch (error) {
        if (error.signedOut) {
            state.me = null;
            render();
            say(w("session_over")); // a form stands over the page, and keeps what was typed
        } else {
            say(wordsOf(error, known));
        }
        return undefined;
    }
}

function toast(text) {
    $("toast").textContent = text;
    $("toast").hidden = false;
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => { $("toast").hidden = true; }, 4000);
}

function signIn() {
    const name = el("input", { id: "name", required: true, autocapitalize: "none", autocomplete: "username" });
    const password = el("input", { id: "password", type: "password", required: true, autocomplete: "current-password" });
    return el("form", {
        class: "card", onsubmit: async event => {
            event.preventDefault();
            const body = { name: name.value.trim(), password: password.value };
            try {
                state.me = (await call("POST", "/sessions?cookie=1", { body })).account;
                state.problem = null;
            } catch (error) {
                state.problem = wordsOf(error);
            }
            render();
        },
    },
    el("p", { class: "hint" }, w("sign_in_hint")),
    el("label", {}, el("span", {}, t("name")), name),
    el("label", {}, el("span", {}, t("password")), password),
    state.problem ? el("p", { class: "problem", role: "alert" }, state.problem) : null,
    el("button", { class: "main", id: "sign-in" }, t("sign_in")));
}

async function signOut() {
    // Only when the hub says so, with no word at all, and not the network's sign-in page, which says yes to
    // everything: the cookie of a session that lives on opens this page again.
    if (await attempt(() => call("DELETE", "/sessions/current", { as: state.me.id }), toast) !== null)
        return;
    state.me = null;
    render();
}

function render() {
    document.title = "Chengyun · " + w("title");
    $("title").textContent = w("title");
    $("person").textContent = state.me ? `${isolated(state.me.display_name)} · ${w("role_" + state.me.role)}` : "";
    $("language").textContent = t("language");
    $("language").lang = currentLanguage() === "zh" ? "en" : "zh-CN";
    $("out").textContent = t("sign_out");
    $("out").hidden = !state.me;
    if (!state.me)
        return $("view").replaceChildren(signIn());
    const all = sectionsOf(state.me.role);
    if (!all.length)
        return $("view").replaceChildren(el("p", { class: "empty" }, w("nothing")));
    const named = location.hash.slice(1); // so that going back, and a bookmark, lead to a section
    const chosen = all.includes(named) ? named : all[0];
    $("view").replaceChildren(
        all.length > 1 ? el("nav", { class: "sections", "aria-label": w("title") }, all.map(name =>
            el("a", { href: "#" + name, "aria-current": name === chosen ? "page" : null }, w(name)))) : "",
        sections[chosen]({ me: state.me, attempt, toast }));
}

$("language").addEventListener("click", () => {
    switchLanguage();
    render();
});
$("out").addEventListener("click", signOut);
addEventListener("hashchange", render);
try {
    state.me = await call("GET", "/me");
} catch (error) {
    if (!(error instanceof Refusal))
        state.problem = t("no_hub");
}
render();
