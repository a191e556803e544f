// A call stands above everything, shakes the phone and sounds, until it is answered.
import { el } from "../el.js";
import { icon } from "./icons.js";
import { w } from "./words.js";

/// How long it is heard; it is seen until somebody answers.
const heardFor = 60000, every = 2400;

export class Ring {
    /// `call`: {id, title, caller, others}. `accept`, `decline` and `dismiss` end it.
    constructor(call, { accept, decline, dismiss }) {
        this.id = call.id;
        const answer = act => () => {
            this.stop();
            act();
        };
        const big = (name, sign, words, act) => {
            const made = el("button", { class: "answer " + name, "data-ring": name, onclick: answer(act) }, el("span", { class: "sign" }), el("span", {}, words));
            made.firstChild.append(icon(sign));
            return made;
        };
        const pulse = el("div", { class: "pulse", "aria-hidden": "true" });
        pulse.append(icon("camera"));
        this.element = el("dialog", { class: "ringing", id: "ring", role: "alertdialog", "aria-label": call.title, "data-call": call.id, oncancel: event => event.preventDefault() },
            pulse, el("p", { class: "quiet" }, call.caller ? w("calls", { n: call.caller }) : w("calls_nobody")),
            el("h1", {}, call.title), call.others ? el("p", { class: "quiet" }, w("also", { n: call.others })) : null,
            el("div", { class: "answers" }, big("decline", "end", w("decline"), decline), big("accept", "call", w("accept"), accept)),
            el("button", { class: "later", "data-ring": "dismiss", onclick: answer(dismiss) }, w("dismiss")));
        document.body.append(this.element);
        this.element.showModal(); // over a sheet that is open, too
        this.beat();
        this.beating = setInterval(() => this.beat(), every);
        this.ending = setTimeout(() => this.hush(), heardFor);
    }

    beat() {
        navigator.vibrate?.([500, 250, 500]);
        this.sound();
    }

    /// A browser lets a page sound only when somebody has touched it before.
    sound() {
        try {
            this.audio ??= new AudioContext();
            this.audio.resume().catch(() => {});
            for (const [at, pitch] of [[0, 660], [0.22, 880], [0.6, 660], [0.82, 880]]) {
                const tone = this.audio.createOscillator(), gain = this.audio.createGain();
                const begin = this.audio.currentTime + at;
                tone.frequency.value = pitch;
                gain.gain.setValueAtTime(0, begin);
                gain.gain.linearRampToValueAtTime(0.25, begin + 0.02);
                gain.gain.exponentialRampToValueAtTime(0.001, begin + 0.2);
                tone.connect(gain).connect(this.audio.destination);
                tone.start(begin);
                tone.stop(begin + 0.22);
            }
        } catch {
            // without sound it is seen and felt
        }
    }

    hush() {
        clearInterval(this.beating);
        clearTimeout(this.ending);
        navigator.vibrate?.(0);
        this.audio?.close().catch(() => {});
        this.audio = null;
    }

    stop() {
        this.hush();
        this.element.close();
        this.element.remove();
    }
}
