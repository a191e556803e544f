// Somebody takes part in a room: own devices, the way to the media server, and what is seen of it.
import { Media } from "./media.js";
import { Room } from "./room.js";
import { RoomView } from "./view.js";
import { w } from "./words.js";

/// A question of the browser that nobody answers does not keep one out.
const longestQuestion = 15000;
const lookEvery = 400;
/// Quieter than this is nobody's word, and who has spoken stays large for so long.
const loudness = 0.02, stays = 2500;

export class Meeting {
    /// `self`: the own member's id. `enter` tells the hub that one comes; `ticket` asks for one; `left` is called
    /// when the person leaves, `over(error)` when the hub ends it. `media`: devices that are open already.
    constructor({ title, self, enter, ticket, left, over, media }) {
        Object.assign(this, { self, enter, left, over });
        this.members = [];
        this.chair = "";
        this.loud = null;
        this.trouble = null;
        this.media = media ?? new Media({ changed: () => {} });
        this.media.changed = () => this.show();
        this.view = new RoomView({
            title, acts: {
                mute: () => this.media.mute(!this.media.isMuted),
                dark: () => this.media.darken(!this.media.isDark),
                turn: () => this.turn(),
                again: () => this.again(),
                leave: () => this.leave(),
            },
        });
        this.room = new Room({
            ticket: async () => {
                try {
                    const given = await ticket();
                    this.trouble = null;
                    return given;
                } catch (error) {
                    this.trouble = error.problem?.field === "media" ? w("media_away") : null;
                    this.show();
                    throw error;
                }
            },
            media: this.media,
            changed: () => this.show(),
            over: error => this.end(error),
        });
        this.ears = setInterval(() => this.listen(), lookEvery);
        this.awake = () => document.visibilityState === "visible" && this.keepAwake();
        document.addEventListener("visibilitychange", this.awake);
        this.show();
    }

    async start() {
        this.keepAwake();
        const opened = this.media.open();
        try {
            await this.enter?.();
        } catch (error) {
            return this.end(error);
        }
        let isLate = false;
        await Promise.race([opened, new Promise(resolve => setTimeout(resolve, longestQuestion))
            .then(() => { isLate = true; })]);
        if (isLate)
            opened.then(() => this.isOver || this.room.renew());
        if (!this.isOver)
            await this.room.connect();
    }

    /// Who is in, as the hub says: [{id, name, guest}].
    know(members, chair) {
        Object.assign(this, { members, chair });
        this.show();
    }

    show() {
        if (this.isOver)
            return;
        const { media, members, self, chair, trouble } = this;
        const peers = [...this.room?.peers.values() ?? []];
        this.view.show({
            phase: this.room?.phase ?? "connecting", media, members, self, chair, trouble, peers,
            loud: this.loud?.feed ?? null,
        });
    }

    /// Who speaks becomes large; a word here and there changes nothing.
    listen() {
        const now = Date.now();
        let loudest = null, most = loudness;
        for (const peer of this.room.peers.values()) {
            const level = Room.level(peer);
            if (level > most)
                [loudest, most] = [peer, level];
        }
        if (!loudest)
            return;
        if (this.loud && this.loud.feed !== loudest.feed && now - this.loud.at < stays && this.room.peers.has(this.loud.feed))
            return;
        const isOther = this.loud?.feed !== loudest.feed;
        this.loud = { feed: loudest.feed, at: now };
        if (isOther)
            this.show();
    }

    async turn() {
        await this.media.turn();
        await this.room.showCamera();
    }

    async again() {
        const before = [this.media.audio, this.media.video];
        await this.media.open();
        if (this.media.audio !== before[0] || this.media.video !== before[1])
            this.room.renew();
    }

    keepAwake() {
        navigator.wakeLock?.request("screen").then(lock => {
            if (this.isOver)
                return lock.release();
            this.lock = lock;
        }, () => {});
    }

    leave() {
        this.end(null);
    }

    /// `error`: why, or null where the person leaves, or undefined where the page knows why.
    end(error) {
        if (this.isOver)
            return;
        this.isOver = true;
        clearInterval(this.ears);
        document.removeEventListener("visibilitychange", this.awake);
        this.lock?.release().catch(() => {});
        this.room.leave();
        this.media.close();
        this.view.close();
        if (error === null)
            this.left();
        else if (error)
            this.over(error);
    }
}
