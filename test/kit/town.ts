import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v7 } from 'uuid';
import type { Client } from './client.js';

export interface SeededPartner {
  readonly id: string;
  readonly key: string;
  readonly slug: string;
}

export interface SeededMember {
  readonly email: string;
  readonly key: string;
  readonly partner: SeededPartner;
}

type Sql = <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** What tests start from: partners and members made directly, everything else done by members through the API. */
export class Town {
  #count = 0;

  constructor(
    private readonly owner: Sql,
    private readonly signIn: (member: SeededMember) => Promise<Client>,
  ) {}

  async partner(
    slug = `partner-${++this.#count}-${randomUUID().slice(0, 8)}`,
    kind = 'ASSOCIATION',
  ): Promise<SeededPartner> {
    const key = v7();
    await this.owner('insert into partner (id, slug, name, kind) values ($1, $2, $3, $4)', [
      key,
      slug,
      `The ${slug}`,
      kind,
    ]);
    return { id: `partner_${key}`, key, slug };
  }

  async member(partner: SeededPartner, role = 'CASEWORKER'): Promise<SeededMember> {
    const key = v7();
    const email = `${role.toLowerCase()}-${key}@${partner.slug}.test`;
    await this.owner(
      'insert into member (id, name, subject, email, role, partner_id) values ($1, $2, $3, $3, $4, $5)',
      [key, `Member ${++this.#count}`, email, role, partner.key],
    );
    return { email, key, partner };
  }

  /** A new partner with a signed-in caseworker. */
  async caseworker(slug?: string): Promise<{ partner: SeededPartner; member: SeededMember; client: Client }> {
    const partner = await this.partner(slug);
    const member = await this.member(partner);
    return { partner, member, client: await this.signIn(member) };
  }
}

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

/** A day some days ago. */
export const daysAgo = (count: number): string => days(-count);
/** A day to come. */
export const daysAhead = (count: number): string => days(count);

let registered = 0;

/** Registers a person of its own kind and returns the id. */
export async function registerPerson(client: Client, changes: Record<string, unknown> = {}): Promise<string> {
  const payload = await client.act(
    'registerBeneficiary',
    {
      idempotencyKey: randomUUID(),
      firstName: 'Amina',
      lastName: `Durand ${numberName(++registered)} ${randomUUID().replace(/\d/g, '').replaceAll('-', '')}`,
      birthDate: '1990-05-17',
      district: 'NORTH',
      informedOn: daysAgo(1),
      ...changes,
    },
    'beneficiary { id }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.beneficiary.id;
}

/** Opens a pathway and returns its id. */
export async function openPathway(
  client: Client,
  beneficiary: string,
  objective = 'Find work',
): Promise<string> {
  const payload = await client.act(
    'openPathway',
    { idempotencyKey: randomUUID(), beneficiary, objective },
    'pathway { id }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.pathway.id;
}

/** Adds a step and returns its id. */
export async function addStep(
  client: Client,
  pathway: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const payload = await client.act(
    'addStep',
    {
      idempotencyKey: randomUUID(),
      pathway,
      kind: 'INTERVIEW',
      title: 'First talk',
      occurredOn: daysAgo(1),
      visibility: 'SHARED',
      ...changes,
    },
    'step { id }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.step.id;
}

/** Sends a referral and returns its id. */
export async function sendReferral(
  client: Client,
  beneficiary: string,
  to: SeededPartner,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const payload = await client.act(
    'sendReferral',
    {
      idempotencyKey: randomUUID(),
      beneficiary,
      to: to.id,
      purpose: 'Help with a first job',
      agreedOn: daysAgo(1),
      method: 'ORAL',
      ...changes,
    },
    'referral { id }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.referral.id;
}

/** A number in letters: names hold no digits. */
function numberName(count: number): string {
  return [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
