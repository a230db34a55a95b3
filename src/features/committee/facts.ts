import { createHmac } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Database } from '../../database/database.js';
import { backgroundRole, type DatabaseRole } from '../../database/database-role.js';
import type { Statement } from '../../database/reader.js';
import { type Language } from '../../i18n.js';
import type { PeriodicTask } from '../../jobs/periodic-tasks.js';

/** The committee's questions read with this role, which reaches nothing but the views of its schema. */
export const committeeSession: DatabaseRole = {
  role: 'hub_committee',
  // Its questions read the whole town.
  variables: { statement_timeout: '30s' },
};

/** What the facts of a period are made of, in the order in which they are made. */
export const factParts = ['CELLS', 'ANSWERS', 'INDICATORS', 'BUILT'];

/**
 * Makes the facts anew of the periods in which rows have changed; several processes share the work.
 * Each part is a transaction of its own, so that nothing waits for long: neither writers nor events.
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
  // A period that another process was at is stale until that one has made it.
  if (stale.length > 0) await asSystem('select facts.forget()');
}

/** A change shows within a minute: the pause, and what the work takes. */
export const keepFactsFresh: PeriodicTask = {
  name: 'committee facts',
  every: 20_000,
  run: ({ database }, end) => refreshFacts(database, end),
};

/** The facts that a question takes are still being made: the hub says so instead of counting nothing. */
export function notYetMade(language: Language): GraphQLError {
  return new GraphQLError(
    language === 'fr'
      ? 'Les chiffres sont en cours de calcul : redemandez dans une minute.'
      : 'The figures are being made: ask again in a minute.',
    { extensions: { code: 'TRY_AGAIN_LATER', http: { status: 503 } } },
  );
}

/** A partner or a company, as it is listed. */
export interface Directory {
  readonly id: string;
  readonly name: string;
}

/** All partners, by name. */
export const partnersStatement: Statement = {
  text: 'select id, name from committee.partner order by name collate "C"',
  values: [],
};

/** What changes whenever the facts of a subject, or of all subjects, do. */
export function fingerprintStatement(subject?: string): Statement {
  return {
    text: `select coalesce(string_agg(value::text, '/' order by period_id, subject), '') as value
      from committee.fingerprint where subject = coalesce($1, subject)`,
    values: [subject ?? null],
  };
}

/** What the noise on the committee's figures is drawn from: the same facts get the same noise. */
export function disguise(secret: string, fingerprints: readonly { value: string }[]) {
  return {
    secret: createHmac('sha256', secret).update('disclosure control').digest(),
    fingerprint: fingerprints[0]?.value ?? '',
  };
}
