// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server with bad manners: node mailserver.mjs MODE [CERT KEY]. Tells its port and what it was given as
// lines of JSON on standard output, and ends when standard input does.
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { SMTPServer } from 'smtp-server';

const [mode, cert, key] = process.argv.slice(2);
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
// Whoever writes something hears when all that came before has been told.
process.stdin.on('data', () => tell({ event: 'heard' })).on('end', () => process.exit(0));

function refusal(code, text) {
    return Object.assign(new Error(text ?? 'no, and jane@example.org is named here'), { responseCode: Number(code) });
}

// An address such as `rcpt-550@example.org` is refused at that step with that code.
function codeFor(step, address) {
    return address.match(new RegExp(`^${step}-(\\d{3})@`))?.[1];
}

function courteous() {
    const options = {
        authMethods: ['PLAIN', 'LOGIN'],
        authOptional: mode !== 'sign-in',
        disabledCommands: mode === 'no-tls' ? ['STARTTLS'] : [],
        allowInsecureAuth: mode === 'no-tls',
        disableReverseLookup: true,
        secure: mode === 'smtps',
        ...(cert && { cert: readFileSync(cert), key: readFileSync(key) }),
        onConnect(session, done) { tell({ event: 'connected' }); done(); },
        onAuth(auth, session, done) {
            tell({ event: 'auth', secure: session.secure });
            const good = auth.username === 'anteroom' && auth.password === 'right-password';
            done(good ? null : refusal(535, 'no'), good ? { user: auth.username } : undefined);
        },
        onMailFrom(address, session, done) {
            const code = codeFor('sender', address.address);
            done(code && refusal(code));
        },
        onRcptTo(address, session, done) {
            const code = codeFor('rcpt', address.address);
            done(code && refusal(code));
        },
        onData(stream, session, done) {
            const chunks = [];
            stream.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
                const to = session.envelope.rcptTo[0].address;
                const code = codeFor('text', to);
                if (code) return done(refusal(code));
                tell({ event: 'mail', to, from: session.envelope.mailFrom.address, secure: session.secure,
                    user: session.user ?? '', raw: Buffer.concat(chunks).toString('base64') });
                if (to.startsWith('hang@')) return undefined;
                if (to.startsWith('cut@')) return process.exit(0);
                return done();
            });
        },
    };
    const server = new SMTPServer(options);
    server.on('error', (error) => tell({ event: 'error', code: error.code ?? '' }));
    server.listen(0, '127.0.0.1', () => tell({ event: 'listening', port: server.server.address().port }));
}

// Answers each command by the table; a function gets the socket.
function scripted(greeting, answers = {}) {
    const server = net.createServer((socket) => {
        socket.on('error', () => {});
        tell({ event: 'connected' });
        let inText = false;
        let pending = '';
        const say = (what) => (typeof what === 'function' ? what(socket) : socket.write(`${what}\r\n`));
        say(greeting);
        socket.on('data', (bytes) => {
            pending += bytes;
            let end;
            while ((end = pending.indexOf('\r\n')) >= 0) {
                const line = pending.slice(0, end);
                pending = pending.slice(end + 2);
                if (inText) {
                    if (line !== '.') continue;
                    inText = false;
                    tell({ event: 'mail' });
                    say('250 taken');
                    continue;
                }
                const command = line.slice(0, 4).toUpperCase();
                tell({ event: 'command', command });
                inText = command === 'DATA' && !answers.DATA;
                say(answers[command] ?? (inText ? '354 go on' : '250 fine'));
            }
        });
    });
    server.listen(0, '127.0.0.1', () => tell({ event: 'listening', port: server.address().port }));
}

function endless(text) {
    return (socket) => {
        const more = () => { while (!socket.destroyed && socket.write(text)); };
        socket.on('drain', more);
        more();
    };
}

const silent = () => {};
const scripts = {
    'says nothing': () => scripted(silent),
    'speaks another language': () => scripted((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n<html>')),
    'sends bytes': () => scripted((socket) => socket.end(Buffer.alloc(5000, 0x80))),
    'greets without end': () => scripted(endless('220-welcome, and a good day to you, and to all of yours\r\n'.repeat(100))),
    'never ends its line': () => scripted(endless('2'.repeat(10000))),
    'is out of service': () => scripted('554 5.3.2 no service here'),
    'is busy': () => scripted('421 4.3.2 come back later'),
    'goes before the text': () => scripted('220 hello', { DATA: (socket) => socket.destroy() }),
    'never says goodbye': () => scripted('220 hello', { QUIT: silent }),
};
(scripts[mode] ?? courteous)();
