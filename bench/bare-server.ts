import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { databaseRoleOf } from '../src/access/viewer.js';
import { loginSettings } from '../src/database/roles.js';
import { connectionTimeouts } from '../src/database/timeouts.js';
import { type Prepared, reads } from './bare/reads.js';
import { sendReferral } from './bare/send-referral.js';
import { viewerOf } from './viewer.js';

/*
 * What the hub is measured against: Node's HTTP server and `pg`, with the same login role, settings and number of
 * connections as the hub. It answers each request with one hand-written statement under the same row policies, in one
 * round trip. It does not sign anybody in, checks no input and keeps no audit.
 */

const settings = Object.entries(loginSettings).map(([name, value]) => `-c ${name}=${value}`);
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_LOGIN_URL'],
  max: 10,
  options: settings.join(' '),
  ...connectionTimeouts,
});
// The bench may stop the database first.
pool.on('error', () => {});

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: Error) => response.writeHead(500).end(JSON.stringify({ error: error.message })),
  );
});
server.listen(0, '127.0.0.1', () => {
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('SIGTERM', () => process.exit(0));

async function answer(request: IncomingMessage): Promise<string> {
  const variables = JSON.parse(await text(request));
  const key = request.url?.slice(1) ?? '';
  const viewer = viewerOf(String(request.headers['x-viewer']));
  const { role, variables: session } = databaseRoleOf(viewer);
  const set = Object.entries(session).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  const read = reads[key];
  const mode = read ? 'isolation level repeatable read read only' : 'read write';
  const begin = `begin ${mode}; set local role ${role}; select ${set.join(', ')}`;
  const data = await inOneTrip(begin, read ? [read(variables)] : sendReferral(viewer, variables.input));
  return `{"data":${data}}`;
}

/** Sends the statements with BEGIN and COMMIT in one round trip. Returns the text of the last one. */
async function inOneTrip(begin: string, statements: readonly Prepared[]): Promise<string> {
  const client = await pool.connect();
  try {
    const results = [begin, ...statements, 'commit'].map((it) => client.query(it as pg.QueryConfig));
    const outcomes = await Promise.allSettled(results);
    const failed = outcomes.find((it) => it.status === 'rejected');
    if (failed) throw failed.reason;
    const { rows } = await (results.at(-2) as Promise<pg.QueryResult<{ data: string }>>);
    return rows[0]?.data ?? 'null';
  } finally {
    client.release();
  }
}
