// Entries of the journal in words. An entry holds what it changed; what else its words name (an order's
// title under an alarm, the person of a shift) is asked of the hub, once each.
import { call } from "/field/hub.js";
import { isolated } from "/field/seen.js";
import { kindWords } from "./kinds.js";
import { w } from "./words.js";

const dayLong = 24 * 3600 * 1000;

/// What the hub says of the things that entries are about. Null where this account may not see them, or
/// they are not there any more: then the words do without.
export class Things {
    constructor(account) {
        this.account = account;
        this.answers = new Map();
    }

    ask(path) {
        if (!this.answers.has(path))
            this.answers.set(path, call("GET", path, { as: this.account }).catch(error => {
                if (error.kind !== "not_found")
                    this.answers.delete(path); // the hub was not heard: ask again for the next entry
                return null;
            }));
        return this.answers.get(path);
    }

    order = async id => id && (await this.ask("/orders/" + encodeURIComponent(id)))?.order;
    unit = async id => (await this.ask("/units/" + encodeURIComponent(id)))?.name;
    sheet = async id => (await this.ask("/duty/handovers/" + encodeURIComponent(id)))?.handovers?.[0];

    /// A shift about the time `at`.
    async shift(id, at) {
        const day = Math.floor(at / dayLong) * dayLong;
        return (await this.ask(`/duty/roster?from=${day - 3 * dayLong}&to=${day + 2 * dayLong}`))?.shifts?.find(shift => shift.id === id);
    }

    /// Of a person or post of the rota, by the entries about it.
    async name(id) {
        const page = id && await this.ask("/timeline?subject=" + encodeURIComponent(id));
        return (page?.items ?? []).map(({ body }) => [...body.duty_people ?? [], ...body.duty_posts ?? []].find(one => one.id === id)?.name)
            .filter(Boolean).at(-1);
    }
}

/// The value that the entry is about, of one list of those that it changed.
const valueOf = (entry, list) => entry.body[list]?.find(({ id }) => id === entry.id) ?? entry.body[list]?.[0];

const joined = parts => parts.filter(Boolean).map(part => isolated(part)).join(" · ");

const ofOrder = order => order && [w("order_number", { n: order.number }), order.title];

async function ofShift(shift, things, clock) {
    if (!shift)
        return [];
    const [person, post] = await Promise.all([things.name(shift.person), things.name(shift.post)]);
    return [person, post, clock.moment(shift.start)];
}

async function ofSheet(sheet, things) {
    return sheet ? [await things.name(sheet.post)] : [];
}

/// What an alarm is about: its id names it.
async function ofAlarm(entry, things, clock) {
    const [subject, id, kind] = entry.id.split("/");
    const about = subject === "order" ? ofOrder(await things.order(id))
        : subject === "shift" ? await ofShift(await things.shift(id, valueOf(entry, "alarms")?.raised ?? entry.time), things, clock)
            : await ofSheet(await things.sheet(id), things);
    return [w("alarm_" + kind), ...about ?? []];
}

async function ofAssignment(entry, things) {
    const moved = entry.kind === "assignment.reassigned" && entry.body.assignments?.find(one => one.reassigned_from === entry.id);
    const all = entry.body.assignments?.length ?? 0;
    const one = valueOf(entry, "assignments")?.unit_name;
    const unit = entry.kind === "order.issued" && all > 1 ? w("units_and_more", { u: one, n: all, more: all - 1 }) : one;
    const order = valueOf(entry, "orders") ?? await things.order(entry.subject || entry.order);
    return [moved ? `${unit} → ${moved.unit_name}` : unit, ...ofOrder(order) ?? []];
}

const counts = note => joined(["inserted", "updated", "unchanged", "removed"].filter(key => note[key]).map(key => w("rows_" + key, { n: note[key] })));

