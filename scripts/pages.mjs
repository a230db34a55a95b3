// Builds the pages that run in the browser into `dist`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { hashOf } from './sources.mjs';

/** Pages with a Vite configuration, and what they are built from. */
const pages = {
  console: ['console'],
  graphiql: ['graphiql', 'src/http/pages/graphiql/assets'],
};

/** Builds the pages whose sources have changed since their last build. */
export async function buildPages() {
  for (const [page, folders] of Object.entries(pages)) {
    const stamp = `dist/${page}/.sources`;
    const sources = hashOf(['package-lock.json'], folders);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) continue;
    await build({ configFile: `${page}/vite.config.ts`, logLevel: 'warn' });
    writeFileSync(stamp, sources);
  }
}
