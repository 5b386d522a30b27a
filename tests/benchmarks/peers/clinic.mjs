// SPDX-License-Identifier: GPL-3.0-or-later
//
// The work of one file request as a peer does it: the same rows, the same indexes and the same answers as
// anteroomd's, one durable transaction a request. What differs between the peers (the SQLite binding, the hash)
// is passed in.

const SCHEMA = `
CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE, scopes TEXT NOT NULL, accounts TEXT,
    expires_at BIGINT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, display_name TEXT, first_name TEXT, last_name TEXT, date_of_birth TEXT,
    mobile TEXT, mobile_verified INTEGER NOT NULL DEFAULT 0, email TEXT, external_id TEXT,
    is_app_user INTEGER NOT NULL DEFAULT 0, account_id TEXT, account_user_id TEXT, profile_picture_url TEXT,
    language TEXT, sort_name TEXT NOT NULL, created_at BIGINT NOT NULL, changed_at BIGINT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS users_mobile ON users (mobile) WHERE mobile IS NOT NULL;
CREATE INDEX IF NOT EXISTS users_email ON users (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX IF NOT EXISTS users_external_id ON users (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS users_sort ON users (kind, sort_name, id);
CREATE INDEX IF NOT EXISTS users_account_user ON users (account_id, account_user_id) WHERE account_user_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS users_date_of_birth ON users (date_of_birth) WHERE date_of_birth IS NOT NULL;
CREATE TABLE IF NOT EXISTS user_names (
    word TEXT NOT NULL, user_id TEXT NOT NULL, PRIMARY KEY (word, user_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file_requests (
    id TEXT PRIMARY KEY, account_id TEXT NOT NULL, created_at BIGINT NOT NULL, type TEXT NOT NULL, prompt TEXT,
    patient_user_id TEXT NOT NULL, patient_date_of_birth TEXT NOT NULL, staff_user_id TEXT NOT NULL,
    staff_name TEXT NOT NULL, recipient_user_id TEXT NOT NULL, recipient_mobile TEXT, recipient_email TEXT,
    recipient_is_proxy INTEGER NOT NULL, attempt_app_delivery INTEGER NOT NULL, language TEXT NOT NULL,
    short_link_id TEXT NOT NULL, short_link_expires_at BIGINT, expires_at BIGINT, files_update_webhook_url TEXT,
    state TEXT NOT NULL) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS file_requests_short_link ON file_requests (short_link_id);
CREATE INDEX IF NOT EXISTS file_requests_age ON file_requests (created_at, id);
CREATE INDEX IF NOT EXISTS file_requests_account ON file_requests (account_id, created_at, id);
CREATE INDEX IF NOT EXISTS file_requests_patient ON file_requests (patient_user_id, created_at, id);
CREATE INDEX IF NOT EXISTS file_requests_state ON file_requests (state, created_at, id) WHERE state <> 'open';
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, file_request_id TEXT, created_at BIGINT NOT NULL, expires_at BIGINT, description TEXT,
    original_name TEXT NOT NULL, mime_type TEXT NOT NULL, size BIGINT NOT NULL, image_width INTEGER,
    image_height INTEGER, photo_created_at BIGINT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS files_request ON files (file_request_id, created_at, id) WHERE file_request_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS outbox (
    id TEXT PRIMARY KEY, channel TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT, body BLOB NOT NULL,
    status TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, priority INTEGER NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL, not_before BIGINT NOT NULL, sent_at BIGINT, provider TEXT NOT NULL, account_id TEXT,
    user_id TEXT, reference TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (priority, not_before, id) WHERE status IN ('queued', 'sending');
CREATE INDEX IF NOT EXISTS outbox_age ON outbox (created_at, id);
CREATE INDEX IF NOT EXISTS outbox_reference ON outbox (reference);
CREATE TABLE IF NOT EXISTS audit (
    seq INTEGER PRIMARY KEY, at BIGINT NOT NULL, actor_kind TEXT NOT NULL, actor_id TEXT, actor_name TEXT,
    action TEXT NOT NULL, patient_id TEXT, subject TEXT, source TEXT, outcome TEXT NOT NULL, hash BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS audit_patient ON audit (patient_id, seq);
`;

