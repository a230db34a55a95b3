import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaDifference } from '../src/database/difference.js';
import { migrate } from '../src/database/migrate.js';
import { entities } from '../src/features/index.js';
import { withScratchDatabase } from './scratch-database.js';

const index = 'migrations/index.ts';

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
    const dated = `${new Date().toISOString().slice(0, 10).replaceAll('-', '')}-${name}`;
    const file = join('migrations', `${dated}.ts`);
    await writeFile(file, migrationOf(statements), { flag: 'wx' });
    await list(dated);
    console.log(`Wrote ${file}, and listed it in ${index}. Read it, and complete what entities do not know:
  - rights (grant … to hub_partner) and row security of tables in schemas of their own,
  - what becomes of the rows that are there already.
Functions, triggers and views stand in src/database; they are applied after the migrations. A migration that needs
one earlier applies it itself (\`applyDefinitions\`).`);
  }
});

/** The class of the migration: what it does, in camel case. */
function className(): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function migrationOf(statements: readonly string[]): string {
  const text = statements.map((statement) => `${statement.replace(/[`$\\]/g, '\\$&')};`).join('\n');
  const what = name.replaceAll('-', ' ');
  return `import { Migration } from '@mikro-orm/migrations';

/** ${what.charAt(0).toUpperCase()}${what.slice(1)}. */
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

/** Adds the migration at the end of the list. */
async function list(dated: string): Promise<void> {
  const text = await readFile(index, 'utf8');
  const [imports = '', rest = ''] = text.split(/\n(?=\n)/, 2);
  const line = `  { name: '${dated}', class: ${className()} },`;
  const listed = text
    .replace(imports, `${imports}\nimport { ${className()} } from './${dated}.js';`)
    .replace(/,?\s*\];\s*$/, `,\n${line}\n];\n`)
    .replace('[{ name', '[\n  { name');
  if (rest === '') throw new Error(`${index} is not as this script knows it`);
  await writeFile(index, listed);
}
