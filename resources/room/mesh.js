// SPDX-License-Identifier: GPL-3.0-or-later
// Direct connections to everybody else in the room: one RTCPeerConnection a person, with three fixed places for
// media (sound, camera, screen), so that switching one on or off needs no negotiation.

const kinds = ['microphone', 'camera', 'screen'];
const mediaOf = { microphone: 'audio', camera: 'video', screen: 'video' };
const comingBack = 15_000; // for those who were there before the line broke
const patience = 2500; // of a connection that is interrupted, before it looks for another way
const firstTry = 15_000; // how long a new connection may take before it is begun anew; the next try has twice that
const longestTry = 60_000;

/// randomUUID() is kept from pages that are not encrypted.
export const randomId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)),
    (byte) => byte.toString(16).padStart(2, '0')).join('');

/// What one camera may take of the line, by how many others there are; bits a second. The picture gets smaller too:
/// each of them is one more copy for this device to make.
const cameraRate = (others) => (others <= 1 ? 1_500_000 : others === 2 ? 800_000 : others === 3 ? 500_000 : 300_000);

/// One other person. Negotiates as "perfect negotiation" has it: both may offer, and where both do at once, the
/// polite one gives way.
class Peer {
    constructor(mesh, person, session, offers, allowed = firstTry) {
        this.mesh = mesh;
        this.person = person;
        this.session = session;
        this.polite = mesh.self > person.id;
        this.offers = offers;
        this.makingOffer = false;
        this.ignoresOffer = false;
        this.allowed = allowed;
        this.work = Promise.resolve();
        this.picture = new MediaStream();
        this.screen = new MediaStream();
        const pc = new RTCPeerConnection({ iceServers: mesh.iceServers, bundlePolicy: 'max-bundle' });
        this.pc = pc;
        pc.onicecandidate = ({ candidate }) => {
            if (candidate) this.send({ candidate });
        };
        pc.onnegotiationneeded = () => this.offer();
        pc.ontrack = ({ transceiver, track }) => {
            (pc.getTransceivers().indexOf(transceiver) === 2 ? this.screen : this.picture).addTrack(track);
            mesh.events.changed(this);
        };
        pc.onconnectionstatechange = () => this.onState();
        this.awaited = setTimeout(() => this.tryAnew(), allowed);
        if (offers) {
            for (const kind of kinds) {
                pc.addTransceiver(mesh.tracks[kind] ?? mediaOf[kind], { direction: 'sendrecv' });
            }
            this.tune();
        }
    }

    get isHealthy() { return this.pc.connectionState === 'connected' && this.pc.signalingState === 'stable'; }

    send(data) {
        this.mesh.events.send({ type: 'signal', to: this.person.id, data: { session: this.session, ...data } });
    }

    async offer() {
        try {
            this.makingOffer = true;
            await this.pc.setLocalDescription();
            this.send({ description: this.pc.localDescription, fresh: !this.wasAnswered });
        } catch (error) {
            if (this.pc.signalingState !== 'closed') throw error;
        } finally {
            this.makingOffer = false;
        }
    }

    /// In the order they came.
    take(data) {
        this.work = this.work.then(() => this.handle(data)).catch((error) => {
            if (this.pc.signalingState !== 'closed') console.warn(`signalling: ${error.name}`);
        });
    }

    async handle({ description, candidate }) {
        const pc = this.pc;
        if (pc.signalingState === 'closed') return;
        if (description) {
            const isOffer = description.type === 'offer';
            const collides = isOffer && (this.makingOffer || pc.signalingState !== 'stable');
            this.ignoresOffer = !this.polite && collides;
            if (this.ignoresOffer) return;
            await pc.setRemoteDescription(description);
            this.wasAnswered = true;
            if (!isOffer) return;
            await this.fill();
            await pc.setLocalDescription();
            this.send({ description: pc.localDescription });
        } else if (candidate) {
            try {
                await pc.addIceCandidate(candidate);
            } catch (error) {
                if (!this.ignoresOffer) throw error;
            }
        }
    }

    /// Puts our media into the places that an offer has brought.
    async fill() {
        const places = this.pc.getTransceivers();
        await Promise.all(kinds.map(async (kind, index) => {
            const place = places[index];
            if (!place) return;
            place.direction = 'sendrecv';
            await place.sender.replaceTrack(this.mesh.tracks[kind] ?? null);
        }));
        this.tune();
    }

    replace(kind) {
        this.work = this.work.then(async () => {
            const place = this.pc.getTransceivers()[kinds.indexOf(kind)];
            if (place && this.pc.signalingState !== 'closed') {
                await place.sender.replaceTrack(this.mesh.tracks[kind] ?? null);
            }
        }).catch(() => {});
    }

