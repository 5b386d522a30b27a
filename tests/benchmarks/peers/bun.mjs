// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: bun bun.mjs DATABASE TOKEN own|batched; prints "listening on URL".
import { Database } from 'bun:sqlite';
import { openClinic, Refused } from './clinic.mjs';

const [database, token, auditReads] = Bun.argv.slice(2);
const clinic = openClinic({ db: new Database(database), sha256: (data) => Bun.SHA256.hash(data),
  hex: (bytes) => bytes.toHex(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)), publicUrl: 'http://127.0.0.1:8081', auditReads });
clinic.addToken(token);

function refusal(error) {
  const status = error instanceof Refused ? error.status : error instanceof SyntaxError ? 400 : 500;
  return error.message === '' ? new Response(null, { status }) : Response.json({ error: error.message }, { status });
}

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: 0,
  routes: {
    '/v1/file-requests': {
      async POST(request, server) {
        try {
          return Response.json(clinic.create(request.headers.get('authorization'), await request.json(),
            server.requestIP(request).address));
        } catch (error) {
          return refusal(error);
        }
      },
    },
    '/v1/file-requests/:id': {
      GET(request, server) {
        try {
          return Response.json(clinic.read(request.headers.get('authorization'), request.params.id,
            server.requestIP(request).address));
        } catch (error) {
          return refusal(error);
        }
      },
    },
  },
  fetch: () => new Response(null, { status: 404 }),
});
console.log(`listening on http://127.0.0.1:${server.port}`);
