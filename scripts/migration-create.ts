import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaDifference } from '../src/database/difference.js';
import { migrate } from '../src/database/migrate.js';
import { entities } from '../src/features/index.js';
import { withMigration } from './migration-index.js';
import { withScratchDatabase } from './scratch-database.js';

const index = 'migrations/index.ts';

// If the migrations and the entities define different schemas, writes the migration that closes the difference.
const [given = ''] = process.argv.slice(2);
const name = given.replaceAll('_', '-');
if (!/^[a-z][a-z0-9-]{2,60}$/.test(name)) {
  console.error(
    'Name the migration in 3 to 61 small letters, digits and hyphens, such as: npm run migration:create service-website',
  );
  process.exit(1);
}

await withScratchDatabase(async (ownerUrl) => {
  await migrate(ownerUrl, entities);
  const statements = await schemaDifference(ownerUrl, entities);
  if (statements.length === 0) {
    console.log('The migrations match the entities: no migration is needed.');
  } else {
    const dated = `${new Date().toISOString().slice(0, 10).replaceAll('-', '')}-${name}`;
    const file = join('migrations', `${dated}.ts`);
    await writeFile(file, migrationOf(statements), { flag: 'wx' });
    await writeFile(index, withMigration(await readFile(index, 'utf8'), dated, className()));
    console.log(`Wrote ${file}, and listed it in ${index}. Read it, and add what entities do not define:
  - rights: inside \`changes\`, such as: grant update (website) on service to hub_partner,
  - row security of tables in schemas of their own,
  - changes to existing rows.
Functions, triggers and views are in src/database; they are applied after the migrations. A migration that needs
one earlier applies it itself (\`applyDefinitions\`).`);
  }
});

/** Class name of the migration: its name in camel case. */
function className(): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function migrationOf(statements: readonly string[]): string {
  const text = statements.map((statement) => `${statement.replace(/[`$\\]/g, '\\$&')};`).join('\n');
  const title = name.replaceAll('-', ' ');
  return `import { Migration } from '@mikro-orm/migrations';

/** ${title.charAt(0).toUpperCase()}${title.slice(1)}. */
export class ${className()} extends Migration {
  override up(): void {
    this.addSql(changes);
  }
}

const changes = \`
${text}
\`;
`;
}
