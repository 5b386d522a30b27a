// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of a room. Knows elements and words; decides nothing.

const messagesShown = 500; // whoever floods the chat fills nobody's memory

const $ = (id) => document.getElementById(id);

const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
};

// Browsers may be older than a zone's name.
const knownZone = (name) => {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    } catch {
        return undefined;
    }
};

export class View {
    constructor() {
        this.texts = JSON.parse($('room').dataset.texts);
        // In the page's language, as it is written where they live.
        const language = document.documentElement.lang;
        this.locale = navigator.languages.find((one) => one.split('-')[0] === language) ?? language;
        this.zone = knownZone($('room').dataset.zone);
        this.tiles = new Map();
        this.own = this.makeTile('self', { 'data-own': '' });
        this.own.video.setAttribute('data-self', '');
        this.own.video.muted = true;
        this.own.name.textContent = this.say('you');
        this.own.video.setAttribute('aria-label', this.say('own'));
        $('tiles').append(this.own.tile);
    }

    say(key, value = '') { return this.texts[key].replace('%1', value); }

    on(action, fn) {
        document.addEventListener('click', (event) => {
            const button = event.target.closest?.(`[data-action="${action}"]`);
            if (button && !button.disabled) fn(button);
        });
    }

    // --- where we are

    /// `view` is ready, call or over; `state` is what others may rely on: waiting, live or ended.
    show(view, state) {
        const isNew = document.body.dataset.view !== view;
        document.body.dataset.state = state;
        document.body.dataset.view = view;
        $('again').hidden = true;
        $('join').hidden = view !== 'ready';
        $('check').hidden = view !== 'ready';
        $('chat').hidden = $('chat').hidden || view !== 'call';
        if (view !== 'call') {
            $('waiting').hidden = true;
            $('muted').hidden = true;
            $('room').classList.remove('chatting');
        }
        if (view === 'over') $('clock').textContent = '';
        if (view === 'call') this.words('');
        this.ending(false);
        if (isNew) $('title').focus({ preventScroll: view === 'call' });
    }

    words(text, opens = '') {
        if ($('words').textContent !== text) $('words').textContent = text;
        if ($('opens').textContent !== opens) $('opens').textContent = opens;
    }

    title(text) { $('title').textContent = text; }

    news(text, isTrouble = false) {
        $('news').classList.toggle('trouble', isTrouble);
        $('news').textContent = text;
        clearTimeout(this.newsTimer);
        if (!isTrouble && text) this.newsTimer = setTimeout(() => this.news(''), 8000);
    }

    canJoin(can) { $('join').hidden = !can; }

    over(title, words, canRejoin) {
        this.title(title);
        this.words(words);
        this.news('');
        this.show('over', 'ended');
        $('again').hidden = !canRejoin;
    }

    clock(text, isSoon) {
        if ($('clock').textContent !== text) $('clock').textContent = text;
        $('clock').classList.toggle('soon', isSoon);
    }

    // --- the check before joining

    check(name, text) {
        if ($(`check-${name}`).textContent !== text) $(`check-${name}`).textContent = text;
    }

    help(text) {
        $('help').hidden = !text;
        if ($('help').textContent !== text) $('help').textContent = text;
    }

    level(value) {
        $('level').hidden = value === null;
        if (value !== null) $('level').value = value;
    }

    // --- the buttons

    /// Exactly these: { action, isOn (undefined: no switch), label, unread }.
    tools(wanted) {
        const box = $('tools');
        const old = new Map([...box.children].map((button) => [button.dataset.action, button]));
        for (const { action, isOn, label, unread } of wanted) {
            const button = old.get(action) ?? this.makeTool(action);
            old.delete(action);
            button.lastChild.textContent = this.say(action);
            if (label) button.setAttribute('aria-label', label);
            else button.removeAttribute('aria-label');
            if (isOn !== undefined) button.setAttribute(action === 'chat' ? 'aria-expanded' : 'aria-pressed', String(isOn));
            button.toggleAttribute('data-unread', Boolean(unread));
            if (button.parentNode !== box || box.children[wanted.findIndex((tool) => tool.action === action)] !== button) {
                box.append(button);
            }
        }
        for (const button of old.values()) button.remove();
    }

    makeTool(action) {
        const button = make('button', '', { type: 'button', 'data-action': action });
        if (action === 'chat') button.setAttribute('aria-controls', 'chat');
        const icon = $('icons').content.querySelector(`[data-icon="${action}"]`);
        button.append(icon.cloneNode(true), make('span'));
        return button;
    }

    // --- the pictures

    makeTile(id, attributes) {
        const tile = make('li', '', { class: 'tile', ...attributes });
        const video = make('video', '', { playsinline: '', autoplay: '' });
        const name = make('p', '', { class: 'name' });
        const state = make('p', '', { class: 'state' });
        tile.append(video, state, name);
        return { id, tile, video, name, state };
    }

    showOwn(track, isMuted) {
        const stream = this.own.video.srcObject;
        if (stream?.getVideoTracks()[0] !== (track ?? undefined)) {
            this.own.video.srcObject = track ? new MediaStream([track]) : null;
            if (track) this.own.video.play().catch(() => {});
        }
        this.own.state.textContent = track ? '' : this.say('cameraOff');
        this.own.name.textContent = isMuted ? `${this.say('you')} · ${this.say('microphoneOff')}` : this.say('you');
    }

