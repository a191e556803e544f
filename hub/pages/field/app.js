// The page for who receives orders: keeps what it shows and what it sends on the phone, so that a
// bad network costs time and nothing else.
import { Acts } from "./acts.js";
import { hubNow as now } from "./clock.js";
import { call, Refusal, Stream } from "./hub.js";
import { Queue } from "./queue.js";
import { Orders } from "./orders.js";
import * as modules from "./parts.js";
import { shown, shownSentence } from "./seen.js";
import { forget, keep, kept } from "./store.js";
import { currentLanguage, problemText, switchLanguage, t } from "./text.js";
import { deadlineText, orderDetail, orderList, outbox, signIn } from "./views.js";

const $ = id => document.getElementById(id);
const state = {
    me: null,
    linked: false,   // the stream was heard a moment ago
    reached: false,  // the last request was answered
    barred: null,    // why there is no stream though the hub answers, in words
    at: null,        // assignment shown, or null for the list
    problem: null, notice: null,
};

const orders = new Orders();
const queue = new Queue({
    changed: () => render(),
    done: (item, done) => {
        toast(t("sent"));
        if (done)
            orders.take(done.change);
        orders.outdate([item.order]);
        refresh();
    },
    unauthenticated: () => refresh(), // which asks whose session it is, if any
    photoRefused: (item, problem) => toast(t("photo_refused", { w: problemText(problem) })),
});
const acts = new Acts({
    orders, queue, toast, connected: () => reachable(), me: () => state.me, changed: () => render(),
});
const parts = Object.values(modules).map(({ Part }) => new Part({ toast, refresh: () => refresh() }));
const stream = new Stream({
    changed: entries => {
        parts.forEach(part => part.outdate(entries));
        orders.outdate(entries?.map(entry => entry.subject ?? entry.order));
        refresh();
    },
    linked: on => {
        state.linked = state.reached = on; // until a request says otherwise
        if (on) {
            state.barred = null;
            queue.kick();
        }
        refresh();
        render();
    },
    barred: () => askWhyBarred(),
    ended: () => signedOut(t("signed_out_elsewhere")),
});

const reachable = () => state.linked || state.reached;

/// The stream does not open, and a browser does not say why; the hub does, when it is reached.
async function askWhyBarred() {
    const { me } = state;
    let why;
    try {
        await call("GET", "/stream/admission?origin=" + encodeURIComponent(location.origin), { as: me?.id });
        why = t("stream_blocked");
    } catch (error) {
        if (!(error instanceof Refusal) || error.passing || error.signedOut)
            return;
        why = t("stream_barred", { w: error.message });
    }
    if (state.me !== me || state.linked)
        return;
    state.barred = why;
    render();
}

function toast(text) {
    const box = $("toast");
    box.textContent = shownSentence(text);
    box.hidden = false;
    clearTimeout(toast.timer);
    toast.timer = setTimeout(() => { box.hidden = true; }, 6000);
    box.onclick = () => { box.hidden = true; };
}

async function start() {
    // A page that was loaded again stays where it was, with the list behind it.
    const { at, overList } = history.state ?? {};
    if (at && overList) {
        state.at = at;
    } else {
        leave();
        if (at)
            go(at);
    }
    let last = null; // who was signed in
    try {
        last = await kept("me");
    } catch {
        // Private windows of some browsers, or a full disk: nothing written here would survive.
        state.notice = t("no_storage");
    }
    if (last)
        await enter(last, false);
    else
        render();
    try {
        await confirmSession();
    } catch (error) {
        if (error.signedOut && state.me)
            signedOut(t("signed_out_elsewhere"));
    }
}

/// Whose session this is, as the hub says: a one-time link or another tab may have signed somebody
/// else in since the page last knew.
async function confirmSession() {
    if (queue.confirmed)
        return;
    const before = state.me;
    const me = await call("GET", "/me");
    if (state.me !== before)
        return; // somebody has signed in, or out, while it was asked
    if (before?.id === me.id)
        return queue.confirm(me.id);
    leave();
    await enter(me, true);
}

