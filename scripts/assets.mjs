// Copies assets: files beside the sources that the hub reads at run time, such as scripts and styles of pages, and SQL.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The folders that have assets. */
const folders = ['src', 'migrations'];

/** Whether a file is an asset: every file that is not compiled. */
export const isAsset = (name) => !name.endsWith('.ts');

/** Copies changed assets to the same path in `dist`, and removes files there that no longer have a source. */
export function copyAssets() {
  for (const from of folders.flatMap(filesOf).filter(isAsset)) {
    const to = join('dist', from);
    const content = readFileSync(from);
    // Unchanged files are not written, because `npm run dev` restarts the hub on each write.
    if (existsSync(to) && readFileSync(to).equals(content)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  for (const built of folders.flatMap((folder) => filesOf(join('dist', folder)))) {
    const source = relative('dist', built);
    const compiled = source.replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(source) && !existsSync(compiled)) rmSync(built);
  }
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
}
