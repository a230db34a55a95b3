import pg from 'pg';

// Verifies the hash chains of the audit log and of its pseudonyms, and reports the first broken entry of each.

/** Result of the verification: the counts, and the first broken entry, change and pseudonym. */
interface Verified {
  readonly entries: string;
  readonly broken: string | null;
  readonly pseudonyms: string;
  readonly broken_change: string | null;
  readonly broken_pseudonym: string | null;
}

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Set DATABASE_URL to the URL of the database, with the owner’s credentials.');
  process.exit(2);
}
const owner = new pg.Client({ connectionString: url, options: '-c statement_timeout=0' });
// A lost connection also fails the running statement, which reports the error.
owner.on('error', () => {});
await owner.connect();
try {
  await owner.query('begin isolation level repeatable read read only; set local role hub_audit');
  const { rows } = await owner.query<Verified>('select * from audit.verify(), audit.verify_subjects()');
  const { entries, broken, pseudonyms, broken_change, broken_pseudonym } = rows[0] as Verified;
  const faults = [
    broken !== null && `The audit is broken at entry ${broken}.`,
    broken_change !== null && `The record of pseudonyms is broken at change ${broken_change}.`,
    broken_pseudonym !== null && `The pseudonym ${broken_pseudonym} was changed, added or removed.`,
  ].filter((it) => it !== false);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0)
    console.log(`The audit log is intact: ${entries} entries, ${pseudonyms} pseudonyms.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await owner.end();
}
