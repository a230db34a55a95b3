import type { TestHub } from '../hub.js';
import type { SeededMember, SeededPartner } from '../town.js';
import type { RandomSource } from './random-source.js';

export interface FixtureMember extends SeededMember {
  readonly role: string;
}

/** The partners of the fixture and their members. */
export interface FixturePartners {
  /** The partners that accompany persons. */
  readonly accompanying: readonly [SeededPartner, SeededPartner, SeededPartner];
  readonly town: SeededPartner;
  readonly members: readonly FixtureMember[];
  /** A member of the partner. */
  authorOf(partner: SeededPartner): string;
}

/** Creates three partners that accompany persons, one without data, and the town. */
export async function createPartners(
  hub: TestHub,
  { pick }: RandomSource,
  tag: string,
): Promise<FixturePartners> {
  const create = (name: string, kind: 'ASSOCIATION' | 'INSTITUTION' | 'TOWN') =>
    hub.town.partner(`${name}-${tag}`, kind);
  const aile = await create('aile', 'ASSOCIATION');
  const bureau = await create('bureau', 'INSTITUTION');
  const cap = await create('cap', 'ASSOCIATION');
  const rien = await create('rien', 'ASSOCIATION');
  const town = await create('ville', 'TOWN');
  const members: FixtureMember[] = [];
  for (const [partner, role] of [
    [aile, 'CASEWORKER'],
    [bureau, 'CASEWORKER'],
    [cap, 'CASEWORKER'],
    [aile, 'PARTNER_ADMINISTRATOR'],
    [rien, 'CASEWORKER'],
    [town, 'COORDINATOR'],
    [town, 'COMMITTEE_MEMBER'],
    [bureau, 'CLAUSE_FACILITATOR'],
  ] as const) {
    members.push({ ...(await hub.town.member(partner, role)), role });
  }
  const authorOf = (of: SeededPartner) => pick(members.filter((it) => it.partner === of)).key;
  return { accompanying: [aile, bureau, cap], town, members, authorOf };
}
