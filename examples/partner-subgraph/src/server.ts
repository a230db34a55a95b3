import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { committeeFigures } from './committee-figures.ts';
import { DistinctCounts, HubTokens } from './distinct/index.ts';
import { type GatewaySettings, tokenCheck } from './gateway-token.ts';
import { answer } from './graph.ts';
import { ActivityReport } from './hub-activity.ts';
import type { Store } from './store.ts';

/** The most bytes of a request. */
const mostBytes = 1_000_000;

/**
 * The HTTP server: `POST /graphql` for the gateway, `POST /activity` and `POST /distinct/…` for the hub, and `GET /health`.
 * @param hubKeys the address of the hub's public keys
 */
export function serverOf(store: Store, gateway: GatewaySettings, hubKeys: string): Server {
  const check = tokenCheck(gateway);
  const tokens = new HubTokens(hubKeys, gateway.audience);
  const report = new ActivityReport(tokens, (periods) => committeeFigures(store, periods, new Date()));
  const counts = new DistinctCounts({
    tokens,
    secret: store.secret,
    memory: { load: async () => store.pastRuns(), save: async (runs) => store.savePastRuns(runs) },
    persons: (period) => store.personsIn(period),
  });
  return createServer((request, response) => {
    handle(request, response).catch((error) => {
      console.error(error);
      send(response, 500, { errors: [{ message: 'The service has failed.' }] });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/health') return send(response, 200, { status: 'live' });
    if (await report.answer(request, response)) return;
    if (await counts.answer(request, response)) return;
    if (request.url !== '/graphql' || request.method !== 'POST')
      return send(response, 404, { errors: [{ message: 'Not found.' }] });
    // Before the body is read: without a token of the gateway, nothing is done.
    const token = await check(request.headers);
    if (!token) {
      response.setHeader('www-authenticate', 'Bearer');
      return send(response, 401, { errors: [{ message: 'A token of the gateway is required.' }] });
    }
    const body = await bodyOf(request);
    if (!body) return send(response, 400, { errors: [{ message: 'A JSON object is required.' }] });
    send(response, 200, await answer(body, { store, viewer: token.viewer }));
  }
}

/** The JSON object of a request; undefined when it is malformed or too large. */
async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(parts).toString());
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
