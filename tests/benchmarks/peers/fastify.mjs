// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node fastify.mjs DATABASE TOKEN own|batched; prints "listening on URL".
import crypto from 'node:crypto';
import Fastify from 'fastify';
import Database from 'libsql';
import { openClinic, Refused } from './clinic.mjs';

const [database, token, auditReads] = process.argv.slice(2);
const sha256 = crypto.hash ? (data) => crypto.hash('sha256', data, 'buffer')
  : (data) => crypto.createHash('sha256').update(data).digest();

// libsql binds a single object as named values and gives an old row when get() follows all(), so everything goes
// through all() with an array; that costs it about 1.5 of 14 µs a query.
const file = new Database(database);
const db = {
  exec: (sql) => file.exec(sql),
  prepare: (sql) => {
    const statement = file.prepare(sql);
    return {
      run: (...values) => statement.run(values),
      all: (...values) => statement.all(values),
      get: (...values) => statement.all(values)[0],
    };
  },
};
const clinic = openClinic({ db, sha256, hex: (bytes) => bytes.toString('hex'), randomBytes: crypto.randomBytes,
  publicUrl: 'http://127.0.0.1:8081', auditReads });
clinic.addToken(token);

const nullable = (type) => ({ type: [type, 'null'] });
const user = {
  type: 'object',
  properties: { id: { type: 'string' }, displayName: nullable('string'), firstName: nullable('string'),
    lastName: nullable('string'), profilePictureUrl: nullable('string') },
};
// Fastify's own way to fast answers: a serializer compiled from the schema.
const response = {
  200: {
    type: 'object',
    properties: {
      id: { type: 'string' }, accountId: { type: 'string' }, createdAt: { type: 'string' },
      files: { type: 'array', items: { type: 'object', additionalProperties: true } }, patientUser: user,
      staffUser: user, prompt: nullable('string'), expiresAt: nullable('string'),
      shortLinkExpiresAt: nullable('string'), shortLinkId: { type: 'string' }, type: { type: 'string' },
      filesUpdateWebhookUrl: nullable('string'),
    },
  },
};

const app = Fastify({ logger: false });
app.setErrorHandler((error, request, reply) => {
  const status = error instanceof Refused ? error.status : (error.statusCode ?? 500);
  if (error.message === '') return reply.code(status).send();
  return reply.code(status).send({ error: error.message });
});
app.post('/v1/file-requests', { schema: { response } },
  (request, reply) => { reply.send(clinic.create(request.headers.authorization, request.body, request.ip)); });
app.get('/v1/file-requests/:id', { schema: { response } },
  (request, reply) => { reply.send(clinic.read(request.headers.authorization, request.params.id, request.ip)); });
console.log(`listening on ${await app.listen({ host: '127.0.0.1', port: 0 })}`);