/// Signed in: show what we have, then what is. `heard`: the hub has just said whose session it is. Who
/// is signed in may change while it waits; the rest is then not this one's.
async function enter(me, heard) {
    acts.putAside(); // whoever it is has not opened it in this session
    Object.assign(state, { me, problem: null, notice: null });
    orders.leave();
    queue.leave();
    if (heard)
        keep("me", me).catch(() => {});
    await Promise.all(parts.map(part => part.load(me)));
    if (state.me !== me)
        return;
    if (me.role !== "unit") {
        render();
        refresh();
        return;
    }
    await orders.load(me);
    if (state.me === me)
        await queue.load(me).catch(() => {}); // a phone that keeps nothing still shows and sends
    if (state.me !== me)
        return;
    if (heard)
        queue.confirm(me.id);
    navigator.storage?.persist?.(); // what waits must not be evicted
    render();
    // From within a refresh, which found that somebody else is signed in, the next one follows it.
    if (refresh.running)
        refresh.again = true;
    else
        await refresh();
    if (state.me === me)
        stream.open(orders.head);
}

async function submitSignIn(name, password) {
    try {
        const { account } = await call("POST", "/sessions?cookie=1", { body: { name, password } });
        await enter(account, true);
    } catch (error) {
        state.problem = error instanceof Refusal ? problemText(error.problem) : t("no_hub");
        render();
        if (error.kind === "unauthenticated" && !state.me)
            $("password").value = "";
    }
}

/// Puts `nodes` in place of what `box` shows, unless they look the same: an element replaced under a
/// finger loses the tap, and what is replaced is read out again. The keyboard's place is kept.
function place(box, ...nodes) {
    const last = [...box.children];
    if (last.length === nodes.length && nodes.every((node, i) => node.isEqualNode(last[i])))
        return;
    const focused = box.contains(document.activeElement) ? document.activeElement : null;
    box.replaceChildren(...nodes);
    if (focused)
        [...box.querySelectorAll(focused.localName)].find(other => other.isEqualNode(focused))?.focus({ preventScroll: true });
}

/// The session is over; the queue stays for whoever of the same account comes back.
async function signedOut(notice) {
    acts.putAside();
    stream.close();
    queue.leave();
    orders.leave();
    parts.forEach(part => part.leave());
    Object.assign(state, { me: null, problem: null, notice, linked: false, barred: null });
    await forget("me").catch(() => {});
    leave();
    render();
}

async function signOut() {
    const { me } = state;
    try {
        const word = await call("DELETE", "/sessions/current", { as: me.id });
        if (word !== null)
            return toast(t("still_signed_in")); // the network's sign-in page, which says yes to everything
    } catch (error) {
        if (!error.signedOut)
            return toast(t("still_signed_in"));
    }
    await Promise.all([orders, ...parts].map(kept => kept.forget(me)));
    await signedOut(null);
}

/// Asks for everything again; several wishes at once are one request.
function refresh() {
    if (refresh.running) {
        refresh.again = true;
        return refresh.running;
    }
    refresh.running = fetchAll().finally(() => {
        refresh.running = null;
        if (refresh.again) {
            refresh.again = false;
            refresh();
        }
    });
    return refresh.running;
}

async function fetchAll() {
    let me = state.me;
    if (!me)
        return;
    try {
        await confirmSession();
        me = state.me; // it may be somebody else's session
        if (!me)
            return;
        if (me.role === "unit")
            await orders.fetch();
        state.reached = true;
        if (me.role === "unit")
            acts.takeUp(show);
        for (const part of parts)
            await part.fetch();
    } catch (error) {
        if (state.me !== me)
            return; // the answer was another's
        if (error.otherAccount) {
            queue.stop();
            refresh.again = true; // then it is asked whose session this is
            return;
        }
        if (error.signedOut)
            return signedOut(t("signed_out_elsewhere"));
        if (!(error instanceof Refusal))
            state.reached = false;
    }
    render();
}

