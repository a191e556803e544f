// A guest of a consultation: opens a one-time link, gives a name, sees the own picture, waits in the lobby,
// and takes part. The secret stands after the '#', where no server or proxy sees it; the session is a cookie
// that scripts cannot read.
import { el, place } from "/field/el.js";
import { call, Refusal } from "/field/hub.js";
import { cleaned, shown } from "/field/seen.js";
import { clock, switchLanguage, t } from "/field/text.js";
import { Media } from "/field/consult/media.js";
import { Meeting } from "/field/consult/meeting.js";
import { w } from "/field/consult/words.js";

const askEvery = 2000;
const box = document.getElementById("guest");
const state = {
    at: "checking", // "form", "waiting", "resume", "in", or an end: "dead", "old", "waits", "no_hub", "over", "left"
    invitation: null, room: null, problem: null, typed: null,
};
let meeting = null, asking = null;
const secret = () => location.hash.slice(1);
const media = new Media({ changed: () => showLook() });
const picture = el("video", { autoplay: true, playsinline: true, muted: true });
picture.muted = true;
const lookWords = el("span", { class: "quiet" });
const again = el("button", { type: "button", class: "second small", id: "again", hidden: true, onclick: () => media.open() });
const look = el("div", { class: "look" }, el("div", { class: "told" }, lookWords, again), picture);
const field = el("input", { id: "name", maxlength: 60, autocomplete: "name" });

const kindOf = error => (error instanceof Refusal && !error.foreign ? error.kind : null);

function showLook() {
    picture.toggleAttribute("data-on", Boolean(media.video));
    if (picture.srcObject !== media.stream)
        picture.srcObject = media.stream;
    if (media.video && picture.paused)
        picture.play().catch(() => {});
    const { audio, video } = media.missing;
    const why = { refused: "why_refused", none: "why_none", busy: "why_busy", insecure: "why_insecure" }[video ?? audio];
    again.textContent = w("again");
    again.hidden = !why;
    lookWords.textContent = why ? w(audio && video ? "no_both" : video ? "no_video" : "no_audio") + " " + w(why) : media.video ? "" : w("guest_devices");
}

/// What the link is for, or the room that this browser is in already.
async function start() {
    if (secret()) {
        try {
            state.invitation = await call("POST", "/guest/link", { body: { secret: secret() }, mark: "title" });
            field.value = shown(state.invitation.name);
            become("form");
            media.open();
            return;
        } catch (error) {
            state.at = { not_found: "dead", expired: "old", locked_out: "waits" }[kindOf(error)] ?? "no_hub";
        }
    } else {
        state.at = "dead";
    }
    try {
        const room = await call("GET", "/guest/room", { mark: "title" });
        take(room);
        become(room.state === "in" ? "resume" : "waiting");
        ask();
        if (room.state !== "in")
            media.open();
    } catch (error) {
        if (kindOf(error) === null)
            state.at = "no_hub";
        show();
        if (state.at === "no_hub")
            setTimeout(start, askEvery);
    }
}

function become(at) {
    state.at = at;
    show();
}

function take(room) {
    state.room = room;
    meeting?.know(room.members, room.chair ?? "");
}

async function open(event) {
    event.preventDefault();
    const name = cleaned(field.value).replace(/\s+/g, " ");
    if (!name) {
        state.problem = w("name_needed");
        show();
        return field.focus();
    }
    try {
        take(await call("POST", "/guest/open", { body: { secret: secret(), name }, mark: "title" }));
        history.replaceState(null, "", location.pathname); // it is used up
        state.problem = null;
        become("waiting");
        ask();
    } catch (error) {
        const kind = kindOf(error);
        const at = { not_found: "dead", expired: "old", locked_out: "waits" }[kind];
        if (at) {
            media.close();
            return become(at);
        }
        state.problem = kind === "wrong_state" ? w("locked") : kind === "no_room" ? w("full")
            : kind && error.problem.field === "name" ? w("bad_name") : w("not_now");
        show();
    }
}