export class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const MOBILE = /^\+[1-9]\d{6,14}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;
const LINK_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

function text(body, name, longest, required) {
  const value = body[name];
  if (value === undefined || value === null) {
    if (required) throw new Refused(400, `${name} is required.`);
    return null;
  }
  if (typeof value !== 'string') throw new Refused(400, `${name} must be a string.`);
  if (value.trim() === '') throw new Refused(400, `${name} must not be empty.`);
  if (value.length > longest) throw new Refused(400, `${name} is too long.`);
  return value;
}

function flag(body, name, byDefault) {
  const value = body[name];
  if (value === undefined || value === null) return byDefault;
  if (typeof value !== 'boolean') throw new Refused(400, `${name} must be a boolean.`);
  return value;
}

function mobile(body, name) {
  const value = text(body, name, 16, false);
  if (value !== null && !MOBILE.test(value)) throw new Refused(400, `${name} must be a number in E.164 format.`);
  return value;
}

function pastDate(value, name) {
  const parts = DATE.exec(value);
  const date = parts && new Date(Date.UTC(+parts[1], +parts[2] - 1, +parts[3]));
  if (!date || date.getUTCDate() !== +parts[3] || date.getTime() > Date.now())
    throw new Refused(400, `${name} must be a date in the past.`);
  return value;
}

/** The body's values, checked; throws Refused. */
function decode(body) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw new Refused(400, 'An object is required.');
  const input = {
    type: text(body, 'type', 20, true),
    prompt: text(body, 'prompt', 2000, false),
    staffId: text(body, 'staffId', 36, false),
    accountUserId: text(body, 'accountUserId', 200, false),
    accountId: text(body, 'accountId', 200, true),
    staffName: text(body, 'staffName', 200, true),
    patientDateOfBirth: pastDate(text(body, 'patientDateOfBirth', 10, true), 'patientDateOfBirth'),
    patientFirstName: text(body, 'patientFirstName', 200, false),
    patientLastName: text(body, 'patientLastName', 200, false),
    patientMobile: mobile(body, 'patientMobile'),
    patientExternalId: text(body, 'patientExternalId', 200, false),
    recipientMobile: mobile(body, 'recipientMobile'),
    recipientEmail: text(body, 'recipientEmail', 254, false),
    recipientIsProxy: flag(body, 'recipientIsProxy', false),
    attemptAppDelivery: flag(body, 'attemptAppDelivery', true),
    filesUpdateWebhookUrl: text(body, 'filesUpdateWebhookUrl', 2000, false),
  };
  if (input.type !== 'photo') throw new Refused(400, 'type must be "photo".');
  if (input.recipientEmail !== null && !EMAIL.test(input.recipientEmail))
    throw new Refused(400, 'recipientEmail must be an e-mail address.');
  for (const [a, b] of [['staffId', 'accountUserId'], ['patientMobile', 'patientExternalId'],
    ['recipientMobile', 'recipientEmail']])
    if (input[a] === null && input[b] === null) throw new Refused(400, `Either ${a} or ${b} is required.`);
  return input;
}

const fold = (name) => (name === null ? null : name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' '));
const conflicts = (mine, theirs) => mine !== null && theirs !== null && mine !== theirs;

/** Microseconds since 1970 as the API writes them. */
function timestamp(us) {
  if (us === null) return null;
  const iso = new Date(Math.floor(us / 1000)).toISOString();
  return `${iso.slice(0, 23)}${String(us % 1000).padStart(3, '0')}+00:00`;
}

const userJson = (row, prefix) => ({
  id: row[`${prefix}_id`],
  displayName: row[`${prefix}_display_name`],
  firstName: row[`${prefix}_first_name`],
  lastName: row[`${prefix}_last_name`],
  profilePictureUrl: row[`${prefix}_picture`],
});

