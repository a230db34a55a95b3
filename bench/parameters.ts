import type pg from 'pg';
import { Random } from '../demo/town/random.js';
import { globalId } from '../src/graphql/ids.js';
import type { CaseKey, Parameters } from './cases.js';
import { asOwner } from './owner.js';
import type { BenchViewer } from './viewer.js';

/** What the bench asks about, read from the town. */
export interface Sample {
  readonly viewers: readonly SampledViewer[];
  /** Beginnings of names. */
  readonly searches: readonly string[];
  /** Open services that can receive referrals, with their partners. */
  readonly services: readonly { readonly id: string; readonly partner: string }[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

interface SampledViewer {
  readonly viewer: BenchViewer;
  /** Some of the persons whom the partner sees. */
  readonly persons: readonly string[];
  /** Those of whom it sees pathways, so that it may refer them. */
  readonly referable: readonly string[];
}

const personsOfEach = 400;

/** Samples the town: caseworkers, and persons shared with their partners. The same town gives the same sample. */
export function sampleOf(databaseUrl: string): Promise<Sample> {
  return asOwner(databaseUrl, async (owner) => {
    const { rows: services } = await owner.query<{ id: string; partner: string }>(
      `select s.id, s.partner_id as partner from service s join member m on m.partner_id = s.partner_id
       where s.status = 'OPEN' and s.contact <> '' and m.role = 'CASEWORKER' group by s.id order by s.id`,
    );
    const { rows: names } = await owner.query<{ search: string; today: string }>(
      `select distinct left(split_part(sort_name, ' ', 1), 4) as search,
         to_char(now() at time zone 'Europe/Paris', 'YYYY-MM-DD') as today
       from beneficiary where length(split_part(sort_name, ' ', 1)) >= 4 order by 1`,
    );
    return {
      viewers: await viewersOf(owner),
      services,
      searches: names.map(({ search }) => search),
      today: names[0]?.today ?? '',
    };
  });
}

async function viewersOf(owner: pg.Client): Promise<SampledViewer[]> {
  const { rows: members } = await owner.query<BenchViewer>(
    `select id as "memberId", partner_id as "partnerId", role::text, subject, may_write as "mayWrite" from member
     where role = 'CASEWORKER' and kind = 'PERSON' and deactivated_at is null and subject is not null order by subject`,
  );
  const viewers: SampledViewer[] = [];
  for (const viewer of members) {
    const { rows } = await owner.query<{ person: string; referable: boolean }>(
      `select beneficiary_id as person, max(scope) >= 'PATHWAY' as referable from sharing
       where partner_id = $1 and access.in_force(ended_at, until) group by beneficiary_id
       order by md5(beneficiary_id::text) limit ${personsOfEach}`,
      [viewer.partnerId],
    );
    viewers.push({
      viewer,
      persons: rows.map(({ person }) => person),
      referable: rows.filter(({ referable }) => referable).map(({ person }) => person),
    });
  }
  return viewers;
}

/**
 * Draws the parameters of a number of requests.
 * @param label names the draw: the same label gives the same parameters, also of idempotency keys
 */
export function draw(sample: Sample, key: CaseKey, amount: number, label: string): Parameters[] {
  const random = new Random(`bench ${key} ${label}`);
  return Array.from({ length: amount }, (_, index) => {
    const { viewer, persons, referable } = random.pick(sample.viewers);
    const person = (list: readonly string[]) => globalId('Beneficiary', random.pick(list));
    switch (key) {
      case 'a':
        return { viewer, variables: { id: person(persons) } };
      case 'd':
        return { viewer, variables: { search: random.pick(sample.searches) } };
      case 'f': {
        const others = sample.services.filter(({ partner }) => partner !== viewer.partnerId);
        const input = referralOf(random.pick(others), person(referable), `${label} ${index}`, sample.today);
        return { viewer, variables: { input } };
      }
      default:
        return { viewer, variables: {} };
    }
  });
}

function referralOf(
  service: { readonly id: string; readonly partner: string },
  beneficiary: string,
  idempotencyKey: string,
  agreedOn: string,
) {
  return {
    idempotencyKey,
    beneficiary,
    to: globalId('Partner', service.partner),
    service: globalId('Service', service.id),
    purpose: 'Souhaite préparer sa candidature et reprendre confiance avant un entretien.',
    agreedOn,
    method: 'ORAL',
    confirmDeclinedBefore: true,
    confirmAlreadyReferred: true,
  };
}