/// Whether the chair has let in, who is there, and whether it is over.
function ask() {
    clearTimeout(asking);
    asking = setTimeout(async () => {
        if (!["waiting", "resume", "in"].includes(state.at))
            return;
        try {
            take(await call("GET", "/guest/room", { mark: "title" }));
            if (state.at === "waiting" && state.room.state === "in")
                enter();
            else if (state.at === "resume")
                show();
        } catch (error) {
            if (kindOf(error) === "unauthenticated")
                return finish("over");
        }
        ask();
    }, askEvery);
}

function enter() {
    become("in");
    meeting = new Meeting({
        title: shown(state.room.title), self: state.room.member, media,
        ticket: () => call("POST", "/guest/ticket", { body: {}, mark: "token" }),
        left: leave,
        over: () => finish("over"),
    });
    meeting.know(state.room.members, state.room.chair ?? "");
    meeting.start();
}

function finish(at) {
    clearTimeout(asking);
    meeting?.end();
    meeting = null;
    media.close();
    become(at);
}

async function leave() {
    finish("left");
    await call("POST", "/guest/leave", { body: {} }).catch(() => {});
}

function card(...children) {
    const language = el("button", { class: "icon", id: "language", onclick: () => { switchLanguage(); showLook(); show(); } }, t("language"));
    return el("main", { class: "guest-card", "data-at": state.at }, el("div", { class: "top" }, language), ...children);
}

const told = (sign, title, hint, ...foot) => card(
    el("div", { class: "middle" }, el("div", { class: "badge", "aria-hidden": "true" }, sign), el("h1", {}, title), el("p", {}, hint)),
    foot.length ? el("div", { class: "foot" }, ...foot) : null);

const pages = {
    checking: () => card(el("div", { class: "middle" }, el("div", { class: "badge" }, el("span", { class: "turning" })))),
    form: () => card(
        el("form", { onsubmit: open },
            el("p", { class: "quiet" }, w("guest_of")), el("h1", {}, shown(state.invitation.title)), look,
            el("label", {}, el("span", {}, w("guest_name")), field),
            state.problem ? el("p", { class: "problem", role: "alert" }, state.problem) : null,
            el("button", { class: "main", id: "enter" }, w("guest_enter")),
            el("p", { class: "hint" }, w("guest_until", { t: clock(state.invitation.expires) })))),
    waiting: () => card(
        el("p", { class: "quiet" }, w("consultation")), el("h1", {}, shown(state.room.title)), look,
        el("div", { class: "middle" }, el("div", { class: "badge" }, el("span", { class: "turning" })), el("h1", {}, w("guest_waits")), el("p", {}, w("guest_waits_hint"))),
        el("div", { class: "foot" }, el("button", { class: "second", id: "leave", onclick: leave }, w("guest_leave")))),
    resume: () => told("⌂", shown(state.room.title), w("who_is_in", { n: state.room.members.length }),
        el("button", { class: "main", id: "resume", onclick: enter }, w("guest_resume")),
        el("button", { class: "second", id: "leave", onclick: leave }, w("leave"))),
    in: () => card(),
    dead: () => told("✕", w("link_dead"), w("link_dead_hint")),
    old: () => told("⌛", w("link_old"), w("link_old_hint")),
    waits: () => told("⌛", w("link_waits"), w("link_waits_hint")),
    no_hub: () => told("…", w("no_hub"), w("no_hub_hint")),
    over: () => told("✓", w("guest_over"), w("guest_over_hint")),
    left: () => told("✓", w("guest_left"), w("guest_left_hint")),
};

function show() {
    document.title = w("consultation");
    const page = pages[state.at]();
    if (box.firstElementChild?.dataset.at === state.at && box.firstElementChild.isEqualNode(page))
        return;
    box.replaceChildren(page);
    if (page.contains(look))
        showLook();
}

show();
start();
