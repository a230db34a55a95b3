import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

/** The hub's address for `vite dev`, which serves the console alone. */
const hub = process.env['HUB_URL'] ?? 'http://127.0.0.1:4000';

/** The layers of styles; later ones win. */
const layers = ['reset', 'tokens', 'kit', 'feature', 'motion'];

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Builds the console into `dist/console`, from which the hub serves it. */
export default defineConfig({
  plugins: [
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
