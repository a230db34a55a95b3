import { v7 } from 'uuid';
import type { TestHub } from '../kit/hub.js';
import type { Random } from '../kit/random.js';
import type { SeededMember, SeededPartner } from '../kit/town.js';

/** The key (UUID) in an API id. */
export const keyIn = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Tables that a merge test ignores: records that every command writes, and derived data. */
const ignored =
  /^(public\.(merge|event|event_consumer|idempotency_key|link_attempt|budget)|jobs\.(?!job_common).*|facts\..*|private\..*|audit.*)$/;

/** All rows of all tables as sorted text, by table name. */
export async function everyRow(hub: TestHub): Promise<Record<string, string[]>> {
  await hub.consumed();
  const tables = await hub.owner<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'  order by 1`,
  );
  const rows: Record<string, string[]> = {};
  for (const { name } of tables.filter((it) => !ignored.test(it.name))) {
    const found = await hub.owner<{ text: string }>(`select it::text as text from ${name} it order by 1`);
    rows[name] = found.map(({ text }) => text);
  }
  return rows;
}

/** The tables and columns that refer to a person. */
export const places = (hub: TestHub) =>
  hub.owner<{ table: string; column: string }>('select "table", "column" from merges.places()');

/** The number of rows that refer to a person, for each column with at least one. */
export async function named(hub: TestHub, id: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, column } of await places(hub)) {
    const [row] = await hub.owner<{ count: number }>(
      `select count(*)::int as count from ${table} where ${column} = $1`,
      [keyIn(id)],
    );
    if (row?.count) counts[`${table}.${column}`] = row.count;
  }
  return counts;
}

/**
 * Adds random rows to a person's file: agreements in force and ended, pathways with steps and outcomes, referrals,
 * contracts, and attendance at the given forums.
 */
export async function fill(
  hub: TestHub,
  id: string,
  { random, by, others, forums, lot, open }: Filling,
): Promise<void> {
  const person = keyIn(id);
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const whole = { id: v7(), ...row };
    const columns = Object.keys(whole).map((name) => `"${name}"`);
    await hub.owner(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(whole)],
    );
    return whole.id;
  };
  const day = () => `2025-0${1 + random.below(9)}-${10 + random.below(19)}`;
  const instant = () => `${day()}T0${random.below(10)}:00:00.${100 + random.below(900)}Z`;
  const times = (count: number) => Array.from({ length: random.below(count + 1) });
  const one = <Item>(items: readonly Item[]) => items[random.below(items.length)] as Item;
  const of = { beneficiary_id: person };
  for (const _ of times(3)) {
    await insert('sharing', {
      ...of,
      partner_id: one(others).key,
      scope: one(['IDENTITY', 'PATHWAY', 'FOLLOW_UP']),
      basis: 'AGREEMENT',
      agreed_after_withdrawal: false,
      since: instant(),
      until: one(['2099-01-01T00:00:00Z', '2025-06-01T00:00:00Z']),
      ended_at: one([null, instant()]),
      agreed_on: day(),
      method: one(['WRITTEN', 'ORAL']),
      granted_by_id: by.partner.key,
      recorded_by_id: by.key,
    });
  }
  const owner = { partner_id: by.partner.key };
  for (const status of ['CLOSED', 'CLOSED', ...(open ? ['OPEN'] : [])]) {
    const pathway = await insert('pathway', {
      ...of,
      ...owner,
      objective: one(['Work', '“Find”\nwork', 'A\\trade']),
      status,
      started_on: day(),
      closed_on: status === 'CLOSED' ? day() : null,
      created_by_id: by.key,
    });
    for (const _ of times(3)) {
      const step = { pathway_id: pathway, author_id: by.key, kind: 'INTERVIEW', title: 'Talk' };
      await insert('step', { ...of, ...owner, ...step, occurred_on: day(), visibility: 'SHARED' });
    }
    for (const _ of times(1)) {
      const exit = { pathway_id: pathway, situation: 'CDI', evidence: 'NONE', recorded_by_id: by.key };
      await insert('outcome', { ...of, ...owner, ...exit, occurred_on: day(), recorded_at: instant() });
    }
  }
  for (const _ of times(3)) {
    await insert('referral', {
      ...of,
      reference: v7(),
      from_id: by.partner.key,
      to_id: one(others).key,
      priority: 'ROUTINE',
      status: one(['REQUESTED', 'DECLINED', 'COMPLETED']),
      scope: 'PATHWAY',
      sent_at: instant(),
      version: 1 + random.below(3),
      created_at: instant(),
      created_by_id: by.key,
    });
  }
  for (const _ of times(2)) {
    const contract = { lot_id: lot.id, company_id: lot.company, modality: 'STAFFING', starts_on: day() };
    await insert('clause_contract', {
      ...of,
      ...owner,
      ...contract,
      created_by_id: by.key,
      created_at: instant(),
    });
  }
  for (const forum of forums.filter(() => random.below(2))) {
    const visit = { forum_id: forum, people: 1, first_time_people: random.below(2) };
    const agreed = { agreed_on: day(), method: 'ORAL', recorded_by_id: by.key, recorded_at: instant() };
    await insert('attendance', { ...of, ...owner, ...visit, ...agreed });
  }
}

interface Filling {
  readonly random: Random;
  readonly by: SeededMember;
  readonly others: readonly SeededPartner[];
  readonly forums: readonly string[];
  readonly lot: { readonly id: string; readonly company: string };
  /** Whether the file has an open pathway. */
  readonly open: boolean;
}
