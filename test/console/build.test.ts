import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { figure } from '../kit/figures.js';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync('dist/console/.vite/manifest.json', 'utf8')) as Record<
  string,
  Chunk
>;

/** The files that a chunk needs before it runs, with those that it imports. */
function filesOf(name: string, found = new Set<string>()): Set<string> {
  const { file, imports = [], css = [] } = manifest[name] as Chunk;
  if (found.has(file)) return found;
  for (const it of [file, ...css]) found.add(it);
  for (const it of imports) filesOf(it, found);
  return found;
}

/** The size of files as the browser loads them, in kB. */
function size(files: Iterable<string>): number {
  const bytes = [...files].map((file) => gzipSync(readFileSync(`dist/console/${file}`)).length);
  return bytes.reduce((sum, it) => sum + it, 0) / 1000;
}

describe('the built console', () => {
  const names = Object.keys(manifest);
  const entry = names.filter((name) => manifest[name]?.isEntry);
  const routes = names.filter((name) => manifest[name]?.isDynamicEntry);

  it('its entry has at most 185 kB, compressed', () => {
    expect(entry).toEqual(['index.html']);
    const entrySize = size(filesOf('index.html'));
    figure('console: size of the entry, compressed', `${entrySize.toFixed(0)} kB`);
    expect(entrySize).toBeLessThanOrEqual(185);
  });

  it('each screen has at most 60 kB more, compressed', () => {
    const first = filesOf('index.html');
    const sizes = routes.map(
      (name) => [name, size([...filesOf(name)].filter((it) => !first.has(it)))] as const,
    );
    expect(sizes.length).toBeGreaterThanOrEqual(7);
    figure(
      'console: sizes of the screens, compressed',
      sizes.map(([name, kB]) => `${name.replace(/^.*\/|\.tsx$/g, '')} ${kB.toFixed(0)}`).join(', '),
    );
    expect(sizes.filter(([, kB]) => kB > 60)).toEqual([]);
  });

  it('the first page has no document of a screen', () => {
    const scripts = [...filesOf('index.html')].filter((it) => it.endsWith('.js'));
    const code = scripts.map((file) => readFileSync(`dist/console/${file}`, 'utf8')).join('\n');
    expect(code).toContain('unreadNotifications');
    expect(code).not.toContain('declinedReferrals');
  });
});