function render() {
    // While a finger is down nothing moves; what has changed is shown when it is lifted.
    if (render.held) {
        render.wanted = true;
        return;
    }
    const me = state.me;
    $("bar").hidden = !me;
    $("language").textContent = t("language");
    $("out").textContent = t("sign_out");
    $("back").setAttribute("aria-label", t("back"));
    document.title = t("title");
    if (!me) {
        $("outbox").hidden = true;
        // Only when it says something else: somebody may be typing.
        const says = [state.problem, state.notice, currentLanguage()].join("\n");
        const form = document.querySelector(".sign-in");
        if (form?.dataset.says !== says) {
            const typed = ["name", "password"].map(id => $(id)?.value ?? "");
            $("view").replaceChildren(signIn({ submit: submitSignIn, problem: state.problem, notice: state.notice, says }));
            [$("name").value, $("password").value] = typed;
        }
        return;
    }
    $("unit").textContent = shown(me.display_name);
    const waiting = queue.waiting().length;
    const on = reachable();
    $("net").textContent = t(state.linked ? "online" : on ? "no_stream" : "offline") + (waiting ? " · " + t("waiting", { n: waiting }) : "");
    $("net").className = "net " + (state.linked ? "on" : "off");
    const item = orders.of(state.at);
    $("back").hidden = !item;
    $("out").hidden = !!item;
    const scroll = window.scrollY;
    if (me.role !== "unit") {
        $("out").hidden = false;
        place($("view"), ...parts.flatMap(part => part.cards(now())),
            Object.assign(document.createElement("p"), { className: "empty", textContent: t("not_unit") }));
    } else if (item) {
        const detail = orders.details[item.order.id] || {};
        place($("view"), orderDetail({
            ...item, reports: detail.reports, supervisions: detail.supervisions, queue, now: now(), unkept: acts.unkept,
            act: name => acts.act(name, item), reply: supervision => acts.reply(supervision, item),
        }));
    } else {
        place($("view"), ...parts.flatMap(part => part.cards(now())), orderList({
            items: orders.items, queue, now: now(), unkept: acts.unkept, open: show, staleSince: on ? 0 : orders.fetched, barred: on ? state.barred : null,
        }));
    }
    window.scrollTo(0, scroll);
    const items = outbox({
        queue, discard: id => queue.discard(id), dropPhotos: id => queue.dropPhotos(id),
        copy: text => navigator.clipboard?.writeText(text).then(() => toast(t("copied")), () => {}),
    });
    $("outbox").hidden = !items.length;
    place($("outbox"), ...items);
}
window.addEventListener("pointerdown", () => { render.held = true; });
for (const name of ["pointerup", "pointercancel"])
    window.addEventListener(name, () => setTimeout(() => {
        render.held = false;
        if (render.wanted) {
            render.wanted = false;
            render();
        }
    }, 50));

function go(assignment) {
    state.at = assignment;
    history.pushState({ at: assignment, overList: true }, "");
}

function show(assignment) {
    go(assignment);
    window.scrollTo(0, 0);
    render();
}

/// To the list, without a way back to what was shown.
function leave() {
    state.at = null;
    history.replaceState(null, "");
}

$("back").addEventListener("click", () => history.back());
$("out").addEventListener("click", signOut);
$("language").addEventListener("click", () => {
    switchLanguage();
    render();
});
window.addEventListener("popstate", event => {
    document.querySelector(".sheet")?.close();
    state.at = event.state?.at ?? null;
    render();
});
window.addEventListener("online", () => {
    stream.hurry();
    queue.kick();
    refresh();
});
window.addEventListener("offline", () => {
    state.reached = false;
    stream.doubt();
    render();
});
document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && state.me) {
        stream.hurry();
        queue.stop(); // until it is known whether another tab has signed somebody else in
        refresh();
    }
});
// Count-downs, in place.
setInterval(() => {
    for (const chip of document.querySelectorAll("[data-due]")) {
        const left = Number(chip.dataset.due) - now();
        chip.textContent = deadlineText({ kind: chip.dataset.kind, left });
        chip.className = "due " + (left < 0 ? "late" : left < 5 * 60000 ? "soon" : "calm");
    }
}, 5000);
// When the stream is down, asking now and then is the way; while it is up, seldom, to be sure. Before the
// hub has said whose session it is nothing is sent, and it may have been asked in vain.
setInterval(() => {
    if (state.me && (!state.linked || !queue.confirmed || Date.now() - orders.fetched > 180000)) {
        orders.outdate();
        parts.forEach(part => part.outdate());
        refresh();
    }
}, 15000);

if ("serviceWorker" in navigator)
    navigator.serviceWorker.register("/field/worker.js", { scope: "/field" })
        .then(registration => {
            // All of this page has come: the next may.
            const renew = () => registration.waiting?.postMessage("renew");
            const watch = () => registration.installing?.addEventListener("statechange", renew);
            registration.addEventListener("updatefound", watch);
            watch();
            renew();
        })
        .catch(() => {});
start();
