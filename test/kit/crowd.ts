import { v7 } from 'uuid';
import { clauseRows } from './crowd-clauses.js';
import { fileRows } from './crowd-files.js';
import { serviceRows, talkRows } from './crowd-referrals.js';
import { townRows } from './crowd-town.js';
import type { TestHub } from './hub.js';
import type { SeededMember, SeededPartner } from './town.js';

/** Partners and members over many rows that resemble each other, made directly for speed. */
export interface Crowd {
  /** Who looks: caseworkers, an administrator, roles that read no file, and a partner with nothing. */
  readonly viewers: readonly (SeededMember & { readonly role: string })[];
  /** A person, a pathway of that person, with more rows below them than a page holds. */
  readonly busy: { readonly person: string; readonly pathway: string };
}

export type Rows = Record<string, unknown>[];
export type Dice = ReturnType<typeof dice>;

/** Numbers that look random and are the same each time. */
function dice(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    one: <T>(of: readonly T[]): T => of[below(of.length)] as T,
    chance: (of: number) => below(of) === 0,
  };
}

const days = ['2025-01-10', '2025-01-11', '2025-03-01'];
const instants = days.map((day, index) => `${day}T09:00:00.${index}50Z`).concat('2025-01-10T09:00:00Z');
const statuses =
  'DRAFT REQUESTED IN_REVIEW INFO_REQUESTED WAITLISTED ACCEPTED IN_PROGRESS ON_HOLD COMPLETED NOT_COMPLETED DECLINED CANCELLED EXPIRED ENTERED_IN_ERROR'.split(
    ' ',
  );
const stepKinds = ['INTERVIEW', 'WORKSHOP', 'TRAINING', 'JOB'];

