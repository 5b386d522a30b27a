// SPDX-License-Identifier: GPL-3.0-or-later
// A video room: brings the line to the server, the devices, the others and what is seen together.
import { Devices, checkRelay, watchLevel } from './devices.js';
import { Line } from './line.js';
import { Mesh, randomId } from './mesh.js';
import { View } from './view.js';

const view = new View();
const page = location.pathname;
const instance = randomId();

let seat = null; // what the server says of us: state, why, tools, plus, opens, ends …
let clockAhead = 0; // of the server's clock before ours, milliseconds
let isWanted = false; // we asked to be let in
let isReady = false; // and pressed the button; who waits is let in without that too
let isOver = false;
let hasBeenLive = false;
let admission = '';
let unread = 0;
let stopLevel = null;
let ending = 0;
let announced = Infinity; // minutes before the end that were said already

const isLive = () => seat?.state === 'live';
const now = () => Date.now() + clockAhead;
const may = (tool) => Boolean(seat?.tools?.includes(tool));

// --- the parts

const mesh = new Mesh({
    send: (message) => line.send(message),
    changed: (peer) => {
        const { person, pc } = peer;
        const works = pc.connectionState === 'connected';
        const words = !works
            ? view.say(peer.hasWorked ? 'interrupted' : 'connecting')
            : person.camera ? '' : view.say('cameraOff');
        peer.hasWorked ||= works;
        view.showPerson(person, peer.picture, words);
        if (person.screen && peer.screen.getTracks().length) view.showScreen(person, peer.screen);
        else view.hideScreen(person.id);
    },
    gone: (id) => view.removePerson(id),
});

const devices = new Devices((kind) => {
    mesh.set(kind, devices.tracks[kind]);
    if (kind === 'microphone') listenToLevel();
    refresh();
    tellMedia();
});

const line = new Line(`${location.protocol.replace('http', 'ws')}//${location.host}${page}/signal?page=${instance}`, page, {
    message: (message) => heard[message.type]?.(message),
    up: () => {},
    down: () => {
        if (seat && !isOver) view.news(view.say('reconnecting'), true);
        refresh();
    },
    gone: () => end('removed'),
});

// --- what the server says

const heard = {
    state(message) {
        clockAhead = message.now ? message.now - Date.now() : clockAhead;
        if (message.ice) mesh.iceServers = message.ice;
        if (message.ice && !message.hello) checkConnection();
        if (message.self) mesh.self = message.self;
        if (message.admission) admission = message.admission;
        const before = seat?.state;
        // The line is back: until the server has let us in again everything stays as it is.
        const goesOn = message.hello && before === 'live' && isWanted &&
            (message.state === 'open' || (message.why === 'admit' && admission));
        seat = { ...seat, ...message, ...(goesOn && { state: 'live' }) };
        if (message.state === 'ended') {
            end(message.why);
            return;
        }
        if (message.hello) afterHello(before);
        if (message.state === 'live' && message.people) enter(message, before);
        refresh();
    },
    entered({ person }) {
        const isNew = !mesh.peers.has(person.id);
        mesh.entered(person);
        if (isNew) view.news(view.say('entered', person.name));
    },
    left({ id }) {
        const name = mesh.peers.get(id)?.person.name;
        mesh.remove(id);
        if (name) view.news(view.say('left', name));
    },
    person({ person }) { mesh.update(person); },
    signal({ from, data }) { mesh.signal(from, data); },
    waiting({ people }) {
        const isMore = people.length > (seat.waiting?.length ?? 0);
        seat.waiting = people;
        view.waiting(people);
        if (isMore) view.news(view.say('waits', people.at(-1).name));
    },
    chat(message) {
        const isOwn = message.from === mesh.self;
        view.message(message, isOwn);
        if (!isOwn && !view.isChatOpen) {
            unread += 1;
            view.news(`${message.name}: ${message.text}`);
        }
        refresh();
    },
    problem() { view.news(view.say('endFailed'), true); },
};

