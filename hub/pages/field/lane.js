// A lane of the outbox: does its round of work, in one page of the browser at a time, and comes back
// for what had to wait with growing patience.

const shortest = 2000, longest = 30000;

export class Lane {
    /// `round` does what there is to do and says whether something of it has to wait; a round that
    /// throws has to wait as a whole. `name` is the lane's among all pages of ours.
    constructor(name, round) {
        Object.assign(this, { name, round });
        this.patience = shortest;
        this.running = false;
        this.again = false;
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
        return navigator.locks ? navigator.locks.request(this.name, () => this.round()) : this.round();
    }
}
