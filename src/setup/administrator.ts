import type pg from 'pg';
import { canonicalEmail } from '../commands/canonical-email.js';
import { emailOf } from '../commands/email.js';
import { StartError } from '../start-error.js';
import { type Account, invite, tell } from './accounts.js';

interface Known {
  readonly id: string;
  readonly email: string;
  readonly subject: string | null;
  readonly administers: boolean;
  readonly active: boolean;
}

/**
 * Gives a partner an administrator, when nobody but those who have left could sign in as one.
 * @param left the addresses of administrators who have left, and are deactivated
 * @returns whether anything had to be done
 * @throws StartError when there is no such partner, it has an administrator, or `left` names none
 */
export async function letBackIn(
  setup: pg.Client,
  slug: string,
  who: Account,
  left: readonly string[],
): Promise<boolean> {
  const { rows: partners } = await setup.query<{ id: string }>('select id from partner where slug = $1', [
    slug,
  ]);
  const [partner] = partners;
  if (!partner) throw new StartError(`There is no partner with the short name ${slug}.`);
  const { rows: members } = await setup.query<Known>(
    `select id, lower(email) as email, subject, role = 'PARTNER_ADMINISTRATOR' as administers,
       deactivated_at is null as active
     from member where partner_id = $1 and kind = 'PERSON'`,
    [partner.id],
  );
  const email = emailOf(who.email, 'email');
  const self = members.find((it) => it.email === email && it.administers);
  const gone = left.map((address) => administrator(members, address, slug)).filter((it) => it.active);
  if (gone.length === 0 && self?.active && fits(self, who)) return false;
  refuse(members, email, gone, slug, who);
  for (const { id } of gone) {
    await setup.query('update member set deactivated_at = now() where id = $1', [id]);
    await tell(setup, partner.id, id, 'DEACTIVATED');
  }
  if (self) await renew(setup, partner.id, self, who);
  else await invite(setup, partner.id, 'PARTNER_ADMINISTRATOR', who);
  return true;
}

/** Whether the member is recognised as the account is to be. */
function fits({ subject }: Known, who: Account): boolean {
  return who.subject === undefined || subject === who.subject;
}

/** @throws StartError when the partner can help itself, or the account cannot be what it is to be */
function refuse(
  members: readonly Known[],
  email: string,
  gone: readonly Known[],
  slug: string,
  who: Account,
): void {
  const others = members.filter((it) => it.email !== email && !gone.includes(it));
  if (others.some((it) => it.administers && it.active && it.subject !== null)) {
    throw new StartError(
      `The partner ${slug} has an administrator who can sign in and invite others: if that person has left, name the address with --left.`,
    );
  }
  if (gone.some((it) => it.email === email)) throw new StartError('--left names the new administrator.');
  if (members.some((it) => (it.email === email ? it.subject && !fits(it, who) : isOf(it, who)))) {
    throw new StartError(
      'The address and the subject are those of two accounts of the partner: give the new administrator others.',
    );
  }
}

/** Whether the subject that the account is to have is the member's. */
function isOf({ subject }: Known, who: Account): boolean {
  return who.subject !== undefined && subject === who.subject;
}

function administrator(members: readonly Known[], address: string, slug: string): Known {
  const found = members.find((it) => it.administers && it.email === canonicalEmail(address));
  if (!found) throw new StartError(`--left names nobody who is an administrator of the partner ${slug}.`);
  return found;
}

/** Lets somebody be an administrator again who was one, or was invited to be. */
async function renew(setup: pg.Client, partner: string, it: Known, who: Account): Promise<void> {
  await setup.query('update member set deactivated_at = null, subject = $2 where id = $1', [
    it.id,
    it.subject ?? who.subject,
  ]);
  if (!it.active) await tell(setup, partner, it.id, 'REACTIVATED');
}