// The first word on every new line. Who waits is let in by itself later, who was in goes back in.
const afterHello = (before) => {
    if (before) view.news(view.say('reconnected'));
    if (seat.state === 'waiting' || isWanted) join();
    checkConnection();
};

const join = () => {
    isWanted = true;
    line.send({ type: 'join', instance, ...(admission && { admission }) });
};

const enter = (message, before) => {
    mesh.meet(message.people, before === 'live');
    view.waiting(message.waiting ?? []);
    tellMedia();
    if (before === 'live') return;
    if (!hasBeenLive || before) {
        const isAlone = !message.people.length;
        view.title(document.title);
        view.show('call', 'live');
        view.news(view.say(isAlone ? 'alone' : 'live'));
    }
    hasBeenLive = true;
};

const tellMedia = () => {
    if (!isLive()) return;
    line.send({
        type: 'media',
        camera: devices.isOn('camera'),
        microphone: devices.isOn('microphone'),
        screen: devices.isOn('screen'),
    });
};

const end = (why) => {
    const [title, words] = {
        time: ['over', 'overTime'],
        host: ['over', 'overHost'],
        cancelled: ['cancelled', 'cancelledWords'],
        removed: ['removed', 'removedWords'],
        replaced: ['replaced', 'replacedWords'],
        left: ['youLeft', 'youLeftWords'],
    }[why] ?? ['over', 'overTime'];
    isOver = true;
    isWanted = false;
    seat = { ...seat, state: 'ended', why };
    mesh.close();
    devices.stop();
    stopLevel?.();
    line.close();
    view.tools([]);
    view.over(view.say(title), view.say(words), why === 'left' || why === 'replaced');
};

// --- what is seen

const refresh = () => {
    view.showOwn(devices.tracks.camera, !devices.isOn('microphone'));
    stayAwake();
    if (isOver) return;
    refreshTools();
    if (isLive()) {
        if (document.body.dataset.view !== 'call') view.show('call', 'live');
        return;
    }
    if (document.body.dataset.view !== 'ready') {
        mesh.close();
        isReady = false;
        view.show('ready', 'waiting');
    }
    view.canJoin(!isReady);
    refreshWords();
    refreshCheck();
};

const refreshWords = () => {
    if (!seat) {
        view.words(view.say('opening'));
    } else if (seat.state === 'open') {
        view.words(view.say('open'));
    } else if (seat.why === 'early') {
        if (seat.opens) view.words(view.say('early', view.moment(seat.opens)), view.say('earlyIn', view.span(seat.opens - now())));
        else view.words(view.say('unnamed'));
    } else {
        view.words(view.say(seat.why === 'full' ? 'full' : 'waitAdmit'));
    }
};

const refreshTools = () => {
    const tools = ['microphone', 'camera'].map((action) => ({ action, isOn: devices.isOn(action) }));
    if (isLive()) {
        if (may('screen_sharing') && devices.canShare) tools.push({ action: 'screen', isOn: devices.isOn('screen') });
        else if (devices.tracks.screen) devices.release('screen');
        if (may('chat')) {
            tools.push({
                action: 'chat',
                isOn: view.isChatOpen,
                unread: unread > 0,
                label: unread ? view.say('unread', unread) : '',
            });
        } else if (view.isChatOpen) {
            view.chat(false);
        }
        tools.push({ action: 'leave' });
        if (seat.plus) tools.push({ action: 'end' });
    }
    view.tools(tools);
};

const refreshCheck = () => {
    const { camera, microphone } = devices.problems;
    const wordOf = (kind, problem, good) => view.say(devices.isOn(kind) ? good : problem || 'off');
    view.check('camera', wordOf('camera', camera, 'works'));
    view.check('microphone', wordOf('microphone', microphone, 'speak'));
    const worst = ['insecure', 'denied', 'busy', 'missing'].find((one) => one === camera || one === microphone);
    view.help(worst ? view.say({
        insecure: 'helpInsecure', denied: 'helpDenied', busy: 'helpBusy', missing: 'helpMissing',
    }[worst]) : '');
};

