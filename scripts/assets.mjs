// The files beside the sources that the hub reads at run time, such as the scripts and styles of its pages.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a file of `src` is read at run time: all that is not compiled. */
export const isAsset = (name) => !name.endsWith('.ts');

/** Copies the assets that have changed from `src` to the same place in `dist/src`. */
export function copyAssets() {
  for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isAsset(entry.name)) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join('dist', from);
    const content = readFileSync(from);
    // What is the same stays untouched: `npm run dev` restarts the hub on each write.
    if (existsSync(to) && readFileSync(to).equals(content)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
}
