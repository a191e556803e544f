// A secret that is shown once, where its button stands: a link for a phone, a code for a wall's machine.
import { el } from "/field/el.js";
import { w } from "./words.js";

/// Shows `secret`, called `name`, in `place`, to be copied; `note` says how long it is good for.
export function showSecret(place, { secret, name, note, toast }) {
    const text = el("input", { readonly: true, value: secret, "aria-label": name, onfocus: event => event.target.select() });
    const copy = () => navigator.clipboard.writeText(secret).then(() => toast(w("copied")), () => text.select());
    place.hidden = false;
    place.replaceChildren(
        el("div", { class: "row" }, text,
            navigator.clipboard ? el("button", { class: "second small", onclick: copy }, w("copy")) : null),
        el("p", { class: "quiet" }, note));
}
