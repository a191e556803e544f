// Walls: making one out of equal screens, and the code by which its machine signs in.
import { el } from "/field/el.js";
import { call } from "/field/hub.js";
import { newId } from "/field/id.js";
import { clock, currentLanguage, fill } from "/field/text.js";
import { showSecret } from "./secret.js";
import { w as shared } from "./words.js";

const zh = {
    walls: "大屏", new_wall: "新建大屏", name: "大屏名称", screens: "{n} 块屏", screen_size: "每块屏的像素（宽 × 高）",
    arrangement: "横排 × 竖排", gap: "屏间拼缝（像素）", scale: "字号放大（%），观看距离四米以上建议 160 至 240", remove: "删除",
    hint: "大屏终端凭一次性代码登录，只看不操作；在大屏主机上运行 chengyun --wall 名称 --url {url} --code 代码。",
    code: "终端代码", new_code: "更换终端代码", revoke: "撤销终端", in_use: "终端已启用", not_in_use: "尚无终端",
    code_until: "有效至 {t}，只能使用一次；此大屏原有终端的登录已失效。", made: "已新建 {n}。", removed: "已删除 {n}，其终端已退出。",
    saved: "已保存 {n}。", revoked: "{n} 的终端已撤销，屏幕随即变暗。", sure_remove: "删除 {n} 及其全部布局预设？其终端将退出。",
    sure_code: "{n} 正在使用的终端将退出，须用新代码重新登录。继续？", sure_revoke: "撤销 {n} 的终端？屏幕随即变暗。",
    none: "还没有大屏。", no_room: "大屏数量已达上限。", changed_since: "其他人已改动，请刷新后再试。", has_device: "请先撤销终端，再改可见范围。",
};
const en = {
    walls: "Walls", new_wall: "New wall", name: "Name of the wall", screens: "{n} screens", screen_size: "Pixels of each screen (width × height)",
    arrangement: "Screens across × down", gap: "Gap of the bezels (pixels)", scale: "Enlargement of texts (%); 160 to 240 for four metres and more", remove: "Remove",
    hint: "The machine of a wall signs in by a one-time code; it looks and changes nothing. Run there: chengyun --wall NAME --url {url} --code CODE.",
    code: "Device code", new_code: "New device code", revoke: "Revoke the device", in_use: "Device in use", not_in_use: "No device yet",
    code_until: "Works once, until {t}; the device that this wall had is signed out.", made: "{n} has been made.", removed: "{n} has been removed; its device is signed out.",
    saved: "{n} has been saved.", revoked: "The device of {n} is revoked: its screens go dark.", sure_remove: "Remove {n} with all its presets? Its device is signed out.",
    sure_code: "The device of {n} is signed out and needs the new code. Go on?", sure_revoke: "Revoke the device of {n}? Its screens go dark.",
    none: "There is no wall yet.", no_room: "The hall has as many walls as it may.", changed_since: "Somebody else has changed it: load the page again.", has_device: "Revoke its device before you change the scope.",
};
const w = (key, values = {}) => fill((currentLanguage() === "zh" ? zh : en)[key] ?? key, values);
const known = () => ({ "no_room ": w("no_room"), "conflict version": w("changed_since"), "wrong_state area": w("has_device") });

export function wallsSection({ me, attempt, toast }) {
    let areas = new Map(), devices = new Set();
    const may_bind = me.role === "admin";
    const list = el("ul", { class: "units" });
    const note = el("p", { class: "quiet" });
    const problem = el("p", { class: "problem", role: "alert", hidden: true });
    const say = words => {
        problem.textContent = words;
        problem.hidden = false;
    };
    const act = async (method, path, said, body) => {
        problem.hidden = true;
        if (await attempt(() => call(method, path, { as: me.id, body, key: newId(), mark: "seq" }), say, known())) {
            toast(said);
            await load();
        }
    };

    async function load() {
        const [walls, all, accounts] = await attempt(() => Promise.all([
            call("GET", "/walls", { as: me.id, mark: "items" }), call("GET", "/areas", { as: me.id }),
            may_bind ? call("GET", "/accounts", { as: me.id }) : { items: [] }]), say) ?? [];
        if (!walls)
            return;
        areas = new Map(all.items.map(area => [area.code, area.name]));
        devices = new Set(accounts.items.filter(account => account.role === "wall" && !account.disabled).map(account => account.name));
        note.textContent = walls.items.length ? "" : w("none");
        list.replaceChildren(...walls.items.sort((a, b) => a.name.localeCompare(b.name)).map(row));
    }

    function row(wall) {
        const shown = el("div", { class: "link", hidden: true });
        const bound = devices.has("wall." + wall.id);
        const path = "/walls/" + encodeURIComponent(wall.id);
        const button = (name, words, onclick) => el("button", { class: "second small", "data-wall-act": name, "aria-label": `${words} · ${wall.name}`, onclick }, words);
        const code = async ({ currentTarget: pressed }) => {
            if (bound && !confirm(w("sure_code", { n: wall.name })))
                return;
            pressed.disabled = true; // of two codes the first is dead, and may be the last to arrive
            const made = await attempt(() => call("POST", path + "/device", { as: me.id, mark: "code" }), say);
            pressed.disabled = false;
            if (!made)
                return;
            problem.hidden = true;
            showSecret(shown, { secret: made.code, name: w("code"), note: w("code_until", { t: clock(made.expires) }), toast });
        };
        const about = [areas.get(wall.area) ?? (wall.area || shared("everything")), w("screens", { n: wall.screens.length }), `${wall.scale_percent}%`];
        if (may_bind)
            about.push(w(bound ? "in_use" : "not_in_use"));
        return el("li", { "data-wall": wall.name },
            el("div", { class: "row tools" },
                el("div", { class: "grow" }, el("strong", {}, wall.name), el("div", { class: "quiet" }, about.join(" · "))),
                may_bind ? button("code", w(bound ? "new_code" : "code"), code) : null,
                may_bind && bound ? button("revoke", w("revoke"), () => confirm(w("sure_revoke", { n: wall.name })) && act("DELETE", path + "/device", w("revoked", { n: wall.name }))) : null,
                button("edit", shared("edit"), () => open(wall)),
                button("remove", w("remove"), () => confirm(w("sure_remove", { n: wall.name })) && act("DELETE", path, w("removed", { n: wall.name })))),
            shown);
    }

    function open(wall) {
        const form = wallForm({ wall, areas, me, attempt, done: async said => {
            toast(said);
            await load();
        } });
        document.body.append(form);
        form.showModal();
    }

    load();
    return el("section", { id: "walls" },
        el("div", { class: "row tools" }, el("h1", { class: "grow" }, w("walls")),
            el("button", { class: "main small", id: "new-wall", onclick: () => open(null) }, w("new_wall"))),
        el("p", { class: "hint" }, w("hint", { url: location.origin })), problem, list, note);
}

