import type pg from 'pg';
import { v7 } from 'uuid';
import type { Role } from '../access/role.js';
import { emailOf } from '../commands/email.js';
import { tidy } from '../commands/input-rules.js';
import { connect } from '../database/migrate.js';
import { setupRole } from '../database/roles.js';
import { orUnavailable, Unavailable } from '../database/unavailable.js';
import { StartError } from '../start-error.js';

/** A person to make a member. Without a subject, the person is recognised by the verified address and must accept an invitation. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly subject: string | undefined;
}

/**
 * Runs `work` as the database role of the setup, in one transaction. The transaction locks the partners and members
 * against changes by others.
 * @throws StartError when `work` throws one, or when the database connection is lost
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
      'The connection to the database was lost during the setup: run the setup again. It reports what is already done.',
    );
  } finally {
    // Closing the connection rolls back an open transaction.
    await owner.end().catch(() => {});
  }
}

/** @throws StartError when the database has partners */
export async function refusePartners(setup: pg.Client): Promise<void> {
  const { rowCount } = await setup.query('select id from partner limit 1');
  if (rowCount) {
    throw new StartError(
      'The database already has partners, and their administrators invite members. To give a partner a new administrator, use --administrator; to make a new town, use an empty database.',
    );
  }
}

/** Creates the town, and invites its first administrator and coordinator. */
export async function createTown(
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

export async function invite(setup: pg.Client, partner: string, role: Role, account: Account): Promise<void> {
  const id = v7();
  await setup.query(
    'insert into member (id, name, email, subject, role, partner_id) values ($1, $2, $3, $4, $5, $6)',
    [id, tidy(account.name), emailOf(account.email, 'email'), account.subject, role, partner],
  );
  await writeMemberEvent(setup, partner, id, 'INVITED');
}

/** Writes an event about a member. The event has no author, because the hub itself causes it. */
export async function writeMemberEvent(
  setup: pg.Client,
  partner: string,
  member: string,
  kind: string,
): Promise<void> {
  await setup.query(
    "insert into event (id, partner_id, topic, kind, subject) values ($1, $2, 'MEMBER', $3, $4)",
    [v7(), partner, kind, member],
  );
}
