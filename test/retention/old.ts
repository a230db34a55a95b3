import { townZone } from '../../src/calendar.js';
import { Database } from '../../src/database/database.js';
import { entities } from '../../src/features/index.js';
import { enforceRetention } from '../../src/features/retention/expiry.js';
import type { TestHub } from '../kit/hub.js';
import { loginUrlOf } from '../kit/login.js';
import type { SeededPartner } from '../kit/town.js';

/** The key (UUID) in an API id. */
export const keyOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** A moment `$3` days earlier, at the same local time in the town. */
const earlier = (moment: string) =>
  `(${moment} at time zone '${townZone}' - make_interval(days => $3)) at time zone '${townZone}'`;

/** The columns that count as a contact, each with the SQL that moves it into the past. */
const contacts = {
  pathway: 'started_on = started_on - $3::int',
  step: 'occurred_on = occurred_on - $3::int',
  outcome: 'occurred_on = occurred_on - $3::int',
  appointment: `at = ${earlier('at')}`,
  sharing: `since = ${earlier('since')}`,
};

/** Moves all contacts of a partner with a person into the past by a number of days. */
export async function age(hub: TestHub, person: string, partner: SeededPartner, days: number): Promise<void> {
  for (const [table, moved] of Object.entries(contacts)) {
    await hub.owner(`update ${table} set ${moved} where beneficiary_id = $1 and partner_id = $2`, [
      keyOf(person),
      partner.key,
      days,
    ]);
  }
}

/** Moves the notices into the past by a number of days. */
export async function ageNotices(hub: TestHub, days: number): Promise<void> {
  await hub.owner('update rights.retained set told_at = told_at - make_interval(days => $1)', [days]);
}

/** Runs the daily retention task in a number of concurrent processes. */
export async function runRetention(hub: TestHub, processes = 1): Promise<void> {
  const url = await loginUrlOf(hub.ownerUrl);
  const databases = await Promise.all(
    Array.from({ length: processes }, () => Database.connect(url, entities, 2)),
  );
  try {
    await Promise.all(
      databases.map((database) => enforceRetention.run({ database }, new AbortController().signal)),
    );
  } finally {
    await Promise.all(databases.map((it) => it.close()));
  }
}
