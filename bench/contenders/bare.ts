import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../src/database/migrate.js';
import { entities } from '../../src/features/index.js';
import { Child } from '../child.js';
import type { Contender } from '../contender.js';
import { headerOf } from '../viewer.js';

const program = fileURLToPath(new URL('../bare-server.js', import.meta.url));

/** The bare server: see `bare-server.ts`. It logs in as the hub does. */
export const bare: Contender = {
  name: 'bare server',
  async start(databaseUrl) {
    const env = { NODE_ENV: 'production', DATABASE_LOGIN_URL: await migrate(databaseUrl, entities) };
    const { child, url } = await Child.start(program, dirname(program), env, /^ready (http:\S+)/);
    return {
      name: 'bare server',
      url,
      databaseUrl,
      pids: [child.pid],
      request: ({ key }, { viewer, variables }) => ({
        method: 'POST',
        path: `/${key}`,
        headers: { 'content-type': 'application/json', 'x-viewer': headerOf(viewer) },
        body: JSON.stringify(variables),
      }),
      answer(body) {
        const { data, error } = JSON.parse(body) as { data?: unknown; error?: string };
        if (error) throw new Error(`the bare server answered with an error: ${error}`);
        return data;
      },
      isGood: (body) => body.startsWith('{"data":{'),
      stop: () => child.stop(),
    };
  },
};
