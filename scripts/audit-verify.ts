import pg from 'pg';

// Follows the chain of the audit from its beginning to its end and names the first entry that is broken.

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Set DATABASE_URL to the database, by its owner.');
  process.exit(2);
}
const owner = new pg.Client({ connectionString: url, options: '-c statement_timeout=0' });
await owner.connect();
try {
  await owner.query('begin isolation level repeatable read read only; set local role hub_audit');
  const { rows } = await owner.query<{ entries: string; broken: string | null }>(
    'select * from audit.verify()',
  );
  const { entries, broken } = rows[0] as { entries: string; broken: string | null };
  if (broken === null) console.log(`The audit is whole: ${entries} entries.`);
  else console.error(`The audit is broken at entry ${broken}.`);
  process.exitCode = broken === null ? 0 : 1;
} finally {
  await owner.end();
}