    /// Another person, with their sound; `state` are words over the picture, empty where it moves.
    showPerson(person, stream, state) {
        const tile = this.tile(person.id, 'data-participant');
        const role = person.plus ? ` · ${this.say('host')}` : '';
        const muted = person.microphone ? '' : ` · ${this.say('microphoneOff')}`;
        const name = `${person.name}${role}${muted}`;
        if (tile.name.textContent !== name) tile.name.textContent = name;
        tile.video.setAttribute('aria-label', this.say('videoOf', person.name));
        if (tile.state.textContent !== state) tile.state.textContent = state;
        this.play(tile.video, stream);
    }

    showScreen(person, stream) {
        const tile = this.tile(`screen ${person.id}`, 'data-screen', person.id);
        tile.tile.classList.add('screen');
        tile.name.textContent = this.say('screenOf', person.name);
        tile.video.setAttribute('aria-label', tile.name.textContent);
        tile.video.muted = true;
        this.play(tile.video, stream);
    }

    hideScreen(id) { this.remove(`screen ${id}`); }

    removePerson(id) {
        this.remove(id);
        this.hideScreen(id);
    }

    tile(key, attribute, value = key) {
        let tile = this.tiles.get(key);
        if (!tile) {
            tile = this.makeTile(key);
            tile.video.setAttribute(attribute, value);
            this.tiles.set(key, tile);
            if (attribute === 'data-screen') $('tiles').prepend(tile.tile);
            else $('tiles').insertBefore(tile.tile, this.own.tile);
            this.countTiles();
        }
        return tile;
    }

    countTiles() {
        $('tiles').classList.toggle('others', this.tiles.size > 0);
        $('tiles').classList.toggle('one', this.tiles.size === 1);
        $('tiles').classList.toggle('many', this.tiles.size > 2);
    }

    remove(key) {
        const tile = this.tiles.get(key);
        if (!tile) return;
        tile.video.srcObject = null;
        tile.tile.remove();
        this.tiles.delete(key);
        this.countTiles();
        if (!this.tiles.size) $('muted').hidden = true;
    }

    async play(video, stream) {
        if (video.srcObject === stream) return;
        video.srcObject = stream;
        try {
            await video.play();
        } catch (error) {
            if (error.name !== 'NotAllowedError') return;
            // Browsers give no sound before somebody has touched the page.
            video.muted = true;
            $('muted').hidden = false;
            video.play().catch(() => {});
        }
    }

    soundOn() {
        $('muted').hidden = true;
        for (const [key, { video }] of this.tiles) {
            if (!key.startsWith('screen ')) video.muted = false;
            video.play().catch(() => {});
        }
    }

    // --- who waits

    waiting(people) {
        $('waiting').hidden = !people.length;
        const rows = people.map(({ id, name }) => {
            const row = make('li');
            row.append(make('span', name), make('button', this.say('admit', name), {
                type: 'button', 'data-action': 'admit', 'data-id': id, class: 'main' }));
            return row;
        });
        $('waiting-people').replaceChildren(...rows);
    }

    // --- chat

    get isChatOpen() { return !$('chat').hidden; }

    chat(isOpen) {
        $('chat').hidden = !isOpen;
        $('room').classList.toggle('chatting', isOpen);
        if (isOpen) {
            $('chat-text').focus();
            $('chat-log').scrollTop = $('chat-log').scrollHeight;
        } else {
            document.querySelector('[data-action=chat]')?.focus();
        }
    }

    message({ name, at, text }, isOwn) {
        const row = make('p', '', isOwn ? { class: 'own' } : {});
        row.append(
            make('b', `${isOwn ? this.say('you') : name} · ${this.time(at)}`),
            make('span', text, { 'data-chat-message': '' }));
        $('chat-log').append(row);
        while ($('chat-log').children.length > messagesShown) $('chat-log').firstElementChild.remove();
        $('chat-log').scrollTop = $('chat-log').scrollHeight;
    }

    onChat(send) {
        $('chat-form').addEventListener('submit', (event) => {
            event.preventDefault();
            const text = $('chat-text').value.trim();
            if (text && send(text)) $('chat-text').value = '';
        });
    }

    // --- words for times

    time(at) { return new Intl.DateTimeFormat(this.locale, { hour: '2-digit', minute: '2-digit' }).format(at); }

    /// On the clinic's clock, as its messages have it; where that is another one than here, with its name.
    moment(at) {
        const write = (moment, timeZone, more) => new Intl.DateTimeFormat(this.locale, {
            day: 'numeric', month: 'long', timeZone, ...more }).format(moment);
        const clock = { hour: '2-digit', minute: '2-digit' };
        const isToday = write(at, this.zone) === write(Date.now(), this.zone);
        const isElsewhere = write(at, this.zone, clock) !== write(at, undefined, clock);
        return write(at, this.zone, {
            ...clock, ...(!isToday && { weekday: 'long' }), ...(isElsewhere && { timeZoneName: 'short' }) });
    }

    span(ms) {
        const seconds = Math.max(0, Math.ceil(ms / 1000));
        const two = (number) => String(number).padStart(2, '0');
        const hours = Math.floor(seconds / 3600);
        const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
        return hours ? `${hours}:${rest}` : rest;
    }

    // --- to be sure

    ending(isEnding) { $('ending').hidden = !isEnding; }
}
