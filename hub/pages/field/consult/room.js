// Taking part in a room at the media server: one connection for what is published, one for all that is
// watched. What is lost is built anew, with a new ticket, until the hub says that it is over.
import { Refusal } from "../hub.js";
import { Janus, MediaRefusal } from "./janus.js";

const firstPause = 500, longestPause = 1500;
/// A connection that is only disturbed often mends itself.
const patience = 3000;
const noSuchFeed = 428;
const mostBits = 700000, mostFrames = 24;

/// The member whom a feed is of: hub/consult/tickets.h.
export const memberOf = feed => feed.split(".")[0];

export class Room {
    /// `ticket` asks the hub for one; `changed` is told that phase or peers have changed; `over(error)` that the
    /// hub lets nobody in any more.
    constructor({ ticket, media, changed, over }) {
        Object.assign(this, { ticket, media, changed, over });
        this.phase = "connecting"; // "in", "lost", "over"
        this.peers = new Map(); // by feed: {feed, member, stream, receiver}
        // The network is said to be back: what is disturbed is not waited for.
        this.online = () => {
            this.wake?.();
            if ([this.publishing, this.watching].some(each => each && each.connectionState !== "connected"))
                this.lost();
        };
        window.addEventListener("online", this.online);
    }

    /// Resolves when it is in, or over.
    async connect() {
        for (let pause = firstPause; this.phase !== "over"; pause = Math.min(pause + firstPause, longestPause)) {
            try {
                const ticket = await this.ticket();
                if (this.phase === "over")
                    return;
                await this.enter(ticket);
                if (this.phase === "over")
                    return;
                if (!this.janus.isOpen)
                    throw new Error("lost while it was built");
                return this.become("in");
            } catch (error) {
                this.drop();
                if (this.phase === "over")
                    return;
                if (error instanceof Refusal && !error.passing) {
                    this.leave();
                    return this.over(error);
                }
            }
            await new Promise(resolve => {
                this.wake = resolve;
                setTimeout(resolve, pause);
            });
        }
    }

    become(phase) {
        this.phase = phase;
        this.changed();
    }

    /// The way to the media server is gone.
    lost() {
        if (this.phase !== "in")
            return;
        this.drop();
        this.become("lost");
        this.connect();
    }

    /// Devices have changed: what is published is built anew.
    renew() {
        this.lost();
    }

    leave() {
        this.phase = "over";
        window.removeEventListener("online", this.online);
        this.wake?.();
        this.drop();
    }

    drop() {
        clearTimeout(this.disturbed);
        this.janus?.close();
        this.publishing?.close();
        this.watching?.close();
        this.janus = this.publishing = this.watching = this.watcher = null;
        this.videoSender = null;
        this.work = Promise.resolve();
        this.mids = new Map();
        this.peers.clear();
    }

    async enter({ url, room, token, feed }) {
        this.drop();
        const janus = new Janus({ url, token, closed: () => this.failed(janus) });
        this.janus = janus;
        this.room = room;
        await janus.open();
        const publisher = await janus.attach({
            event: data => this.hear(data),
            hungUp: () => this.failed(janus),
        });
        const { data } = await publisher.message({ request: "join", ptype: "publisher", room, id: feed, token });
        this.own = feed;
        this.privateId = data.private_id;
        await this.publish(publisher);
        this.watch(data.publishers ?? []);
    }

    /// Something of `janus` has failed: what is being built fails by itself, what stood is built anew.
    failed(janus) {
        if (this.janus !== janus)
            return;
        if (this.phase === "in")
            this.lost();
        else
            janus.close();
    }

    connection() {
        const made = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
        made.onconnectionstatechange = () => {
            if (made !== this.publishing && made !== this.watching)
                return;
            clearTimeout(this.disturbed);
            if (made.connectionState === "failed")
                this.lost();
            else if (made.connectionState === "disconnected")
                this.disturbed = setTimeout(() => this.lost(), patience);
        };
        return made;
    }

