// A lane of the outbox: does its round of work, in one page of the browser at a time, and comes back
// for what had to wait with growing patience.
//
// A page that the phone has frozen keeps the lock of its round and does nothing with it. So a page that
// waits for the lock asks which page has it, and takes it from one that does not answer. The frozen page may
// wake in the middle of its round: it then ends the round after what it is at, and what both pages have
// sent went under one key (queue.js), for which the hub carries it out once.

const shortest = 2000, longest = 30000;
/// A lock's holder is asked this often, and has lost it when this many questions were not answered. Each
/// has a whole turn of the timer for its answer, for a page in the background is given few turns.
const between = 2500, unansweredMost = 4;

export class Lane {
    /// `round(still)` does what there is to do and says whether something of it has to wait; `still()` is
    /// false when the lock was taken from it. A round that throws has to wait as a whole. `name` is the
    /// lane's among all pages of ours; `asksEvery` ms the holder of the lock is asked.
    constructor(name, round, asksEvery = between) {
        Object.assign(this, { name, round, asksEvery });
        this.patience = shortest;
        this.running = false;
        this.again = false;
        this.holding = false;
        this.answered = () => {};
        if (!window.BroadcastChannel)
            return;
        this.channel = new BroadcastChannel(name);
        this.channel.onmessage = ({ data }) => {
            if (data === "here")
                this.answered();
            else if (this.holding)
                this.channel.postMessage("here");
        };
    }

    /// Now, whoever asks; that says nothing of the network, so the patience stays as it is. While a round
    /// is under way, which may have passed by what is new, also once more after it.
    kick() {
        clearTimeout(this.timer);
        this.again = true;
        if (!this.running)
            this.run();
    }

    /// No further round until the next kick; one that is under way asks its owner.
    stop() {
        clearTimeout(this.timer);
        this.again = false;
    }

    async run() {
        this.running = true;
        let waits = false;
        while (this.again) {
            this.again = false;
            try {
                waits = await this.alone();
            } catch (error) {
                console.error(error); // the phone's storage, or a mistake of ours
                waits = true;
            }
        }
        this.running = false;
        if (!waits) {
            this.patience = shortest;
            return;
        }
        this.timer = setTimeout(() => {
            this.patience = Math.min(this.patience * 2, longest);
            this.kick();
        }, this.patience);
    }

    async alone() {
        if (!navigator.locks)
            return this.round(() => true);
        const waiting = new AbortController();
        const begun = this.askHolder(() => waiting.abort());
        try {
            return await this.locked({ signal: waiting.signal }, begun);
        } catch (error) {
            if (!waiting.signal.aborted)
                throw error;
        }
        return this.locked({ steal: true });
    }

    /// A round under the lock. When another page takes the lock, what is under way here comes to its end,
    /// and there may be more to do.
    async locked(how, begun = () => {}) {
        let still = true, round = null;
        try {
            return await navigator.locks.request(this.name, how, () => {
                begun();
                this.holding = true;
                this.channel?.postMessage("here"); // to whom the last holder owes an answer
                return round = this.round(() => still);
            });
        } catch (error) {
            if (!round || error.name !== "AbortError")
                throw error;
            still = this.holding = false;
            await round;
            return true;
        } finally {
            begun();
            this.holding = false;
        }
    }

    /// Asks the page that has the lock for a sign of life, and calls `deaf` when none has come for long.
    /// What it returns ends the asking.
    askHolder(deaf) {
        if (!this.channel)
            return () => {};
        let unanswered = 0;
        this.answered = () => { unanswered = 0; };
        const ask = () => {
            if (unanswered++ < unansweredMost)
                return this.channel.postMessage("who");
            end();
            deaf();
        };
        const asking = setInterval(ask, this.asksEvery);
        const end = () => clearInterval(asking);
        ask();
        return end;
    }
}
