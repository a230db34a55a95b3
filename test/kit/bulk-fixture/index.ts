import { v7 } from 'uuid';
import type { TestHub } from '../hub.js';
import { clauseRows } from './clauses.js';
import { dice } from './dice.js';
import { fileRows } from './files.js';
import { type FixtureMember, partnersOf } from './members.js';
import { Persons } from './persons.js';
import { Referrals } from './referrals.js';
import { instants, type Rows } from './rows.js';
import { serviceRows, talkRows } from './services.js';
import { townRows } from './town.js';

/** Partners, members and many similar rows, inserted directly for speed. */
export interface BulkFixture {
  /** The viewers: caseworkers, an administrator, roles that read no file, and a partner without data. */
  readonly viewers: readonly FixtureMember[];
  /** A person and a pathway of that person, each with more rows below them than one page shows. */
  readonly busy: { readonly person: string; readonly pathway: string };
}

/** Fills the hub's database with rows in which the same dates, times and names occur repeatedly. */
export async function bulkFixture(hub: TestHub, seed = 1, count = 60): Promise<BulkFixture> {
  const chances = dice(seed);
  const { below, one, chance } = chances;
  const tag = v7().slice(-6);
  const partners = await partnersOf(hub, chances, tag);
  const { working, town, members, authorOf } = partners;
  const service = serviceRows(chances, working);
  const persons = new Persons(chances, partners, tag);
  const referrals = new Referrals(chances, partners, service, tag);

  const ids = Array.from({ length: count }, () => v7());
  for (const id of ids) {
    const referent = one(working);
    persons.register(id, referent, id === ids[0]);
    for (let left = below(4); left > 0; left--) persons.share(id, one(working), referent, {});
    for (const partner of working) {
      if (chance(2)) persons.openPathway(id, partner, below(5), one(['OPEN', 'SUSPENDED']));
      if (chance(3)) persons.openPathway(id, partner, below(3), 'CLOSED');
    }
    for (let left = below(4); left > 0; left--) {
      const from = one(working);
      referrals.refer(id, from, one(working.filter((it) => it !== from)));
    }
  }
  const busy = makeBusy(ids[0] as string);

  const around = {
    people: ids,
    pathways: persons.pathway,
    referrals: referrals.referral,
    partners: working,
    organiser: town,
    authorOf,
  };
  const { event: clauseEvents = [], ...clause } = clauseRows(chances, around, working[1]);
  referrals.event.push(...clauseEvents);
  const { beneficiary, sharing, pathway, step } = persons;
  const { referral, referral_transition, referral_text, event } = referrals;
  await insert(hub, {
    ...{ service, beneficiary, sharing, pathway, step },
    ...{ referral, referral_transition, referral_text, event },
    ...clause,
    ...talkRows(chances, referral, referral_transition, around),
    ...townRows(chances, around),
    ...fileRows(chances, around),
  });
  await hub.settled();
  return { viewers: members, busy };

  /** Gives a person more pathways and referrals than one page shows. */
  function makeBusy(person: string): BulkFixture['busy'] {
    const [first, second] = working;
    // Two rows that differ only in their id give the first viewer access.
    const same = { scope: 'FOLLOW_UP', since: instants[0], until: null, ended_at: null };
    persons.share(person, first, first, same);
    persons.share(person, first, first, same);
    const closed = persons.openPathway(person, first, 60, 'CLOSED');
    for (let left = 30; left > 0; left--) {
      persons.openPathway(person, one(working), 1, 'CLOSED');
      referrals.refer(person, first, second);
    }
    return { person: `beneficiary_${person}`, pathway: `pathway_${closed}` };
  }
}

/** Inserts the rows, table by table. */
async function insert(hub: TestHub, tables: Readonly<Record<string, Rows>>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length === 0) continue;
    const columns = Object.keys(Object.assign({}, ...rows)).map((name) => `"${name}"`);
    await hub.owner(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
}
