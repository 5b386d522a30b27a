// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the patient pages easier where there is JavaScript; without it they do the same by plain forms.
'use strict';

(() => {
    const make = (tag, properties = {}, ...children) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(properties)) {
            if (name in element) element[name] = value;
            else element.setAttribute(name, value);
        }
        element.append(...children);
        return element;
    };
    const fill = (text, ...values) => text.replace(/%(\d)/g, (_, n) => values[n - 1]);
    const plainTitle = document.title;

    // The box above all else that says what is wrong, with links to where it is.
    const summarise = (title, problems, prefix) => {
        document.getElementById('summary')?.remove();
        document.title = problems.length ? `${prefix} ${plainTitle}` : plainTitle;
        if (!problems.length) return;
        const heading = make('h2', { id: 'summary-title', textContent: title });
        const list = make('ul');
        for (const { words, target } of problems) {
            const link = make('a', { href: `#${target}`, textContent: words });
            link.addEventListener('click', (event) => {
                event.preventDefault();
                document.getElementById(target)?.focus();
            });
            list.append(make('li', {}, link));
        }
        const box = make('div', {
            id: 'summary', className: 'summary', role: 'alert', tabIndex: -1, 'aria-labelledby': 'summary-title',
        }, heading, list);
        document.getElementById('main').prepend(box);
        box.focus();
    };

    // `autofocus` does it; this is for browsers that know it on form fields only.
    window.addEventListener('load', () => setTimeout(() => {
        if (document.activeElement === document.body) document.getElementById('summary')?.focus();
    }, 100));

    const dateForm = document.querySelector('[data-form=date]');
    if (dateForm) {
        const { textTitle, textPrefix, textMissing, textImpossible, textCode } = dateForm.dataset;
        const fields = ['day', 'month', 'year'].map((id) => document.getElementById(id));
        const set = dateForm.querySelector('fieldset');
        const code = document.getElementById('code');
        const problem = () => {
            const empty = fields.filter((field) => !field.value.trim());
            if (empty.length) return { words: textMissing, wrong: empty };
            const [day, month, year] = fields.map((field) => Number(field.value.trim()));
            const date = new Date(Date.UTC(2000, month - 1, day));
            date.setUTCFullYear(year, month - 1, day);
            const real = year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1
                && date.getUTCDate() === day && date <= new Date();
            return real ? null : { words: textImpossible, wrong: fields };
        };
        // The words beside the question; `of` is what they describe.
        const tell = (hint, of, words) => {
            document.getElementById(`${hint}-error`)?.remove();
            of.setAttribute('aria-describedby', words ? `${hint}-hint ${hint}-error` : `${hint}-hint`);
            if (words) {
                document.getElementById(`${hint}-hint`).after(
                    make('p', { id: `${hint}-error`, className: 'error', textContent: words }));
            }
        };
        dateForm.addEventListener('submit', (event) => {
            const found = [];
            const wrong = new Set();
            if (code) {
                const bad = !/^(\s*\d){6}\s*$/.test(code.value);
                if (bad) {
                    found.push({ words: textCode, target: 'code' });
                    wrong.add(code);
                }
                tell('code', code, bad ? textCode : '');
            }
            const date = problem();
            if (date) found.push({ words: date.words, target: date.wrong[0].id });
            date?.wrong.forEach((field) => wrong.add(field));
            tell('date', set, date?.words);
            for (const field of [code, ...fields]) {
                if (wrong.has(field)) field.setAttribute('aria-invalid', 'true');
                else field?.removeAttribute('aria-invalid');
            }
            if (!found.length) return;
            event.preventDefault();
            summarise(textTitle, found, textPrefix);
        });
    }

    const form = document.querySelector('[data-form=photos]');
    if (!form) return;

    const texts = JSON.parse(form.dataset.texts);
    const most = 25 * 1024 * 1024;
    const pieceBytes = 1024 * 1024;
    const patience = 60_000; // ms without a byte
    const uploads = form.action.replace(/files$/, 'uploads');
    const csrf = form.elements.csrf.value;
    let left = Number(form.dataset.left);
    const chooser = document.getElementById('photo');
    const submit = form.querySelector('[type=submit]');
    const list = make('ul', { className: 'photos', 'aria-label': texts.list });
    const status = make('p', { role: 'status' });
    const rows = [];
    let made = 0;
    let busy = false;

    form.noValidate = true;
    form.querySelector('[data-single]').remove();
    form.querySelector('[data-nojs]').remove();
    const label = form.querySelector('label[for=photo]');
    label.replaceWith(make('h2', { id: 'photo-title', textContent: label.textContent }));
    chooser.hidden = true;

    const camera = make('input', { type: 'file', accept: 'image/*', hidden: true });
    camera.setAttribute('capture', 'environment');
    const picks = form.querySelector('.pick');
    const pickButton = (words, input) => {
        const button = make('button', { type: 'button', textContent: words, 'aria-describedby': 'photo-hint' });
        button.addEventListener('click', () => input.click());
        return button;
    };
    picks.classList.add('picks');
    const choose = pickButton(texts.choose, chooser);
    choose.id = 'choose';
    const shoot = pickButton(texts.camera, camera);
    const first = navigator.maxTouchPoints > 0 ? shoot : choose;
    if (first === shoot) picks.append(shoot, camera);
    picks.append(choose);
    picks.after(list);
    submit.before(status);

    const megabytes = (bytes) => Math.max(0.1, bytes / 1e6).toLocaleString(document.documentElement.lang,
        { minimumFractionDigits: 1, maximumFractionDigits: 1 });

    const setState = (row, state, words) => {
        row.state = state;
        row.words.textContent = words;
        row.words.className = { failed: 'error', sent: 'good' }[state] ?? 'hint';
        row.words.hidden = !words;
        row.bar.hidden = state !== 'sending';
        row.remove.hidden = state === 'sending' || state === 'sent';
        row.about.readOnly = state === 'sending' || state === 'sent';
        row.about.hidden = state === 'sent' && !row.about.value;
        row.label.hidden = row.about.hidden;
    };

    const refresh = () => {
        const waiting = rows.filter((row) => row.state !== 'sent' && !row.hopeless);
        // One filled button: what comes next.
        first.classList.toggle('main', !rows.length);
        submit.classList.toggle('main', rows.length);
        submit.disabled = busy;
        shoot.disabled = busy;
        choose.disabled = busy;
        submit.textContent = waiting.some((row) => row.state === 'failed') ? texts.again
            : !waiting.length && rows.some((row) => row.state === 'sent') ? texts.finish : texts.send;
    };

    const drop = (row) => {
        const at = rows.indexOf(row);
        rows.splice(at, 1);
        URL.revokeObjectURL(row.image.src);
        row.item.remove();
        status.textContent = fill(texts.removed, row.file.name);
        refresh();
        (rows[Math.min(at, rows.length - 1)]?.remove || choose).focus();
    };

    const add = (file) => {
        if (rows.some(({ file: old }) => old.name === file.name && old.size === file.size
            && old.lastModified === file.lastModified)) return;
        const id = `photo-${++made}`;
        const row = { file, id };
        row.image = make('img', { src: URL.createObjectURL(file), alt: '', decoding: 'async' });
        row.image.addEventListener('error', () => { row.image.style.visibility = 'hidden'; });
        row.words = make('p', { id: `${id}-state`, className: 'hint' });
        row.bar = make('progress', { max: 100, value: 0, 'aria-label': fill(texts.progress, file.name) });
        row.about = make('textarea', { id, name: 'description', rows: 2, maxLength: 1000 });
        row.about.setAttribute('aria-describedby', `${id}-name ${id}-state`);
        row.label = make('label', { htmlFor: id, textContent: texts.describe });
        row.remove = make('button', { type: 'button', 'aria-label': fill(texts.removeNamed, file.name) },
            texts.remove);
        row.remove.addEventListener('click', () => drop(row));
        row.item = make('li', { className: 'row' }, row.image,
            make('div', {},
                make('span', { id: `${id}-name`, className: 'name', textContent: file.name }),
                make('span', { className: 'hint', textContent: ` ${megabytes(file.size)} MB` }),
                make('div', { className: 'acts' }, row.remove)),
            make('div', { className: 'wide' }, row.label, row.about, row.bar, row.words));
        rows.push(row);
        list.append(row.item);
        setState(row, 'waiting', '');
        if (file.size > most) {
            row.hopeless = true;
            setState(row, 'failed', texts.tooLarge);
        }
    };

    const take = (input) => {
        let refused = false;
        for (const file of input.files) {
            if (rows.filter((row) => !row.hopeless).length >= left) refused = true;
            else add(file);
        }
        input.value = '';
        summarise('', [], '');
        status.textContent = refused ? fill(texts.tooMany, left)
            : fill(texts.chosen, rows.filter((row) => row.state !== 'sent').length);
        refresh();
    };
    chooser.addEventListener('change', () => take(chooser));
    camera.addEventListener('change', () => take(camera));

    const progress = (row, share) => {
        row.bar.value = 100 * share;
        row.words.textContent = `${texts.sending} ${share.toLocaleString(document.documentElement.lang,
            { style: 'percent' })}`;
    };

    // Resolves to the answer; its status is 0 where none came, also when nothing moved for too long.
    const post = (url, body, header = {}, onProgress = () => {}) => new Promise((resolve) => {
        const request = new XMLHttpRequest();
        let timer;
        const moved = () => {
            clearTimeout(timer);
            timer = setTimeout(() => request.abort(), patience);
        };
        request.upload.addEventListener('progress', (event) => {
            moved();
            onProgress(event.loaded);
        });
        request.addEventListener('loadend', () => {
            clearTimeout(timer);
            let answer = {};
            try {
                answer = JSON.parse(request.responseText);
            } catch {
                // not ours: a proxy's page, or nothing
            }
            resolve({ ...answer, status: request.status });
        });
        request.open('POST', url);
        request.setRequestHeader('Accept', 'application/json');
        for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
        moved();
        request.send(body);
    });
    const fields = (values) => new URLSearchParams({ csrf, ...values });
    const wait = (ms) => new Promise((resolve) => {
        setTimeout(resolve, ms);
        window.addEventListener('online', resolve, { once: true });
    });

    // One photo in pieces, from where an earlier try stopped: of this page or of one before it.
    const sendOnce = async (row) => {
        const { file } = row;
        const moved = (bytes) => progress(row, bytes / file.size);
        if (!row.hash) {
            const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
            row.hash = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        }
        const upload = await post(uploads, fields({ sha256: row.hash, size: file.size }));
        if (upload.status !== 200 || upload.sent) return upload;
        for (let { have } = upload; have < file.size;) {
            moved(have);
            const begin = have;
            const piece = await post(`${uploads}/${upload.id}?from=${begin}`, file.slice(begin, begin + pieceBytes),
                { 'X-Csrf': csrf }, (loaded) => moved(begin + loaded));
            if (piece.status !== 200) return piece;
            have = piece.have;
            row.tries = 0;
        }
        moved(file.size);
        row.words.textContent = texts.checking;
        return post(`${uploads}/${upload.id}/done`, fields({ name: file.name, description: row.about.value }));
    };

    // Without https there is no hash: the whole photo at once, as the form does it.
    const sendWhole = (row) => {
        const body = new FormData();
        body.append('csrf', csrf);
        body.append('description', row.about.value);
        body.append('photo', row.file, row.file.name);
        return post(form.action, body, {}, (loaded) => progress(row, Math.min(1, loaded / row.file.size)));
    };

    const send = async (row) => {
        for (row.tries = 0; ; row.tries += 1) {
            setState(row, 'sending', texts.sending);
            let answer;
            try {
                answer = await (globalThis.crypto?.subtle ? sendOnce : sendWhole)(row);
            } catch {
                answer = { status: 400, error: texts.unread };
            }
            if (answer.status === 200) {
                setState(row, 'sent', texts.sent);
                return;
            }
            // No answer, a proxy's, "still checking", or the upload stands elsewhere: once more from there.
            if (answer.error || row.tries >= 5) {
                row.hopeless = answer.again === false;
                setState(row, 'failed', answer.error || texts.lost);
                return;
            }
            row.words.textContent = answer.status === 202 ? texts.checking : texts.waiting;
            await wait(answer.status === 202 || answer.status === 409 ? 1000 : 1000 * 2 ** row.tries);
        }
    };

    const warn = (event) => event.preventDefault();

    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (busy) return;
        const pending = rows.filter((row) => row.state !== 'sent' && !row.hopeless);
        if (!rows.length) {
            summarise(texts.problem, [{ words: texts.none, target: 'choose' }], texts.prefix);
            return;
        }
        summarise('', [], '');
        busy = true;
        refresh();
        window.addEventListener('beforeunload', warn);
        let number = 0;
        for (const row of pending) {
            status.textContent = fill(texts.sendingOf, ++number, pending.length);
            await send(row);
            if (row.state === 'sent') left -= 1;
        }
        window.removeEventListener('beforeunload', warn);
        busy = false;
        refresh();
        const failed = rows.filter((row) => row.state === 'failed');
        if (!failed.length || (!pending.length && rows.some((row) => row.state === 'sent'))) {
            status.textContent = texts.allSent;
            location.replace(form.action.replace(/\/files$/, ''));
            return;
        }
        status.textContent = fill(texts.someSent, pending.filter((row) => row.state === 'sent').length,
            pending.length);
        summarise(texts.failed, failed.map((row) => ({
            words: `${row.file.name}: ${row.words.textContent}`, target: row.id,
        })), texts.prefix);
    });
    refresh();
})();
