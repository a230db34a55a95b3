import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { compressed, type ServedFile } from '../built-files.js';
import { operations } from './operations.js';

/** The hub's own files, by page. Pages may use files of other pages. */
const own = {
  graphiql: ['bar.js', 'session.js', 'hub.css'],
  report: ['report.js', 'report.css'],
} as const;

/** All files that the pages may load, and the hash of their contents, which is part of their addresses. */
export interface ServedFiles {
  readonly version: string;
  get(name: string): Promise<ServedFile> | undefined;
}

let files: Promise<ServedFiles> | undefined;

/**
 * Reads the fixed list of files of the pages. No other file can be served. The files are read once and compressed
 * on the first request, so that they do not slow down the start of the hub.
 */
export function readFiles(): Promise<ServedFiles> {
  files ??= read();
  return files;
}

async function read(): Promise<ServedFiles> {
  const contents = new Map<string, Buffer>();
  for (const page of ['graphiql', 'report'] as const) {
    for (const name of own[page]) contents.set(name, await readFile(asset(page, name)));
  }
  contents.set('operations.json', Buffer.from(JSON.stringify(operations)));

  const hash = createHash('sha256');
  for (const [name, body] of contents) hash.update(name).update('\0').update(body);
  const served = new Map<string, Promise<ServedFile>>();
  return {
    version: hash.digest('hex').slice(0, 12),
    get(name) {
      const body = contents.get(name);
      if (!body) return undefined;
      const file = served.get(name) ?? compressed(body);
      served.set(name, file);
      return file;
    },
  };
}

/** The location of one of the hub's own files. It is next to the modules, in `src` and, copied by the build, in `dist`. */
export function asset(page: keyof typeof own, name: string): URL {
  return new URL(`../${page}/assets/${name}`, import.meta.url);
}
