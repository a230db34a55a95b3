import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { me, myself, readsFiles } from '../../access/policies.js';
import { beginningOf, today } from '../../calendar.js';
import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { Member, Partner } from '../partners/index.js';

/** How many attempts a member, and all members of a partner, have on one day of the town. */
const aDay = { member: 10, partner: 50 };

/**
 * That a member came upon the question whether somebody is followed elsewhere: never about whom, nor what
 * the answer was. Kept and counted, so that the hub is no way to find out who is followed.
 */
@Entity({
  tableName: 'link_attempt',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'own',
      command: 'select',
      roles: ['hub_partner'],
      using: `${readsFiles} and partner_id = ${me}`,
    },
    {
      name: 'attempt',
      command: 'insert',
      roles: ['hub_partner'],
      check: `${readsFiles} and partner_id = ${me} and member_id = ${myself}`,
    },
  ],
})
@Index({ name: 'link_attempt_of_partner', properties: ['partner', 'at'] })
export class LinkAttempt {
  @PrimaryKey({ type: 'uuid' })
  id: string = v7();

  @ManyToOne(() => Partner)
  partner!: Partner;

  @ManyToOne(() => Member)
  member!: Member;

  /** The mutation's name. */
  @Property({ type: 'text' })
  act!: string;

  @Property({ type: 'datetime', length: 3 })
  at!: Date;
}

/**
 * Waits for the partner's other acts of this sort, and keeps them waiting until this one is over: so the
 * limit holds however many come at once.
 * @throws Refusal LIMITED when the member or the partner has no attempt left today
 */
export async function mayAttempt({ em, viewer, now }: Command): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('link attempts ' || ?::text, 0))::text`, [
    viewer.partnerId,
  ]);
  const [made] = (await em.execute(
    `select count(*)::int as partner, count(*) filter (where member_id = ?)::int as member
      from link_attempt where partner_id = ? and at >= ?`,
    [viewer.memberId, viewer.partnerId, beginningOf(today(now))],
  )) as [typeof aDay];
  if (made.member < aDay.member && made.partner < aDay.partner) return;
  throw refusal('LIMITED', '', {
    fr: 'Trop de demandes aujourd’hui sur des personnes suivies ailleurs : réessayez demain.',
    en: 'Too many attempts today about persons known elsewhere: try again tomorrow.',
  });
}

/** Counts one more attempt, which {@link mayAttempt} has allowed. */
export function recordAttempt({ em, viewer, now }: Command, act: string): void {
  em.create(LinkAttempt, {
    partner: em.getReference(Partner, viewer.partnerId),
    member: em.getReference(Member, viewer.memberId),
    act,
    at: now,
  });
}
