import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hash of files and of all files in folders. Folders that do not exist are left out. */
export function hashOf(files, folders) {
  const hash = createHash('sha256');
  const read = (path) => hash.update(path).update(readFileSync(path));
  for (const path of files) read(path);
  for (const folder of folders.filter((it) => existsSync(it))) {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (it) => it.isFile() && !it.parentPath.includes('node_modules'),
    );
    for (const path of found.map((it) => join(it.parentPath, it.name)).sort()) read(path);
  }
  return hash.digest('hex');
}
