// A room on a phone: who speaks is large, the others stand in a strip below. A tile is an element that
// stays while its picture lasts: one that is made anew goes dark for a moment.
import { el, place } from "../el.js";
import { shown } from "../seen.js";
import { icon } from "./icons.js";
import { w } from "./words.js";

const why = { refused: "why_refused", none: "why_none", busy: "why_busy", insecure: "why_insecure" };

/// The letter that stands for somebody without a picture.
const initial = name => [...shown(name)][0] ?? "·";

export class RoomView {
    /// `acts`: {mute, dark, turn, leave, again}, each without arguments.
    constructor({ title, acts }) {
        this.acts = acts;
        this.tiles = new Map(); // by key: {frame, video, name, letter}
        this.head = el("div", { class: "grow" });
        this.notes = el("div", { class: "notes", role: "status" });
        this.strip = el("div", { class: "strip" });
        this.hint = el("div", { class: "alone" });
        this.stage = el("div", { class: "stage" }, this.hint, this.strip);
        this.controls = el("nav", { class: "controls" });
        this.element = el("dialog", { class: "consult-room", "aria-label": title, oncancel: event => event.preventDefault() },
            el("header", {}, this.head), this.notes, this.stage, this.controls);
        this.title = title;
        this.element.addEventListener("click", () => this.play());
        document.body.append(this.element);
        this.element.showModal();
    }

    close() {
        for (const { video } of this.tiles.values())
            video.srcObject = null;
        this.element.close();
        this.element.remove();
    }

    /// A browser that starts nothing by itself does so when it is tapped.
    play() {
        for (const { video } of this.tiles.values())
            if (video.srcObject && video.paused)
                video.play().catch(() => {});
    }

    /// state: {phase, media, peers: [{feed, member, stream}], members: [{id, name, guest}], self, chair, loud}
    show(state) {
        const { phase, media, members, self, chair } = state;
        this.element.dataset.phase = phase;
        const named = id => members.find(member => member.id === id);
        place(this.head, el("strong", {}, this.title), el("span", { class: "quiet" },
            [w("people", { n: members.length }), named(chair) && `${w("chair")} ${shown(named(chair).name)}`].filter(Boolean).join(" · ")));
        this.showNotes(state);
        const others = state.peers.map(({ feed, member, stream }) => ({
            key: feed, stream, name: named(member)?.name ?? "", tags: [member === chair && "chair", named(member)?.guest && "guest"],
            isDark: !stream.getVideoTracks().length,
        }));
        // Who is in and sends nothing, or nothing yet.
        for (const member of members)
            if (member.id !== self && !state.peers.some(peer => peer.member === member.id))
                others.push({ key: member.id, name: member.name, tags: [member.id === chair && "chair", member.guest && "guest"], isDark: true });
        const own = {
            key: "own", stream: media.stream, name: w("you"), tags: [self === chair && "chair"], isOwn: true,
            isDark: !media.video || media.isDark, isMirrored: media.facing === "user",
        };
        const all = [...others, own];
        const large = all.find(({ key }) => key === state.loud) ?? all[0];
        this.showTiles(all, large.key);
        place(this.hint, ...(others.length || phase !== "in" ? [] : [el("strong", {}, w("alone")), el("span", {}, w("alone_hint"))]));
        this.element.dataset.people = String(all.length);
        this.showControls(media);
    }

    showNotes({ phase, media, trouble }) {
        const { audio, video } = media.missing;
        const missing = audio && video ? "no_both" : video ? "no_video" : audio ? "no_audio" : null;
        place(this.notes, ...[
            phase === "connecting" || phase === "lost"
                ? el("p", { class: "note busy" }, el("span", { class: "turning" }), trouble ?? w(phase)) : null,
            missing ? el("p", { class: "note", "data-missing": missing },
                el("span", { class: "grow" }, w(missing) + " " + w(why[video ?? audio])),
                el("button", { class: "second small", id: "consult-again", onclick: () => this.acts.again() }, w("again"))) : null,
        ].filter(Boolean));
    }

    showTiles(all, large) {
        for (const [key, { frame, video }] of this.tiles)
            if (!all.some(each => each.key === key)) {
                video.srcObject = null;
                frame.remove();
                this.tiles.delete(key);
            }
        for (const each of all) {
            const tile = this.tiles.get(each.key) ?? this.addTile(each);
            if (tile.video.srcObject !== (each.stream ?? null)) {
                tile.video.srcObject = each.stream ?? null;
                tile.video.play().catch(() => {});
            }
            tile.frame.className = ["tile", each.key === large && "large", each.isDark && "dark", each.isMirrored && "mirrored", each.isOwn && "own"].filter(Boolean).join(" ");
            tile.letter.textContent = initial(each.name);
            place(tile.name, el("span", {}, each.name), ...each.tags.filter(Boolean).map(tag => el("i", {}, w(tag))));
        }
        this.stage.classList.toggle("has-strip", all.length > 1);
    }

    addTile({ key, isOwn }) {
        const video = el("video", { autoplay: true, playsinline: true, muted: Boolean(isOwn) });
        video.muted = Boolean(isOwn); // the attribute alone does not, once the page runs
        const letter = el("span", { class: "letter", "aria-hidden": "true" });
        const name = el("div", { class: "name" });
        const frame = el("div", { "data-tile": isOwn ? "own" : key.split(".")[0] }, video, letter, name);
        this.strip.append(frame);
        const tile = { frame, video, letter, name };
        this.tiles.set(key, tile);
        return tile;
    }

    showControls(media) {
        const button = (act, sign, words, state = {}) => {
            const made = el("button", { class: "round " + (state.kind ?? ""), "data-consult": act, "aria-pressed": state.pressed, disabled: state.disabled, onclick: () => this.acts[act]() },
                el("span", { class: "sign" }), el("span", { class: "label" }, words));
            made.firstChild.append(icon(sign));
            return made;
        };
        place(this.controls,
            button("mute", media.isMuted || !media.audio ? "mic_off" : "mic", w(media.isMuted ? "unmute" : "mute"),
                { pressed: String(media.isMuted), kind: media.isMuted ? "off" : "", disabled: !media.audio }),
            button("dark", media.isDark || !media.video ? "camera_off" : "camera", w(media.isDark ? "light" : "dark"),
                { pressed: String(media.isDark), kind: media.isDark ? "off" : "", disabled: !media.video }),
            button("turn", "turn", w("turn"), { disabled: !media.video || !media.hasOther }),
            button("leave", "end", w("leave"), { kind: "danger" }));
    }
}
