// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a room's page needs of a server, on node and ws: no store, no limits, no rights. Rooms are named by
// their links, `/room/NAME-1` and `/room/NAME-2`.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const types = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

/// `html` is a room's page; its assets come from `folder`.
export const serve = async (html, folder) => {
    const rooms = new Map();
    const server = createServer((request, answer) => {
        const asset = request.url.match(/^\/room\/-\/[^/]+\/([a-z]+\.(js|css|svg))$/);
        answer.setHeader('Content-Type', asset ? types[asset[2]] : 'text/html; charset=utf-8');
        answer.end(asset ? readFileSync(`${folder}/${asset[1]}`) : html);
    });
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket, request) => {
        const [, name, place] = request.url.match(/^\/room\/(.+)-(\d)\/signal(?:\?|$)/);
        const room = rooms.get(name) ?? new Map();
        rooms.set(name, room);
        const person = { id: place, instance: '', name: `Person ${place}`, plus: place === '1', camera: false, microphone: false, screen: false };
        const tell = (message) => socket.send(JSON.stringify(message));
        const others = (message) => {
            for (const [id, other] of room) {
                if (id !== place && other.isLive) other.tell(message);
            }
        };
        const state = { type: 'state', why: '', self: place, name: person.name, plus: person.plus,
            tools: ['chat', 'screen_sharing'], now: Date.now(), opens: Date.now(), ends: Date.now() + 1_800_000 };
        const me = { person, tell, isLive: false };
        room.set(place, me);
        tell({ ...state, state: 'open', ice: [] });
        socket.on('message', (data) => {
            const message = JSON.parse(data);
            if (message.type === 'ping') {
                tell({ type: 'pong' });
            } else if (message.type === 'signal') {
                room.get(message.to)?.tell({ type: 'signal', from: place, data: message.data });
            } else if (message.type === 'join') {
                person.instance = message.instance;
                me.isLive = true;
                tell({ ...state, state: 'live', people: [...room.values()].filter((one) => one !== me && one.isLive).map((one) => one.person) });
                others({ type: 'entered', person });
            } else if (message.type === 'media') {
                Object.assign(person, message);
                others({ type: 'person', person });
            }
        });
        socket.on('close', () => {
            room.delete(place);
            others({ type: 'left', id: place });
        });
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
};
