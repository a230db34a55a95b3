import { defineConfig } from 'vite';

/** Builds GraphiQL with its libraries into `dist/graphiql`. The hub renders the page and serves these files. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    assetsDir: 'files',
    // Says which files the page loads: the hub reads it.
    manifest: 'manifest.json',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The editor has many languages, each in a file of its own; the page loads those that it needs.
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: 'app.js',
      // GraphiQL names its icons for screen readers by the names of their functions.
      output: { keepNames: true },
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
    },
  },
  worker: { format: 'es' },
});