/// Equal screens side by side and one below another, with the same gap between all of them; named by number.
function arranged({ across, down, width, height, gap }) {
    return Array.from({ length: across * down }, (_, i) => ({
        name: String(i + 1), x: (i % across) * (width + gap), y: Math.floor(i / across) * (height + gap), width, height,
    }));
}

/// Makes a wall, or changes name, scope and scale of `wall`, whose screens stay as they hang.
function wallForm({ wall, areas, me, attempt, done }) {
    const number = (id, value, min, max) => el("input", { id, type: "number", required: true, value, min, max });
    const name = el("input", { id: "w-name", autofocus: true, required: true, maxlength: 100, autocomplete: "off", value: wall?.name ?? "" });
    const area = el("input", { id: "w-area", list: "w-area-list", autocomplete: "off", placeholder: shared("everything"), value: wall?.area ?? "" });
    const scale = number("w-scale", wall?.scale_percent ?? 200, 100, 300);
    const across = number("w-across", 2, 1, 16), down = number("w-down", 1, 1, 16), gap = number("w-gap", 0, 0, 1000);
    const width = number("w-width", 1920, 320, 16384), height = number("w-height", 1080, 240, 16384);
    const problem = el("p", { class: "problem", role: "alert", hidden: true });
    const say = words => {
        problem.textContent = words;
        problem.hidden = false;
    };
    const id = wall?.id ?? newId();
    let key = null, sent = null; // the same again goes under the same key
    const submit = async event => {
        event.preventDefault();
        problem.hidden = true;
        const code = area.value.trim();
        if (code && code !== wall?.area && !areas.has(code))
            return say(shared("area_unknown", { c: code }));
        const body = {
            id, name: name.value.trim(), area: code, scale_percent: Number(scale.value), version: wall?.version ?? 0,
            screens: wall?.screens ?? arranged({
                across: Number(across.value), down: Number(down.value), gap: Number(gap.value), width: Number(width.value), height: Number(height.value),
            }),
        };
        const text = JSON.stringify(body);
        if (text !== sent)
            [key, sent] = [newId(), text];
        const button = dialog.querySelector("#w-save");
        button.disabled = true;
        const answer = await attempt(() => call("PUT", "/walls/" + id, { as: me.id, body, key, mark: "seq" }), say, known());
        button.disabled = false;
        if (!answer)
            return;
        dialog.close();
        await done(w(wall ? "saved" : "made", { n: body.name }));
    };
    const pair = (words, first, second) => el("label", {}, el("span", {}, words), el("div", { class: "row" }, first, "×", second));
    const dialog = el("dialog", { class: "sheet", "aria-labelledby": "wall-form-title", onclose: () => dialog.remove() },
        el("form", { id: "wall-form", onsubmit: submit },
            el("h2", { id: "wall-form-title" }, wall ? `${shared("edit")} ${wall.name}` : w("new_wall")),
            el("label", {}, el("span", {}, w("name")), name),
            el("label", {}, el("span", {}, shared("area") + " · " + shared("area_hint")), area,
                el("datalist", { id: "w-area-list" }, [...areas].map(([code, title]) => el("option", { value: code }, title)))),
            el("label", {}, el("span", {}, w("scale")), scale),
            ...(wall ? [] : [pair(w("arrangement"), across, down), pair(w("screen_size"), width, height),
                el("label", {}, el("span", {}, w("gap")), gap)]),
            problem,
            el("div", { class: "row acts" },
                el("button", { type: "button", class: "second", onclick: () => dialog.close() }, shared("cancel")),
                el("button", { class: "main", id: "w-save" }, shared("save")))));
    return dialog;
}
