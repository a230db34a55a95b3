import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** The hub's address for `vite dev`, which serves the console alone. */
const hub = process.env['HUB_URL'] ?? 'http://127.0.0.1:4000';

/** The layers of styles; later ones win. */
const layers = ['reset', 'tokens', 'kit', 'feature', 'motion'];

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The documents in the generated code, by the name of their constant. */
function generatedDocuments(): ReadonlyMap<string, string> {
  const code = readFileSync(new URL('src/hub/gql/graphql.ts', import.meta.url), 'utf8');
  return new Map(
    [...code.matchAll(/^export const (\w+) = (\{.*\}) as unknown as /gm)].map(
      ([, name = '', document = '']) => [name, document],
    ),
  );
}

/** Puts each GraphQL document where it is used; otherwise the first page would load the documents of all screens. */
function documentsInPlace(): Plugin {
  const call = /graphql\(\/\* GraphQL \*\/ `\s*(query|mutation|fragment) (\w+)[^`]*`\)/g;
  const documents = generatedDocuments();
  return {
    name: 'documents in place',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/console/src/') && code.includes('/* GraphQL */')
        ? code.replace(call, (_, kind: string, name: string) => {
            const document = documents.get(`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`);
            if (!document) throw new Error(`${name} is not generated: run npm run console:types`);
            return document;
          })
        : undefined,
  };
}

/** Builds the console into `dist/console`, from which the hub serves it. */
export default defineConfig({
  plugins: [
    documentsInPlace(),
    {
      // Chunks load their styles in any order; the first statement that a browser meets fixes the order of the layers.
      name: 'order of style layers',
      transform: (code, id) => (id.endsWith('.css') ? `@layer ${layers.join(', ')};\n${code}` : undefined),
      enforce: 'pre',
    },
  ],
  root: import.meta.dirname,
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  // The hub may be behind a path prefix: the page says where its files are.
  base: './',
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    assetsDir: 'files',
    // Browsers of 2024 and later: see docs/console.md.
    target: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    // A file inside another one would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // Not served: a test adds up the sizes of the entry and of each screen.
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // React libraries mark modules with "use client", which means nothing here.
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
    },
  },
  server: {
    proxy: {
      '/graphql': { target: hub, ws: true },
      '/auth': hub,
    },
  },
});
