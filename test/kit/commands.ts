import { randomInt, randomUUID } from 'node:crypto';
import { features } from '../../src/features/index.js';
import type { Client, Data } from './client.js';
import { ofCommand } from './database.js';
import { daysAgo, daysAhead } from './days.js';
import type { SharedHub } from './hub.js';
import type { SeededPartner } from './town.js';
import { uniqueName, uniqueWord } from './unique.js';

type Input = Readonly<Record<string, unknown>>;

/** The name of a command. */
export type CommandName = string;

const commands = new Map(
  features.flatMap((feature) => feature.commands ?? []).map((it) => [it.name, it] as const),
);
/** The names of all commands. */
export const commandNames: readonly CommandName[] = [...commands.keys()];

/** The field of a command's payload that holds its object. */
export function payloadField(command: CommandName): string {
  const { payload, extraFields } = commands.get(command) ?? {};
  const [field] = Object.keys(payload ?? extraFields ?? {});
  if (!field) throw new Error(`there is no command ${command}`);
  return field;
}

/** Valid inputs of commands, each with a new idempotency key. */
export const validInput = {
  inviteMember: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    name: 'Nour Benali',
    email: `${uniqueWord()}@partner.test`,
    role: 'CASEWORKER',
    ...changes,
  }),
  addService: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    name: 'A sewing workshop',
    themes: ['REMOBILISATION'],
    publics: ['FEMMES'],
    capacity: 8,
    contact: '01 02 03 04 05',
    ...changes,
  }),
  registerBeneficiary: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    firstName: 'Amina',
    lastName: uniqueName(),
    birthDate: '1990-05-17',
    district: 'NORTH',
    informedOn: daysAgo(360),
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
  extendSharing: (sharing: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    sharing,
    agreedOn: daysAgo(0),
    method: 'ORAL',
    ...changes,
  }),
  requestLink: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    firstName: 'Amina',
    lastName: uniqueName(),
    birthDate: '1990-05-17',
    purpose: 'A course that begins in spring',
    agreedOn: daysAgo(1),
    method: 'WRITTEN',
    scope: 'PATHWAY',
    ...changes,
  }),
  draftReferral: (beneficiary: string, to: SeededPartner, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    to: to.id,
    purpose: 'Help with a first job',
    ...changes,
  }),
  referAgain: (referral: string, expectedVersion: number, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    referral,
    expectedVersion,
    agreedOn: daysAgo(0),
    method: 'WRITTEN',
    confirmAlreadyReferred: true,
    ...changes,
  }),
  sendReferral: (beneficiary: string, to: SeededPartner, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    to: to.id,
    purpose: 'Help with a first job',
    agreedOn: daysAgo(1),
    method: 'ORAL',
    confirmAlreadyReferred: true,
    ...changes,
  }),
  sendReferralMessage: (referral: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    referral,
    text: 'When may they come?',
    ...changes,
  }),
  openClauseProgramme: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    name: 'The charter',
    since: '2021-03-01',
    ...changes,
  }),
  addProcurement: (programme: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    programme,
    reference: 'M-01',
    name: 'A school',
    buyer: 'The town',
    signedOn: '2024-01-15',
    ...changes,
  }),
  addCompany: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    name: 'Walls & Co',
    sector: 'Construction',
    ...changes,
  }),
  addLot: (procurement: string, company: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    procurement,
    number: 1,
    name: 'Masonry',
    company,
    hoursCommitted: 1000,
    startsOn: daysAgo(200),
    endsOn: daysAhead(200),
    ...changes,
  }),
  openClauseContract: (beneficiary: string, lot: string, company: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    lot,
    company,
    modality: 'DIRECT_HIRE',
    startsOn: daysAgo(100),
    ...changes,
  }),
  addEligibilityEvidence: (contract: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    contract,
    criterion: 'LONG_TERM_UNEMPLOYED',
    document: 'A certificate',
    checkedOn: daysAgo(1),
    ...changes,
  }),
  declareHours: (...rows: Input[]): Data => ({ idempotencyKey: randomUUID(), rows }),
  recordOutcome: (pathway: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    pathway,
    occurredOn: daysAgo(0),
    situation: 'CDI',
    evidence: 'CONTRACT',
    ...changes,
  }),
  addRoadmapItem: (owner: SeededPartner, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    title: 'A desk for the south',
    description: 'Once a week, in the library.',
    owner: owner.id,
    dueOn: daysAhead(90),
    ...changes,
  }),
  saveAnalysis: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    title: 'Who is accompanied where',
    question: {
      subject: 'PATHWAYS',
      measures: ['DISTINCT_PEOPLE'],
      by: ['DISTRICT'],
      period: { from: '2024-01-01', until: '2025-01-01' },
    },
    ...changes,
  }),
  takeSnapshot: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    year: 2024,
    title: 'As presented in June',
    ...changes,
  }),
  chooseProtection: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    level: 'DEFAULT',
    ...changes,
  }),
  makeRelease: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    asOf: '2024-05-01',
    ...changes,
  }),
  closeYear: (changes: Input = {}): Data => ({ idempotencyKey: randomUUID(), year: 2024, ...changes }),
  reviseYear: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    year: 2024,
    subject: 'PATHWAYS',
    reason: 'Pathways that were recorded late',
    ...changes,
  }),
  mergeBeneficiaries: (kept: string, duplicate: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    kept,
    duplicate,
    reason: 'The same identity card',
    ...changes,
  }),
  declareDistinct: (one: string, other: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    one,
    other,
    reason: 'Twins, both were seen',
    ...changes,
  }),
  openForum: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    name: 'Forum of the north',
    heldOn: daysAgo(1),
    area: 'NORTH',
    place: 'Under the trees',
    ...changes,
  }),
  addExhibitor: (forum: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    forum,
    name: 'The bakery',
    kind: 'EMPLOYER',
    ...changes,
  }),
  recordAttendance: (forum: string, beneficiary: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    forum,
    beneficiary,
    agreedOn: daysAgo(1),
    method: 'ORAL',
    ...changes,
  }),
  recordHeadcount: (forum: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    forum,
    people: 12,
    firstTimePeople: 5,
    ...changes,
  }),
  referAttendance: (attendance: string, to: SeededPartner, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    attendance,
    to: to.id,
    purpose: 'A place at the bakery',
    agreedOn: daysAgo(1),
    method: 'ORAL',
    confirmAlreadyReferred: true,
    ...changes,
  }),
  addContact: (beneficiary: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    kind: 'PHONE',
    value: `061${randomInt(1_000_000, 10_000_000)}`,
    ...changes,
  }),
  recordCriterion: (beneficiary: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    key: 'DEMANDEURS_EMPLOI',
    since: daysAgo(100),
    ...changes,
  }),
  recordBarrier: (beneficiary: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    theme: 'MOBILITE',
    note: 'No driving licence',
    ...changes,
  }),
  setObjective: (pathway: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    pathway,
    text: 'A driving licence',
    ...changes,
  }),
  planAppointment: (beneficiary: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    at: `${daysAgo(2)}T09:30:00Z`,
    subject: 'A first talk',
    ...changes,
  }),
  addWebhook: (changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    address: 'https://software.partner.test/hub',
    topics: ['LINK'],
    ...changes,
  }),
  writeNote: (beneficiary: string, changes: Input = {}): Data => ({
    idempotencyKey: randomUUID(),
    beneficiary,
    text: 'Came in time',
    ...changes,
  }),
};

