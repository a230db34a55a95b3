import type pg from 'pg';
import { canonicalEmail } from '../commands/canonical-email.js';
import { emailOf } from '../commands/email.js';
import { StartError } from '../start-error.js';
import { type Account, invite, writeMemberEvent } from './accounts.js';

interface ExistingMember {
  readonly id: string;
  readonly email: string;
  readonly subject: string | null;
  readonly administers: boolean;
  readonly active: boolean;
}

/**
 * Gives a partner a new administrator, when no administrator except those who have left can sign in.
 * @param left the addresses of administrators who have left; they are deactivated
 * @returns false when nothing had to be changed
 * @throws StartError when there is no such partner, when the partner has another administrator who can sign in, or
 *   when an address in `left` is not that of an administrator
 */
export async function restoreAdministrator(
  setup: pg.Client,
  slug: string,
  who: Account,
  left: readonly string[],
): Promise<boolean> {
  const { rows: partners } = await setup.query<{ id: string }>('select id from partner where slug = $1', [
    slug,
  ]);
  const [partner] = partners;
  if (!partner) throw new StartError(`There is no partner with the short name ${slug}: check --slug.`);
  const { rows: members } = await setup.query<ExistingMember>(
    `select id, lower(email) as email, subject, role = 'PARTNER_ADMINISTRATOR' as administers,
       deactivated_at is null as active
     from member where partner_id = $1 and kind = 'PERSON'`,
    [partner.id],
  );
  const email = emailOf(who.email, 'email');
  const self = members.find((it) => it.email === email && it.administers);
  const gone = left.map((address) => findAdministrator(members, address, slug)).filter((it) => it.active);
  if (gone.length === 0 && self?.active && subjectFits(self, who)) return false;
  checkAllowed(members, email, gone, slug, who);
  for (const { id } of gone) {
    await setup.query('update member set deactivated_at = now() where id = $1', [id]);
    await writeMemberEvent(setup, partner.id, id, 'DEACTIVATED');
  }
  if (self) await reactivate(setup, partner.id, self, who);
  else await invite(setup, partner.id, 'PARTNER_ADMINISTRATOR', who);
  return true;
}

/** Whether the member has the subject of the account, or the account has no subject. */
function subjectFits({ subject }: ExistingMember, who: Account): boolean {
  return who.subject === undefined || subject === who.subject;
}

/** @throws StartError when the partner still has an administrator who can sign in, or when address and subject do not belong to one account */
function checkAllowed(
  members: readonly ExistingMember[],
  email: string,
  gone: readonly ExistingMember[],
  slug: string,
  who: Account,
): void {
  const others = members.filter((it) => it.email !== email && !gone.includes(it));
  if (others.some((it) => it.administers && it.active && it.subject !== null)) {
    throw new StartError(
      `The partner ${slug} has an administrator who can sign in and invite others. If that person has left, give the person’s address with --left.`,
    );
  }
  if (gone.some((it) => it.email === email))
    throw new StartError(
      '--left gives the address of the new administrator: use it only for administrators who have left.',
    );
  if (
    members.some((it) => (it.email === email ? it.subject && !subjectFits(it, who) : hasSubjectOf(it, who)))
  ) {
    throw new StartError(
      'The address and the subject belong to two different accounts of the partner: use another address or another subject.',
    );
  }
}

/** Whether the account’s subject belongs to the member. */
function hasSubjectOf({ subject }: ExistingMember, who: Account): boolean {
  return who.subject !== undefined && subject === who.subject;
}

function findAdministrator(
  members: readonly ExistingMember[],
  address: string,
  slug: string,
): ExistingMember {
  const found = members.find((it) => it.administers && it.email === canonicalEmail(address));
  if (!found)
    throw new StartError(`--left ${address}: no administrator of the partner ${slug} has this address.`);
  return found;
}

/** Reactivates a former or invited administrator, and sets the subject if the member has none. */
async function reactivate(
  setup: pg.Client,
  partner: string,
  it: ExistingMember,
  who: Account,
): Promise<void> {
  await setup.query('update member set deactivated_at = null, subject = $2 where id = $1', [
    it.id,
    it.subject ?? who.subject,
  ]);
  if (!it.active) await writeMemberEvent(setup, partner, it.id, 'REACTIVATED');
}