/// How what an entry is about is called, by what stands before the dot of its kind.
const abouts = {
    alarm: ofAlarm,
    order: ofAssignment,
    assignment: ofAssignment,
    supervision: ofAssignment,
    timer: ofAssignment,
    resource: async entry => [valueOf(entry, "resources")?.name ?? entry.body.note?.name],
    resources: async ({ body }) => [body.note?.source],
    areas: async ({ body }) => [body.note?.source],
    linkage: async ({ body }) => [body.note?.title, body.note?.rule, body.note?.wall],
    unit: async (entry, things) => [valueOf(entry, "units")?.name ?? await things.unit(entry.id)],
    account: async ({ body }) => [body.note?.display_name, body.note?.name],
    session: async ({ body, actor_name }) => [body.note?.name === actor_name ? null : body.note?.name, body.note?.address],
    policy: async ({ id }) => [w(id)],
    duty: async ({ body }) => body.duty ? [body.duty.commander && w("commander_is", { n: body.duty.commander }), body.duty.shift_leader && w("shift_leader_is", { n: body.duty.shift_leader })]
        : [(body.duty_posts ?? body.duty_people ?? body.duty_patterns)?.[0]?.name ?? body.holiday_years?.[0]?.year],
    mode: async ({ body }) => [body.duty && w("mode_" + body.duty.mode)],
    shift: async (entry, things, clock) => entry.kind === "shift.planned" && entry.body.shifts?.length !== 1
        ? [w("shifts", { n: entry.body.shifts?.length ?? 0 })]
        : ofShift(valueOf(entry, "shifts") ?? await things.shift(entry.id, entry.time), things, clock),
    exchange: async (entry, things) => {
        const { person, other } = valueOf(entry, "shift_exchanges") ?? {};
        return [(await Promise.all([things.name(person), things.name(other)])).filter(Boolean).join(" → ")];
    },
    leave: async (entry, things, clock) => {
        const leave = valueOf(entry, "leaves");
        return leave ? [await things.name(leave.person), `${clock.moment(leave.start)} – ${clock.moment(leave.end)}`] : [];
    },
    handover: async (entry, things) => ofSheet(valueOf(entry, "handovers") ?? await things.sheet(entry.id), things),
    patrol: async ({ body }) => [body.note?.group, body.note?.camera],
    consult: async ({ body }) => [body.note?.title, body.note?.member],
    log: async entry => [w("log_" + valueOf(entry, "duty_log")?.kind)],
};

/// The words that somebody wrote, and what else is to be told.
function textOf(entry, clock) {
    const note = entry.body.note ?? {};
    const request = valueOf(entry, "shift_exchanges") ?? valueOf(entry, "leaves");
    const mark = valueOf(entry, "alarms");
    return joined([
        note.on_behalf && w("on_behalf"),
        entry.kind === "alarm.released" && w("released_" + note.why),
        mark?.until && w("until", { t: clock.moment(mark.until) }), mark?.reason,
        entry.kind === "order.issued" && valueOf(entry, "orders")?.text,
        entry.kind !== "assignment.reassigned" && entry.body.reports?.[0]?.text,
        note.text, entry.kind !== "session.closed" && note.reason,
        entry.kind === "supervision.replied" && valueOf(entry, "supervisions")?.reply,
        entry.kind === "supervision.closed" && valueOf(entry, "supervisions")?.outcome,
        entry.kind === "mode.switched" && entry.body.duty?.mode_reason,
        request && (request.answer || request.reason),
        valueOf(entry, "duty_log")?.text,
        counts(note),
        entry.kind === "account.changed" && [w("role_" + note.role), note.disabled === "true" && w("disabled"), note.password && w("password_changed")].filter(Boolean).join(" · "),
        entry.kind === "session.closed" && w("closed_" + note.reason),
    ]);
}

/// Who did it: the hub itself acts under two names of its own.
/// A guest gave the name himself.
export const actorWords = ({ actor, actor_name, body }) => (actor === "timer" || actor === "system" ? w("by_" + actor)
    : body?.note?.by === "guest" ? w("by_guest", { n: actor_name }) : actor_name);

/// {title, text} of an entry; times in them are by `clock`.
export async function entryWords(entry, things, clock) {
    const about = joined(await abouts[entry.kind.split(".")[0]]?.(entry, things, clock) ?? []);
    const kind = kindWords(entry.kind);
    return { title: about ? w("said_of", { k: kind, a: about }) : kind, text: textOf(entry, clock) };
}
