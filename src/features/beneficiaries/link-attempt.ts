import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';
import { me, myself, readsFiles } from '../../access/policies.js';
import { beginningOf, today } from '../../calendar.js';
import type { Command } from '../../commands/command.js';
import { refusal } from '../../commands/refusal.js';
import { Member, Partner } from '../partners/index.js';

/** The number of attempts per day, in the town's time zone: for each member, and for all members of a partner. */
const dailyLimit = { member: 10, partner: 50 };

/**
 * A lookup that could reveal that a person is followed by another partner. Attempts are counted to limit probing. An
 * attempt does not record the person, nor the answer.
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
  command!: string;

  @Property({ type: 'datetime', length: 3 })
  at!: Date;
}

/**
 * Checks that the member and the partner have an attempt left today. Takes a lock on the partner's attempts until the
 * command ends, so that concurrent commands cannot exceed the limit.
 * @throws Refusal LIMITED when no attempt is left today
 */
export async function mayAttempt({ em, viewer, now }: Command): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('link attempts ' || ?::text, 0))::text`, [
    viewer.partnerId,
  ]);
  const [made] = (await em.execute(
    `select count(*)::int as partner, count(*) filter (where member_id = ?)::int as member
      from link_attempt where partner_id = ? and at >= ?`,
    [viewer.memberId, viewer.partnerId, beginningOf(today(now))],
  )) as [typeof dailyLimit];
  if (made.member < dailyLimit.member && made.partner < dailyLimit.partner) return;
  throw refusal('LIMITED', '', {
    fr: 'Trop de demandes aujourd’hui sur des personnes suivies ailleurs : réessayez demain.',
    en: 'Too many attempts today on persons whom other partners follow: try again tomorrow.',
  });
}

/** Records an attempt, after {@link mayAttempt} has allowed it. */
export function recordAttempt({ em, viewer, now }: Command, command: string): void {
  em.create(LinkAttempt, {
    partner: em.getReference(Partner, viewer.partnerId),
    member: em.getReference(Member, viewer.memberId),
    command,
    at: now,
  });
}
