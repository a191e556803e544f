// The phone's own camera and microphone. Whoever has neither, or does not allow them, takes part all the
// same, and is told what the others do not get.

const sound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const picture = facing => ({ facingMode: facing, width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24, max: 30 } });

/// "refused", "none", "busy" or "insecure", of what getUserMedia threw.
function reasonOf(error) {
    if (error.name === "NotAllowedError" || error.name === "SecurityError")
        return "refused";
    return error.name === "NotFoundError" || error.name === "OverconstrainedError" ? "none" : "busy";
}

export class Media {
    /// `changed` is called when a device has gone or come.
    constructor({ changed }) {
        this.changed = changed;
        this.stream = new MediaStream();
        this.facing = "user";
        this.isMuted = false;
        this.isDark = false;
        this.missing = {}; // {audio: reason, video: reason}
        this.isOpen = false;
        this.hasOther = false; // another camera to turn to
    }

    get audio() {
        return this.stream.getAudioTracks()[0] ?? null;
    }
    get video() {
        return this.stream.getVideoTracks()[0] ?? null;
    }

    /// Both, or what there is of them. Asks again for what was refused.
    async open() {
        this.isOpen = true;
        this.missing = {};
        if (!navigator.mediaDevices?.getUserMedia) {
            this.missing = { audio: "insecure", video: "insecure" };
            return this.changed();
        }
        const want = { audio: !this.audio && sound, video: !this.video && picture(this.facing) };
        if (!want.audio && !want.video)
            return;
        if (!(await this.take(want)) && want.audio && want.video) {
            // One of the two may be there: each is asked for by itself.
            await this.take({ audio: sound });
            await this.take({ video: picture(this.facing) });
        }
        const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
        this.hasOther = devices.filter(({ kind }) => kind === "videoinput").length > 1;
        this.changed();
    }

    async take(want) {
        let taken;
        try {
            taken = await navigator.mediaDevices.getUserMedia(want);
        } catch (error) {
            for (const kind of ["audio", "video"])
                if (want[kind])
                    this.missing[kind] = reasonOf(error);
            return false;
        }
        for (const track of taken.getTracks()) {
            if (!this.isOpen) {
                track.stop(); // left while it was asked for
                continue;
            }
            delete this.missing[track.kind];
            track.enabled = track.kind === "audio" ? !this.isMuted : !this.isDark;
            track.onended = () => {
                this.stream.removeTrack(track);
                this.missing[track.kind] = "busy";
                this.changed();
            };
            this.stream.addTrack(track);
        }
        return true;
    }

    mute(is) {
        this.isMuted = is;
        if (this.audio)
            this.audio.enabled = !is;
        this.changed();
    }

    /// The others see nothing, and the camera's lamp may stay on: it is still ours.
    darken(is) {
        this.isDark = is;
        if (this.video)
            this.video.enabled = !is;
        this.changed();
    }

    /// Front to back, and back. Many phones open one camera only once the other is let go.
    async turn() {
        const before = this.facing, { video } = this;
        if (!video)
            return;
        this.drop(video);
        this.facing = before === "user" ? "environment" : "user";
        if (!(await this.take({ video: picture(this.facing) }))) {
            this.facing = before;
            await this.take({ video: picture(before) });
        }
        this.changed();
    }

    drop(track) {
        track.onended = null;
        track.stop();
        this.stream.removeTrack(track);
    }

    /// Lets go of everything.
    close() {
        this.isOpen = false;
        this.stream.getTracks().forEach(track => this.drop(track));
    }
}
