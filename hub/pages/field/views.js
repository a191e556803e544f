// The screens.
import { el } from "./el.js";
import { cleaned } from "./seen.js";
import { openMaps } from "./maps.js";
import { clock, problemText, span, t } from "./text.js";
import { hasPhotosToSend, isOver, projected } from "./queue.js";

/// Which deadline matters now, and how far it is.
export function deadline(assignment, now) {
    if (assignment.state === "issued" || assignment.state === "return_requested")
        return { kind: "acknowledge", due: assignment.acknowledge_due, left: assignment.acknowledge_due - now };
    if (assignment.state === "acknowledged" || assignment.state === "executing") {
        const report = assignment.report_due - now, complete = assignment.complete_due - now;
        return report < complete
            ? { kind: "report", due: assignment.report_due, left: report }
            : { kind: "complete", due: assignment.complete_due, left: complete };
    }
    return null;
}

/// Where a place without an address is.
function coordinates(place) {
    return `${place.lon.toFixed(5)}, ${place.lat.toFixed(5)} (WGS-84)`;
}

function deadlineText(line) {
    return t(line.kind + (line.left >= 0 ? "_in" : "_late"), { t: span(line.left) });
}
const urgency = left => "due " + (left < 0 ? "late" : left < 5 * 60000 ? "soon" : "calm");

function deadlineChip(assignment, now) {
    const line = deadline(assignment, now);
    return line && el("span", { class: urgency(line.left), "data-due": line.due, "data-kind": line.kind }, deadlineText(line));
}

/// Count-downs, in place.
export function countDown(now) {
    for (const chip of document.querySelectorAll("[data-due]")) {
        const left = Number(chip.dataset.due) - now;
        chip.textContent = deadlineText({ kind: chip.dataset.kind, left });
        chip.className = urgency(left);
    }
}

function levelBadge(level) {
    return el("span", { class: "level level-" + level, title: t("level", { l: level }) }, level);
}

function stateChip(state, pending) {
    return el("span", { class: "state state-" + state + (pending ? " pending" : "") }, t("state_" + state) + (pending ? " …" : ""));
}

export function signIn({ submit, problem, notice, says }) {
    const name = el("input", { id: "name", autocomplete: "username", autocapitalize: "none", spellcheck: "false", required: true });
    const password = el("input", { id: "password", type: "password", autocomplete: "current-password", required: true });
    const button = el("button", { class: "main", id: "sign-in" }, t("sign_in"));
    return el("section", { class: "card sign-in", "data-says": says },
        el("img", { src: "/field/icon.svg", alt: "", width: 72, height: 72 }),
        el("h1", {}, t("title")),
        el("p", { class: "hint" }, notice || t("sign_in_hint")),
        el("form", {
            onsubmit: async event => {
                event.preventDefault();
                button.disabled = true;
                button.textContent = t("signing");
                await submit(name.value.trim().toLowerCase(), password.value);
                button.disabled = false;
                button.textContent = t("sign_in");
            },
        },
        el("label", {}, el("span", {}, t("name")), name),
        el("label", {}, el("span", {}, t("password")), password),
        problem ? el("p", { class: "problem", role: "alert" }, problem) : null,
        button));
}

/// What the phone could not keep.
function unkeptNote(title) {
    return title ? el("p", { class: "problem", role: "alert", id: "unkept" }, `${title}: ${t("not_kept")}`) : null;
}

/// What is not as it should be, {id, words} each.
function troubleNotes(troubles) {
    return troubles.map(({ id, words }) => el("p", { class: "stale", id }, words));
}

/// The first `most` of the items; `more` shows others. `isPart`: the hub is still telling them.
export function orderList({ items, most, more, isPart, queue, now, unkept, open, troubles }) {
    const cards = items.slice(0, most).map(({ order, assignment }) => {
        const queued = queue.of(assignment.id);
        const state = projected(assignment.state, queued), waits = !queued.every(isOver);
        return el("button", { class: "order level-edge-" + order.level, "data-assignment": assignment.id, onclick: () => open(assignment.id) },
            el("div", { class: "row" }, levelBadge(order.level), el("strong", { class: "grow" }, order.title),
                order.exercise ? el("span", { class: "tag" }, t("exercise")) : null),
            el("div", { class: "row" }, stateChip(state, waits),
                waits ? null : deadlineChip(assignment, now)),
            queued.filter(isOver).map(item => el("div", { class: "problem" }, queueState(item))),
            el("div", { class: "row quiet" }, el("span", {}, t("number", { n: order.number })), el("span", {}, clock(order.issued)),
                el("span", { class: "grow right" }, t(assignment.role))));
    });
    return el("section", { id: "orders" },
        unkeptNote(unkept),
        troubleNotes(troubles),
        el("h2", {}, t("orders"), el("span", { class: "count" }, items.length + (isPart ? "+" : ""))),
        cards.length ? cards : el("div", { class: "empty" }, el("p", {}, t("none")), el("p", { class: "hint" }, t("none_hint"))),
        items.length > most ? el("button", { class: "second", id: "more", onclick: more }, t("more_orders", { n: items.length - most })) : null);
}