    tune() {
        const sender = this.pc.getTransceivers()[1]?.sender;
        const settings = sender?.getParameters();
        if (!settings?.encodings?.length) return;
        const others = this.mesh.peers.size;
        settings.encodings[0].maxBitrate = cameraRate(others);
        settings.encodings[0].scaleResolutionDownBy = others <= 1 ? 1 : others <= 3 ? 1.5 : 2;
        sender.setParameters(settings).catch(() => {});
    }

    onState() {
        const state = this.pc.connectionState;
        clearTimeout(this.timer);
        if (state === 'connected') clearTimeout(this.awaited);
        if (state === 'failed') this.restart();
        if (state === 'disconnected') this.timer = setTimeout(() => this.restart(), patience);
        if (state === 'connected') this.tune();
        this.mesh.events.changed(this);
    }

    // The impolite one at once, the other where that brought nothing.
    restart() {
        clearTimeout(this.timer);
        const now = () => {
            if (['failed', 'disconnected'].includes(this.pc.connectionState)) this.pc.restartIce();
        };
        if (this.polite) this.timer = setTimeout(now, patience);
        else now();
    }

    // A word may have been lost where a line broke: nothing else would notice a connection that never came to be.
    tryAnew() {
        const allowed = Math.min(2 * this.allowed, longestTry);
        if (this.offers) {
            this.mesh.begin(this.person, randomId(), true, allowed);
            return;
        }
        this.send({ anew: true });
        this.allowed = allowed;
        this.awaited = setTimeout(() => this.tryAnew(), allowed);
    }

    close() {
        clearTimeout(this.timer);
        clearTimeout(this.awaited);
        this.pc.onnegotiationneeded = this.pc.onicecandidate = this.pc.ontrack = null;
        this.pc.onconnectionstatechange = null;
        this.pc.close();
    }
}

/// Tells `events`: send(message), changed(peer), gone(id).
export class Mesh {
    constructor(events) {
        this.events = events;
        this.peers = new Map();
        this.tracks = { microphone: null, camera: null, screen: null };
        this.iceServers = [];
        this.self = '';
    }

    /// We are in, perhaps again, and these are there. What still works is kept; the rest begins anew, and we begin it.
    /// Where the line only came back, others may be on their way back too: they have some time.
    meet(people, isBack) {
        const there = new Set(people.map((person) => person.id));
        for (const [id, peer] of [...this.peers]) {
            if (there.has(id)) continue;
            if (!isBack || !peer.isHealthy) {
                this.remove(id);
                continue;
            }
            peer.isMissed = true;
            setTimeout(() => {
                if (peer.isMissed && this.peers.get(id) === peer) this.remove(id);
            }, comingBack);
        }
        for (const person of people) {
            const peer = this.peers.get(person.id);
            if (peer?.isHealthy && peer.person.instance === person.instance) this.update(person);
            else this.begin(person, randomId(), true);
        }
    }

    begin(person, session, offers, allowed) {
        this.peers.get(person.id)?.close();
        const peer = new Peer(this, person, session, offers, allowed);
        this.peers.set(person.id, peer);
        for (const other of this.peers.values()) other.tune();
        this.events.changed(peer);
        return peer;
    }

    /// Somebody came in: it is they who begin. They may believe that an old connection still works, also where we have
    /// given them up: they are told that it does not.
    entered(person) {
        const peer = this.peers.get(person.id);
        if (peer?.isHealthy && peer.person.instance === person.instance) {
            this.update(person);
            return;
        }
        this.begin(person, null, false).send({ anew: true });
    }

    update(person) {
        const peer = this.peers.get(person.id);
        if (!peer) return;
        peer.person = person;
        peer.isMissed = false;
        this.events.changed(peer);
    }

    remove(id) {
        const peer = this.peers.get(id);
        if (!peer) return;
        peer.close();
        this.peers.delete(id);
        for (const other of this.peers.values()) other.tune();
        this.events.gone(id);
    }

    signal(from, data) {
        let peer = this.peers.get(from);
        if (!peer) return;
        if (data.anew) {
            if (peer.wasAnswered || !peer.offers) this.begin(peer.person, randomId(), true);
            return;
        }
        if (peer.session !== data.session) {
            if (data.description?.type !== 'offer' || !data.fresh) return;
            // Both began at once: the impolite one's offer counts.
            if (peer.offers && !peer.wasAnswered && !peer.polite) return;
            if (peer.session === null) peer.session = data.session;
            else peer = this.begin(peer.person, data.session, false);
        }
        peer.take(data);
    }

    /// Our own medium, from now on; null: none.
    set(kind, track) {
        this.tracks[kind] = track;
        for (const peer of this.peers.values()) peer.replace(kind);
    }

    close() {
        for (const id of [...this.peers.keys()]) this.remove(id);
    }
}