    async publish(publisher) {
        const { audio, video } = this.media;
        if (!audio && !video)
            return; // takes part all the same
        const connection = this.publishing = this.connection();
        publisher.trickle(connection);
        if (audio)
            connection.addTransceiver(audio, { direction: "sendonly" });
        if (video) {
            const sends = connection.addTransceiver(video, {
                direction: "sendonly", sendEncodings: [{ maxBitrate: mostBits, maxFramerate: mostFrames }],
            });
            this.videoSender = sends.sender;
            preferH264(sends);
        }
        await connection.setLocalDescription(await connection.createOffer());
        const { jsep } = await publisher.message({ request: "publish" }, plain(connection.localDescription));
        await connection.setRemoteDescription(jsep);
    }

    /// Another camera takes the place of the one before.
    async showCamera() {
        await this.videoSender?.replaceTrack(this.media.video);
    }

    /// What the room tells.
    hear(data) {
        if (data.videoroom === "destroyed" || data.leaving === "ok")
            return this.lost(); // the hub says whether it is over
        if (data.publishers)
            this.watch(data.publishers);
        for (const feed of [data.unpublished, data.leaving, data.kicked])
            if (feed && feed !== "ok" && this.peers.delete(feed))
                this.changed();
    }

    watch(publishers) {
        const feeds = publishers.map(({ id }) => id).filter(id => id !== this.own && !this.peers.has(id));
        for (const feed of feeds)
            this.peers.set(feed, { feed, member: memberOf(feed), stream: new MediaStream(), receiver: null });
        if (!feeds.length)
            return;
        this.changed();
        const { janus } = this;
        this.work = this.work.then(() => this.subscribe(janus, feeds)).catch(error => {
            // Gone again before it was asked for.
            if (!(error instanceof MediaRefusal && error.code === noSuchFeed))
                this.failed(janus);
        });
    }

    async subscribe(janus, feeds) {
        if (this.janus !== janus)
            return;
        const streams = feeds.map(feed => ({ feed }));
        let said;
        if (!this.watcher) {
            const watcher = await janus.attach({
                event: (data, jsep) => {
                    this.work = this.work.then(() => this.janus === janus && this.follow(data, jsep)).catch(() => this.failed(janus));
                },
                hungUp: () => this.failed(janus),
            });
            said = await watcher.message({
                request: "join", ptype: "subscriber", room: this.room, private_id: this.privateId, streams,
            });
            this.watcher = watcher;
            this.watching = this.connection();
            watcher.trickle(this.watching);
        } else {
            said = await this.watcher.message({ request: "subscribe", streams });
        }
        await this.follow(said.data, said.jsep);
    }

    /// The media server says what comes by which line, and offers it.
    async follow({ streams }, jsep) {
        const { watching, watcher } = this;
        if (streams)
            this.mids = new Map(streams.filter(each => each.active && each.feed_id).map(each => [String(each.mid), each.feed_id]));
        if (!jsep)
            return;
        await watching.setRemoteDescription(jsep);
        await watching.setLocalDescription(await watching.createAnswer());
        this.sort();
        await watcher.message({ request: "start" }, plain(watching.localDescription));
    }

    /// Puts the tracks that come where they belong.
    sort() {
        for (const peer of this.peers.values()) {
            const tracks = [];
            for (const { mid, receiver } of this.watching.getTransceivers()) {
                if (this.mids.get(mid) !== peer.feed)
                    continue;
                tracks.push(receiver.track);
                if (receiver.track.kind === "audio")
                    peer.receiver = receiver;
            }
            for (const track of peer.stream.getTracks())
                if (!tracks.includes(track))
                    peer.stream.removeTrack(track);
            for (const track of tracks)
                if (!peer.stream.getTracks().includes(track))
                    peer.stream.addTrack(track);
        }
        this.changed();
    }

    /// How loud somebody is now, 0 … 1.
    static level({ receiver }) {
        return receiver?.getSynchronizationSources?.()[0]?.audioLevel ?? 0;
    }
}

/// As JSON would have it, and no more.
const plain = ({ type, sdp }) => ({ type, sdp });

/// H.264 first, for the hall's consoles decode it in hardware; then whatever the browser has.
function preferH264(transceiver) {
    const codecs = RTCRtpSender.getCapabilities?.("video")?.codecs;
    if (!codecs || !transceiver.setCodecPreferences)
        return;
    const is = codec => codec.mimeType.toLowerCase() === "video/h264";
    transceiver.setCodecPreferences([...codecs.filter(is), ...codecs.filter(codec => !is(codec))]);
}
