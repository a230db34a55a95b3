import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { withMigration } from '../../scripts/migration-index.js';

it('a created migration is listed last, and its import is sorted as the formatter requires', () => {
  const first = withMigration(
    readFileSync('migrations/index.ts', 'utf8'),
    '20270101-service-website',
    'ServiceWebsite',
  );
  const second = withMigration(first, '20270102-forum-guests', 'ForumGuests');
  const imports = second.split('\n').filter((line) => line.startsWith('import'));
  expect(imports.slice(-3, -1)).toEqual([
    "import { ServiceWebsite } from './20270101-service-website.js';",
    "import { ForumGuests } from './20270102-forum-guests.js';",
  ]);
  expect(imports.at(-1)).toContain('./baseline/');
  expect(second).toMatch(
    /\n {2}\{ name: '20270101-service-website', class: ServiceWebsite \},\n {2}\{ name: '20270102-forum-guests', class: ForumGuests \},\n\];\n$/,
  );
});

it('an index in another format is refused', () => {
  expect(() => withMigration('export const migrations = load();\n', 'a', 'A')).toThrow('expected format');
});
