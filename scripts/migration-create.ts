import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaDifference } from '../src/database/difference.js';
import { migrate } from '../src/database/migrate.js';
import { entities } from '../src/features/index.js';
import { withScratchDatabase } from './scratch-database.js';

// Writes the migration that brings what the migrations make to what the entities say, if they differ.
const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9-]{2,60}$/.test(name)) {
  console.error(
    'Say in a few words what the migration does: npm run migration:create -- forums-and-exhibitors',
  );
  process.exit(1);
}

await withScratchDatabase(async (ownerUrl) => {
  await migrate(ownerUrl, entities);
  const statements = await schemaDifference(ownerUrl, entities);
  if (statements.length === 0) {
    console.log('The migrations already make what the entities say: there is nothing to write.');
  } else {
    const className = `Migration${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
    const file = join('migrations', `${className}.ts`);
    await writeFile(file, migrationOf(className, name.replaceAll('-', ' '), statements), { flag: 'wx' });
    console.log(`Wrote ${file}. Read it, and complete what entities do not know:
  - rights (grant … to hub_partner) and row security of tables in schemas of their own,
  - functions in the schema \`access\` that new policies ask,
  - what becomes of the rows that are there already.
Then add ${className} at the end of migrations/index.ts.`);
  }
});

function migrationOf(className: string, what: string, statements: readonly string[]): string {
  const text = statements.map((statement) => `${statement.replace(/[`$\\]/g, '\\$&')};`).join('\n');
  return `import { Migration } from '@mikro-orm/migrations';

/** ${what.charAt(0).toUpperCase()}${what.slice(1)}. */
export class ${className} extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = \`
${text}
\`;
`;
}
