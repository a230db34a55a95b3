import { randomUUID } from 'node:crypto';
import type { Client, Data } from './client.js';
import { daysAgo } from './days.js';
import type { TestHub } from './hub.js';
import type { SeededPartner } from './town.js';

type Input = Readonly<Record<string, unknown>>;

/** The field of each act's payload that holds its object. */
export const objectOf = {
  registerBeneficiary: 'beneficiary',
  openPathway: 'pathway',
  addStep: 'step',
  recordSharingAgreement: 'sharing',
  withdrawSharing: 'sharing',
  sendReferral: 'referral',
  acceptReferral: 'referral',
  declineReferral: 'referral',
  startReferral: 'referral',
  completeReferral: 'referral',
  cancelReferral: 'referral',
} as const;
export type ActName = keyof typeof objectOf;

/** A name that nobody else has; names hold no digits. */
export function freshName(): string {
  return `Durand ${[...randomUUID()].map((it) => 'ghijklmnopqrstuv'[Number.parseInt(it, 16)] ?? '').join('')}`;
}

/** Inputs that are right, each with a key of its own. */
export const rightInput = {
  registerBeneficiary: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    firstName: 'Amina',
    lastName: freshName(),
    birthDate: '1990-05-17',
    district: 'NORTH',
    informedOn: daysAgo(1),
    ...changes,
  }),
  openPathway: (beneficiary: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    objective: 'Find work',
    ...changes,
  }),
  addStep: (pathway: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    pathway,
    kind: 'INTERVIEW',
    title: 'First talk',
    occurredOn: daysAgo(1),
    ...changes,
  }),
  recordSharingAgreement: (beneficiary: string, partner: SeededPartner, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    partner: partner.id,
    scope: 'PATHWAY',
    agreedOn: daysAgo(1),
    method: 'WRITTEN',
    ...changes,
  }),
  sendReferral: (beneficiary: string, to: SeededPartner, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    to: to.id,
    purpose: 'Help with a first job',
    agreedOn: daysAgo(1),
    method: 'ORAL',
    ...changes,
  }),
};

/** The object of an act that must be done. */
export async function done(client: Client, act: ActName, input: Input, selection = 'id'): Promise<Data> {
  const payload = await client.act(act, input, `${objectOf[act]} { ${selection} }`);
  if (payload.userErrors.length > 0) throw new Error(`${act}: ${JSON.stringify(payload.userErrors)}`);
  return payload[objectOf[act]];
}

/** Why an act that must show nothing was refused, as `CODE path.in.the.input`. */
export async function refused(client: Client, act: ActName, input: Input): Promise<string[]> {
  const payload = await client.act(act, input, `${objectOf[act]} { id }`);
  if (payload[objectOf[act]]) throw new Error(`${act} was not refused: ${JSON.stringify(payload)}`);
  return payload.userErrors.map((it: Data) => [it.code, it.path.slice(1).join('.')].join(' ').trim()).sort();
}

/** How many rows each table that acts write to holds. */
export async function rowCounts(hub: TestHub): Promise<Record<string, number>> {
  const tables = [
    'beneficiary',
    'sharing',
    'pathway',
    'step',
    'referral',
    'referral_transition',
    'event',
    'idempotency_key',
  ];
  const counts = tables.map((it) => `(select count(*)::int from ${it}) as ${it}`);
  const [row] = await hub.owner<Record<string, number>>(`select ${counts.join(', ')}`);
  return row as Record<string, number>;
}

/** What came to be between two counts. */
export function growth(before: Record<string, number>, after: Record<string, number>) {
  const grown = Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, count]) => count !== 0));
}

/** Waits until so many of the hub's transactions wait for a lock. */
export async function lockWaiters(hub: TestHub, count: number): Promise<void> {
  for (;;) {
    const [row] = await hub.owner<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and application_name = 'partner-hub' and wait_event_type = 'Lock'`,
    );
    if ((row?.waiting ?? 0) >= count) return;
  }
}
