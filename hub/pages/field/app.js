// The page for who receives orders: keeps what it shows and what it sends on the phone, so that a
// bad network costs time and nothing else.
import { Acts } from "./acts.js";
import { hubNow as now } from "./clock.js";
import { call, Refusal, Stream } from "./hub.js";
import { Queue } from "./queue.js";
import { Orders } from "./orders.js";
import { place } from "./el.js";
import * as modules from "./parts.js";
import { shown, shownSentence } from "./seen.js";
import { keepOnShelf } from "./shelf.js";
import { forget, keep, kept, storage } from "./store.js";
import { clock, currentLanguage, problemText, switchLanguage, t } from "./text.js";
import { countDown, orderDetail, orderList, outbox, signIn } from "./views.js";

const $ = id => document.getElementById(id);
const state = {
    me: null,
    linked: false,   // the stream was heard a moment ago
    reached: false,  // the last request was answered
    barred: null,    // why there is no stream though the hub answers, in words
    hasShelf: true,  // the page opens without a network
    at: null,        // assignment shown, or null for the list
    most: 0,         // cards shown of the list
    problem: null, notice: null,
};
const cardsAtOnce = 100;
/// ms after which the list is asked for although nobody has said that it changed.
const sureAfter = 180000;

const shownOrder = () => orders.of(state.at)?.order.id;
/// What stands above the list comes with it, and not under a finger a moment later.
let partsCame = Promise.resolve();
const orders = new Orders({
    shown: shownOrder,
    told: order => {
        if (!order)
            answered();
        else if (order === shownOrder())
            render();
    },
});
/// The hub has answered.
function answered() {
    state.reached = true;
    partsCame.then(() => render());
}
storage.changed = () => render();
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
    moved: position => { orders.position = position; },
    changed: entries => {
        parts.forEach(part => part.outdate(entries));
        orders.outdate(entries?.map(entry => entry.subject ?? entry.order));
    },
    news: () => refresh(),
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
    // Who was signed in. Where nothing can be kept, as in private windows of some browsers, the page says so.
    const last = await kept("me").catch(() => null);
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
    Object.assign(state, { me, problem: null, notice: null, linked: false, most: cardsAtOnce });
    stream.close();
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
    if (state.me === me) {
        stream.position = orders.position;
        await queue.load(me).catch(() => {}); // a phone that keeps nothing still shows and sends
    }
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
        stream.open(); // also without an answer, where it is known from where
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
        const isUnit = me.role === "unit";
        if (isUnit && !state.linked)
            await stream.ask(me.id);
        partsCame = Promise.allSettled(parts.map(part => part.fetch()));
        if (isUnit)
            await orders.fetchList();
        if (state.me !== me)
            return;
        answered();
        stream.open();
        if (isUnit)
            await orders.fetchDetails();
        if (state.me !== me)
            return;
        if (isUnit)
            acts.takeUp(show);
        const failed = (await partsCame).find(({ status }) => status === "rejected");
        if (failed)
            throw failed.reason;
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
        if (!(error instanceof Refusal) || error.foreign)
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
        const notice = state.notice ?? (storage.trouble && t(storage.trouble));
        const says = [state.problem, notice, currentLanguage()].join("\n");
        const form = document.querySelector(".sign-in");
        if (form?.dataset.says !== says) {
            const typed = ["name", "password"].map(id => $(id)?.value ?? "");
            $("view").replaceChildren(signIn({ submit: submitSignIn, problem: state.problem, notice, says }));
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
        place($("view"), orderDetail({
            ...item, detail: orders.details[item.order.id], noDetail: t(on ? "loading" : "reports_unread"), queue, now: now(),
            unkept: acts.unkept, troubles: storageTroubles(),
            act: name => acts.act(name, item), reply: supervision => acts.reply(supervision, item),
        }));
    } else {
        place($("view"), ...parts.flatMap(part => part.cards(now())), orderList({
            items: orders.items, most: state.most, more: showMore, isPart: orders.isPart, queue, now: now(), unkept: acts.unkept, open: show,
            troubles: [...linkTroubles(on), ...storageTroubles()],
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

function storageTroubles() {
    return storage.trouble ? [{ id: "storage", words: t(storage.trouble) }] : [];
}

function linkTroubles(on) {
    const troubles = [];
    if (!on && orders.fetched)
        troubles.push({ id: "stale", words: t("stale", { t: clock(orders.fetched) }) });
    if (on && state.barred)
        troubles.push({ id: "barred", words: state.barred });
    if (!state.hasShelf)
        troubles.push({ id: "shelf", words: t("no_shelf") });
    return troubles;
}

function showMore() {
    const next = state.most;
    state.most += cardsAtOnce;
    render();
    document.querySelectorAll(".order")[next]?.focus({ preventScroll: true });
}

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
    orders.outdateList();
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
        orders.outdateList();
        refresh();
    }
});
setInterval(() => countDown(now()), 5000);
// When the stream is down, asking now and then what it would have told is the way. The list is asked for
// seldom, to be sure. Before the hub has said whose session it is nothing is sent, and it may have been
// asked in vain. Who is no unit has no stream and little to ask for.
setInterval(() => {
    const { me } = state;
    if (!me)
        return;
    const isUnit = me.role === "unit", isTime = isUnit && Date.now() - orders.listed > sureAfter;
    if (state.linked && queue.confirmed && !isTime)
        return;
    if (isTime)
        orders.outdateList();
    if (isTime || !isUnit)
        parts.forEach(part => part.outdate());
    refresh();
}, 15000);

keepOnShelf(is => {
    state.hasShelf = is;
    render();
});
start();
