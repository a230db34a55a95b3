import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaDifference } from '../src/database/difference.js';
import { startEmbedded } from '../src/database/embedded.js';
import { migrate } from '../src/database/migrate.js';
import { entities } from '../src/features.js';

// Writes the migration that brings what the migrations make to what the entities say, if they differ.
const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9-]{2,60}$/.test(name)) {
  console.error(
    'Say in a few words what the migration does: npm run migration:create -- forums-and-exhibitors',
  );
  process.exit(1);
}

const dataDir = await mkdtemp(join(tmpdir(), 'hub-migration-'));
const server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
try {
  await migrate(server.url, entities);
  const statements = await schemaDifference(server.url, entities);
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
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

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
