import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { resolvers } from '../src/features/index.js';
import { assemble, printed } from '../src/graphql/schema.js';

// Writes schema.graphql from the code; with --check, only reports whether it is up to date.
const text = printed(await assemble(resolvers));
if (process.argv.includes('--check')) {
  const written = await readFile('schema.graphql', 'utf8').catch(() => '');
  if (written !== text) {
    console.error('schema.graphql differs from the code: run `npm run schema` and review the changes.');
    process.exit(1);
  }
} else {
  await writeFile('schema.graphql', text);
}