const actsOf = {
    issued: ["acknowledge", "request-return"],
    acknowledged: ["depart", "arrive", "report", "complete", "request-return"],
    executing: ["depart", "arrive", "report", "complete"],
    return_requested: ["acknowledge"],
};

/// The acts worth offering: those the rules allow, without a second departure.
export function offered(assignment, state, queued) {
    const done = act => queued.some(item => item.act === act && !isOver(item));
    return (actsOf[state] || []).filter(act =>
        !(act === "depart" && (assignment.departed || assignment.arrived || done("depart") || done("arrive"))) &&
        !(act === "arrive" && (assignment.arrived || done("arrive"))));
}

/// `detail` is what the hub said of the order besides, or nothing yet; `noDetail` says why.
export function orderDetail({ order, assignment, detail, noDetail, queue, now, unkept, troubles, act, reply }) {
    const { reports, supervisions } = detail ?? {};
    const queued = queue.of(assignment.id);
    const state = projected(assignment.state, queued);
    const acts = offered(assignment, state, queued);
    const main = state === "issued" ? "acknowledge" : state === "acknowledged" && acts.includes("depart") ? "depart"
        : acts.includes("arrive") && assignment.departed ? "arrive" : "report";
    const open = (supervisions || []).filter(s => s.assignment === assignment.id && s.state === "open");
    return el("section", { id: "detail", "data-state": state },
        el("div", { class: "row" }, levelBadge(order.level), el("h1", { class: "grow" }, order.title)),
        unkeptNote(unkept),
        troubleNotes(troubles),
        el("div", { class: "row wrap" }, stateChip(state, !queued.every(isOver)), deadlineChip(assignment, now),
            assignment.reminders ? el("span", { class: "tag warn" }, t("reminded", { n: assignment.reminders })) : null,
            order.exercise ? el("span", { class: "tag" }, t("exercise")) : null),
        open.map(s => el("div", { class: "supervision" }, el("strong", {}, t("supervised")), el("p", {}, s.basis),
            el("button", { class: "second", "data-reply": s.id, onclick: () => reply(s) }, t("reply")))),
        order.text ? el("p", { class: "text" }, order.text) : null,
        el("dl", {},
            order.address || order.place ? [el("dt", {}, t("address")), el("dd", {}, order.address || coordinates(order.place),
                order.place ? el("button", {
                    class: "map", id: "map", onclick: () => openMaps({ place: order.place, name: t("number", { n: order.number }), opener: "#map" }),
                }, t("open_map")) : null)] : null,
            el("dt", {}, t("issued_by")), el("dd", {}, order.issuer_name || "—"),
            el("dt", {}, t("issued_at")), el("dd", {}, `${clock(order.issued)} · ${t("number", { n: order.number })} · ${t(assignment.role)}`)),
        el("h2", {}, t("reports")),
        reportList(reports, assignment, queued, detail ? t("no_reports") : noDetail),
        el("nav", { class: "acts" }, acts.map(name => el("button", {
            class: name === main ? "main" : name === "request-return" ? "danger" : "second",
            "data-act": name, onclick: () => act(name),
        }, t(name.replace("-", "_"))))));
}

function reportTime({ time, done_at }) {
    return done_at ? t("done_arrived", { d: clock(done_at), a: clock(time) }) : clock(time);
}

function reportList(reports, assignment, queued, none) {
    const sent = (reports || []).filter(report => report.assignment === assignment.id)
        .map(report => el("li", {},
            el("div", { class: "row quiet" }, el("span", {}, t("kind_" + report.kind)), el("span", { class: "grow right" }, reportTime(report))),
            report.text ? el("p", {}, report.text) : null,
            report.attachments?.length ? el("div", { class: "photos" }, report.attachments.map(id =>
                el("img", { src: "/api/v1/attachments/" + id, alt: t("photo"), loading: "lazy" }))) : null));
    const pending = queued.map(item => el("li", { class: "pending", "data-queued": item.id },
        el("div", { class: "row quiet" }, el("span", {}, item.title), el("span", { class: "grow right" }, queueState(item))),
        item.body.text ? el("p", {}, item.body.text) : null));
    return sent.length + pending.length
        ? el("ul", { class: "reports" }, sent, pending)
        : el("p", { class: "hint" }, none);
}

export function queueState(item) {
    return t("q_" + item.state, { w: item.problem ? problemText(item.problem) : "" });
}

/// The item whose photos somebody has asked to leave out, until they confirm it or some seconds are
/// over; a double tap is no answer.
let leaving = null, leavingSince = 0;
const asked = item => leaving === item.id && Date.now() - leavingSince < 6000;

