import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publishedKeys } from '../../../src/features/committee/index.js';
import { hubSecret } from '../../kit/hub.js';

/** Publishes the hub's keys without a hub. */
export async function publishKeys(): Promise<{ url: string; close(): void }> {
  const keys = JSON.stringify(await publishedKeys(hubSecret));
  const server = createServer((_, response) => response.end(keys));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
