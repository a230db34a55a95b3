import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaDifference } from '../src/database/difference.js';
import { migrate } from '../src/database/migrate.js';
import { entities } from '../src/features/index.js';
import { withScratchDatabase } from './scratch-database.js';

const index = 'migrations/index.ts';

// If the migrations and the entities define different schemas, writes the migration that closes the difference.
const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9-]{2,60}$/.test(name)) {
  console.error('Name the migration in a few words: npm run migration:create -- forums-and-exhibitors');
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
    await addToIndex(dated);
    console.log(`Wrote ${file}, and listed it in ${index}. Read it, and add what entities do not define:
  - rights (grant … to hub_partner) and row security of tables in schemas of their own,
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

/** Adds the migration at the end of the index. */
async function addToIndex(dated: string): Promise<void> {
  const text = await readFile(index, 'utf8');
  const [imports = '', rest = ''] = text.split(/\n(?=\n)/, 2);
  const line = `  { name: '${dated}', class: ${className()} },`;
  const listed = text
    .replace(imports, `${imports}\nimport { ${className()} } from './${dated}.js';`)
    .replace(/,?\s*\];\s*$/, `,\n${line}\n];\n`)
    .replace('[{ name', '[\n  { name');
  if (rest === '') throw new Error(`${index} does not have the expected format`);
  await writeFile(index, listed);
}
