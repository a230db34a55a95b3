import type pg from 'pg';
import { v7 } from 'uuid';
import type { Role } from '../access/role.js';
import { emailOf } from '../commands/email.js';
import { tidy } from '../commands/input-rules.js';
import { connect } from '../database/migrate.js';
import { setupRole } from '../database/roles.js';
import { orUnavailable, Unavailable } from '../database/unavailable.js';
import { StartError } from '../start-error.js';

/** Somebody who is to sign in; without a subject, recognised by the address and asked to accept. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly subject: string | undefined;
}

/**
 * Runs `work` as the role of the setup, in one transaction in which nobody else changes partners or members.
 * @throws StartError also when the database is lost meanwhile
 */
export async function asSetup<Result>(
  ownerUrl: string,
  work: (setup: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  owner.on('error', () => {});
  try {
    await owner.query('begin');
    await owner.query('lock table partner, member in share row exclusive mode');
    await owner.query(`set local role ${setupRole}`);
    const result = await work(owner);
    await owner.query('commit');
    return result;
  } catch (error) {
    if (!(orUnavailable(error) instanceof Unavailable)) throw error;
    throw new StartError(
      'The database was lost during the setup: run it again, it says what is done already.',
    );
  } finally {
    // What is not committed is rolled back.
    await owner.end().catch(() => {});
  }
}

/** @throws StartError when the database has partners */
export async function refusePartners(setup: pg.Client): Promise<void> {
  const { rowCount } = await setup.query('select id from partner limit 1');
  if (rowCount) {
    throw new StartError(
      'The database has partners already, whose administrators invite others: give a partner without an administrator a new one with --administrator, or begin with an empty database.',
    );
  }
}

/** Makes the town, and invites its first administrator and coordinator. */
export async function makeTown(
  setup: pg.Client,
  town: { readonly name: string; readonly slug: string },
  people: { readonly administrator: Account; readonly coordinator: Account },
): Promise<void> {
  await refusePartners(setup);
  const id = v7();
  await setup.query("insert into partner (id, slug, name, kind) values ($1, $2, $3, 'TOWN')", [
    id,
    town.slug,
    tidy(town.name),
  ]);
  await invite(setup, id, 'PARTNER_ADMINISTRATOR', people.administrator);
  await invite(setup, id, 'COORDINATOR', people.coordinator);
}

export async function invite(setup: pg.Client, partner: string, role: Role, who: Account): Promise<void> {
  const id = v7();
  await setup.query(
    'insert into member (id, name, email, subject, role, partner_id) values ($1, $2, $3, $4, $5, $6)',
    [id, tidy(who.name), emailOf(who.email, 'email'), who.subject, role, partner],
  );
  await tell(setup, partner, id, 'INVITED');
}

/** Writes down what happened to a member: an act of the hub itself, as no member did it. */
export async function tell(setup: pg.Client, partner: string, member: string, kind: string): Promise<void> {
  await setup.query(
    "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'MEMBER', $3, $4)",
    [v7(), partner, kind, member],
  );
}
