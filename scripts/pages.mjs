// Builds the pages that run in the browser into `dist`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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
    const sources = hashOf(['package-lock.json', 'scripts/pages.mjs'], folders);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) continue;
    await build({ configFile: `${page}/vite.config.ts`, logLevel: 'warn' });
    compressFiles(`dist/${page}/files`);
    writeFileSync(stamp, sources);
  }
}

/** Writes each file compressed beside itself: the hub sends these and compresses nothing. */
function compressFiles(folder) {
  // Higher levels make the files less than 1 % smaller and take three times as long.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 7 };
  for (const name of readdirSync(folder)) {
    const body = readFileSync(`${folder}/${name}`);
    writeFileSync(`${folder}/${name}.gz`, gzipSync(body, { level: 9 }));
    writeFileSync(`${folder}/${name}.br`, brotliCompressSync(body, { params }));
  }
}
