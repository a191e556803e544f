// Pages are built from elements and texts, never from markup: what people wrote stays text.
import { shownSentence } from "./seen.js";

/// el("div", {class: "x", onclick: f}, child, "text", …); null children are left out.
export function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false)
            continue;
        if (key.startsWith("on"))
            element.addEventListener(key.slice(2), value);
        else
            element.setAttribute(key, value === true ? "" : value);
    }
    for (const child of children.flat())
        if (child !== null && child !== undefined && child !== false)
            element.append(typeof child === "string" ? shownSentence(child) : child);
    return element;
}

/// Puts `nodes` in place of what `box` shows, unless they look the same: an element replaced under a
/// finger loses the tap, and what is replaced is read out again. The keyboard's place is kept.
export function place(box, ...nodes) {
    const last = [...box.children];
    if (last.length === nodes.length && nodes.every((node, i) => node.isEqualNode(last[i])))
        return;
    const focused = box.contains(document.activeElement) ? document.activeElement : null;
    box.replaceChildren(...nodes);
    if (focused)
        [...box.querySelectorAll(focused.localName)].find(other => other.isEqualNode(focused))?.focus({ preventScroll: true });
}