/** Fills the hub's database: the same dates, instants and names occur again and again. */
export async function crowd(hub: TestHub, seed = 1, persons = 60): Promise<Crowd> {
  const chances = dice(seed);
  const { below, one, chance } = chances;
  const tag = v7().slice(-6);
  const partners: SeededPartner[] = [];
  for (const [name, kind] of [
    ['Aile', 'ASSOCIATION'],
    ['Bureau', 'INSTITUTION'],
    ['Cap', 'ASSOCIATION'],
    ['Rien', 'ASSOCIATION'],
    ['Ville', 'TOWN'],
  ] as const) {
    partners.push(await hub.town.partner(`${name.toLowerCase()}-${tag}`, kind));
  }
  const [aile, bureau, cap, rien, ville] = partners as [
    SeededPartner,
    SeededPartner,
    SeededPartner,
    SeededPartner,
    SeededPartner,
  ];
  const working = [aile, bureau, cap];
  const viewers: (SeededMember & { readonly role: string })[] = [];
  for (const [partner, role] of [
    [aile, 'CASEWORKER'],
    [bureau, 'CASEWORKER'],
    [cap, 'CASEWORKER'],
    [aile, 'PARTNER_ADMINISTRATOR'],
    [rien, 'CASEWORKER'],
    [ville, 'COORDINATOR'],
    [ville, 'COMMITTEE_MEMBER'],
    [bureau, 'CLAUSE_FACILITATOR'],
  ] as const) {
    viewers.push({ ...(await hub.town.member(partner, role)), role });
  }
  const authorOf = (partner: SeededPartner) => one(viewers.filter((it) => it.partner === partner)).key;

  const rows = {
    service: serviceRows(chances, working),
    beneficiary: [] as Rows,
    sharing: [] as Rows,
    pathway: [] as Rows,
    step: [] as Rows,
    referral: [] as Rows,
    referral_transition: [] as Rows,
    referral_text: [] as Rows,
    event: [] as Rows,
  };
  const share = (person: string, partner: SeededPartner, by: SeededPartner, changes: object) =>
    rows.sharing.push({
      id: v7(),
      beneficiary_id: person,
      partner_id: partner.key,
      scope: one(['IDENTITY', 'PATHWAY', 'FOLLOW_UP']),
      basis: 'AGREEMENT',
      since: one(instants),
      granted_by_id: by.key,
      recorded_by_id: authorOf(by),
      agreed_on: one(days),
      method: one(['WRITTEN', 'ORAL']),
      until: one([null, '2099-01-01T00:00:00Z', '2099-01-01T00:00:00Z', '2025-06-01T00:00:00Z']),
      ended_at: chance(4) ? one(instants) : null,
      ...changes,
    });
  const openPathway = (person: string, partner: SeededPartner, steps: number, status: string) => {
    const id = v7();
    rows.pathway.push({
      id,
      beneficiary_id: person,
      partner_id: partner.key,
      objective: one(['Find work', 'A “trade”, and\nhousing', 'Learn\\French']),
      status,
      started_on: one(days),
      closed_on: status === 'CLOSED' ? one(days) : null,
      created_by_id: authorOf(partner),
    });
    for (let count = 0; count < steps; count++) {
      const author = chance(5) ? one(working) : partner;
      rows.step.push({
        id: v7(),
        pathway_id: id,
        beneficiary_id: person,
        partner_id: author.key,
        author_id: authorOf(author),
        kind: one(stepKinds),
        title: one(['First talk', 'Émargement', 'Visit']),
        occurred_on: one(days),
        visibility: one(['SHARED', 'SHARED', 'PARTNER', 'AUTHOR']),
      });
    }
    return id;
  };
  const refer = (person: string, from: SeededPartner, to: SeededPartner) => {
    const id = v7();
    const status = one(statuses);
    const unsent = status === 'DRAFT' || (status === 'CANCELLED' && chance(2));
    const declined = status === 'DECLINED';
    const former = rows.referral.findLast(
      (it) => it['beneficiary_id'] === person && it['from_id'] === from.key,
    );
    rows.referral.push({
      id,
      former_id: former && chance(2) ? former['id'] : null,
      reference: `2025-${String(rows.referral.length).padStart(6, '0')}-${tag}`,
      beneficiary_id: person,
      from_id: from.key,
      to_id: to.key,
      service_id: one([null, ...rows.service.filter((it) => it['partner_id'] === to.key)])?.['id'] ?? null,
      priority: one(['ROUTINE', 'URGENT']),
      status,
      scope: 'PATHWAY',
      sent_at: unsent ? null : one(instants),
      // Seen, whoever asks for it: nothing changes while questions are compared.
      seen_at: one(instants),
      answered_at: declined ? one(instants) : null,
      decline_side: declined ? one(['PROVIDER', 'PERSON']) : null,
      decline_reason: declined ? 'NO_CAPACITY' : null,
      outcome: status === 'COMPLETED' ? 'SERVICE_RECEIVED' : null,
      version: 1 + below(3),
      created_at: one(instants),
      created_by_id: authorOf(from),
    });
    rows.referral_text.push({ id, referral_id: id, text: one(['A place in a course', 'Help']) });
    for (let version = 1; version <= 1 + below(3); version++) {
      const change = v7();
      rows.referral_transition.push({
        id: change,
        referral_id: id,
        version,
        from: version === 1 ? null : one(statuses),
        to: one(statuses),
        at: one(instants),
        by_id: chance(3) ? null : one([from, to]).key,
      });
      if (chance(2))
        rows.referral_text.push({ id: change, referral_id: id, change_id: change, text: 'Because' });
    }
    if (unsent) return;
    for (const told of [from, to]) {
      rows.event.push({
        id: v7(),
        // Long over: nothing that runs on the server now can hide them.
        xid: String(10 + below(4)),
        at: one(instants),
        partner_id: told.key,
        topic: 'REFERRAL',
        kind: one(['SENT', 'ACCEPTED', 'CANCELLED']),
        subject: id,
        by_id: chance(3) ? null : from.key,
      });
    }
  };

  const ids = Array.from({ length: persons }, () => v7());
  for (const id of ids) {
    const referent = one(working);
    const [first, last] = [one(['Lina', 'Léo', 'Ana']), one(['Durand', 'Da Silva', 'O’Neil'])];
    const plain = (name: string) => name.toLowerCase().replace('é', 'e').replace('’', ' ');
    rows.beneficiary.push({
      id,
      first_name: first,
      last_name: last,
      birth_date: one(['1990-05-17', '2001-02-03']),
      district: one(['NORTH', 'SOUTH', 'OUTSIDE']),
      referent_id: referent.key,
      informed_on: one(days),
      fingerprint: `${tag} ${id}`,
      sort_name: plain(`${last} ${first}`),
      call_name: plain(`${first} ${last}`),
      created_at: one(instants),
      created_by_id: authorOf(referent),
    });
    share(id, referent, referent, {
      basis: 'REFERENT',
      scope: 'FOLLOW_UP',
      until: null,
      agreed_on: null,
      method: null,
      ended_at: id === ids[0] || !chance(12) ? null : one(instants),
    });
    for (let count = below(4); count > 0; count--) share(id, one(working), referent, {});
    for (const partner of working) {
      if (chance(2)) openPathway(id, partner, below(5), one(['OPEN', 'SUSPENDED']));
      if (chance(3)) openPathway(id, partner, below(3), 'CLOSED');
    }
    for (let count = below(4); count > 0; count--) {
      const from = one(working);
      refer(id, from, one(working.filter((it) => it !== from)));
    }
  }

  // Two rows that differ in nothing but the id give the first viewer access to the busy person.
  const [person = ''] = ids;
  const same = { scope: 'FOLLOW_UP', since: instants[0], until: null, ended_at: null };
  share(person, aile, aile, same);
  share(person, aile, aile, same);
  const pathway = openPathway(person, aile, 60, 'CLOSED');
  for (let count = 0; count < 30; count++) {
    openPathway(person, one(working), 1, 'CLOSED');
    refer(person, aile, bureau);
  }
  const around = {
    people: ids,
    pathways: rows.pathway,
    referrals: rows.referral,
    partners: working,
    organiser: ville,
    authorOf,
  };
  const { event: news = [], ...clause } = clauseRows(chances, around, bureau);
  rows.event.push(...news);
  for (const [table, them] of Object.entries({
    ...rows,
    ...clause,
    ...talkRows(chances, rows.referral, rows.referral_transition, around),
    ...townRows(chances, around),
    ...fileRows(chances, around),
  })) {
    if (them.length === 0) continue;
    const columns = Object.keys(Object.assign({}, ...them)).map((name) => `"${name}"`);
    await hub.owner(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(them)],
    );
  }
  await hub.settled();
  return { viewers, busy: { person: `beneficiary_${person}`, pathway: `pathway_${pathway}` } };
}