/**
 * db: {exec(sql), prepare(sql) -> {get(...), all(...), run(...)}}; sha256(bytes or text) -> bytes; hex(bytes) -> text.
 * auditReads: "own" (a transaction a read, before its answer) or "batched" (within 100 ms, after it).
 */
export function openClinic({ db, sha256, hex, randomBytes, publicUrl, auditReads }) {
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON']) db.prepare(`PRAGMA ${pragma}`).all();
  db.exec(SCHEMA);

  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const tokenByHash = db.prepare('SELECT id, name, scopes, accounts, expires_at FROM tokens WHERE sha256 = ?');
  const usersByMobile = db.prepare(`SELECT id, kind, first_name, last_name, date_of_birth, is_app_user, mobile_verified,
      display_name, profile_picture_url FROM users WHERE mobile = ? AND kind = 'patient'`);
  const userByExternalId = db.prepare(`SELECT id, first_name, last_name, display_name, profile_picture_url
      FROM users WHERE external_id = ? AND is_app_user = 0`);
  const userByEmail = db.prepare('SELECT id FROM users WHERE lower(email) = lower(?) AND is_app_user = 0');
  const staffById = db.prepare(`SELECT id, display_name, first_name, last_name, profile_picture_url
      FROM users WHERE id = ? AND kind = 'staff'`);
  const staffByAccount = db.prepare(`SELECT id, display_name, first_name, last_name, profile_picture_url
      FROM users WHERE account_id = ? AND account_user_id = ? AND kind = 'staff'`);
  const insertUser = db.prepare(`INSERT INTO users (id, kind, display_name, first_name, last_name, sort_name,
      date_of_birth, mobile, email, external_id, account_id, account_user_id, created_at, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertName = db.prepare('INSERT OR IGNORE INTO user_names (word, user_id) VALUES (?, ?)');
  const insertRequest = db.prepare(`INSERT INTO file_requests (id, account_id, created_at, patient_user_id,
      recipient_user_id, staff_user_id, staff_name, patient_date_of_birth, prompt, type, short_link_id, recipient_mobile,
      recipient_email, recipient_is_proxy, attempt_app_delivery, files_update_webhook_url, language, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'en', 'open')`);
  const insertOutbox = db.prepare(`INSERT INTO outbox (id, channel, recipient, subject, body, status, attempts,
      created_at, not_before, provider, account_id, user_id, reference)
      VALUES (?, ?, ?, ?, ?, 'queued', 0, ?, ?, 'sandbox', ?, ?, ?)`);
  const insertAudit = db.prepare(`INSERT INTO audit (seq, at, actor_kind, actor_id, actor_name, action, patient_id, subject,
      source, outcome, hash) VALUES (?, ?, 'token', ?, ?, ?, ?, ?, ?, ?, ?)`);
  const requestById = db.prepare(`SELECT r.id, r.account_id, r.created_at, r.prompt, r.type, r.short_link_id,
      r.expires_at, r.short_link_expires_at, r.files_update_webhook_url AS webhook_url,
      p.id AS patient_id, p.display_name AS patient_display_name, p.first_name AS patient_first_name,
      p.last_name AS patient_last_name, p.profile_picture_url AS patient_picture,
      s.id AS staff_id, s.display_name AS staff_display_name, s.first_name AS staff_first_name,
      s.last_name AS staff_last_name, s.profile_picture_url AS staff_picture
      FROM file_requests r JOIN users p ON p.id = r.patient_user_id JOIN users s ON s.id = r.staff_user_id
      WHERE r.id = ?`);
  const filesOfRequest = db.prepare('SELECT * FROM files WHERE file_request_id = ? ORDER BY created_at, id');

  const last = db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get();
  let chain = { seq: last ? Number(last.seq) : 0, hash: last ? new Uint8Array(last.hash) : new Uint8Array(32) };
  const encoder = new TextEncoder();

  /** One row, chained to the one before by SHA-256. */
  function audit(entry) {
    const seq = chain.seq + 1;
    const row = encoder.encode(JSON.stringify([seq, entry.at, 'token', entry.actor.id, entry.actor.name,
      entry.action, entry.patient,
      entry.subject, entry.source, entry.outcome]));
    const linked = new Uint8Array(32 + row.length);
    linked.set(chain.hash);
    linked.set(row, 32);
    const hash = sha256(linked);
    insertAudit.run(seq, entry.at, entry.actor.id, entry.actor.name, entry.action, entry.patient, entry.subject,
      entry.source, entry.outcome, hash);
    chain = { seq, hash };
  }

  /** One durable transaction; what throws leaves nothing, the chain's end included. */
  function transaction(work) {
    const before = chain;
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      chain = before;
      rollback.run();
      throw error;
    }
  }

  let waiting = [];
  function flushReads() {
    const entries = waiting;
    waiting = [];
    transaction(() => entries.forEach(audit));
  }
  function auditRead(entry) {
    if (auditReads === 'own') {
      transaction(() => audit(entry));
    } else {
      if (waiting.length === 0) setTimeout(flushReads, 80);
      waiting.push(entry);
    }
  }

  const nowUs = () => Math.floor((performance.timeOrigin + performance.now()) * 1000);

  function authorize(header, scope) {
    if (!header || !header.startsWith('Bearer ')) throw new Refused(401, '');
    const token = tokenByHash.get(hex(sha256(header.slice(7))));
    if (!token || (token.expires_at !== null && token.expires_at < nowUs())) throw new Refused(401, '');
    if (!` ${token.scopes} `.includes(` ${scope} `)) throw new Refused(403, `The token lacks ${scope}.`);
    return token;
  }

  function shortLinkId() {
    let id = '';
    while (id.length < 12)
      for (const byte of randomBytes(16)) if (byte < 248 && id.length < 12) id += LINK_ALPHABET[byte % 31];
    return id;
  }

  function newUser(kind, fields, at) {
    const user = { id: crypto.randomUUID(), display_name: null, first_name: null, last_name: null,
      profile_picture_url: null, ...fields };
    const names = [user.last_name, user.first_name].filter((part) => part);
    const sortName = fold(names.length ? names.join(' ') : user.display_name ?? user.mobile ?? user.email ?? '');
    insertUser.run(user.id, kind, user.display_name, user.first_name, user.last_name, sortName,
      user.date_of_birth ?? null, user.mobile ?? null, user.email ?? null, user.external_id ?? null,
      user.account_id ?? null, user.account_user_id ?? null, at, at);
    for (const word of new Set(sortName.split(' '))) insertName.run(word, user.id);
    return user;
  }

  function findPatient(input, at) {
    const fresh = { first_name: input.patientFirstName, last_name: input.patientLastName,
      date_of_birth: input.patientDateOfBirth, mobile: input.patientMobile, external_id: input.patientExternalId };
    if (input.patientMobile === null) return userByExternalId.get(input.patientExternalId) ?? newUser('patient', fresh, at);
    const fits = usersByMobile.all(input.patientMobile).filter((user) =>
      !conflicts(user.date_of_birth, input.patientDateOfBirth) &&
      !conflicts(fold(user.first_name), fold(input.patientFirstName)) &&
      !conflicts(fold(user.last_name), fold(input.patientLastName)));
    return fits.find((user) => user.is_app_user && user.mobile_verified) ?? fits.find((user) => !user.is_app_user) ??
      newUser('patient', fresh, at);
  }

  function findRecipient(input, patient, at) {
    if (input.recipientMobile === null)
      return userByEmail.get(input.recipientEmail) ?? newUser('patient', { email: input.recipientEmail }, at);
    const users = usersByMobile.all(input.recipientMobile);
    return (input.attemptAppDelivery && users.find((user) => user.is_app_user && user.mobile_verified)) ||
      users.find((user) => user.id === patient.id && !user.is_app_user) || users.find((user) => !user.is_app_user) ||
      newUser('patient', { mobile: input.recipientMobile }, at);
  }

  function findStaff(input, at) {
    return (input.staffId !== null && staffById.get(input.staffId)) ||
      (input.accountUserId !== null && staffByAccount.get(input.accountId, input.accountUserId)) ||
      newUser('staff', { display_name: input.staffName, account_id: input.accountId,
        account_user_id: input.accountUserId }, at);
  }

  const requestJson = (row, files) => ({
    id: row.id,
    accountId: row.account_id,
    createdAt: timestamp(row.created_at),
    files: files.map((file) => ({
      id: file.id, createdAt: timestamp(file.created_at), description: file.description,
      expiresAt: timestamp(file.expires_at), imageHeight: file.image_height, imageWidth: file.image_width,
      mimeType: file.mime_type, originalName: file.original_name, photoCreatedAt: timestamp(file.photo_created_at),
      size: file.size,
    })),
    patientUser: userJson(row, 'patient'),
    staffUser: userJson(row, 'staff'),
    prompt: row.prompt,
    expiresAt: timestamp(row.expires_at),
    shortLinkExpiresAt: timestamp(row.short_link_expires_at),
    shortLinkId: row.short_link_id,
    type: row.type,
    filesUpdateWebhookUrl: row.webhook_url,
  });

  return {
    create(authorization, body, source) {
      const token = authorize(authorization, 'file_request:write');
      const input = decode(body);
      if (token.accounts !== null && !token.accounts.split(' ').includes(input.accountId))
        throw new Refused(403, 'The token is not for this account.');
      return transaction(() => {
        const at = nowUs();
        const patient = findPatient(input, at);
        const recipient = findRecipient(input, patient, at);
        const staff = findStaff(input, at);
        const id = crypto.randomUUID();
        const link = shortLinkId();
        insertRequest.run(id, input.accountId, at, patient.id, recipient.id, staff.id, input.staffName,
          input.patientDateOfBirth, input.prompt, input.type, link, input.recipientMobile, input.recipientEmail,
          input.recipientIsProxy ? 1 : 0, input.attemptAppDelivery ? 1 : 0, input.filesUpdateWebhookUrl);
        const whom = input.recipientIsProxy ? ' for a patient in your care' : '';
        const message = `${input.staffName} asks for a photo${whom}. Please open ${publicUrl}/r/${link}`;
        if (input.recipientMobile !== null)
          insertOutbox.run(crypto.randomUUID(), 'sms', input.recipientMobile, null, message, at, at, input.accountId,
            recipient.id, id);
        if (input.recipientEmail !== null)
          insertOutbox.run(crypto.randomUUID(), 'email', input.recipientEmail, 'A photo is needed', message, at, at,
            input.accountId, recipient.id, id);
        audit({ at, actor: token, action: 'file_request.create', patient: patient.id, subject: id, source,
          outcome: 'ok' });
        return requestJson({
          id, account_id: input.accountId, created_at: at, prompt: input.prompt, type: input.type, short_link_id: link,
          expires_at: null, short_link_expires_at: null, webhook_url: input.filesUpdateWebhookUrl,
          patient_id: patient.id, patient_display_name: patient.display_name, patient_first_name: patient.first_name,
          patient_last_name: patient.last_name, patient_picture: patient.profile_picture_url,
          staff_id: staff.id, staff_display_name: staff.display_name, staff_first_name: staff.first_name,
          staff_last_name: staff.last_name, staff_picture: staff.profile_picture_url,
        }, []);
      });
    },

    read(authorization, id, source) {
      const token = authorize(authorization, 'file_request:read');
      const row = requestById.get(id);
      if (!row || (token.accounts !== null && !token.accounts.split(' ').includes(row.account_id)))
        throw new Refused(404, '');
      auditRead({ at: nowUs(), actor: token, action: 'file_request.read', patient: row.patient_id, subject: id,
        source, outcome: 'ok' });
      return requestJson(row, filesOfRequest.all(id));
    },

    /** A token with both scopes, for the bench. */
    addToken(secret) {
      db.prepare('INSERT INTO tokens (id, sha256, name, scopes) VALUES (?, ?, ?, ?)').run(crypto.randomUUID(),
        hex(sha256(secret)), 'bench', 'file_request:read file_request:write');
    },
  };
}