/// Everything not yet delivered, wherever one is.
export function outbox({ queue, discard, dropPhotos, copy }) {
    return queue.items.map(item => el("div", { class: "queued " + item.state, "data-item": item.id, "data-state": item.state },
        el("span", { class: "spin" }),
        el("div", { class: "grow" }, el("strong", {}, item.title), el("div", { class: "quiet" }, queueState(item))),
        hasPhotosToSend(item)
            ? el("button", {
                class: "second small", "data-drop": item.id, onclick: event => {
                    if (asked(item))
                        return Date.now() - leavingSince > 500 && dropPhotos(item.id);
                    leaving = item.id;
                    leavingSince = Date.now();
                    const { target } = event;
                    target.textContent = t("q_drop_sure");
                    setTimeout(() => { target.textContent = t("q_drop"); }, 6000);
                },
            }, t(asked(item) ? "q_drop_sure" : "q_drop")) : null,
        item.state === "failed" && item.body.text && navigator.clipboard
            ? el("button", { class: "second small", onclick: () => copy(item.body.text) }, t("copy")) : null,
        isOver(item) ? el("button", { class: "second small", "data-read": item.id, onclick: () => discard(item.id) }, t("q_discard")) : null));
}

/// Asks for text, photos and place and gives them to `done`; stays, and says so, when that rejects.
/// Words and photos are kept in `draft` until they have been sent. Whoever leaves it is back at the
/// button `opener`, which may have been made anew meanwhile. The dialog, for closing it from outside.
export function openSheet({ title, prompt, needText, photos = true, shrink, whereAmI, draft, opener, done }) {
    const text = el("textarea", {
        id: "text", rows: 4, maxlength: 4000, placeholder: prompt,
        oninput: () => draft.keepWords(text.value) || say(t("words_unkept")),
    });
    text.value = draft.words;
    const problem = el("p", { class: "problem", role: "alert", hidden: true });
    const gallery = el("div", { class: "photos" });
    const blobs = [];
    let place = null;
    const placeText = el("span", { class: "quiet" }, t("place_getting"));
    const locate = el("input", { type: "checkbox", id: "place", checked: true });
    if (whereAmI)
        whereAmI().then(found => {
            place = found;
            placeText.textContent = found ? t("place_got", { n: Math.round(found.accuracy) }) : t("place_none");
            if (!found)
                locate.checked = false;
        });
    /// What the phone cannot keep can be sent all the same, while the page is open.
    const keepPhotos = () => draft.keepPhotos(blobs).catch(() => say(t("photos_unkept")));
    const show = blob => {
        const address = URL.createObjectURL(blob);
        const frame = el("div", { class: "thumb" }, el("img", { src: address, alt: t("photo") }),
            el("button", {
                type: "button", class: "icon", "aria-label": t("remove"), onclick: () => {
                    blobs.splice(blobs.indexOf(blob), 1);
                    URL.revokeObjectURL(address);
                    frame.remove();
                    keepPhotos();
                },
            }, "×"));
        blobs.push(blob);
        gallery.append(frame);
    };
    const keptPhotos = photos ? draft.photos().then(blobs => blobs.forEach(blob => show(blob))) : null;
    const pick = el("input", {
        type: "file", accept: "image/*", multiple: true, id: "photo", hidden: true,
        onchange: async () => {
            const send = dialog.querySelector("#send");
            send.disabled = true; // what is being made smaller would be left behind
            problem.hidden = true;
            await keptPhotos;
            for (const file of pick.files) {
                if (blobs.length >= 9) {
                    say(t("photos_most"));
                    break;
                }
                const blob = await shrink(file).catch(() => null);
                if (!blob) {
                    say(t("photo_bad", { f: file.name }));
                    continue;
                }
                show(blob);
                keepPhotos(); // also when the sheet has been put aside meanwhile
            }
            pick.value = "";
            send.disabled = false;
        },
    });
    const say = words => {
        problem.textContent = words;
        problem.hidden = false;
    };
    const close = () => dialog.close();
    const gone = () => {
        dialog.remove();
        document.querySelector(opener)?.focus({ preventScroll: true });
    };
    const dialog = el("dialog", { class: "sheet", "aria-label": title, onclose: gone },
        el("form", {
            onsubmit: async event => {
                event.preventDefault();
                const send = dialog.querySelector("#send");
                send.disabled = true;
                await keptPhotos;
                const words = cleaned(text.value);
                if (!words && (needText || !blobs.length)) {
                    say(t("need_text"));
                    text.focus();
                    send.disabled = false;
                    return;
                }
                try {
                    await done({ text: words, photos: blobs, place: whereAmI && locate.checked ? place : null });
                    draft.forget();
                    close();
                } catch (error) {
                    say(error.words ?? t("not_kept"));
                    send.disabled = false;
                }
            },
        },
        el("h2", {}, title), text, problem,
        photos ? [gallery, pick, el("button", { type: "button", class: "second", id: "add-photo", onclick: () => pick.click() }, "＋ " + t("add_photo"))] : null,
        whereAmI ? el("label", { class: "switch" }, locate, el("span", { class: "grow" }, t("place_switch")), placeText) : null,
        el("div", { class: "row acts" },
            el("button", { type: "button", class: "second", onclick: close }, t("cancel")),
            el("button", { class: "main", id: "send" }, t("send")))));
    document.body.append(dialog);
    dialog.showModal();
    text.focus();
    return dialog;
}
