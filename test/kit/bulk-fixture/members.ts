import type { TestHub } from '../hub.js';
import type { SeededMember, SeededPartner } from '../town.js';
import type { Dice } from './dice.js';

export interface FixtureMember extends SeededMember {
  readonly role: string;
}

/** The partners of the fixture and their members. */
export interface FixturePartners {
  /** The partners that accompany persons. */
  readonly working: readonly [SeededPartner, SeededPartner, SeededPartner];
  readonly town: SeededPartner;
  readonly members: readonly FixtureMember[];
  /** A member of the partner. */
  authorOf(partner: SeededPartner): string;
}

/** Creates three partners that accompany persons, one without data, and the town. */
export async function partnersOf(hub: TestHub, { one }: Dice, tag: string): Promise<FixturePartners> {
  const partner = (name: string, kind: 'ASSOCIATION' | 'INSTITUTION' | 'TOWN') =>
    hub.town.partner(`${name}-${tag}`, kind);
  const aile = await partner('aile', 'ASSOCIATION');
  const bureau = await partner('bureau', 'INSTITUTION');
  const cap = await partner('cap', 'ASSOCIATION');
  const rien = await partner('rien', 'ASSOCIATION');
  const town = await partner('ville', 'TOWN');
  const members: FixtureMember[] = [];
  for (const [of, role] of [
    [aile, 'CASEWORKER'],
    [bureau, 'CASEWORKER'],
    [cap, 'CASEWORKER'],
    [aile, 'PARTNER_ADMINISTRATOR'],
    [rien, 'CASEWORKER'],
    [town, 'COORDINATOR'],
    [town, 'COMMITTEE_MEMBER'],
    [bureau, 'CLAUSE_FACILITATOR'],
  ] as const) {
    members.push({ ...(await hub.town.member(of, role)), role });
  }
  const authorOf = (of: SeededPartner) => one(members.filter((it) => it.partner === of)).key;
  return { working: [aile, bureau, cap], town, members, authorOf };
}
