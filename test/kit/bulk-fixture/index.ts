import { v7 } from 'uuid';
import type { TestHub } from '../hub.js';
import { clauseRows } from './clauses.js';
import { fileRows } from './files.js';
import { createPartners, type FixtureMember } from './members.js';
import { Persons } from './persons.js';
import { randomSource } from './random-source.js';
import { Referrals } from './referrals.js';
import { instants, type Rows } from './rows.js';
import { messageAndAssignmentRows, serviceRows } from './services.js';
import { townRows } from './town.js';

/** Partners, members and many similar rows, inserted directly for speed. */
export interface BulkFixture {
  /** The viewers: caseworkers, an administrator, roles that read no file, and a partner without data. */
  readonly viewers: readonly FixtureMember[];
  /** A person and one of the person's pathways, each with more related rows than one page shows. */
  readonly multiPage: { readonly person: string; readonly pathway: string };
}

/** Inserts rows with few different dates, times and names, so that sort orders have ties. */
export async function bulkFixture(hub: TestHub, seed = 1, count = 60): Promise<BulkFixture> {
  const random = randomSource(seed);
  const { below, pick, oneIn } = random;
  const tag = v7().slice(-6);
  const partners = await createPartners(hub, random, tag);
  const { accompanying, town, members, authorOf } = partners;
  const service = serviceRows(random, accompanying);
  const persons = new Persons(random, partners, tag);
  const referrals = new Referrals(random, partners, service, tag);

  const ids = Array.from({ length: count }, () => v7());
  for (const id of ids) {
    const referent = pick(accompanying);
    persons.register(id, referent, id === ids[0]);
    for (let left = below(4); left > 0; left--) persons.share(id, pick(accompanying), referent, {});
    for (const partner of accompanying) {
      if (oneIn(2)) persons.openPathway(id, partner, below(5), pick(['OPEN', 'SUSPENDED']));
      if (oneIn(3)) persons.openPathway(id, partner, below(3), 'CLOSED');
    }
    for (let left = below(4); left > 0; left--) {
      const from = pick(accompanying);
      referrals.refer(id, from, pick(accompanying.filter((it) => it !== from)));
    }
  }
  const multiPage = addMultiPagePerson(ids[0] as string);

  const referenced = {
    people: ids,
    pathways: persons.pathway,
    referrals: referrals.referral,
    partners: accompanying,
    organiser: town,
    authorOf,
  };
  const { event: clauseEvents = [], ...clause } = clauseRows(random, referenced, accompanying[1]);
  referrals.event.push(...clauseEvents);
  const { beneficiary, sharing, pathway, step } = persons;
  const { referral, referral_transition, referral_text, event } = referrals;
  await insert(hub, {
    ...{ service, beneficiary, sharing, pathway, step },
    ...{ referral, referral_transition, referral_text, event },
    ...clause,
    ...messageAndAssignmentRows(random, referral, referral_transition, referenced),
    ...townRows(random, referenced),
    ...fileRows(random, referenced),
  });
  await hub.settled();
  return { viewers: members, multiPage };

  /** Adds more pathways and referrals of a person than one page shows. */
  function addMultiPagePerson(person: string): BulkFixture['multiPage'] {
    const [first, second] = accompanying;
    // The first viewer has access by two sharings that differ only in their id.
    const sharing = { scope: 'FOLLOW_UP', since: instants[0], until: null, ended_at: null };
    persons.share(person, first, first, sharing);
    persons.share(person, first, first, sharing);
    const closed = persons.openPathway(person, first, 60, 'CLOSED');
    for (let left = 30; left > 0; left--) {
      persons.openPathway(person, pick(accompanying), 1, 'CLOSED');
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
