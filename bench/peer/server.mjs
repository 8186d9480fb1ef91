// The peer of the intake: a durable webhook intake as one would write it with Fastify and
// better-sqlite3. It checks the signature, reads the JSON and writes four rows, where werktdoord
// writes some ten. Environment: PORT, STORE (a file), SECRET ("whsec_…"), and GROUP=1 for one commit
// for all that came in one turn of the event loop instead of one each.
import { createHmac, timingSafeEqual } from 'node:crypto';
import Database from 'better-sqlite3';
import Fastify from 'fastify';

const { PORT, STORE, SECRET, GROUP } = process.env;
const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');

const store = new Database(STORE);
store.pragma('journal_mode = WAL');
store.pragma('synchronous = FULL');
store.pragma('cache_size = -32768');
store.exec(`
  CREATE TABLE requests (id INTEGER PRIMARY KEY, webhook TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,
    kind TEXT NOT NULL, employer TEXT NOT NULL, kvk TEXT NOT NULL, document TEXT NOT NULL);
  CREATE TABLE journal (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL,
    request INTEGER NOT NULL);
  CREATE TABLE clocks (request INTEGER PRIMARY KEY, name TEXT NOT NULL, due INTEGER NOT NULL);
  CREATE INDEX clocks_due ON clocks(due);
  CREATE TABLE outbox (id INTEGER PRIMARY KEY, request INTEGER NOT NULL, address TEXT NOT NULL,
    state TEXT NOT NULL);
`);
const insertRequest = store.prepare(
  'INSERT INTO requests(webhook, at, kind, employer, kvk, document) VALUES (?, ?, ?, ?, ?, ?)');
const insertLine = store.prepare('INSERT INTO journal(at, event, request) VALUES (?, ?, ?)');
const insertClock = store.prepare('INSERT INTO clocks(request, name, due) VALUES (?, ?, ?)');
const insertMail = store.prepare('INSERT INTO outbox(request, address, state) VALUES (?, ?, ?)');

function register({ id, body, data }) {
  const now = Date.now();
  const { employer, kind } = data;
  const row = insertRequest.run(id, now, kind, employer.name, employer.kvkNumber, body);
  insertLine.run(now, 'request.registered', row.lastInsertRowid);
  insertClock.run(row.lastInsertRowid, 'take_up', now + 86_400_000);
  insertMail.run(row.lastInsertRowid, employer.contact.email, 'waiting');
}

const one = store.transaction(register);
const all = store.transaction((waiting) => waiting.forEach(register));
let queue = [];

function commitAll() {
  const waiting = queue;
  queue = [];
  all(waiting);
  for (const each of waiting) each.committed();
}

function committed(submission) {
  if (!GROUP) return one(submission);
  return new Promise((resolve) => {
    if (queue.push({ ...submission, committed: resolve }) === 1) setImmediate(commitAll);
  });
}

function authentic(headers, body) {
  const signed = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`)
    .update(body)
    .digest();
  const given = Buffer.from((headers['webhook-signature'] ?? '').slice('v1,'.length), 'base64');
  return given.length === signed.length && timingSafeEqual(given, signed);
}

const app = Fastify({ logger: false });
app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
app.post('/v1/intake', async (request, reply) => {
  if (!authentic(request.headers, request.body)) return reply.code(401).send({ title: 'signature' });
  const body = request.body.toString('utf8');
  await committed({ id: request.headers['webhook-id'], body, data: JSON.parse(body).data });
  return reply.code(201).send({ state: 'registered' });
});
await app.listen({ host: '127.0.0.1', port: Number(PORT) });
process.on('SIGTERM', () => {
  store.close();
  process.exit(0);
});