const listenToLevel = () => {
    stopLevel?.();
    stopLevel = null;
    view.level(null);
    if (isOver || isLive() || !devices.isOn('microphone')) return;
    stopLevel = watchLevel(devices.tracks.microphone, (level) => {
        if (isLive()) {
            stopLevel?.();
            stopLevel = null;
        } else {
            view.level(level);
        }
    });
};

let relayWorks = null;
const checkConnection = async () => {
    relayWorks = await checkRelay(mesh.iceServers);
    refreshConnection();
};

const refreshConnection = () => {
    const trip = line.roundTrip;
    view.check('connection', view.say(
        !line.isUp ? (seat ? 'none' : 'checking')
            : trip === null ? 'checking'
                : trip > 600 ? 'slow'
                    : relayWorks === false ? 'noRelay' : 'good'));
};

// Once a second: what is counted down, and said a few times only to those who hear the page.
setInterval(() => {
    if (isOver) return;
    refreshConnection();
    if (!isLive()) {
        refreshWords();
        return;
    }
    if (!seat.ends) {
        view.clock('', false);
        return;
    }
    const left = seat.ends - now();
    view.clock(view.say('endsIn', view.span(left)), left < 5 * 60_000);
    const minutes = [1, 5].find((mark) => left <= mark * 60_000 && left > (mark - 1) * 60_000);
    if (minutes && minutes < announced) {
        announced = minutes;
        view.news(view.say('endsSoon', minutes));
    }
}, 1000);

// Whoever waits or listens touches nothing; their screen stays on all the same.
let lock = null; // a promise of one, while it is needed
const stayAwake = () => {
    const isNeeded = !isOver && !document.hidden && (isLive() || seat?.state === 'waiting');
    if (isNeeded === Boolean(lock)) return;
    if (isNeeded) lock = navigator.wakeLock?.request('screen').catch(() => null); // the battery may be low
    else lock = lock.then((held) => held?.release()) && null;
};
document.addEventListener('visibilitychange', stayAwake);

// --- what people do

view.on('join', () => {
    isReady = true;
    join();
    refresh();
});
view.on('microphone', () => devices.toggle('microphone'));
view.on('camera', () => devices.toggle('camera'));
view.on('screen', () => devices.toggle('screen'));
view.on('sound', () => view.soundOn());
view.on('admit', (button) => line.send({ type: 'admit', id: button.dataset.id }));
view.on('chat', () => toggleChat(!view.isChatOpen));
view.on('close-chat', () => toggleChat(false));
view.on('check', () => {
    devices.wishes = { microphone: true, camera: true };
    devices.start();
    // Before the room opens, passwords of relays work for the check alone, and not for long.
    if (seat?.state !== 'waiting' || !line.send({ type: 'relays' })) checkConnection();
});
view.on('leave', () => {
    line.send({ type: 'leave' });
    end('left');
});
// For good, and for everybody: there are three seconds to think better of it.
view.on('end', () => {
    clearTimeout(ending);
    view.ending(true);
    ending = setTimeout(() => {
        view.ending(false);
        if (!line.send({ type: 'end' })) view.news(view.say('endFailed'), true);
    }, 3000);
});
view.on('stay', () => {
    clearTimeout(ending);
    view.ending(false);
});
view.on('rejoin', () => location.reload());
view.onChat((text) => line.send({ type: 'chat', text }));

const toggleChat = (isOpen) => {
    unread = 0;
    view.chat(isOpen);
    refresh();
};

document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && view.isChatOpen && document.getElementById('chat').contains(document.activeElement)) {
        toggleChat(false);
    }
});

// Whoever closes the page has left; whoever only turns to another one has not.
addEventListener('pagehide', (event) => {
    if (!event.persisted && isLive()) line.send({ type: 'leave' });
});

refresh();
devices.start();
