// SPDX-License-Identifier: GPL-3.0-or-later
// Camera, microphone and screen of this device: asked for, looked at, switched on and off.

const wanted = {
    microphone: { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
    camera: { video: { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 24 }, facingMode: 'user' } },
};

/// Why a device cannot be had, in a word that the page has a sentence for.
const reasonOf = (error) => ({
    NotAllowedError: 'denied',
    SecurityError: 'denied',
    NotFoundError: 'missing',
    OverconstrainedError: 'missing',
    NotReadableError: 'busy',
    AbortError: 'busy',
}[error.name] ?? 'missing');

/// Tells `changed(kind)` whenever a track or a problem does.
export class Devices {
    constructor(changed) {
        this.changed = changed;
        this.tracks = { microphone: null, camera: null, screen: null };
        this.problems = { microphone: 'checking', camera: 'checking' };
        this.wishes = { microphone: true, camera: true };
    }

    get isPossible() { return Boolean(navigator.mediaDevices?.getUserMedia); }
    get canShare() { return Boolean(navigator.mediaDevices?.getDisplayMedia); }

    /// Both at once, so that the browser asks once; each by itself where that fails.
    async start() {
        if (!this.isPossible) {
            for (const kind of ['microphone', 'camera']) this.lack(kind, 'insecure');
            return;
        }
        const kinds = ['microphone', 'camera'].filter((kind) => this.wishes[kind] && !this.tracks[kind]);
        if (kinds.length === 2) {
            try {
                const stream = await navigator.mediaDevices.getUserMedia({ ...wanted.microphone, ...wanted.camera });
                this.take('microphone', stream.getAudioTracks()[0]);
                this.take('camera', stream.getVideoTracks()[0]);
                return;
            } catch (error) {
                if (reasonOf(error) === 'denied' && await this.areBothDenied()) {
                    for (const kind of kinds) this.lack(kind, 'denied');
                    return;
                }
            }
        }
        for (const kind of kinds) await this.acquire(kind);
    }

    async areBothDenied() {
        try {
            const states = await Promise.all(['camera', 'microphone'].map((name) => navigator.permissions.query({ name })));
            return states.every(({ state }) => state === 'denied');
        } catch {
            return true; // who said no once is not asked twice more
        }
    }

    async acquire(kind) {
        try {
            const stream = await navigator.mediaDevices.getUserMedia(wanted[kind]);
            this.take(kind, stream.getTracks()[0]);
        } catch (error) {
            this.lack(kind, reasonOf(error));
        }
    }

    take(kind, track) {
        if (!track || (kind in this.wishes && !this.wishes[kind])) {
            track?.stop();
            return;
        }
        this.tracks[kind] = track;
        this.problems[kind] = '';
        track.onended = () => {
            if (this.tracks[kind] !== track) return;
            this.tracks[kind] = null;
            if (kind === 'screen') this.changed(kind);
            else this.lack(kind, 'missing');
        };
        this.changed(kind);
    }

    lack(kind, reason) {
        this.problems[kind] = reason;
        this.changed(kind);
    }

    isOn(kind) {
        return Boolean(this.tracks[kind]) && (kind !== 'microphone' || this.tracks[kind].enabled);
    }

    /// A microphone is only silenced, so that it is back at once; a camera is let go of, and its light goes out.
    async toggle(kind) {
        const track = this.tracks[kind];
        if (kind === 'screen') {
            if (track) this.release(kind);
            else await this.share();
            return;
        }
        if (track && kind === 'microphone') {
            track.enabled = !track.enabled;
            this.wishes.microphone = track.enabled;
            this.changed(kind);
        } else if (track) {
            this.wishes[kind] = false;
            this.release(kind);
        } else if (this.isPossible) {
            this.wishes[kind] = true;
            await this.acquire(kind);
        }
    }

    async share() {
        try {
            const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false });
            const [track] = stream.getVideoTracks();
            if (track) track.contentHint = 'detail';
            this.take('screen', track);
        } catch { /* they thought better of it */ }
    }

    release(kind) {
        const track = this.tracks[kind];
        this.tracks[kind] = null;
        if (track) {
            track.onended = null;
            track.stop();
        }
        this.changed(kind);
    }

    stop() {
        for (const kind of Object.keys(this.tracks)) {
            if (this.tracks[kind]) this.release(kind);
        }
    }
}

/// How loud a track is, from 0 to 1, ten times a second; returns what stops it.
export const watchLevel = (track, tell) => {
    let context;
    try {
        context = new AudioContext();
    } catch {
        return () => {};
    }
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const wake = () => context.resume().catch(() => {});
    document.addEventListener('pointerdown', wake);
    const timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
        tell(Math.min(1, Math.sqrt(power) * 4));
    }, 100);
    return () => {
        clearInterval(timer);
        document.removeEventListener('pointerdown', wake);
        context.close().catch(() => {});
    };
};

/// Whether a way through the relay can be had: true, false, or null where there is none to be asked.
export const checkRelay = async (iceServers) => {
    if (!iceServers.length || !globalThis.RTCPeerConnection) return null;
    const pc = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
    try {
        return await new Promise((resolve) => {
            const timer = setTimeout(() => resolve(false), 8000);
            pc.onicecandidate = ({ candidate }) => {
                if (candidate?.candidate) {
                    clearTimeout(timer);
                    resolve(true);
                }
            };
            pc.createDataChannel('check');
            pc.setLocalDescription().catch(() => resolve(false));
        });
    } finally {
        pc.close();
    }
};
