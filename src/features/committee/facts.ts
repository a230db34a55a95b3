import { createHmac } from 'node:crypto';
import type { Database } from '../../database/database.js';
import { backgroundRole, type DatabaseRole } from '../../database/database-role.js';
import type { Statement } from '../../database/reader.js';
import { ClientError } from '../../graphql/errors.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

/** The database role of the committee's questions. It can only read the views of its schema. */
export const committeeSession: DatabaseRole = {
  role: 'hub_committee',
  // The questions read rows of the whole town.
  variables: { statement_timeout: '30s' },
};

/** The parts of a period's facts, in the order in which they are computed. */
export const factParts = ['CELLS', 'ANSWERS', 'INDICATORS', 'BUILT'];

/**
 * Recomputes the facts of the periods in which rows have changed. Several processes may share the work.
 * Each part has its own transaction, so that writers and events do not wait for long.
 */
export async function refreshFacts(database: Database, end: AbortSignal): Promise<void> {
  const asSystem = (text: string, values: readonly unknown[] = []) =>
    database.reader.write(backgroundRole, { text, values });
  await asSystem('select facts.extend()');
  const [stale = []] = await database.reader.read<{ period_id: number; seen: string }>(backgroundRole, [
    { text: 'select period_id, seen from facts.stale()', values: [] },
  ]);
  for (const { period_id, seen } of stale) {
    for (const part of factParts) {
      if (end.aborted) return;
      await asSystem('select facts.rebuild($1, $2, $3)', [period_id, part, seen]);
    }
  }
  // A period that another process is computing stays stale until that process has finished.
  if (stale.length > 0) await asSystem('select facts.forget()');
}

/** A change is visible within a minute: the interval plus the time of the computation. */
export const keepFactsFresh: PeriodicTask = {
  name: 'committee facts',
  every: 20_000,
  run: ({ database }, end) => refreshFacts(database, end),
};

/** The error while the facts of a question are still being computed; without it, the answer would be zero. */
export function notYetMade(): ClientError {
  return new ClientError(
    {
      fr: 'Les chiffres sont en cours de calcul : réessayez dans une minute.',
      en: 'The figures are being computed: try again in a minute.',
    },
    { code: 'TRY_AGAIN_LATER', http: { status: 503 } },
  );
}

/** A partner or a company in a list. */
export interface Directory {
  readonly id: string;
  readonly name: string;
}

/** All partners, by name. */
export const partnersStatement: Statement = {
  text: 'select id, name from committee.partner order by name collate "C"',
  values: [],
};

/** Reads the fingerprint of the facts of a subject, or of all subjects. It changes whenever the facts change. */
export function fingerprintStatement(subject?: string): Statement {
  return {
    text: `select coalesce(string_agg(value::text, '/' order by period_id, subject), '') as value
      from committee.fingerprint where subject = coalesce($1, subject)`,
    values: [subject ?? null],
  };
}

/** The input of the noise on the committee's figures: the same facts get the same noise. */
export function noiseInput(secret: string, fingerprints: readonly { value: string }[]) {
  return {
    secret: createHmac('sha256', secret).update('disclosure control').digest(),
    fingerprint: fingerprints[0]?.value ?? '',
  };
}