/** Runs a command that must succeed and returns its object. */
export async function runCommand(
  client: Client,
  command: CommandName,
  input: Input,
  selection = 'id',
): Promise<Data> {
  const payload = await client.run(command, input, `${payloadField(command)} { ${selection} }`);
  if (payload.userErrors.length > 0) throw new Error(`${command}: ${JSON.stringify(payload.userErrors)}`);
  return payload[payloadField(command)];
}

/** Runs a command that must be refused and return no object; returns the refusals as `CODE path.in.the.input`. */
export async function refusalsOf(client: Client, command: CommandName, input: Input): Promise<string[]> {
  const payload = await client.run(command, input, `${payloadField(command)} { __typename }`);
  if (payload[payloadField(command)])
    throw new Error(`${command} was not refused: ${JSON.stringify(payload)}`);
  return payload.userErrors.map((it: Data) => [it.code, it.path.slice(1).join('.')].join(' ').trim()).sort();
}

/** Row counts of all tables that commands write. */
export async function rowCounts(hub: SharedHub): Promise<Record<string, number>> {
  const tables = [
    'beneficiary',
    'sharing',
    'link_attempt',
    'link_request',
    'link_match',
    'pathway',
    'step',
    'referral',
    'referral_transition',
    'referral_text',
    'referral_message',
    'referral_assignment',
    'clause_programme',
    'procurement',
    'company',
    'lot',
    'clause_contract',
    'hours_entry',
    'eligibility_evidence',
    'lot_shortfall',
    'outcome',
    'roadmap_item',
    'forum',
    'exhibitor',
    'attendance',
    'contact',
    'criterion',
    'barrier',
    'objective',
    'appointment',
    'note',
    'saved_analysis',
    'committee_snapshot',
    'committee_question',
    'merge',
    'distinction',
    'erased_count',
    'mail_preference',
    'webhook',
    'webhook_secret',
    'webhook_delivery',
    'idempotency_key',
  ];
  const counts = tables.map((it) => `(select count(*)::int from ${it}) as ${it}`);
  counts.push(`(select count(*)::int from event where ${ofCommand}) as event`);
  const [row] = await hub.owner<Record<string, number>>(`select ${counts.join(', ')}`);
  return row as Record<string, number>;
}

/** The differences between two results of {@link rowCounts}, without tables whose count is unchanged. */
export function rowCountChanges(before: Record<string, number>, after: Record<string, number>) {
  const differences = Object.entries(after).map(
    ([table, count]) => [table, count - (before[table] ?? 0)] as const,
  );
  return Object.fromEntries(differences.filter(([, count]) => count !== 0));
}

/** Waits until at least `count` transactions of the hub are waiting for a lock. */
export async function waitForLockWaiters(hub: SharedHub, count: number): Promise<void> {
  for (;;) {
    const [row] = await hub.owner<{ waiting: number }>(
      `select count(*)::int as waiting from pg_stat_activity
       where datname = current_database() and application_name = 'partner-hub' and wait_event_type = 'Lock'`,
    );
    if ((row?.waiting ?? 0) >= count) return;
  }
}
