import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v7 } from 'uuid';
import type { Client } from './client.js';
import { runCommand, validInput } from './commands.js';
import { uniqueWord } from './unique.js';

export { daysAgo, daysAhead } from './days.js';

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

/** Initial data of tests: inserts partners and members directly. Members create all other data through the API. */
export class Seed {
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
    const email = `${role.toLowerCase()}-${uniqueWord()}@${partner.slug}.test`;
    await this.owner(
      'insert into member (id, name, subject, email, role, partner_id) values ($1, $2, $3, $3, $4, $5)',
      [key, `Member ${++this.#count}`, email, role, partner.key],
    );
    return { email, key, partner };
  }

  /** Inserts a retention run of a partner and its event about a person directly, because no time passes in the test. */
  async insertRetentionRun(partner: SeededPartner, beneficiary: string): Promise<string> {
    const key = v7();
    await this.owner(
      'insert into retention_run (id, at, partner_id, persons_erased, rows_removed) values ($1, now(), $2, 1, 12)',
      [key, partner.key],
    );
    await this.owner(
      "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'RETENTION', 'DUE', $3)",
      [v7(), partner.key, beneficiary.slice('beneficiary_'.length)],
    );
    return `retentionRun_${key}`;
  }

  /** Inserts a notification directly, without an event; returns its id. */
  async insertNotification({ key }: Pick<SeededMember, 'key'>, referral?: string): Promise<string> {
    const id = v7();
    await this.owner(
      "insert into notification (id, member_id, kind, at, referral_id, subject) values ($1, $2, 'REFERRAL_SENT', now(), $3, $3)",
      [id, key, referral?.slice('referral_'.length)],
    );
    return `notification_${id}`;
  }

  /** Inserts a notification of this kind directly, with its event, for a member given by its id. */
  async notify(member: string, kind: string): Promise<void> {
    const id = (await this.insertNotification({ key: member.slice('member_'.length) })).slice(
      'notification_'.length,
    );
    await this.owner('update notification set kind = $2 where id = $1', [id, kind]);
    await this.owner(
      `insert into event (id, partner_id, to_member_id, topic, kind, subject)
      select $1, m.partner_id, m.id, 'NOTIFICATION', 'ADDED', n.id
      from notification n join member m on m.id = n.member_id where n.id = $2`,
      [v7(), id],
    );
  }

  /** Inserts a delivery of a webhook directly, because there is no receiver; returns its id. */
  async insertDelivery(webhook: string): Promise<string> {
    const key = v7();
    await this.owner(
      `insert into webhook_delivery (id, webhook_id, partner_id, event_id, attempts, next_attempt_at, delivered_at)
      select $1, w.id, w.partner_id, e.id, 1, null, now() from webhook w join event e on e.subject = w.id
      where w.id = $2 order by e.xid, e.id limit 1`,
      [key, webhook.slice('webhook_'.length)],
    );
    return `webhookDelivery_${key}`;
  }

  /** Inserts a release with a drawn cell, a level of protection and a closed year directly: releases are made monthly. */
  async insertRelease({ key }: Pick<SeededMember, 'key'>): Promise<void> {
    const [release, closed] = [v7(), v7()];
    await this.owner(
      "insert into committee_protection (id, level, chosen_by_id, chosen_at) values ($1, 'DEFAULT', $2, now())",
      [v7(), key],
    );
    await this.owner(
      `insert into committee_release (id, as_of, since, made_at, level, partners, missing, accompanying, committed_hours, definitions)
      values ($1, '2024-02-01', '2023-01-01', now(), 'DEFAULT', '{}', '{}', '{}', '{}', '{}')`,
      [release],
    );
    await this.owner(
      `insert into committee_cell (id, release_id, subject, period, split, place, people, further, hours, dominated)
      values ($1, $2, 'PATHWAYS', '2023-12', '{}', '{}', 12, 3, null, false)`,
      [v7(), release],
    );
    await this.owner(
      `insert into committee_closed_year (id, year, subject, revision, made_at, made_by_id, figures)
      values ($1, 2024, 'PATHWAYS', 0, now(), $2, '{}')`,
      [closed, key],
    );
    await this.owner("insert into committee_closed_marks (id, closed_year_id, marks) values ($1, $2, '{}')", [
      v7(),
      closed,
    ]);
  }

  /** Inserts an entry of the log of the committee's questions directly: a question needs a release. Returns its id. */
  async insertCommitteeQuestion({ key, partner }: Pick<SeededMember, 'key' | 'partner'>): Promise<string> {
    const id = v7();
    const question = {
      ...{ subject: 'PATHWAYS', measures: ['COUNT'], by: [], filter: {} },
      ...{ from: '2024-01-01', until: '2025-01-01' },
    };
    await this.owner(
      `insert into committee_question (id, member_id, partner_id, question, rows, withheld)
      values ($1, $2, $3, $4, 1, 0)`,
      [id, key, partner.key, question],
    );
    return `committeeQuestion_${id}`;
  }

  /** Logs a count of distinct persons with the system of a partner. */
  async insertDistinctCount({ key }: SeededPartner): Promise<string> {
    const id = v7();
    await this.owner(
      `insert into distinct_count (id, run, partner_id, period, started_at, finished_at, outcome, people)
      values ($1, gen_random_uuid(), $2, '2024', now(), now(), 'COUNTED', 500)`,
      [id, key],
    );
    await this.owner(
      `insert into distinct_count_set (id, count_id, digests) values (gen_random_uuid(), $1, '\\x00')`,
      [id],
    );
    return `distinctCount_${id}`;
  }

  /** Creates a partner with a signed-in caseworker. */
  async caseworker(slug?: string): Promise<{ partner: SeededPartner; member: SeededMember; client: Client }> {
    return this.signedInMember(await this.partner(slug));
  }

  /** Creates a member of a partner and signs in. */
  async signedInMember(
    partner: SeededPartner,
    role?: string,
  ): Promise<{ partner: SeededPartner; member: SeededMember; client: Client }> {
    const member = await this.member(partner, role);
    return { partner, member, client: await this.signIn(member) };
  }
}

type Changes = Readonly<Record<string, unknown>>;

/** Registers a new person and returns the id. */
export async function registerPerson(client: Client, changes: Changes = {}): Promise<string> {
  return (await runCommand(client, 'registerBeneficiary', validInput.registerBeneficiary(changes))).id;
}

/** Opens a pathway and returns its id. */
export async function openPathway(
  client: Client,
  beneficiary: string,
  objective = 'Find work',
): Promise<string> {
  return (await runCommand(client, 'openPathway', validInput.openPathway(beneficiary, { objective }))).id;
}

/** Adds a step with visibility SHARED and returns its id. */
export async function addStep(client: Client, pathway: string, changes: Changes = {}): Promise<string> {
  const input = validInput.addStep(pathway, { visibility: 'SHARED', ...changes });
  return (await runCommand(client, 'addStep', input)).id;
}

/** Sends a referral and returns its id. */
export async function sendReferral(
  client: Client,
  beneficiary: string,
  to: SeededPartner,
  changes: Changes = {},
): Promise<string> {
  return (await runCommand(client, 'sendReferral', validInput.sendReferral(beneficiary, to, changes))).id;
}
