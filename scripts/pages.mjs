// Builds the pages that run in the browser into `dist`.
import { build } from 'vite';

/** Folders with a Vite configuration. */
const pages = ['console'];

/** Builds all pages. */
export async function buildPages() {
  for (const page of pages) await build({ configFile: `${page}/vite.config.ts`, logLevel: 'warn' });
}
